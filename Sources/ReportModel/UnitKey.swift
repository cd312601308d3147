/// What tells one reporting unit from another (单位标识): region and name. A report that does not say which
/// county's federation it is from (县妇联, XX区妇联, no name at all) is a unit of its own.
package struct UnitKey: Sendable, Hashable {
    /// Region and name without repetition (望川区 + 区妇联 → 望川区妇联), or what little is known.
    package let name: String?
    /// Where the report is, when that is all that tells it from others; else `nil`.
    package let place: String?

    /// - Parameters:
    ///   - path, firstLine: where the report is.
    package init(_ unit: UnitTag, path: String, firstLine: Int) {
        let name = unit.name.map { Self.join(unit.region.last, Self.withoutSeat(Self.today($0))) }
        let isKnown =
            name.map { !unit.region.isEmpty || unit.level == .nation || !Self.isBare($0) } ?? false
        self.name = name
        place = isKnown ? nil : "\(path):\(firstLine)"
    }

    /// Whether the unit can be told from every other; else it is the report's own.
    package var isKnown: Bool { place == nil }

    /// What to call it: its name, with the report's place when that alone tells it from others; only the place
    /// when it has no name.
    package var label: String {
        guard let place else { return name ?? "" }
        return name.map { "\($0)（\(place)）" } ?? place
    }

    /// Names that begin with a level or a mask name no place.
    private static let bareBeginnings = Set("省市区县旗镇乡街社村某本我该全X×*＊xＸ".unicodeScalars)
    private static let masks = Set("X×*＊Ｘ某".unicodeScalars)

    private static func isBare(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first else { return true }
        return bareBeginnings.contains(first) || name.unicodeScalars.contains { masks.contains($0) }
    }

    /// Villages' 妇代会 are called 妇联 since 2016.
    private static func today(_ name: String) -> String {
        for old in ["妇代会", "妇女代表会"] where name.hasSuffix(old) {
            return name.dropLast(old.count) + "妇联"
        }
        return name
    }

    /// 潭尾镇人民政府 is the 潭尾镇 of other years.
    private static func withoutSeat(_ name: String) -> String {
        let seat = "人民政府"
        let place = name.dropLast(seat.count)
        guard name.hasSuffix(seat), let last = place.last, "镇乡".contains(last) else {
            return name
        }
        return String(place)
    }

    /// The region before the name, unless the name has it; a level word both share stands once.
    static func join(_ region: String?, _ name: String) -> String {
        guard let region, !region.isEmpty, !name.contains(region) else { return name }
        if let last = region.unicodeScalars.last, name.unicodeScalars.first == last {
            return String(region.dropLast()) + name
        }
        return region + name
    }
}
