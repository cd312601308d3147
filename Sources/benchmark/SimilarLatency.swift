import ArgumentParser
import ReportIndex
import ReportModel
import ReportQuery

/// Times warm searches for similar passages in process.
struct SimilarLatency: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "similar",
        abstract: "Warm searches for similar passages, whole paragraphs as questions.")

    @Option(help: "The index.") var index: String
    @Option(help: "How many paragraphs.") var count = 100
    @Option(help: "Seed of the random choice.") var seed: UInt64 = 1

    func run() throws {
        let reading = try IndexDatabase.open(index).reading()
        var generator = SeededGenerator(seed: seed)
        var sample: [(text: String, report: Int64)] = []
        var seen = 0
        try reading.forEachPassage { passage in
            guard passage.role == .body, passage.text.utf8.count > 150 else { return }
            seen += 1
            if sample.count < count {
                sample.append((passage.text, passage.report.id))
            } else {
                let place = Int.random(in: 0..<seen, using: &generator)
                if place < count { sample[place] = (passage.text, passage.report.id) }
            }
        }
        let engine = try SimilarEngine()
        var timings = Timings()
        for round in 0...2 {
            for (text, report) in sample {
                var options = SimilarOptions()
                options.exceptReports = [report]
                if round == 0 {
                    _ = try engine.similar(to: text, options, in: reading)
                } else {
                    _ = try timings.time { try engine.similar(to: text, options, in: reading) }
                }
            }
        }
        print(timings.line("similar, whole paragraphs"))
    }
}
