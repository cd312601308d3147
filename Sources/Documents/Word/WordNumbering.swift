/// The lists of a Word document (自动编号): numbering.xml, and the counters while the text is read.
///
/// Rules of Office Open XML part 1, 17.9: a `num` is an instance of an `abstractNum`; instances of
/// one abstract list count on together unless a level is overridden with a start of its own.
struct WordNumbering {
    struct Level {
        var start = 1
        var format = "decimal"
        var text = ""
        var suffix = "tab"
        /// Restart after a paragraph of this level or above (1-based); 0 never, nil the level above.
        var restart: Int?
        /// All numbers in the level's text are written in digits.
        var isLegal = false
        /// The paragraph style that this level belongs to.
        var style: String?
    }

    struct Abstract {
        var levels: [Int: Level] = [:]
        /// The numbering style whose list this one borrows, and the one it defines.
        var styleLink: String?
        var definedStyle: String?
    }

    struct Instance {
        var abstract = ""
        var levels: [Int: Level] = [:]
        var starts: [Int: Int] = [:]
    }

    var abstracts: [String: Abstract] = [:]
    var instances: [String: Instance] = [:]

    /// The last number of each level, per abstract list.
    private var counters: [String: [Int: Int]] = [:]
    /// The overriding starts that were used already.
    private var started: Set<String> = []

    init() {}

    /// The list's own levels, following a link to a numbering style.
    private func abstract(_ instance: Instance) -> (id: String, levels: [Int: Level]) {
        guard let own = abstracts[instance.abstract] else { return (instance.abstract, [:]) }
        if own.levels.isEmpty, let link = own.styleLink,
            let linked = abstracts.first(where: { $0.value.definedStyle == link })
        {
            return (linked.key, linked.value.levels)
        }
        return (instance.abstract, own.levels)
    }

    /// The level that a style's list gives to the style.
    func level(ofStyle style: String, instance id: String) -> Int? {
        guard let instance = instances[id] else { return nil }
        let levels = abstract(instance).levels.merging(instance.levels) { $1 }
        return levels.filter { $0.value.style == style }.keys.min()
    }

    /// Counts a paragraph and gives the text of its number, with the gap after it.
    mutating func next(instance id: String, level: Int) -> String {
        guard let instance = instances[id], (0..<9).contains(level) else { return "" }
        let (list, own) = abstract(instance)
        let levels = own.merging(instance.levels) { $1 }
        guard let rule = levels[level] else { return "" }
        var counts = counters[list] ?? [:]
        if let start = instance.starts[level], started.insert("\(id) \(level)").inserted {
            counts[level] = start
        } else if let last = counts[level] {
            counts[level] = last &+ 1
        } else {
            counts[level] = rule.start
        }
        for deeper in (level + 1)..<10 where counts[deeper] != nil {
            let restart = levels[deeper]?.restart
            // Level numbers in lvlRestart count from 1.
            if restart == 0 { continue }
            if let restart, level + 1 > restart { continue }
            counts[deeper] = nil
        }
        // A level above that was never used shows its start.
        for above in 0..<level where counts[above] == nil {
            counts[above] = levels[above]?.start ?? 1
        }
        counters[list] = counts
        return Self.text(of: rule, counts: counts, levels: levels)
    }

    /// The text of a number, with the gap after it; empty for a bullet.
    static func text(of rule: Level, counts: [Int: Int], levels: [Int: Level]) -> String {
        if rule.format == "bullet" { return "" }
        var result = ""
        var isPlace = false
        for scalar in rule.text.unicodeScalars {
            if isPlace, let place = Int(String(scalar)), place > 0 {
                let format = levels[place - 1]?.format ?? "decimal"
                let isLegal = rule.isLegal && format != "decimalZero"
                result +=
                    ListNumber.text(counts[place - 1] ?? 1, format: isLegal ? "decimal" : format)
                    ?? ""
                isPlace = false
            } else if scalar == "%" {
                isPlace = true
            } else {
                if isPlace { result += "%" }
                isPlace = false
                result.unicodeScalars.append(scalar)
            }
        }
        return result.isEmpty ? "" : ListNumber.spaced(result, suffix: rule.suffix)
    }
}

extension WordNumbering {
    /// Reads numbering.xml event by event.
    struct Parser {
        private(set) var numbering = WordNumbering()
        private var abstract: String?
        private var instance: String?
        private var level: Int?

        mutating func take(_ event: MarkupEvent) {
            switch event {
            case .start(let name, let attributes): start(name, attributes)
            case .end("w:abstractNum"): abstract = nil
            case .end("w:num"): instance = nil
            case .end("w:lvl"): level = nil
            case .end, .text: break
            }
        }

        private mutating func start(_ name: String, _ attributes: MarkupAttributes) {
            let value = attributes["w:val"]
            switch name {
            case "w:abstractNum":
                abstract = attributes["w:abstractNumId"]
                if let abstract { numbering.abstracts[abstract] = Abstract() }
            case "w:num":
                instance = attributes["w:numId"]
                if let instance { numbering.instances[instance] = Instance() }
            case "w:abstractNumId":
                if let instance { numbering.instances[instance]?.abstract = value ?? "" }
            case "w:numStyleLink":
                if let abstract { numbering.abstracts[abstract]?.styleLink = value }
            case "w:styleLink":
                if let abstract { numbering.abstracts[abstract]?.definedStyle = value }
            case "w:lvl", "w:lvlOverride":
                level = attributes["w:ilvl"].flatMap { Int($0) }
                if name == "w:lvl" { change { _ in } }
            case "w:startOverride":
                if let instance, let level, let start = value.flatMap({ Int($0) }) {
                    numbering.instances[instance]?.starts[level] = start
                }
            case "w:start": change { $0.start = value.flatMap { Int($0) } ?? 1 }
            case "w:numFmt": change { $0.format = value ?? "decimal" }
            case "w:lvlText": change { $0.text = value ?? "" }
            case "w:suff": change { $0.suffix = value ?? "tab" }
            case "w:lvlRestart": change { $0.restart = value.flatMap { Int($0) } }
            case "w:isLgl": change { $0.isLegal = WordToggle.isOn(value) }
            case "w:pStyle": change { $0.style = value }
            default: break
            }
        }

        private mutating func change(_ edit: (inout Level) -> Void) {
            guard let level else { return }
            if let abstract {
                edit(
                    &numbering.abstracts[abstract, default: Abstract()].levels[
                        level, default: Level()])
            } else if let instance {
                edit(
                    &numbering.instances[instance, default: Instance()].levels[
                        level, default: Level()])
            }
        }
    }
}

/// A property that is on when its value is absent.
enum WordToggle {
    static func isOn(_ value: String?) -> Bool {
        switch value {
        case "0", "false", "off": false
        default: true
        }
    }
}
