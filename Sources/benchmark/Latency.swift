import ArgumentParser
import Foundation
import ReportIndex
import ReportQuery
import Segmentation

/// Times warm searches in process.
struct Latency: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Warm top-ten searches in process, mixed queries.")

    @Option(help: "The index.") var index: String
    @Option(help: "Rounds over the queries.") var rounds = 3
    @Option(help: "Seed of the sampled sentences.") var seed: UInt64 = 1

    /// Words common and rare, several words, questions.
    private static let queries = [
        "妇女", "发展", "工作", "经济", "建设", "的", "妇女儿童", "留守儿童 关爱", "脱贫攻坚", "两癌 检查",
        "扫黑除恶", "法律援助", "家庭教育 指导", "技能培训 就业", "巾帼", "最美家庭", "棚户区改造", "营商环境",
        "城乡居民 养老保险", "义务教育 均衡发展", "明年妇女儿童工作有什么打算", "存在哪些困难和问题", "怎样解决农村饮水安全",
        "财政怎么保障民生支出", "2018", "GDP", "5G", "\"深化改革\"", "\"妇女儿童发展规划\"", "污染防治 蓝天保卫战",
        "乡村振兴 产业", "农民工 工资", "高新技术企业 培育", "粮食 产量", "固定资产投资 增长", "社会 发展 工作", "人民 政府 建设",
    ]

    func run() throws {
        let reading = try IndexDatabase.open(index).reading()
        let engine = try SearchEngine()
        var generator = SeededGenerator(seed: seed)
        var sentences: [String] = []
        var seen = 0
        try reading.forEachPassage { passage in
            seen += 1
            // Reservoir sampling of a sentence of 20 to 60 characters.
            let sentence = passage.text.unicodeScalars
                .split { $0 == "。" || $0 == "！" || $0 == "；" }
                .first { (20...60).contains($0.count) }
            guard let sentence else { return }
            if sentences.count < 40 {
                sentences.append(String(String.UnicodeScalarView(sentence)))
            } else {
                let place = Int.random(in: 0..<seen, using: &generator)
                if place < 40 { sentences[place] = String(String.UnicodeScalarView(sentence)) }
            }
        }
        var top = SearchOptions()
        top.countsMatches = false
        try measure("top ten, \(Self.queries.count) queries", Self.queries, top, engine, reading)
        try measure("top ten, \(sentences.count) long sentences", sentences, top, engine, reading)
        try measure(
            "top ten, all of them", Self.queries + sentences, top, engine, reading)
        try measure(
            "with the total counted", Self.queries + sentences, SearchOptions(), engine, reading)
    }

    private func measure(
        _ name: String, _ texts: [String], _ options: SearchOptions, _ engine: SearchEngine,
        _ reading: IndexReading
    ) throws {
        var timings = Timings()
        var slowest = (text: "", time: 0.0)
        for round in 0...rounds {
            for text in texts {
                let query = try QueryParser.parse(text)
                // The first round warms up.
                guard round > 0 else {
                    _ = try engine.search(query, options, in: reading)
                    continue
                }
                _ = try timings.time { try engine.search(query, options, in: reading) }
                if timings.last > slowest.time { slowest = (text, timings.last) }
            }
        }
        print(timings.line(name) + " slowest: \(slowest.text)")
    }
}
