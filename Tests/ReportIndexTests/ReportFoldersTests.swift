import Foundation
import ReportModel
import TestSupport
import Testing

@testable import ReportIndex

@Suite struct ReportFoldersTests {
    @Test func `a folder is remembered once, however it is written`() throws {
        let place = try TemporaryFolder()
        try place.write("", to: "工作 总结/a.txt")
        let folders = ReportFolders(beside: place.path("data/index.sqlite"))
        #expect(folders.list.isEmpty)
        let folder = place.path("工作 总结")
        let address = URL(fileURLWithPath: folder).absoluteString
        for typed in [
            folder, folder + "/", "'\(folder)'", "\"\(folder)\"", " \(folder) \n",
            place.path("./x/../工作 总结"), address,
        ] {
            #expect(try folders.add(typed) == folder, "\(typed)")
        }
        #expect(folders.list == [folder])
        try place.write("", to: "另一个/a.txt")
        try folders.add(place.path("另一个"))
        #expect(folders.list == [folder, place.path("另一个")])
    }

    @Test func `what is no folder is refused and changes nothing`() throws {
        let place = try TemporaryFolder()
        try place.write("", to: "a.txt")
        let folders = ReportFolders(beside: place.path("index.sqlite"))
        for typed in ["", " ", "\n", "''", place.path("none"), place.path("a.txt"), "http://a.cn/"]
        {
            #expect(throws: ReportError.self, "\(typed)") { try folders.add(typed) }
        }
        #expect(!FileManager.default.fileExists(atPath: folders.path))
    }
}
