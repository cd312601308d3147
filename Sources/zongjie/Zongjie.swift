import ArgumentParser

@main
struct Zongjie: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "zongjie")
}
