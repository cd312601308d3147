// swift-tools-version: 6.2
import PackageDescription

/// Another program that uses ReportLibrary, as one would write it; Scripts/check builds and runs it.
let package = Package(
    name: "LibraryUser",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "zongjie", path: "../..")],
    targets: [
        .executableTarget(
            name: "LibraryUser",
            dependencies: [.product(name: "ReportLibrary", package: "zongjie")])
    ]
)
