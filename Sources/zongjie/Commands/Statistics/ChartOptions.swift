import ArgumentParser
import Presentation
import Foundation
import ReferenceCorpus
import ReportModel

/// `--svg` and `--bars`, the same for every statistic that can be drawn.
struct ChartOptions: ParsableArguments {
    @Option(help: .wording("另画成 SVG 文件。", "Draw the result into this SVG file too."))
    var svg: String?

    @Flag(help: .wording("在终端画条形图。", "Draw bars in the terminal too."))
    var bars = false

    @Flag(help: .wording("覆盖已有的文件。", "Write over a file that is there."))
    var force = false

    func write(_ figure: Figure) throws {
        if bars {
            StandardOutput.blocks([.figure(figure)])
        }
        guard let svg else { return }
        let file = try OutputFile(path: svg, force: force)
        try file.write(Array(figure.svg(columns: { TextColumns.of($0) }).utf8))
        try file.commit()
    }
}
