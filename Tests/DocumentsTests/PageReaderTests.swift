import Testing

@testable import Documents

struct PageReaderTests {
    private let body = (1...5).map {
        "<p>\u{3000}\u{3000}第\($0)项工作：区妇联开展“春风行动”，走访慰问困难家庭，送去慰问金；群众满意。</p>"
    }

    private func page(_ head: String = "", title: String = "区妇联2023年工作总结_某某网") -> String {
        """
        <!DOCTYPE html><html><head>\(head)<title>\(title)</title><style>p{}</style>
        <script>var a = "<p>脚本。</p>";</script></head><body>
        <div class="top-nav"><a href="/">首页</a> | <a href="/a">新闻中心</a> | <a href="/b">政务公开</a></div>
        <div class="wrap"><div class="crumb">您现在的位置：<a>首页</a> &gt; <a>工作总结</a></div>
        <h1>区妇联2023年工作总结</h1><div class="meta">2023-12-30 来源：区妇联 【字号：<a>大</a> <a>中</a>】</div>
        <div class="content" id="c">\(body.joined(separator: "\n"))
        <ol><li>宣传</li><li>培训</li></ol>
        <table><tr><th>街道</th><th>人数</th></tr><tr><td>永丰</td><td>860</td></tr></table>
        <p>【打印本页】【关闭窗口】</p>
        <ul class="related"><li><a>妇联总结一</a></li><li><a>妇联总结二</a></li><li><a>妇联总结三</a></li></ul>
        <p style="display: none">看不见。</p></div></div>
        <div class="footer">版权所有 某某网 京ICP备12345678号</div></body></html>
        """
    }

    private var expected: [String] {
        ["区妇联2023年工作总结"]
            + (1...5).map { "第\($0)项工作：区妇联开展“春风行动”，走访慰问困难家庭，送去慰问金；群众满意。" }
            + ["1. 宣传", "2. 培训", "街道\t人数", "永丰\t860"]
    }

    private func lines(_ path: String, _ bytes: [UInt8]) throws -> [String] {
        try ReaderFixtures.document(InputFile(path: path, bytes: bytes)).lines.map(\.text)
    }

    @Test func `the main text stays, navigation goes`() throws {
        #expect(try lines("a.html", Array(page().utf8)) == expected)
    }

    @Test(arguments: ["gb2312", "GBK", "gb18030", "utf-8", ""])
    func `bytes in GB18030 are read whatever the page claims`(claim: String) throws {
        let meta = "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=\(claim)\">"
        // 镕 and 㛃 are not in GB2312.
        let bytes = try ReaderFixtures.gb18030(page(meta).replacing("群众", with: "朱镕㛃"))
        #expect(try lines("a.htm", bytes) == expected.map { $0.replacing("群众", with: "朱镕㛃") })
    }

    @Test func `bytes in UTF-8 are read though the page claims GB2312`() throws {
        #expect(try lines("a.html", Array(page("<meta charset='gb2312'>").utf8)) == expected)
    }

    @Test func `numbers that Word wrote into its page are numbers, its bullets go`() throws {
        let item = { (number: String) in
            "<p><![if !supportLists]><span><span style='mso-list:Ignore'>\(number)<span>&nbsp; </span></span></span><![endif]>做好维权服务</p>"
        }
        let page =
            "<html><!--[if gte mso 9]><xml>x</xml><![endif]--><body>\(item("二、"))\(item("l"))</body></html>"
        #expect(try lines("a.htm", Array(page.utf8)) == ["二、做好维权服务", "做好维权服务"])
    }

    @Test func `bytes in GB18030 are read though a server says Latin`() throws {
        let bytes = try ReaderFixtures.gb18030(page("<meta charset=iso-8859-1>"))
        #expect(try lines("a.htm", bytes) == expected)
    }

    @Test func `one bad byte costs one character`() throws {
        var bytes = try ReaderFixtures.gb18030(page("<meta charset=gb2312>"))
        let place = try #require(bytes.lastIndex(of: 0x3C))
        bytes.insert(0xFF, at: place)
        let document = try ReaderFixtures.document(InputFile(path: "a.html", bytes: bytes))
        #expect(document.lines.map(\.text) == expected)
        #expect(!document.doubts.isEmpty)
    }

    @Test func `a page named as a Word file is a page`() throws {
        #expect(try lines("总结.doc", Array(page().utf8)) == expected)
    }

    @Test func `web archives in quoted-printable and base64`() throws {
        let bytes = try ReaderFixtures.gb18030(page())
        let quoted = bytes.map { byte in
            byte > 0x7E || byte == 0x3D ? "=" + hex(byte) : String(UnicodeScalar(byte))
        }
        var wrapped = ""
        for (index, piece) in quoted.enumerated() {
            wrapped += piece
            if index % 20 == 19 { wrapped += "=\r\n" }
        }
        #expect(try lines("a.mht", Array(archive("quoted-printable", wrapped).utf8)) == expected)
        #expect(try lines("a.doc", Array(archive("base64", base64(bytes)).utf8)) == expected)
    }

    private func archive(_ encoding: String, _ body: String) -> String {
        """
        From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r
        \ttype="text/html"; boundary="----=_b"\r\n\r\n------=_b\r
        Content-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: \(encoding)\r\n\r
        \(body)\r\n------=_b\r\nContent-Type: image/png\r\n\r\nxx\r\n------=_b--\r\n
        """
    }

    private func hex(_ byte: UInt8) -> String {
        let text = String(byte, radix: 16, uppercase: true)
        return text.utf8.count == 1 ? "0" + text : text
    }

    private func base64(_ bytes: [UInt8]) -> String {
        let letters = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".unicodeScalars)
        var result = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let padded = Array(group) + Array(repeating: 0, count: 3 - group.count)
            let value = padded.reduce(0) { $0 << 8 | Int($1) }
            for place in 0...group.count {
                result.unicodeScalars.append(letters[value >> (18 - 6 * place) & 63])
            }
            result += String(repeating: "=", count: 3 - group.count)
            if start % 57 == 54 { result += "\r\n" }
        }
        return result
    }
}
