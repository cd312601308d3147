import ReportModel

/// Rows of cells and what stands above them (表格行), which are no headings of the text.
extension Outline {
    /// 附表　2016年主要指标完成情况
    func isTable(_ shape: LineShape) -> Bool {
        shape.length <= 40 && !shape.endsSentence && words.tables.stand(in: shape.bytes, at: 0)
    }

    /// Whether a line is a row of cells.
    func isRow(_ position: Int) -> Bool {
        position < bodyEnd && draft.lines[content[position]].text.utf8.contains(0x09)
    }

    /// Whether a line is a row of a table: two tabs, or one with rows beside it.
    func isTableRow(_ position: Int) -> Bool {
        let tabs = draft.lines[content[position]].text.utf8.count { $0 == 0x09 }
        guard tabs > 0 else { return false }
        let shape = shapes[content[position]]
        guard tabs == 1, let numbering = shape.numbering else {
            return tabs > 1 || isRow(position + 1) || position > titleCount && isRow(position - 1)
        }
        // 2 <tab> 维权与关爱, over 2.1 <tab> …, are headings.
        let isBehindNumber = shape.bytes[..<numbering.length].contains(0x09)
        guard isBehindNumber else { return isRow(position + 1) }
        return isRow(position + 1) && !shape.endsSentence
            && shapes[content[position + 1]].numbering?.rank == numbering.rank
    }

    /// A short line right above two rows of cells or more: 附：2022年任务完成对照.
    func isTitleOfTable(_ position: Int) -> Bool {
        let shape = shapes[content[position]]
        return shape.length <= 40 && !shape.endsSentence && !shape.endsColon && !isRow(position)
            && isRow(position + 1) && isRow(position + 2)
    }

    /// The title of a table without 附：.
    func title(_ shape: LineShape) -> String {
        for word in words.topHeadings
        where shape.bytes.span.holds(word, at: shape.start) && word.suffix(3) == [0xEF, 0xBC, 0x9A]
        {
            return trimmed(shape, shape.start + word.count..<shape.end)
        }
        return heading(shape)
    }
}
