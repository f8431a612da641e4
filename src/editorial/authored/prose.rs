//! Markdown as stories and pages use it: headings, and paragraphs of words and links; in pages lists of them too.
//! Everything else is named.

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use crate::said::{Both, Said};

/// A heading, a paragraph, or an item of a list.
#[derive(Debug)]
pub(super) struct Block {
    /// Line, from 1.
    pub(super) line: usize,
    /// What it is.
    pub(super) kind: Kind,
    /// What is read; of a paragraph or an item never nothing.
    pub(super) pieces: Vec<Piece>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A heading of a level from 1 to 6.
    Heading(usize),
    /// Words of their own.
    Paragraph,
    /// An item of a list.
    Item,
}

/// Words, with the target of their link if they are one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Line, from 1.
    pub line: usize,
    /// What is read; its lines end where those of the file do.
    pub words: String,
    /// Where it leads.
    pub target: Option<String>,
}

/// Whether a text may have lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lists {
    /// As items, without lists in them.
    Taken,
    /// They are named.
    Refused,
}

/// Something that is no part of a story or page.
#[derive(Debug, PartialEq, Eq)]
pub struct Misplaced {
    /// Line, from 1.
    pub line: usize,
    /// What it is.
    pub message: Said,
    /// What to do.
    pub hint: Said,
}

/// Reads a text; its blocks stand in their order.
pub(super) fn read(text: &str, lists: Lists) -> (Vec<Block>, Vec<Misplaced>) {
    let mut reader = Reader {
        text,
        lists,
        blocks: Vec::new(),
        link: None,
        misplaced: Vec::new(),
    };
    // How many unsupported blocks are open: what they hold is left out with them.
    let mut unsupported = 0_usize;
    for (event, range) in Parser::new(text).into_offset_iter() {
        match event {
            Event::Start(_) if unsupported > 0 => unsupported += 1,
            Event::End(_) if unsupported > 0 => unsupported -= 1,
            _ if unsupported > 0 => {}
            event => unsupported += usize::from(!reader.take(event, range.start)),
        }
    }
    reader.find_broken_links();
    // What is unsupported may have been all of a paragraph.
    reader
        .blocks
        .retain(|block| matches!(block.kind, Kind::Heading(_)) || !block.pieces.is_empty());
    (reader.blocks, reader.misplaced)
}

struct Reader<'t> {
    text: &'t str,
    lists: Lists,
    blocks: Vec<Block>,
    /// Target of the link that is open.
    link: Option<String>,
    misplaced: Vec<Misplaced>,
}

