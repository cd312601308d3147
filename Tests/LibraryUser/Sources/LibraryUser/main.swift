import ReportLibrary

let library = try Library(at: CommandLine.arguments[1], createsIfMissing: true)
let summary = try await library.ingest([CommandLine.arguments[2]])
print("\(summary.files) files: \(summary.reports) reports, \(summary.passages) paragraphs")

let found = try library.search("\"两癌\"免费检查 年份:2018 类型:done", limit: 1)
for hit in found.hits { print(hit.passage.place, hit.passage.text.prefix(30)) }

let reports = try library.reports().filter { $0.unitName == "望川区妇联" }
print(reports.map { $0.year.year.map(String.init) ?? "?" }.joined(separator: ", "))

for other in try library.similar(to: "为农村妇女免费做宫颈癌和乳腺癌检查", limit: 3) {
    print(other.passage.place, other.why)
}

for sum in try library.activityTotals("走访慰问", status: .done).prefix(5) {
    print(sum.unit ?? "?", sum.total.map { "\($0)" } ?? "–", sum.measure)
}

let corpus = try library.freeze("关爱儿童", question: "留守儿童 类型:done")
print(corpus.name, corpus.passageCount, try library.passages(of: corpus).count)
