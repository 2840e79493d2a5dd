import KoreanText
import Proceedings

/// Tells the headings among marked blocks from the items of lists, and finds the level of each.
struct Outline {
    /// The level of each heading by its position among the blocks.
    private(set) var levels: [Int: Int] = [:]

    let layout: Layout

    init(_ layout: Layout, _ blocks: inout [Block]) {
        self.layout = layout
        classify(&blocks)
        nest(blocks)
    }

    private func classify(_ blocks: inout [Block]) {
        var plain = [Bool](repeating: false, count: blocks.count)
        var hasContent = plain
        var runs: [[Int]] = []
        var openRuns: [BlockMarker.Style: Int] = [:]
        // By their places: a block is not copied to be looked at.
        for index in blocks.indices where blocks[index].kind == .bullet && blocks[index].turn == nil {
            guard let marker = blocks[index].marker, marker.style.canHead else { continue }
            plain[index] = isPlain(blocks[index])
            hasContent[index] = index + 1 < blocks.count && blocks[index + 1].marker?.style != marker.style
            if let run = openRuns[marker.style],
                !marker.style.isCounted || marker.number > (blocks[runs[run].last ?? 0].marker?.number ?? 0)
            {
                runs[run].append(index)
            } else {
                openRuns[marker.style] = runs.count
                runs.append([index])
            }
        }
        for run in runs {
            // Of a list only the last has something after it; a heading stands by itself.
            if run.count > 1, !run.contains(where: { plain[$0] && hasContent[$0] && !follows($0, in: blocks) }) {
                continue
            }
            let heading = run.count { plain[$0] && hasContent[$0] }
            if isList(run, in: blocks, plain: plain, heading: heading) { continue }
            let item = run.count - heading
            let isLone = run.count == 1 && run.first.map { plain[$0] && $0 == blocks.count - 1 } == true
            for index in run
            where plain[index] && (heading > item || isLone || (heading == item && hasContent[index])) {
                blocks[index].kind = .heading
            }
        }
    }

    /// Whether blocks that begin with a sign (`○ …`) are the items of a list that have items of their own below them.
    ///
    /// They stand below something else, and are all of one kind: some are sentences or go on over lines, as no heading does, or have nothing
    /// below them.
    private func isList(_ run: [Int], in blocks: [Block], plain: [Bool], heading: Int) -> Bool {
        guard let first = run.first, let style = blocks[first].marker?.style, case .sign = style, heading > 0,
            blocks[..<first].contains(where: { $0.marker?.style.canHead == true && $0.marker?.style != style })
        else { return false }
        // Prose stands below a heading.
        let overProse = run.count { $0 + 1 < blocks.count && blocks[$0 + 1].marker == nil }
        guard overProse * 2 < heading else { return false }
        return run.contains { !plain[$0] } || (run.count - heading) * 4 > run.count
    }

    /// Whether a block comes right after one whose marker is of the same form.
    private func follows(_ index: Int, in blocks: [Block]) -> Bool {
        index > 0 && blocks[index - 1].marker?.style == blocks[index].marker?.style
    }

    /// The widest line, in columns, that may end as statements do and be a heading.
    private static let widestNote = 40

    /// Whether a block reads like a heading: a line or two, without a sentence that ends in it.
    private func isPlain(_ block: Block) -> Bool {
        guard block.rows.count <= 2, let first = block.rows.first, let last = block.rows.last else { return false }
        let isSign = block.marker.map { !$0.style.isCounted } ?? false
        if isSign, block.rows.count > 1 { return false }
        let text = layout.text(block)
        if text.utf8.last == 0x2E || text.holds("다. ") || text.holds("요. ") || text.holds("음. ") { return false }
        if Punctuation.expectsMore(layout.manuscript, last) { return false }
        return layout.width(first) <= Self.widestNote || !SentenceWords.statementEnds.match(text, atLeast: 0)
    }

    /// Levels by the order in which the styles first appear: what came first stands above what came later.
    private mutating func nest(_ blocks: [Block]) {
        var ranks: [BlockMarker.Style: Int] = [:]
        var stack: [Int] = []
        let standBeside = bracketsStandBeside(blocks)
        for index in blocks.indices where blocks[index].kind == .heading {
            guard let style = blocks[index].marker?.style else { continue }
            if standBeside, case .bracketed = style {
                stack = []
                levels[index] = 1
                continue
            }
            let rank = ranks[style] ?? ranks.count
            ranks[style] = rank
            while let last = stack.last, last >= rank { stack.removeLast() }
            stack.append(rank)
            levels[index] = stack.count
        }
    }

    /// Whether headings in brackets (`<요약>`) stand beside the sections that are numbered and not above them: these begin only once.
    private func bracketsStandBeside(_ blocks: [Block]) -> Bool {
        let markers = blocks.lazy.filter { $0.kind == .heading }.compactMap(\.marker)
        guard let counted = markers.first(where: \.style.isCounted)?.style else { return false }
        return markers.count { $0.style == counted && $0.number == 1 } == 1
    }
}
