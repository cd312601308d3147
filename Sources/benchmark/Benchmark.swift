import ArgumentParser
import Foundation

@main
struct Benchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark",
        abstract: "Measure exactness, ranking and speed.",
        subcommands: [Exactness.self, Latency.self, Retrieval.self])
}

/// Numbers that follow from a seed (SplitMix64), so that a measurement can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}

/// Times of one kind of work, in milliseconds.
struct Timings {
    private var values: [Double] = []

    mutating func add(_ duration: Duration) {
        values.append(duration / .milliseconds(1))
    }

    func line(_ name: String) -> String {
        let sorted = values.sorted()
        func at(_ share: Double) -> String {
            guard !sorted.isEmpty else { return "-" }
            let place = min(sorted.count - 1, Int(Double(sorted.count) * share))
            return String(format: "%.2f", sorted[place])
        }
        return "\(name): n \(sorted.count), median \(at(0.5)) ms, p95 \(at(0.95)) ms, worst \(at(1)) ms"
    }
}
