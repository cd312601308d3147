import ReportIndex
import ReportModel

/// Compares unit names as people write them (单位名称).
struct UnitNames {
    /// Whether a report's unit is meant by what the user wrote: a part of its name in its long or short form, its
    /// name with the region before it, or `unknown`.
    func name(_ unit: String?, region: String, answersTo wanted: String) -> Bool {
        if ["unknown", "none", "未知", "不详"].contains(wanted.lowercased()) { return unit == nil }
        guard let unit = unit.map(QueryText.folded) else { return false }
        let region = QueryText.folded(region)
        let wanted = QueryText.folded(wanted)
        if unit.contains(wanted) { return true }
        let (short, asked) = (Self.shortened(unit), Self.shortened(wanted))
        if short.contains(asked) { return true }
        // 望川区妇联 asks for 区妇联 of 望川区.
        return asked.hasSuffix(short) && region.contains(String(asked.dropLast(short.count)))
    }

    /// A name with its usual short forms: 县妇女联合会 is 县妇联.
    static func shortened(_ name: String) -> String {
        var name = name.filter { !$0.isWhitespace }
        for (long, short) in shortForms { name = name.replacing(long, with: short) }
        return name
    }

    private static let shortForms = [
        ("妇女联合会", "妇联"), ("残疾人联合会", "残联"), ("妇女儿童工作委员会", "妇儿工委"), ("妇女工作委员会", "妇工委"),
        ("妇女委员会", "妇委会"), ("女职工委员会", "女职委"), ("关心下一代工作委员会", "关工委"), ("卫生健康委员会", "卫健委"),
        ("居民委员会", "居委会"), ("村民委员会", "村委会"),
    ]
}
