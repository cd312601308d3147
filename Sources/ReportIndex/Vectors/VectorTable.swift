import GRDB
import ReportModel

/// The vectors of the passages, in memory (向量表).
package struct VectorTable: Sendable {
    /// The model that made them.
    package let model: String
    package let dimension: Int
    /// Passage ids, rising.
    private var passages: [Int64] = []
    private var scales: [Float] = []
    /// `dimension` numbers for each passage.
    private var numbers: [Int8] = []

    package var count: Int { passages.count }

    /// - Throws: `DatabaseError` for rows of another length than the first.
    init?(_ db: Database) throws {
        guard let model = try VectorRows.model(db) else { return nil }
        self.model = model
        var dimension = 0
        let rows = try Row.fetchCursor(
            db, sql: "SELECT passage, bytes FROM vector ORDER BY passage")
        while let row = try rows.next() {
            guard let vector = PackedVector(bytes: try row.bytes(1) ?? []),
                dimension == 0 || vector.dimension == dimension
            else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "vectors") }
            dimension = vector.dimension
            passages.append(try row.id(0))
            scales.append(vector.scale)
            for byte in vector.bytes.dropFirst(PackedVector.head) {
                numbers.append(Int8(bitPattern: byte))
            }
        }
        self.dimension = dimension
    }

    /// Calls `body` with every passage's cosine with a vector, in order of the ids.
    /// O(passages · dimension). A vector of another dimension is like none.
    package func forEachCosine(
        with other: PackedVector, _ body: (_ passage: Int64, _ cosine: Double) -> Void
    ) {
        guard other.dimension == dimension else { return }
        let asked = other.bytes.dropFirst(PackedVector.head).map { Int8(bitPattern: $0) }
        let scale = other.scale
        let (mine, theirs) = (numbers.span, asked.span)
        for row in passages.indices {
            var sum: Int32 = 0
            let start = row * dimension
            for place in 0..<dimension {
                sum &+= Int32(mine[start + place]) &* Int32(theirs[place])
            }
            body(passages[row], Double(Float(sum) * scales[row] * scale))
        }
    }
}

extension IndexReading {
    /// The vectors of this state; `nil` when no model was ever used.
    package func vectors() throws(ReportError) -> VectorTable? {
        let kept = try database.kept(\.vectors, of: state) { () throws(ReportError) in
            KeptVectors(table: try read { db in try VectorTable(db) })
        }
        return kept.table
    }
}

/// What is kept of a state's vectors, that there are none too.
struct KeptVectors: Sendable {
    let table: VectorTable?
}
