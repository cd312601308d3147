import Foundation
import GRDB

/// The tables of an index and the version stamped into it (表结构).
enum Schema {
    /// `ZJIE` in ASCII: marks an SQLite file as one of ours.
    static let applicationID = 0x5A4A_4945
    /// The version of everything below and of the blobs; a file of another version is refused.
    static let version = 5

    static func create(in db: Database) throws {
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(version)")
        try db.execute(sql: tables)
        for table in TableSeals.tables {
            try db.execute(sql: "INSERT INTO seal VALUES (?, 0)", arguments: [table])
        }
        try TableSeals.watch(db)
        try db.execute(
            sql: "INSERT INTO meta VALUES ('identity', ?), ('commits', 0)",
            arguments: [UUID().uuidString])
        try TableSeals.write(db)
    }

    private static let tables = """
        -- `identity` tells this file from others, `commits` one state of it from the next.
        CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        -- What the rows of each table come to: see `TableSeals`.
        CREATE TABLE seal(name TEXT PRIMARY KEY, sum INTEGER NOT NULL) WITHOUT ROWID;

        -- A file on disk; an archive holds several sources.
        CREATE TABLE file(
            id INTEGER PRIMARY KEY, path TEXT NOT NULL, location TEXT NOT NULL UNIQUE,
            size INTEGER NOT NULL, modified INTEGER NOT NULL, hash TEXT NOT NULL, rules TEXT NOT NULL);

        CREATE TABLE label(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);

        CREATE TABLE skipped(
            path TEXT PRIMARY KEY, refusal TEXT NOT NULL DEFAULT '{}') WITHOUT ROWID;

        CREATE TABLE source(
            id INTEGER PRIMARY KEY, file_id INTEGER NOT NULL REFERENCES file(id),
            path TEXT NOT NULL, encoding TEXT NOT NULL, line_count INTEGER NOT NULL,
            properties TEXT NOT NULL, doubts TEXT NOT NULL);
        CREATE INDEX source_file ON source(file_id);
        CREATE INDEX source_path ON source(path);

        CREATE TABLE report(
            id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL REFERENCES source(id),
            number INTEGER NOT NULL, title TEXT NOT NULL,
            first_line INTEGER NOT NULL, last_line INTEGER NOT NULL,
            unit TEXT, unit_type TEXT NOT NULL, admin_level TEXT NOT NULL, region TEXT NOT NULL,
            year INTEGER, year_min INTEGER, year_max INTEGER, year_basis TEXT NOT NULL,
            publisher_year INTEGER, period TEXT, evidence TEXT NOT NULL, doubts TEXT NOT NULL,
            -- A report's passages stand side by side.
            first_passage INTEGER NOT NULL, passage_count INTEGER NOT NULL);
        CREATE INDEX report_source ON report(source_id);

        CREATE TABLE repair(
            report_id INTEGER NOT NULL REFERENCES report(id), kind TEXT NOT NULL,
            line INTEGER NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL);
        CREATE INDEX repair_report ON repair(report_id);

        -- A heading path, outermost first, U+001F between the headings.
        CREATE TABLE section(
            id INTEGER PRIMARY KEY, report_id INTEGER NOT NULL REFERENCES report(id),
            path TEXT NOT NULL);
        CREATE INDEX section_report ON section(report_id);

        CREATE TABLE passage(
            id INTEGER PRIMARY KEY, report_id INTEGER NOT NULL REFERENCES report(id),
            section_id INTEGER REFERENCES section(id), line INTEGER NOT NULL,
            end_line INTEGER, byte_offset INTEGER, locator TEXT, role TEXT NOT NULL,
            heading_level INTEGER,
            own_heading TEXT, kind TEXT NOT NULL, concerns_year INTEGER, topics INTEGER NOT NULL,
            text TEXT NOT NULL, raw BLOB, breaks BLOB NOT NULL, evidence BLOB, activities BLOB);

        -- What a person decided: line 0 is the report that begins at `first_line`.
        CREATE TABLE decision(
            path TEXT NOT NULL, first_line INTEGER NOT NULL, line INTEGER NOT NULL,
            field TEXT NOT NULL, value TEXT NOT NULL, words TEXT NOT NULL, made TEXT NOT NULL,
            PRIMARY KEY(path, first_line, line, field)) WITHOUT ROWID;

        -- Frozen selections: what was asked, and which passages it gave, by path, line and hash of the
        -- text. `passage` is where the passage was while the index had the stamp `places`.
        CREATE TABLE selection(
            id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, made TEXT NOT NULL,
            definition TEXT NOT NULL, counts TEXT NOT NULL, tool TEXT NOT NULL,
            content TEXT NOT NULL, places TEXT NOT NULL);
        CREATE TABLE selection_source(
            selection_id INTEGER NOT NULL, number INTEGER NOT NULL, path TEXT NOT NULL,
            hash TEXT NOT NULL, PRIMARY KEY(selection_id, number)) WITHOUT ROWID;
        CREATE TABLE selection_passage(
            selection_id INTEGER NOT NULL, position INTEGER NOT NULL, source INTEGER NOT NULL,
            line INTEGER NOT NULL, text_hash TEXT NOT NULL, tag_hash TEXT NOT NULL,
            copies INTEGER NOT NULL, passage INTEGER NOT NULL,
            PRIMARY KEY(selection_id, position)) WITHOUT ROWID;

        -- Exact search: every character of every passage, with positions. Noise stays out: it is
        -- little, and who wants it searched scans it.
        CREATE VIEW searchable AS SELECT id, text FROM passage WHERE role <> 'noise';
        CREATE INDEX passage_noise ON passage(id) WHERE role = 'noise';
        CREATE VIRTUAL TABLE passage_text USING fts5(
            text, content='searchable', content_rowid='id', columnsize=0,
            tokenize='\(CharacterTokenizer.name)');

        -- Ranked search: posting lists of runs of passages.
        CREATE TABLE shard(
            id INTEGER PRIMARY KEY, first INTEGER NOT NULL, count INTEGER NOT NULL,
            columns BLOB NOT NULL, keys BLOB NOT NULL);
        CREATE TABLE term_block(id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
        """
}
