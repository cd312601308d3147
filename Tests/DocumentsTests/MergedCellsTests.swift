import Testing

@testable import Documents

@Suite struct MergedCellsTests {
    private func lines(_ rows: [Int: [Int: String]], _ merges: [String]) -> [String] {
        var lines = SheetLines()
        let cells = SheetCells(rows: rows, merges: merges.compactMap { MergedCells($0) })
        lines.add(sheet: "Sheet1", cells, isHidden: false)
        return lines.lines.map(\.text)
    }

    @Test func `A head of two rows becomes one, and a merged name stands in each of its rows`() {
        let rows: [Int: [Int: String]] = [
            0: [0: "2021年统计表"],
            1: [0: "单位", 1: "项目", 2: "培训"],
            2: [2: "期数", 3: "人次"],
            3: [0: "河西县妇联", 1: "家政", 2: "3", 3: "120"],
            4: [1: "电商", 2: "2", 3: "80"],
        ]
        #expect(
            lines(rows, ["A1:D1", "A2:A3", "B2:B3", "C2:D2", "A4:A5"]) == [
                "2021年统计表", "单位\t项目\t培训 期数\t培训 人次", "河西县妇联\t家政\t3\t120",
                "河西县妇联\t电商\t2\t80",
            ])
    }

    @Test func `A sheet without merged cells is as it was`() {
        let rows: [Int: [Int: String]] = [0: [0: "甲", 1: "乙"], 1: [0: "1", 1: "2"]]
        #expect(lines(rows, []) == ["甲\t乙", "1\t2"])
    }

    @Test(arguments: ["A1", "A1:", "B2:A1", "1:2", "A0:B2", "ＡA1:B2"])
    func `What is no range of cells is none`(reference: String) {
        #expect(MergedCells(reference) == nil)
    }

    @Test func `A great many merged cells cost no more than the text they go over`() {
        let rows: [Int: [Int: String]] = [0: [0: "甲", 1: "乙"], 1_000_000: [0: "1", 1: "2"]]
        let merges = (0..<9_000).map { "A\($0 + 2):XFD1048576" }
        #expect(lines(rows, merges).count == 2)
    }
}
