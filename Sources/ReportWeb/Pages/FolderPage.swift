import Foundation
import ReportIndex
import ReportModel

/// What is shown where nothing is read yet (首次设置): asks for the reports' folder, then waits for what is read there.
enum FolderPage {
    static let path = "/folder"

    /// - Throws: `WebError` 405 for what is posted elsewhere, `ReportError` when the folder cannot be remembered.
    static func response(_ request: WebRequest, index: String, _ layout: Layout) throws
        -> WebResponse
    {
        let folders = ReportFolders(beside: index)
        guard request.method == "POST" else {
            var response = layout.response(page(folders.list, layout))
            if !folders.list.isEmpty { response.headers.append(("Refresh", "3")) }
            return response
        }
        try RequestGuard.refuse(request.path != path)
        do throws(ReportError) {
            try folders.add(request.form.values("folder").last ?? "")
        } catch {
            guard error.kind == .usage else { throw error }
            let page = page(folders.list, layout, trouble: error.description)
            return layout.response(page, .badRequest)
        }
        return .seeOther(layout.links.to("/"))
    }

    private static func page(_ folders: [String], _ layout: Layout, trouble: String? = nil) -> Page
    {
        let title =
            folders.isEmpty
            ? wording("工作总结放在哪个文件夹？", "Which folder are the reports in?")
            : wording("正在读入……", "Reading …")
        let reading = folders.map { folder -> HTML in
            "<p>\(folder)</p>\n"
        }
        let wait: HTML =
            folders.isEmpty
            ? ""
            : """
            <p>\(wording("读出的报告几秒后在此出现；文件夹里还没有报告的话，放进去就行。",
                "What is read appears here in a few seconds; if there is no report in the folder yet, put some there."))</p>

            """
        let told: HTML = trouble.map { "<p class=\"doubt\">\($0)</p>\n" } ?? ""
        let field = wording("文件夹", "folder")
        let form: HTML = """
            <form action="\(layout.links.to(path))" method="post"><label>\(field) \
            <input name="folder" type="text" required size="40" \
            placeholder="\(wording("/home/张三/工作总结", "/home/me/reports"))"></label>
            <button type="submit">\(wording("读入", "read"))</button></form>
            <p class="aside">\(advice)</p>

            """
        return Page(
            title: title,
            body:
                "<section class=\"entry\"><h1>\(title)</h1>\n\(reading)\(wait)\(told)\(form)</section>\n"
        )
    }

    private static var advice: String {
        wording(
            "写完整路径，Word、PDF、文本、网页、压缩包都可以，子文件夹也读。只读，不改动任何文件；以后保存到这里的报告会自动读入。",
            """
            Write its whole path. Word, PDF, text, web pages and archives are read, subfolders too; no file is \
            changed, and what is saved there later is read by itself.
            """)
    }
}
