import ArgumentParser
import Documents

/// How pictures and scanned pages are read.
struct RecognitionOptions: ParsableArguments {
    @Flag(
        name: .customLong("ocr"),
        help: "Recognise scanned pages and pictures with tesseract; such passages are marked 识别.")
    var isOn = false

    @Option(
        name: .customLong("ocr-command"),
        help: "Recognise with this command, which prints the lines of the picture {}.")
    var command: String?

    var recognition: TextRecognition? {
        isOn || command != nil ? TextRecognition(command: command) : nil
    }
}
