import ArgumentParser
import Foundation

@main
struct Benchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark",
        abstract: "Measure exactness, ranking and speed.",
        subcommands: [Exactness.self, Latency.self, SimilarLatency.self, Retrieval.self])
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

/// Times of one kind of work: on the clock, and of the processor, which other programs disturb less.
struct Timings {
    private var values: [Double] = []
    private var processor: [Double] = []

    /// Runs `body` and notes how long it took, in milliseconds.
    mutating func time<Value>(_ body: () throws -> Value) rethrows -> Value {
        let begin = ContinuousClock.now
        let processorBegin = Self.processorTime
        let value = try body()
        processor.append((Self.processorTime - processorBegin) * 1000)
        values.append((ContinuousClock.now - begin) / .milliseconds(1))
        return value
    }

    var last: Double { values.last ?? 0 }

    /// Seconds of processor time of this thread.
    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    func line(_ name: String) -> String {
        func figures(_ values: [Double]) -> String {
            let sorted = values.sorted()
            func at(_ share: Double) -> String {
                guard !sorted.isEmpty else { return "-" }
                return String(
                    format: "%.2f", sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
                )
            }
            return "median \(at(0.5)), p95 \(at(0.95)), worst \(at(1)) ms"
        }
        return "\(name): n \(values.count), \(figures(values)) (processor \(figures(processor)))"
    }
}
