import ReportIndex
import TestSupport
import Testing

@testable import ReportWeb

/// The page where nothing is read yet.
@Suite struct FolderPageTests {
    private func site(_ folder: TemporaryFolder, asks: Bool = true) -> TestSite {
        TestSite(
            site: Site(index: folder.path("index.sqlite"), port: 8710, asksForFolder: asks))
    }

    @Test func `the folder is asked for, remembered and then waited for`() throws {
        let folder = try TemporaryFolder()
        try folder.write("2018年工作总结\n组织培训三次。\n", to: "总结 & 计划/a.txt")
        let site = site(folder)
        let first = site.get("/")
        #expect(first.status == 200 && first.text.contains("name=\"folder\""))
        #expect(first.header("Refresh") == nil)
        let sent = site.post(
            "/folder",
            "folder=" + TestSite.encoded(folder.path("总结 & 计划")).replacing("&", with: "%26"))
        #expect(sent.status == 303)
        #expect(
            ReportFolders(beside: folder.path("index.sqlite")).list == [folder.path("总结 & 计划")])
        let waiting = site.get("/reports")
        #expect(waiting.header("Refresh") != nil)
        #expect(waiting.text.contains("总结 &amp; 计划"))
    }

    @Test func `what is no folder is told and asked for again`() throws {
        let folder = try TemporaryFolder()
        let site = site(folder)
        for typed in ["", "%20", "/nonexistent/%3Cb%3E", folder.path("index.sqlite")] {
            let answer = site.post("/folder", "folder=" + typed)
            #expect(answer.status == 400 && answer.text.contains("没有这个文件夹"), "\(typed)")
            #expect(answer.text.contains("name=\"folder\"") && !answer.text.contains("<b>"))
        }
        #expect(ReportFolders(beside: folder.path("index.sqlite")).list.isEmpty)
    }

    @Test func `other sites and other pages set no folder`() throws {
        let folder = try TemporaryFolder()
        let site = site(folder)
        let form = "folder=/tmp"
        #expect(
            site.post("/folder", form, headers: ["origin": "http://evil.example"]).status == 403)
        #expect(site.post("/search", form).status == 405)
        #expect(site.send("DELETE", "/folder").status == 405)
        #expect(ReportFolders(beside: folder.path("index.sqlite")).list.isEmpty)
    }

    @Test func `nobody is asked where nothing watches, or where reports are`() throws {
        let folder = try TemporaryFolder()
        #expect(site(folder, asks: false).get("/").status == 503)
        #expect(site(folder).get("/api/reports").status == 503)
        let full = TestSite(
            site: Site(
                index: try TestIndex.corpus().path, port: 8710, limit: .seconds(60),
                asksForFolder: true))
        #expect(!full.get("/").text.contains("name=\"folder\""))
        #expect(full.post("/folder", "folder=/tmp").status == 404)
    }
}
