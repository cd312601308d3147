import Foundation
import Segmentation

/// A question's text cleaned as ingest cleans reports (检索式清理): what cannot be seen is taken out, and forms
/// that look the same become the usual ones.
package enum QueryText {
    /// O(length).
    package static func cleaned(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isInvisible(scalar) {
            if isCompatibilityForm(scalar) {
                view.append(
                    contentsOf: String(scalar).precomposedStringWithCompatibilityMapping
                        .unicodeScalars)
            } else {
                view.append(scalar)
            }
        }
        return String(view)
    }

    /// A filter's value: cleaned, simplified, half width, lower case, as names are compared.
    package static func folded(_ value: String) -> String {
        Folding.standard.folded(cleaned(value))
    }

    /// What ingest takes out of texts: soft hyphens, zero-width and direction marks, byte order marks.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: true
        default: false
        }
    }

    /// Radicals and doubles that stand for a common Han character.
    private static func isCompatibilityForm(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2E80...0x2FDF, 0xF900...0xFAFF, 0x2F800...0x2FA1F: true
        default: false
        }
    }
}
