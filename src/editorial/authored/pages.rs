//! The pages beside the atlas, as those who run the site write them: Markdown in `data/pages`.
//!
//! `NAME.md` is German, `NAME.en.md` English. A page that nobody has written does not exist: nothing links to it.

use std::collections::BTreeMap;

use clusteratlas_core::domain::localized::Language;

use crate::said::Both;

use super::prose::{self, Block, Kind, Lists, Misplaced, Piece};
use super::{Files, inside};

/// The folder, in that of the dataset.
pub const FOLDER: &str = "pages";

/// What a page is about, in the order in which pages are offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// The accessibility statement.
    Accessibility,
    /// What the atlas is and how it is used, in Leichte Sprache.
    EasyLanguage,
    /// Who answers for the site.
    Imprint,
    /// What becomes of visitors' data.
    Privacy,
}

impl Topic {
    /// All topics.
    pub const ALL: [Self; 4] = [
        Self::Accessibility,
        Self::EasyLanguage,
        Self::Imprint,
        Self::Privacy,
    ];

    /// The name of the page without language and ending.
    const fn name(self) -> &'static str {
        match self {
            Self::Accessibility => "barrierefreiheit",
            Self::EasyLanguage => "leichte-sprache",
            Self::Imprint => "impressum",
            Self::Privacy => "datenschutz",
        }
    }

    /// The address of the page from the root of the site.
    pub fn address(self, language: Language) -> String {
        self.file(language, "html")
    }

    fn file(self, language: Language, ending: &str) -> String {
        let name = self.name();
        match language {
            Language::German => format!("{name}.{ending}"),
            Language::English => format!("{name}.en.{ending}"),
        }
    }
}

/// What the builder puts in the place of a paragraph such as `{limits}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Insert {
    /// What the tests of accessibility have found.
    Results,
    /// What is not accessible.
    Limits,
    /// How to reach those who run the site.
    Feedback,
    /// The body that arbitrates.
    Arbitration,
    /// The video in sign language, if there is one.
    SignLanguage,
}

