// swift-tools-version: 6.2
import PackageDescription

/// Swift 6 language mode comes with the tools version; warnings are errors in every target of ours.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
    name: "zongjie",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "zongjie", targets: ["zongjie"]),
        .library(name: "ReportLibrary", targets: ["ReportLibrary"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swhitty/FlyingFox.git", .upToNextMinor(from: "0.27.1")),
    ],
    targets: [
        .target(
            name: "CICU",
            linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
        .systemLibrary(
            name: "libxml2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(
            name: "libarchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .target(name: "CXML", dependencies: ["libxml2"]),
        .target(name: "CArchive", dependencies: ["libarchive"]),
        .target(name: "CCommand"),
        .target(name: "CVocabulary"),
        .target(name: "CMeaning", linkerSettings: [.linkedLibrary("dl")]),
        .target(name: "ReportModel", swiftSettings: strict),
        .target(
            name: "Vocabulary",
            dependencies: ["CVocabulary", "ReportModel", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict),
        .target(
            name: "Segmentation", dependencies: ["CICU", "ReportModel", "Vocabulary"],
            swiftSettings: strict),
        .target(
            name: "Documents",
            dependencies: [
                "CArchive", "CCommand", "CICU", "CXML", "ReportModel", "Segmentation", "Vocabulary",
            ],
            swiftSettings: strict),
        .target(
            name: "Ingest",
            dependencies: ["Documents", "ReportModel", "Segmentation", "Vocabulary"],
            swiftSettings: strict),
        .target(
            name: "ReportIndex",
            dependencies: [
                "ReportModel", "Segmentation", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(
            name: "Ingesting",
            dependencies: ["Documents", "Ingest", "ReportIndex", "ReportModel", "Vocabulary"],
            swiftSettings: strict),
        .target(
            name: "Meaning",
            dependencies: ["CMeaning", "Documents", "ReportIndex", "ReportModel"],
            swiftSettings: strict),
        .target(
            name: "ReportQuery",
            dependencies: [
                "ReportModel", "Segmentation", "Vocabulary", "ReportIndex",
            ],
            swiftSettings: strict),
        .target(
            name: "ReferenceCorpus",
            dependencies: [
                "ReportModel", "Segmentation", "Vocabulary", "ReportIndex", "ReportQuery",
            ],
            swiftSettings: strict),
        .target(
            name: "Presentation",
            dependencies: [
                "CICU", "ReportModel", "Segmentation", "ReportIndex", "ReportQuery",
                "ReferenceCorpus",
            ],
            swiftSettings: strict),
        // What the page sends as it is: its style and its script.
        .target(name: "CPage"),
        .target(
            name: "CPassword", linkerSettings: [.linkedLibrary("crypt", .when(platforms: [.linux]))]
        ),
        .target(
            name: "ReportWeb",
            dependencies: [
                "CPage", "CPassword", "Presentation", "ReferenceCorpus", "ReportIndex",
                "ReportModel", "ReportQuery", "Segmentation",
                .product(name: "FlyingFox", package: "FlyingFox"),
            ],
            swiftSettings: strict),
        .target(
            name: "ReportAssistant",
            dependencies: [
                "Presentation", "ReferenceCorpus", "ReportIndex", "ReportModel", "ReportQuery",
            ],
            swiftSettings: strict),
        .target(
            name: "ReportLibrary",
            dependencies: [
                "Documents", "Ingest", "Ingesting", "ReferenceCorpus", "ReportIndex", "ReportModel",
                "ReportQuery", "Vocabulary",
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "zongjie",
            dependencies: [
                "CICU", "ReportModel", "Vocabulary", "Segmentation", "Documents", "Ingest",
                "Ingesting", "Meaning", "ReportIndex", "ReportQuery", "ReferenceCorpus",
                "Presentation", "ReportAssistant", "ReportWeb",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        // Measures accuracy and speed on a given index; Scripts/bench calls it. Not part of the product.
        .executableTarget(
            name: "benchmark",
            dependencies: [
                "ReportModel", "Segmentation", "ReportIndex", "ReportQuery",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .target(
            name: "TestSupport",
            dependencies: ["Documents", "Ingest", "ReportIndex", "ReportModel"],
            path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(
            name: "DocumentsTests",
            dependencies: ["Documents", "Ingest", "ReportModel", "TestSupport"],
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(
            name: "IngestTests",
            dependencies: ["Documents", "Ingest", "ReportModel", "Vocabulary", "TestSupport"],
            exclude: ["Golden", "Judged"], swiftSettings: strict),
        .testTarget(
            name: "ReportQueryTests",
            dependencies: [
                "Documents", "ReportQuery", "ReportIndex", "ReportModel", "Ingest", "Vocabulary",
                "Segmentation", "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ReportIndexTests",
            dependencies: [
                "ReportIndex", "ReportModel", "Segmentation", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "CommandTests", dependencies: ["TestSupport"], exclude: ["Golden"],
            swiftSettings: strict),
        .testTarget(
            name: "ReferenceCorpusTests",
            dependencies: [
                "Ingest", "ReferenceCorpus", "ReportIndex", "ReportModel", "ReportQuery",
                "Segmentation", "TestSupport",
            ],
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(
            name: "PresentationTests",
            dependencies: [
                "Presentation", "ReferenceCorpus", "ReportIndex", "ReportModel", "ReportQuery",
                "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "MeaningTests",
            dependencies: [
                "Meaning", "ReportModel", "TestSupport",
                .product(name: "FlyingFox", package: "FlyingFox"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ReportWebTests",
            dependencies: [
                "Presentation", "ReportIndex", "ReportModel", "ReportWeb", "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ReportAssistantTests",
            dependencies: [
                "Presentation", "ReportAssistant", "ReportIndex", "ReportModel", "ReportQuery",
                "TestSupport",
            ],
            exclude: ["Golden"], swiftSettings: strict),
        .testTarget(
            name: "ReportLibraryTests", dependencies: ["ReportLibrary", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "SegmentationTests", dependencies: ["Segmentation", "TestSupport"],
            swiftSettings: strict),
    ],
    // `#embed`, which CVocabulary uses, is C23.
    cLanguageStandard: .gnu2x
)

// libFuzzer's targets, which `Scripts/fuzz` builds in a folder of its own: nobody else needs them.
if let runtime = Context.environment["ZONGJIE_FUZZER"] {
    package.targets += [
        .target(name: "CFuzzing", path: "Tests/Fuzzing/CFuzzing"),
        .executableTarget(
            name: "Fuzz",
            dependencies: [
                "CFuzzing", "Documents", "Ingest", "Presentation", "ReferenceCorpus", "ReportIndex",
                "ReportModel", "ReportQuery", "ReportWeb", "TestSupport", "Vocabulary",
            ],
            path: "Tests/Fuzzing/Fuzz", swiftSettings: strict),
    ]
    for target in package.targets where target.type == .executable {
        target.linkerSettings =
            (target.linkerSettings ?? []) + [.unsafeFlags([runtime, "-lstdc++", "-lm"])]
    }
}
