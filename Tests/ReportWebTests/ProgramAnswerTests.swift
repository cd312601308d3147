import Presentation
import ReportIndex
import ReportModel
import ReportQuery
import TestSupport
import Testing

@testable import ReportWeb

/// What programs get: the command's own rows.
@Suite struct ProgramAnswerTests {
    private func lines<Subject>(_ type: RecordType<Subject>, _ rows: some Sequence<Subject>)
        -> String
    {
        var text = ""
        var writer = RecordWriter(type, .jsonLines) { text += $0 }
        for row in rows { writer.write(row) }
        return text
    }

    @Test func `rows are those of the command`() throws {
        let site = try TestSite.corpus()
        let reading = try TestIndex.corpus().open()
        func rows(_ address: String) -> String {
            site.get("/api/" + address + "&format=jsonl").text
        }

        var search = SearchRequest()
        search.query = "两癌 检查"
        search.wantsFacets = true
        let found = try search.answer(using: try SearchEngine(), in: reading)
        #expect(
            rows("search?q=两癌 检查&facets=1")
                == lines(Records.hit, found.hits) + lines(Records.facets, [found]))

        var activities = ActivitiesRequest()
        activities.query = "走访慰问"
        let records = try activities.answer(in: reading)
        #expect(rows("activities?q=走访慰问") == lines(Records.activity, records))
        #expect(
            rows("activities?q=走访慰问&sum=1")
                == lines(Records.activitySum, try ActivitiesRequest.sums(of: records)))

        var gaps = GapsRequest()
        gaps.unit = "望川区妇联"
        let missing = try gaps.answer(in: reading)
        #expect(
            rows("gaps?unit=望川区妇联") == lines(Records.gap, missing.rows.map { ($0, missing) }))

        let reports = try ReportsRequest().answer(in: reading)
        #expect(rows("reports?") == lines(Records.report, reports))
    }

    @Test(arguments: PageTests.everyPage.filter { $0 != "/" && $0 != "/api" })
    func `every view has its rows as JSON and CSV, or says what is missing`(_ address: String)
        throws
    {
        let site = try TestSite.corpus()
        let mark = address.contains("?") ? "&" : "?"
        let json = site.get("/api" + address)
        let isAsked = address.contains("=") || address == "/reports" || address == "/duplicates"
        // Without parameters some views have nothing to answer: the page shows a form, programs get an error.
        guard isAsked else { return #expect([200, 400, 404].contains(json.status)) }
        #expect(json.status == 200, "\(json.text)")
        #expect(json.text.hasPrefix("{\"record\": \""))
        let csv = site.get("/api" + address + mark + "format=csv&headings=chinese")
        #expect(csv.status == 200)
        #expect(csv.response.type.hasPrefix("text/csv"))
        if json.text.contains("\"rows\": [{") { #expect(csv.text.hasPrefix("\u{FEFF}")) }
    }

    @Test func `every field that is written is documented`() throws {
        let site = try TestSite.corpus()
        let page = site.get("/api").text
        let json = site.get("/api?format=json").text
        for record in Records.all {
            for field in record.fields {
                #expect(page.contains("<code>\(field.name)</code>"))
                #expect(json.contains("\"name\": \"\(field.name)\""))
            }
        }
    }

    @Test(arguments: ["style.css", "page.js"])
    func `nothing is used that Chromium 86 lacks`(_ name: String) throws {
        let text = try #require(SiteFile.text(name))
        let newer = [
            #":has\("#, #":is\("#, #":where\("#, #"\binset\b"#, "aspect-ratio", "@container",
            "container-type", #"[0-9](dvh|svh|lvh|dvw|cqw)\b"#, "@layer", "@scope", "@property",
            "accent-color", "text-underline-offset", "text-decoration-thickness",
            #"overflow[a-z-]*:\s*clip"#, #"color-mix\("#, ":user-valid", "content-visibility",
            #"\.at\("#, "structuredClone", #"Object\.hasOwn"#, #"\.findLast"#, #"\?\?="#, #"\|\|="#,
            #"\.groupBy"#, #"\.toSorted"#,
        ]
        for feature in newer {
            let pattern = try Regex(feature)
            #expect(text.firstMatch(of: pattern) == nil, "\(feature)")
        }
        if name == "style.css" {
            var depth = 0
            var deepest = 0
            for character in text {
                if character == "{" { depth += 1 }
                if character == "}" { depth -= 1 }
                deepest = max(deepest, depth)
            }
            #expect(depth == 0)
            #expect(deepest == 2, "rules stand in @media only, never in each other")
        }
    }
}
