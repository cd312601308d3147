import ReportModel

/// A request that is refused, with the status that says how (拒绝).
struct WebError: Error {
    let status: WebStatus
    let error: ReportError

    init(_ status: WebStatus, _ place: String, _ problem: String, _ advice: String? = nil) {
        self.status = status
        error = ReportError(place: place, problem: problem, advice: advice)
    }

    /// An address that leads nowhere.
    static var notFound: WebError {
        WebError(
            .notFound, wording("网址", "address"), wording("没有这个页面", "there is no such page"),
            wording("请从上方的栏目进入", "take one of the pages above"))
    }
}
