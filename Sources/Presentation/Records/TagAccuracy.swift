import ReportQuery

extension Records {
    /// A row of `tags score`.
    package static let tagAccuracy = RecordType<FieldScore>(
        "tag-accuracy", "一个字段的准确率", "how well a field is tagged",
        [
            .text("field", "字段", "字段", "the field") { $0.field },
            .exact("precision", "精确率", "给出的值中对的部分", "part of the given values that is right") {
                $0.precision
            },
            .exact("recall", "召回率", "应有的值中给出的部分", "part of the due values that is given") {
                $0.recall
            },
            .exact("f1", "F1", "两者的调和平均", "the harmonic mean of both") { $0.f1 },
            .integer("due", "应有", "有值的标注", "labels with a value") { $0.due },
            .integer("given", "给出", "在其处给出的值", "values given there") { $0.given },
            .integer("right", "正确", "其中正确的", "of these, right") { $0.right },
            .integer("found", "找到", "找到的应有值", "due values found") { $0.found },
            .integer("abstained", "未给出", "应有而未给出", "due, and none given") { $0.abstained },
        ])
}
