import ArgumentParser
import Presentation
import Foundation
import ReferenceCorpus
import ReportModel

/// `--svg` and `--bars`, the same for every statistic that can be drawn.
struct ChartOptions: ParsableArguments {
    @Option(help: "Draw the result into this SVG file too.")
    var svg: String?

    @Flag(help: "Draw bars in the terminal too.")
    var bars = false

    @Flag(help: "Write over a file that is there.")
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