impl Reader<'_> {
    /// Takes what stands at `position`; false for the beginning of a block that is left out.
    fn take(&mut self, event: Event<'_>, position: usize) -> bool {
        let begins_block = matches!(event, Event::Start(_));
        match event {
            Event::Text(words) => self.push(&words, position),
            Event::SoftBreak | Event::HardBreak => self.push("\n", position),
            Event::Start(Tag::List(None)) if self.lists == Lists::Taken => {}
            Event::Start(Tag::Item) if self.lists == Lists::Taken => self.begin(Kind::Item, position),
            // An item may hold its words in a paragraph.
            Event::Start(Tag::Paragraph) if self.is_in_empty_item() => {}
            Event::Start(Tag::Paragraph) => self.begin(Kind::Paragraph, position),
            Event::Start(Tag::Heading { level, .. }) => {
                let underlined = self
                    .text
                    .get(position..)
                    .is_some_and(|text| !text.starts_with('#'));
                if underlined {
                    self.misplace(
                        position,
                        ["eine unterstrichene Überschrift", "an underlined heading"],
                        ["Schreiben Sie ## davor", "Write ## before it"],
                    );
                }
                self.begin(Kind::Heading(level as usize), position);
            }
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            }) => self.begin_link(link_type, &dest_url, &title, position),
            Event::End(TagEnd::Link) => self.end_link(position),
            Event::End(_) => {}
            Event::Start(Tag::Emphasis | Tag::Strong) => {
                self.misplace(
                    position,
                    ["hervorgehobene Wörter", "emphasised words"],
                    [
                        "Entfernen Sie die * oder _ davor und dahinter",
                        "Take the * or _ around them out",
                    ],
                );
            }
            Event::Start(Tag::Image { .. }) => {
                self.misplace(
                    position,
                    ["ein Bild", "an image"],
                    [
                        "Entfernen Sie es: Die Ansicht ist das Bild",
                        "Take it out: the view is the picture",
                    ],
                );
            }
            Event::Code(words) => {
                self.misplace(
                    position,
                    ["Wörter als Programmtext", "words as code"],
                    [
                        "Entfernen Sie die ` davor und dahinter",
                        "Take the ` around them out",
                    ],
                );
                self.push(&words, position);
            }
            Event::InlineHtml(_) => self.misplace(position, HTML, WRITE_PARAGRAPHS),
            other => {
                self.misplace(position, name(&other), WRITE_PARAGRAPHS);
                return !begins_block;
            }
        }
        true
    }

    fn begin(&mut self, kind: Kind, position: usize) {
        let line = self.line(position);
        let pieces = Vec::new();
        self.blocks.push(Block { line, kind, pieces });
    }

    fn is_in_empty_item(&self) -> bool {
        let last = self.blocks.last();
        last.is_some_and(|block| block.kind == Kind::Item && block.pieces.is_empty())
    }

    fn begin_link(&mut self, link_type: LinkType, target: &str, title: &str, position: usize) {
        if link_type != LinkType::Inline || !title.is_empty() {
            self.misplace(
                position,
                ["ein Verweis in anderer Form", "a link of another form"],
                WRITE_LINK,
            );
        }
        if self
            .blocks
            .last()
            .is_some_and(|block| matches!(block.kind, Kind::Heading(_)))
        {
            self.misplace(
                position,
                ["ein Verweis in einer Überschrift", "a link in a heading"],
                ["Setzen Sie ihn in einen Absatz", "Move it to a paragraph"],
            );
        }
        self.link = Some(target.to_owned());
        self.push("", position);
    }

    fn end_link(&mut self, position: usize) {
        self.link = None;
        let last = self.blocks.last_mut().map(|block| &mut block.pieces);
        if let Some(pieces) = last.filter(|pieces| pieces.last().is_some_and(|piece| piece.words.is_empty()))
        {
            pieces.pop();
            self.misplace(
                position,
                ["ein Verweis ohne Wörter", "a link without words"],
                WRITE_LINK,
            );
        }
    }

    /// Adds words to the open block, and to its last piece where that has the same target.
    fn push(&mut self, words: &str, position: usize) {
        let line = self.line(position);
        let Some(block) = self.blocks.last_mut() else {
            return;
        };
        match block.pieces.last_mut() {
            Some(piece) if piece.target == self.link => piece.words.push_str(words),
            _ => block.pieces.push(Piece {
                line,
                words: words.to_owned(),
                target: self.link.clone(),
            }),
        }
    }

    /// Words that were meant to be a link: a blank in the wrong place makes them plain words.
    fn find_broken_links(&mut self) {
        let pieces = self.blocks.iter().flat_map(|block| &block.pieces);
        let broken = pieces.filter(|piece| piece.words.contains("](") || piece.words.contains("] ("));
        self.misplaced.extend(broken.map(|piece| Misplaced {
            line: piece.line,
            message: ["Klammern, die kein Verweis sind", "brackets that are no link"].into(),
            hint: WRITE_LINK.into(),
        }));
    }

    fn misplace(&mut self, position: usize, message: Both, hint: Both) {
        let found = Misplaced {
            line: self.line(position),
            message: message.into(),
            hint: hint.into(),
        };
        // A pair of tags on a line is one thing to mend.
        if self.misplaced.last() != Some(&found) {
            self.misplaced.push(found);
        }
    }

    fn line(&self, position: usize) -> usize {
        let before = self.text.get(..position).unwrap_or_default();
        1 + before.matches('\n').count()
    }
}

const HTML: Both = ["eingefügtes HTML", "HTML"];
const WRITE_PARAGRAPHS: Both = [
    "Schreiben Sie Absätze mit Verweisen und sonst nichts",
    "Write paragraphs with links and nothing else",
];
const WRITE_LINK: Both = [
    "Schreiben Sie [Wörter](cluster:KENNUNG) oder [Wörter](https://…) ohne Leerzeichen vor oder in den runden Klammern",
    "Write [words](cluster:ID) or [words](https://…) without a blank before or in the parentheses",
];

fn name(event: &Event<'_>) -> Both {
    match event {
        Event::Start(Tag::List(_)) => ["eine Liste", "a list"],
        Event::Start(Tag::BlockQuote(_)) => ["ein Zitat", "a quotation"],
        Event::Start(Tag::CodeBlock(_)) => ["ein Block mit Programmtext", "a block of code"],
        Event::Start(Tag::HtmlBlock) => HTML,
        Event::Rule => ["eine Trennlinie", "a rule across the page"],
        _ => ["nicht unterstütztes Markdown", "unsupported Markdown"],
    }
}