impl Insert {
    const ALL: [(&'static str, Self); 5] = [
        ("{results}", Self::Results),
        ("{limits}", Self::Limits),
        ("{feedback}", Self::Feedback),
        ("{arbitration}", Self::Arbitration),
        ("{sign_language}", Self::SignLanguage),
    ];
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Level from 1, and words.
    Heading(usize, String),
    /// Words with links.
    Paragraph(Vec<Piece>),
    /// Items of a list.
    List(Vec<Vec<Piece>>),
    /// What the builder knows.
    Insert(Insert),
}

/// A page in a language; it begins with its one heading of level 1.
#[derive(Clone, Debug)]
pub struct Page {
    /// What it is about.
    pub topic: Topic,
    /// Its language.
    pub language: Language,
    /// What it says.
    pub parts: Vec<Part>,
}

impl Page {
    /// Its address from the root of the site.
    pub fn address(&self) -> String {
        self.topic.address(self.language)
    }
}

/// Pages that every site has.
const ALWAYS: [&str; 3] = ["index.html", "table.html", "table.en.html"];

/// What is no part of a page, with its file.
type Strays = Vec<(String, Misplaced)>;

/// Reads the pages in the order of their topics, and names what is no part of one.
pub(super) fn read(files: &Files) -> (Vec<Page>, Strays) {
    let mut known = Vec::new();
    let mut pages = Vec::new();
    let mut found = Vec::new();
    let texts: BTreeMap<&str, &str> = inside(files, FOLDER).collect();
    for topic in Topic::ALL {
        for language in [Language::German, Language::English] {
            let name = topic.file(language, "md");
            if let Some(text) = texts.get(&*name) {
                let (parts, misplaced) = parts(text);
                found.extend(misplaced.into_iter().map(|one| (name.clone(), one)));
                pages.push(Page {
                    topic,
                    language,
                    parts,
                });
            }
            known.push(name);
        }
    }
    let unknown = texts
        .keys()
        .filter(|name| !known.iter().any(|known| known == *name));
    found.extend(unknown.map(|name| {
        let misplaced = Misplaced {
            line: 1,
            message: ["keine Seite des Internetauftritts", "not a page of the site"].into(),
            hint: [
                "data/README.md nennt die Seiten; legen Sie die Datei woanders ab, oder nennen Sie sie wie eine davon",
                "data/README.md names the pages; move the file elsewhere, or name it like one of them",
            ]
            .into(),
        };
        ((*name).to_owned(), misplaced)
    }));
    for page in &pages {
        let name = page.topic.file(page.language, "md");
        let pieces = page.parts.iter().flat_map(pieces);
        let lost = pieces.filter(|piece| piece.target.as_ref().is_some_and(|target| !leads(target, &pages)));
        found.extend(lost.map(|piece| {
            let misplaced = Misplaced {
                line: piece.line,
                message: ["ein Verweis, der nirgends hinführt", "a link that leads nowhere"].into(),
                hint: [
                    "Verweisen Sie auf https://…, mailto:… oder eine Seite des Internetauftritts wie table.html",
                    "Link to https://…, mailto:… or a page of the site, such as table.html",
                ]
                .into(),
            };
            (name.clone(), misplaced)
        }));
    }
    let with_folder = found
        .into_iter()
        .map(|(name, one)| (format!("{FOLDER}/{name}"), one));
    (pages, with_folder.collect())
}

fn pieces(part: &Part) -> Vec<&Piece> {
    match part {
        Part::Paragraph(pieces) => pieces.iter().collect(),
        Part::List(items) => items.iter().flatten().collect(),
        Part::Heading(..) | Part::Insert(_) => Vec::new(),
    }
}

fn leads(target: &str, pages: &[Page]) -> bool {
    target.starts_with("https://")
        || target.starts_with("mailto:")
        || ALWAYS.contains(&target)
        || pages.iter().any(|page| page.address() == target)
}

/// The parts of a page, and what is none.
pub(super) fn parts(text: &str) -> (Vec<Part>, Vec<Misplaced>) {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let (blocks, mut misplaced) = prose::read(&text, Lists::Taken);
    let mut misplace = |line, message: Both, hint: Both| {
        let (message, hint) = (message.into(), hint.into());
        misplaced.push(Misplaced { line, message, hint });
    };
    let mut parts: Vec<Part> = Vec::new();
    for block in blocks {
        let is_first = parts.is_empty();
        match block.kind {
            Kind::Heading(level) => {
                if (level == 1) != is_first {
                    misplace(
                        block.line,
                        [
                            "eine Überschrift # nicht am Anfang",
                            "a heading # elsewhere than at the beginning",
                        ],
                        [
                            "Beginnen Sie die Seite mit der einen Überschrift #",
                            "Begin the page with the one heading #",
                        ],
                    );
                }
                parts.push(Part::Heading(level, words(&block)));
            }
            Kind::Item => match parts.last_mut() {
                Some(Part::List(items)) => items.push(block.pieces),
                _ => parts.push(Part::List(vec![block.pieces])),
            },
            Kind::Paragraph => match insert(&words(&block)) {
                Some(Ok(insert)) => parts.push(Part::Insert(insert)),
                Some(Err(())) => misplace(
                    block.line,
                    ["kein Name eines Einschubs", "not the name of an insert"],
                    [
                        "data/README.md nennt, was in geschweiften Klammern stehen kann",
                        "data/README.md names what can stand in braces",
                    ],
                ),
                None => parts.push(Part::Paragraph(block.pieces)),
            },
        }
    }
    if !matches!(parts.first(), Some(Part::Heading(1, _))) {
        misplace(
            1,
            ["eine Seite ohne Titel", "a page without a title"],
            [
                "Beginnen Sie die Seite mit einer Überschrift #",
                "Begin the page with a heading #",
            ],
        );
    }
    (parts, misplaced)
}

/// What braces around the whole paragraph ask for.
fn insert(words: &str) -> Option<Result<Insert, ()>> {
    let asks = words.starts_with('{') && words.ends_with('}');
    asks.then(|| {
        let named = Insert::ALL.iter().find(|(name, _)| *name == words);
        named.map(|(_, insert)| *insert).ok_or(())
    })
}

fn words(block: &Block) -> String {
    block.pieces.iter().map(|piece| &*piece.words).collect()
}
