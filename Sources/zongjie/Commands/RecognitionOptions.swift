import ArgumentParser
import Documents
import Presentation
import ReportModel

/// How pictures and scanned pages are read.
struct RecognitionOptions: ParsableArguments {
    @Flag(
        name: .customLong("ocr"),
        help: .wording(
            "用 tesseract 识别扫描页和图片；这样的段落标明“识别”。",
            "Recognise scanned pages and pictures with tesseract; such passages are marked as recognised."
        ))
    var isOn = false

    @Option(
        name: .customLong("ocr-command"),
        help: .wording(
            "用此命令识别，它逐行打印图片 {} 的文字。",
            "Recognise with this command, which prints the lines of the picture {}."))
    var command: String?

    var recognition: TextRecognition? {
        isOn || command != nil ? TextRecognition(command: command) : nil
    }
}
