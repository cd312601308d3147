import Foundation

/// Numbers features in the order they first come.
struct FeatureTable {
    private var numbers: [ActivityKinds.Feature: Int32] = [:]
    private(set) var features: [ActivityKinds.Feature] = []

    mutating func number(of feature: ActivityKinds.Feature) -> Int32 {
        if let known = numbers[feature] { return known }
        let number = Int32(features.count)
        numbers[feature] = number
        features.append(feature)
        return number
    }

    /// The features of a key: programme, occasion, people and work before words.
    func features(of key: KindCounts.Key) -> [ActivityKinds.Feature] {
        let own = [key.first, key.second].filter { $0 >= 0 }.map { features[Int($0)] }
        return own.sorted { Self.order($0) < Self.order($1) }
    }

    private static func order(_ feature: ActivityKinds.Feature) -> String {
        switch feature {
        case .programme(let name): "0" + name
        case .theme(let theme): "1" + String(100_000 + theme)
        case .word(let word): "2" + word
        }
    }
}

/// How many units and records have each feature and each pair of features (类别支持度).
struct KindCounts {
    /// One feature, or two with the lower number first.
    struct Key: Hashable {
        let first: Int32
        /// -1 without a second.
        let second: Int32
    }

    private struct Count {
        var records: Int32 = 0
        var units: Int32 = 0
        var last: Int32 = -1

        mutating func add(_ unit: Int) {
            records += 1
            if last != Int32(unit) {
                units += 1
                last = Int32(unit)
            }
        }
    }

    private var singles: [Count]
    private var pairs: [UInt64: Count] = [:]
    private let shares: [Double]
    private let isProgramme: [Bool]
    private let total: Double

    /// - Parameter columns: for each record the number of the unit it counts for.
    init(features: [[Int32]], columns: [Int], table: FeatureTable) {
        total = Double(max(1, features.count))
        singles = Array(repeating: Count(), count: table.features.count)
        isProgramme = table.features.map {
            if case .programme = $0 { true } else { false }
        }
        shares = table.features.map { feature in
            switch feature {
            case .programme: Self.programmeShare
            case .theme: 1
            case .word: Self.wordShare
            }
        }
        // Unit by unit, so that one number remembers which unit was counted last.
        let order = features.indices.sorted { (columns[$0], $0) < (columns[$1], $1) }
        for place in order {
            for feature in features[place] { singles[Int(feature)].add(columns[place]) }
        }
        for place in order {
            let own = features[place].filter { singles[Int($0)].units > 1 }
            for first in own.indices {
                for second in own.indices where second > first {
                    pairs[Self.packed(own[first], own[second]), default: Count()].add(
                        columns[place])
                }
            }
        }
    }

    private static func packed(_ first: Int32, _ second: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: min(first, second))) << 32
            | UInt64(UInt32(bitPattern: max(first, second)))
    }

    /// The features that tell most of a record among those another unit shares; `nil` when none is shared.
    func bestKey(of features: [Int32]) -> Key? {
        var best: Key?
        var most = 0.0
        let own = features.filter { singles[Int($0)].units > 1 }
        for feature in own {
            let count = singles[Int(feature)]
            // What nearly every record has tells nothing alone.
            let worth = shares[Int(feature)] * rarity(count) * log2(1 + Double(count.units))
            if worth > most {
                most = worth
                best = Key(first: feature, second: -1)
            }
        }
        for first in own.indices {
            for second in own.indices where second > first {
                guard let count = pairs[Self.packed(own[first], own[second])], count.units > 1
                else { continue }
                let both = rarity(singles[Int(own[first])]) + rarity(singles[Int(own[second])])
                let worth = Self.pairShare * both * log2(1 + Double(count.units))
                if worth > most {
                    most = worth
                    best = Key(
                        first: min(own[first], own[second]), second: max(own[first], own[second]))
                }
            }
        }
        return best
    }

    /// A programme that two units name is the best of kinds.
    private static let programmeShare = 3.0
    /// One word alone says less than what it is known to stand for.
    private static let wordShare = 0.6
    private static let pairShare = 0.7

    private func rarity(_ count: Count) -> Double {
        log(1 + total / Double(max(1, count.records)))
    }
}
