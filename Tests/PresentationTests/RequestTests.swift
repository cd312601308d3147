import ReportModel
import ReportQuery
import Testing

@testable import Presentation

/// Requests: options and addresses become the same value.
@Suite struct RequestTests {
    private func roundTrip<Value: Request>(_ request: Value) throws {
        let address = request.parameters.address
        #expect(try Value(Parameters(address: address)) == request, "\(address)")
        #expect(address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
    }

    @Test func `an address gives back the request it was made of`() throws {
        var search = SearchRequest()
        search.query = "\"两癌\" -春节 & a=b 100% +1 年份:2018"
        search.filters.conditions = [
            .init(.unit, "望川区妇联"), .init(.topic, "rights"), .init(.topic, "健康"),
        ]
        search.filters.includesNoise = true
        search.order = .year
        search.grouping = .unit
        search.page = 3
        search.wantsFacets = true
        try roundTrip(search)
        try roundTrip(SearchRequest())
        var similar = SimilarRequest()
        similar.at = "2018年 总结.txt:9"
        similar.except = ["a.txt:1", "b.txt:2"]
        similar.filters[.year] = ["2016-2019"]
        try roundTrip(similar)
        var activities = ActivitiesRequest()
        activities.query = "走访慰问"
        activities.status = .planned
        activities.sums = true
        activities.limit = 7
        try roundTrip(activities)
        var compare = CompareRequest()
        compare.units = ["甲,乙"]
        compare.years = ["2017-2019"]
        compare.topics = ["health"]
        try roundTrip(compare)
        var gaps = GapsRequest()
        gaps.unit = "甲"
        gaps.open = "两癌"
        try roundTrip(gaps)
        var promises = PromisesRequest()
        promises.year = 2018
        promises.unit = "甲"
        try roundTrip(promises)
        var duplicates = DuplicatesRequest()
        duplicates.boilerplate = true
        duplicates.clauses = true
        try roundTrip(duplicates)
        var reports = ReportsRequest()
        reports.filters[.kind] = ["plan"]
        try roundTrip(reports)
        var passage = PassageRequest()
        passage.name = "a.txt:9"
        passage.context = 4
        try roundTrip(passage)
    }

    @Test(arguments: [
        "q=x&limit=0", "q=x&limit=-1", "q=x&page=0", "q=x&context=9223372036854775807",
        "q=x&limit=many", "q=x&limit=99999999999999999999", "q=x&sort=size", "q=x&colour=red",
        "q=x&group-by=", "q=x&limit=",
    ])
    func `a parameter that cannot count is refused`(_ address: String) {
        #expect(throws: ReportError.self) { try SearchRequest(Parameters(address: address)) }
    }

    @Test(arguments: [
        "units=a&years=0-9223372036854775807", "units=a&years=0-5000", "units=a&years=unknown",
        "years=2018", "units=a&topic=astronomy", "units=a&years=20188",
    ])
    func `years and topics of a comparison have ranges`(_ address: String) {
        #expect(throws: ReportError.self) { try CompareRequest(Parameters(address: address)) }
    }

    @Test func `parameters somebody else reads are let through, and aliases are read`() throws {
        let parameters = Parameters(address: "q=%E7%BB%B4%E6%9D%83+a&units=x&lang=en&q=b&bad=%FF")
        #expect(throws: ReportError.self) { try SearchRequest(parameters) }
        let request = try SearchRequest(
            Parameters(address: "q=%E7%BB%B4%E6%9D%83+a&units=x&lang=en"), besides: ["lang"])
        #expect(request.query == "维权 a" && request.filters[.unit] == ["x"])
        #expect(parameters.setting("page", "2").removing("q").address == "units=x&lang=en&page=2")
    }

    @Test func `a filter that would do nothing is refused`() {
        #expect(throws: ReportError.self) {
            try SimilarRequest(Parameters(address: "text=x&all=1"))
        }
        #expect(throws: ReportError.self) {
            try DuplicatesRequest(Parameters(address: "unique=1"))
        }
    }

    @Test func `every field of every request says what it means in both languages`() {
        func check<Value: Request>(_ type: Value.Type) {
            for field in Value.fields {
                #expect(!field.meaning.english.isEmpty && field.meaning.chinese.count > 1)
            }
            #expect(Set(Value.fields.map(\.name)).count == Value.fields.count)
        }
        check(SearchRequest.self)
        check(SimilarRequest.self)
        check(ActivitiesRequest.self)
        check(CompareRequest.self)
        check(GapsRequest.self)
        check(PromisesRequest.self)
        check(DuplicatesRequest.self)
        check(ReportsRequest.self)
        check(PassageRequest.self)
    }
}
