import TestSupport
import Testing

@testable import Documents

@Suite struct CellFormatTests {
    @Test(
        arguments: [
            ("General", 1234.0, "1234"), ("General", 1234.0000001, "1234"),
            ("General", 0.1 + 0.2, "0.3"), ("General", 1.0 / 3, "0.333333333"),
            ("General", 110_101_199_003_074, "110101199003074"), ("General", -2.5, "-2.5"),
            ("0", 2.5, "3"), ("0.00", 1.005, "1.01"), ("#,##0", 1234567, "1,234,567"),
            ("#,##0.00", 999.999, "1,000.00"), ("0.0%", 0.125, "12.5%"), ("0%", 1, "100%"),
            ("0.##", 3, "3"), ("#.##", 0.5, "0.5"), ("#,##0;-#,##0;\"-\"", 0, "-"),
            ("#,##0.00_);(#,##0.00)", -1234.5, "(1,234.50)"),
            ("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", 1234.5, "1,234.50"),
            ("[Red]\\-#,##0", 5, "-5"), ("0\"人次\"", 120, "120人次"), ("0!.0,\"万元\"", 35600, "3.6万元"),
            ("[$¥-804]#,##0.00", 88, "¥88.00"), ("00000", 123, "00123"),
            ("000-0000", 5551234, "555-1234"), ("0.00E+00", 12345, "1.23E+04"),
            ("# ?/?", 2.5, "2 1/2"),
            ("[>=10000]0.0,\"千\";0", 12000, "12.0千"), ("[>=10000]0.0,\"千\";0", 900, "900"),
            ("[DBNum1][$-804]General", 1234, "一千二百三十四"), ("[DBNum2]0", 1234, "壹仟贰佰叁拾肆"),
            ("General\"户\"", 12.5, "12.5户"), ("0", -0.2, "0"), ("@", 12, "12"),
            ("#,##0", 1e18, "1e+18"), ("", 5, ""), ("0;;", -5, ""), ("\"", 5, ""), ("[", 5, ""),
        ] as [(String, Double, String)])
    func `a number looks as its format says`(code: String, value: Double, shown: String) {
        #expect(CellFormat(code: code).text(value) == shown)
    }

    @Test(arguments: [
        ("yyyy\"年\"m\"月\"d\"日\"", "2021年12月31日"), ("yyyy/m/d", "2021/12/31"),
        ("yy-mm-dd", "21-12-31"), ("[$-804]yyyy\"年\"m\"月\";@", "2021年12月"),
        ("m\"月\"d\"日\" aaaa", "12月31日 星期五"), ("d-mmm-yy", "31-Dec-21"),
        ("yyyy.mm.dd", "2021.12.31"),
        ("h:mm", "14:30"), ("hh:mm:ss AM/PM", "02:30:00 PM"), ("上午/下午h\"时\"mm\"分\"", "下午2时30分"),
        ("yyyy-mm-dd hh:mm", "2021-12-31 14:30"), ("mm:ss.0", "30:00"),
        ("[DBNum1]yyyy\"年\"m\"月\"d\"日\"", "二〇二一年十二月三十一日"),
    ])
    func `a day looks as its format says`(code: String, shown: String) {
        #expect(CellFormat(code: code).text(44_561 + 14.5 / 24) == shown)
    }

    @Test func `days count from 1900 or 1904, and hours may go on`() {
        let day = CellFormat(code: "yyyy-m-d")
        #expect(day.text(1) == "1900-1-1")
        #expect(day.text(61) == "1900-3-1")
        #expect(day.text(43_099, is1904: true) == "2021-12-31")
        #expect(day.text(-1) == "-1")
        #expect(CellFormat(code: "[h]:mm").text(1.5) == "36:00")
    }

    @Test func `text has a section of its own`() {
        #expect(CellFormat(code: "0;-0;0;@\"（暂定）\"").text("3月") == "3月（暂定）")
        #expect(CellFormat(code: "0.00").text("3月") == "3月")
        #expect(CellFormat.general.text("3月") == "3月")
    }

    @Test func `random codes never trap`() {
        var generator = SeededRandom(5)
        let signs = Array("0#?.,;%/@E+-[]\"\\_*ymdhse年DBNum1$AM/PM ")
        for _ in 0..<4_000 {
            let code = String(
                (0..<Int.random(in: 0...14, using: &generator)).map { _ in
                    signs[Int.random(in: signs.indices, using: &generator)]
                })
            let format = CellFormat(code: code)
            for value in [0, 1, -1, 0.5, 44_561.6, 1e14, 1e300, -1e-300, 2_958_465.999_999_9] {
                _ = format.text(value)
            }
            _ = format.text("文")
        }
    }
}
