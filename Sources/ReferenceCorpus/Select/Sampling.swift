import ReportIndex
import ReportModel
import ReportQuery

/// Draws a balanced sample (抽样): candidates come in an order fixed by the seed and their place and text,
/// so that the same reports give the same sample on any machine, and one more report changes little of it.
struct Sampling {
    struct Candidate {
        let ordinal: Int
        let unit: String
        let year: Int
        /// Place in the drawing order.
        let draw: UInt64
        /// Shares the candidate counts for, a bit each.
        let shares: UInt64
    }

    let definition: CorpusDefinition

    /// The ordinals drawn, and what could not be met.
    func draw(_ candidates: [Candidate]) -> (ordinals: [Int], shortfalls: [String]) {
        var pool = candidates
        if definition.size != nil || definition.perUnit != nil || definition.perYear != nil
            || !definition.shares.isEmpty
        {
            pool.sort { ($0.draw, $0.ordinal) < ($1.draw, $1.ordinal) }
            pool = withinLimits(pool)
        }
        guard !definition.shares.isEmpty else {
            return (Array(pool.prefix(definition.size ?? .max).map(\.ordinal)), [])
        }
        return fill(pool)
    }

    private func withinLimits(_ pool: [Candidate]) -> [Candidate] {
        var units: [String: Int] = [:]
        var years: [Int: Int] = [:]
        return pool.filter { candidate in
            if let limit = definition.perUnit, units[candidate.unit, default: 0] >= limit {
                return false
            }
            if let limit = definition.perYear, years[candidate.year, default: 0] >= limit {
                return false
            }
            units[candidate.unit, default: 0] += 1
            years[candidate.year, default: 0] += 1
            return true
        }
    }

    /// Fills the shares, then the rest with candidates of none of them.
    private func fill(_ pool: [Candidate]) -> (ordinals: [Int], shortfalls: [String]) {
        let shares = definition.shares
        let available = shares.indices.map { share in
            pool.count { $0.shares & 1 << UInt64(share) != 0 }
        }
        let others = pool.count { $0.shares == 0 }
        let rest = max(0, 100 - shares.reduce(0) { $0 + $1.percent })
        var size = definition.size ?? pool.count
        if definition.size == nil {
            for (share, count) in zip(shares, available) {
                size = min(size, Int(Double(count) * 100 / share.percent))
            }
            if rest > 0 { size = min(size, Int(Double(others) * 100 / rest)) }
        }
        var quotas = shares.map { Int((Double(size) * $0.percent / 100).rounded()) }
        var left = max(0, size - quotas.reduce(0, +))
        var drawn: [Int] = []
        for candidate in pool {
            if candidate.shares == 0 {
                guard left > 0 else { continue }
                left -= 1
                drawn.append(candidate.ordinal)
            } else if let share = quotas.indices.first(where: {
                candidate.shares & 1 << UInt64($0) != 0 && quotas[$0] > 0
            }) {
                quotas[share] -= 1
                drawn.append(candidate.ordinal)
            }
        }
        var shortfalls: [String] = []
        for (share, missing) in zip(shares, quotas) where missing > 0 {
            shortfalls.append("\(share.written): -\(missing)")
        }
        if left > 0 { shortfalls.append("others: -\(left)") }
        return (drawn, shortfalls)
    }
}
