//! A story's Markdown -> a record like those of the other files, and what is no part of a story.
//!
//! A head between two lines `---` has the titles, the date and the sources. Each step has a German heading
//! `##` with its text, the English heading `###` with its text, and a line `view:` with the link.

use serde_json::{Map, Value, json};

use crate::said::Both;

use super::list::List;
use super::prose::{self, Block, Kind, Lists, Misplaced, Piece};
use super::record::{Lines, Record};

/// Path of the file of the story with that id, in the folder of the dataset.
pub(super) fn file(id: &str) -> String {
    format!("{}/{id}.md", List::Stories.file())
}

/// Reads the file of the story with that id. Without a head it is no record.
pub(super) fn read(id: &str, text: &str) -> (Option<Record>, Vec<Misplaced>) {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let mut story = Story::default();
    let Some(body) = story.read_head(&text) else {
        story.misplace(
            1,
            ["der Kopf fehlt", "the head is missing"],
            [
                "Beginnen Sie mit dem Kopf zwischen zwei Zeilen ---",
                "Begin with the head between two lines ---",
            ],
        );
        return (None, story.misplaced);
    };
    let (body, views) = without_views(&body);
    let (blocks, misplaced) = prose::read(&body, Lists::Refused);
    story.misplaced.extend(misplaced);

    let mut parts: Vec<(usize, Part<'_>)> = blocks
        .into_iter()
        .map(|block| (block.line, Part::Block(block)))
        .collect();
    parts.extend(views.into_iter().map(|(line, view)| (line, Part::View(view))));
    parts.sort_by_key(|(line, _)| *line);
    for (line, part) in &parts {
        match part {
            Part::Block(block) => story.add_block(block),
            Part::View(view) => story.add_view(*line, view),
        }
    }
    story.misplaced.sort_by_key(|misplaced| misplaced.line);
    let misplaced = std::mem::take(&mut story.misplaced);
    (Some(story.record(id)), misplaced)
}

enum Part<'t> {
    Block(Block),
    View(&'t str),
}

/// What has been read so far.
#[derive(Default)]
struct Story {
    head: Map<String, Value>,
    sources: Vec<Value>,
    steps: Vec<Map<String, Value>>,
    lines: Lines,
    misplaced: Vec<Misplaced>,
}

impl Story {
    /// Reads the head and gives the text without it, line for line; nothing where there is no head.
    fn read_head(&mut self, text: &str) -> Option<String> {
        let ends: Vec<usize> = (1..)
            .zip(text.lines())
            .filter(|(_, line)| line.trim_end() == HEAD_MARK)
            .map(|(line, _)| line)
            .take(2)
            .collect();
        let &[1, end] = ends.as_slice() else {
            return None;
        };
        for (line, text) in (1..end).zip(text.lines()).skip(1) {
            if !text.trim().is_empty() {
                self.read_head_line(line, text);
            }
        }
        let rest = text.lines().skip(end).map(|line| format!("{line}\n"));
        Some(std::iter::repeat_n("\n".to_owned(), end).chain(rest).collect())
    }

    fn read_head_line(&mut self, line: usize, text: &str) {
        let (name, value) = text.split_once(':').unwrap_or((text, ""));
        let (name, value) = (name.trim(), value.trim());
        match name {
            "source" => {
                self.lines.add(format!("sources[{}]", self.sources.len()), line);
                self.sources.push(source(value));
                if value.matches('|').count() > 3 {
                    let message = [
                        "eine Quelle mit mehr als vier Teilen",
                        "a source of more than four parts",
                    ];
                    self.misplace(line, message, WRITE_SOURCE);
                }
            }
            "title_de" | "title_en" | "date" => {
                self.lines.add(name.to_owned(), line);
                if self.head.insert(name.to_owned(), value.into()).is_some() {
                    self.misplace(
                        line,
                        ["doppelt angegeben", "stated twice"],
                        ["Entfernen Sie eine von beiden Zeilen", "Take one of both out"],
                    );
                }
            }
            _ => self.misplace(
                line,
                ["keine Zeile des Kopfes", "not a line of the head"],
                [
                    "Der Kopf hat title_de, title_en, date und für jede Quelle eine Zeile source",
                    "The head has title_de, title_en, date and a line source for each source",
                ],
            ),
        }
    }

    fn add_block(&mut self, block: &Block) {
        let english = self.steps.last().map(|step| step.contains_key("heading_en"));
        match (block.kind, english) {
            (Kind::Heading(2), _) => {
                self.lines.add(format!("steps[{}]", self.steps.len()), block.line);
                let step = json!({ "heading_de": words(block), "text_de": [], "text_en": [] });
                self.steps.extend(step.as_object().cloned());
            }
            (Kind::Heading(3), Some(false)) => self.set(block.line, "heading_en", words(block).into()),
            (Kind::Heading(3), Some(true)) => self.misplace(
                block.line,
                [
                    "eine zweite englische Überschrift in einem Schritt",
                    "a second English heading in a step",
                ],
                [
                    "Beginnen Sie den nächsten Schritt mit seiner deutschen Überschrift ##",
                    "Begin the next step with its German heading ##",
                ],
            ),
            (Kind::Paragraph, Some(english)) => {
                self.add_paragraph(if english { "text_en" } else { "text_de" }, block);
            }
            (Kind::Paragraph | Kind::Heading(3), None) => self.misplace(
                block.line,
                ["Text vor dem ersten Schritt", "text before the first step"],
                [
                    "Beginnen Sie jeden Schritt mit seiner deutschen Überschrift ##",
                    "Begin each step with its German heading ##",
                ],
            ),
            _ => self.misplace(
                block.line,
                [
                    "eine Überschrift einer anderen Ebene",
                    "a heading of another level",
                ],
                [
                    "Schreiben Sie ## vor deutsche und ### vor englische Überschriften",
                    "Write ## before German and ### before English headings",
                ],
            ),
        }
    }

    fn add_paragraph(&mut self, field: &str, block: &Block) {
        let step = self.steps.len().saturating_sub(1);
        let Some(Value::Array(paragraphs)) = self.steps.last_mut().and_then(|step| step.get_mut(field))
        else {
            return;
        };
        let path = format!("steps[{step}].{field}[{}]", paragraphs.len());
        for (position, piece) in block.pieces.iter().enumerate() {
            self.lines.add(format!("{path}[{position}]"), piece.line);
        }
        paragraphs.push(block.pieces.iter().map(link).collect());
    }

    fn add_view(&mut self, line: usize, view: &str) {
        match self.steps.last().map(|step| step.contains_key("view")) {
            Some(false) => self.set(line, "view", view.into()),
            Some(true) => self.misplace(
                line,
                ["eine zweite Ansicht in einem Schritt", "a second view in a step"],
                [
                    "Lassen Sie für jeden Schritt eine stehen",
                    "Leave one for each step",
                ],
            ),
            None => self.misplace(
                line,
                [
                    "eine Ansicht vor dem ersten Schritt",
                    "a view before the first step",
                ],
                [
                    "Setzen Sie sie unter eine Überschrift ##",
                    "Move it below a heading ##",
                ],
            ),
        }
    }

    /// Sets a field of the last step.
    fn set(&mut self, line: usize, field: &str, value: Value) {
        let path = format!("steps[{}].{field}", self.steps.len().saturating_sub(1));
        self.lines.add(path, line);
        if let Some(step) = self.steps.last_mut() {
            step.insert(field.to_owned(), value);
        }
    }

    fn misplace(&mut self, line: usize, message: Both, hint: Both) {
        let (message, hint) = (message.into(), hint.into());
        self.misplaced.push(Misplaced { line, message, hint });
    }

    fn record(self, id: &str) -> Record {
        let mut fields = self.head;
        fields.insert("id".to_owned(), id.into());
        fields.insert("sources".to_owned(), self.sources.into());
        fields.insert(
            "steps".to_owned(),
            self.steps.into_iter().map(Value::from).collect(),
        );
        Record::new(List::Stories, 1, fields).on_lines(self.lines)
    }
}

const HEAD_MARK: &str = "---";
const WRITE_SOURCE: Both = [
    "Schreiben Sie ADRESSE | TITEL | HERAUSGEBER | DATUM und darin kein |",
    "Write ADDRESS | TITLE | PUBLISHER | DATE and put no | into them",
];

/// `ADDRESS | TITLE | PUBLISHER | DATE`, where the last two may be left out and the address may be the id of
/// a given document.
fn source(text: &str) -> Value {
    let parts: Vec<&str> = text.split('|').map(str::trim).collect();
    let part = |position: usize| parts.get(position).filter(|part| !part.is_empty());
    let address = part(0);
    let given = address.filter(|address| address.starts_with("seed:"));
    json!({
        "id": given,
        "url": address.filter(|_| given.is_none()),
        "title": part(1),
        "publisher": part(2),
        "published": part(3),
    })
}

fn words(block: &Block) -> String {
    block.pieces.iter().map(|piece| &*piece.words).collect()
}

/// A target with `://` is an address of the web; any other must be a record.
fn link(piece: &Piece) -> Value {
    let words = piece.words.replace('\n', " ");
    match &piece.target {
        None => json!({ "words": words }),
        Some(url) if url.contains("://") => json!({ "words": words, "url": url }),
        Some(record) => json!({ "words": words, "record": record }),
    }
}

/// The text with an empty line for each view, and the fragments of the views with their lines.
fn without_views(text: &str) -> (String, Vec<(usize, &str)>) {
    let mut views = Vec::new();
    let mut rest = String::with_capacity(text.len());
    for (line, text) in (1..).zip(text.lines()) {
        match text.strip_prefix("view:") {
            // Of a whole address from the browser only the fragment counts.
            Some(link) => views.push((line, link.split_once('#').map_or(link, |(_, view)| view).trim())),
            None => rest.push_str(text),
        }
        rest.push('\n');
    }
    (rest, views)
}
