/// What sort of office reports (单位类型). Raw values are the ids of the machine-readable output.
public enum UnitType: String, Sendable, CaseIterable, Codable {
    case womensFederation = "womens-federation"
    case womenChildrenCommittee = "women-children-committee"
    case governmentDepartment = "government-department"
    case government
    case disabledFederation = "disabled-federation"
    case subdistrict
    case township
    case community
    case school
    case activityCentre = "activity-centre"
    case other
}

/// The administrative level of a unit (行政层级).
public enum AdminLevel: String, Sendable, CaseIterable, Codable {
    case nation, province, city, county, township, village, unknown
}

/// The part a line plays in its report.
public enum Role: String, Sendable, CaseIterable, Codable {
    case title, heading, body, signature, noise
}

/// What a paragraph tells (内容类别): overview 概述, done 做法成效, problem 问题不足,
/// plan 下一步计划, advice 建议, other.
public enum Kind: String, Sendable, CaseIterable, Codable {
    case overview, done, problem, plan, advice, other
}

/// The twenty-two topics (主题) a paragraph may have.
public enum Topic: String, Sendable, CaseIterable, Codable {
    case leadership, ideology, recognition, employment, rights, health, education, family, relief
    case children, disability, security, labour, culture, volunteering, environment, economy, rural
    case safety, planning, party, organization
}

/// A tag that indexes keep as a number (编码).
package protocol StoredTag: CaseIterable, Sendable {
    /// Its number on disk: never changed, and never used for another.
    var code: UInt8 { get }
    /// The tags by their codes.
    static var byCode: [Self?] { get }
}

extension StoredTag {
    /// The tag with a code; `nil` when there is none.
    @inline(__always)
    package init?(code: UInt8) {
        guard code < Self.byCode.count, let tag = Self.byCode[Int(code)] else { return nil }
        self = tag
    }

    fileprivate static func table() -> [Self?] {
        var table: [Self?] = []
        for tag in allCases {
            while table.count <= tag.code { table.append(nil) }
            table[Int(tag.code)] = tag
        }
        return table
    }
}

extension Role: StoredTag {
    package static let byCode = table()

    package var code: UInt8 {
        switch self {
        case .title: 0
        case .heading: 1
        case .body: 2
        case .signature: 3
        case .noise: 4
        }
    }
}

extension Kind: StoredTag {
    package static let byCode = table()

    package var code: UInt8 {
        switch self {
        case .overview: 0
        case .done: 1
        case .problem: 2
        case .plan: 3
        case .advice: 4
        case .other: 5
        }
    }
}

/// 0 means none, so codes begin at 1; there is room up to 31.
extension Topic: StoredTag {
    package static let byCode = table()

    package var code: UInt8 {
        switch self {
        case .leadership: 1
        case .ideology: 2
        case .recognition: 3
        case .employment: 4
        case .rights: 5
        case .health: 6
        case .education: 7
        case .family: 8
        case .relief: 9
        case .children: 10
        case .disability: 11
        case .security: 12
        case .labour: 13
        case .culture: 14
        case .volunteering: 15
        case .environment: 16
        case .economy: 17
        case .rural: 18
        case .safety: 19
        case .planning: 20
        case .party: 21
        case .organization: 22
        }
    }
}

/// How the year of a report is known.
public enum YearBasis: String, Sendable, CaseIterable, Codable {
    case stated, inferred, none
}

extension UnitType {
    /// The Chinese name shown to a reader.
    public var chineseName: String {
        switch self {
        case .womensFederation: "妇联"
        case .womenChildrenCommittee: "妇儿工委"
        case .governmentDepartment: "政府部门"
        case .government: "人民政府"
        case .disabledFederation: "残联"
        case .subdistrict: "街道"
        case .township: "乡镇"
        case .community: "社区"
        case .school: "学校"
        case .activityCentre: "活动中心"
        case .other: "其他"
        }
    }
}

extension Kind {
    /// The Chinese name shown to a reader.
    public var chineseName: String {
        switch self {
        case .overview: "概述"
        case .done: "做法成效"
        case .problem: "问题不足"
        case .plan: "下一步计划"
        case .advice: "建议"
        case .other: "其他"
        }
    }
}

extension Topic {
    /// The Chinese name shown to a reader.
    public var chineseName: String {
        switch self {
        case .leadership: "组织领导与保障机制"
        case .ideology: "思想引领与宣传教育"
        case .recognition: "评优表彰与典型选树"
        case .employment: "创业就业与经济参与"
        case .rights: "维权与法律服务"
        case .health: "健康服务"
        case .education: "教育与培训"
        case .family: "家庭建设与家庭教育"
        case .relief: "扶贫帮困与走访慰问"
        case .children: "儿童关爱与保护"
        case .disability: "残疾人服务"
        case .security: "社会保障"
        case .labour: "劳动监察与女职工保护"
        case .culture: "节庆与文体活动"
        case .volunteering: "志愿服务"
        case .environment: "环境整治与生态"
        case .economy: "经济发展与项目建设"
        case .rural: "农业农村与水利"
        case .safety: "平安建设与社会治理"
        case .planning: "规划目标实施与监测"
        case .party: "党建与队伍作风"
        case .organization: "妇女组织与阵地建设"
        }
    }
}

extension AdminLevel {
    /// The Chinese name shown to a reader.
    public var chineseName: String {
        switch self {
        case .nation: "国家"
        case .province: "省"
        case .city: "市"
        case .county: "区县"
        case .township: "乡镇街道"
        case .village: "社区村"
        case .unknown: "未知"
        }
    }
}

extension Role {
    /// The Chinese name shown to a reader.
    public var chineseName: String {
        switch self {
        case .title: "标题"
        case .heading: "小标题"
        case .body: "正文"
        case .signature: "落款"
        case .noise: "噪声"
        }
    }
}
