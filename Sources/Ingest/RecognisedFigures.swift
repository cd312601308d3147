import Documents
import ReportModel

/// Figures of recognised text are approximate (识别所得的数字): recognition misreads one in some, so no sum of
/// them stands without its mark.
struct RecognisedFigures: SourceStage {
    func apply(to source: inout Source) {
        for report in source.reports.indices {
            for paragraph in source.reports[report].paragraphs.indices
            where Paragraph.isRecognised(source.reports[report].paragraphs[paragraph].locator) {
                mark(&source.reports[report].paragraphs[paragraph].activities)
            }
        }
    }

    private func mark(_ activities: inout [Activity]) {
        for activity in activities.indices {
            for quantity in activities[activity].quantities.indices {
                activities[activity].quantities[quantity].approximate = true
            }
        }
    }
}
