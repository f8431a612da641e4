//! The pages beside the atlas: accessibility statement, Leichte Sprache, legal notice, privacy.
//!
//! Plain HTML like the tables, for a strict content security policy. What stands in `<main>` is shown by the offline
//! edition as well.

mod inserts;
mod links;
mod words;

use anyhow::{Context, Result};
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::locale::texts;

use super::changelog;
use super::tables::html::escaped;
use crate::accessibility::Accessibility;
use crate::configuration::Configuration;
use clusteratlas_editorial::authored::Piece;
use clusteratlas_editorial::authored::pages::{Page, Part, Topic};
use clusteratlas_editorial::changelog::Entry;
use words::words;

/// The pages of a site, and what they are made with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pages<'a> {
    /// What was written.
    pub(super) authored: &'a [Page],
    /// What those who run the site have decided.
    pub(super) configuration: &'a Configuration,
    /// What is known about accessibility.
    pub(super) accessibility: Option<&'a Accessibility>,
}

/// What tells one page from another.
#[derive(Clone, Copy, Debug)]
struct Frame<'a> {
    language: Language,
    /// Words.
    title: &'a str,
    /// Words.
    description: &'a str,
    /// Address of the same page in the other language.
    other: Option<&'a str>,
    /// Attributes of the root.
    root: &'a str,
    /// Classes of the main part.
    kind: &'a str,
    /// HTML.
    main: &'a str,
}

impl Pages<'_> {
    /// Every address at which a page can lie, from the root of the site, and the page that lies there.
    pub(super) fn files(&self) -> Result<Vec<(String, Option<String>)>> {
        let mut files = Vec::new();
        for topic in Topic::ALL {
            for language in [Language::German, Language::English] {
                let page = self
                    .find(topic, language)
                    .map(|page| self.html(page).with_context(|| page.address()));
                files.push((topic.address(language), page.transpose()?));
            }
        }
        Ok(files)
    }

    /// The links to all pages, for the foot of the atlas.
    pub(super) fn links(&self) -> String {
        links::of_atlas(self.authored, self.configuration)
    }

    /// The same for the foot of a page of text.
    pub(super) fn foot(&self, language: Language) -> String {
        links::of_page(self.authored, self.configuration, language)
    }

    fn find(&self, topic: Topic, language: Language) -> Option<&Page> {
        self.authored
            .iter()
            .find(|page| page.topic == topic && page.language == language)
    }

    /// The change log of the dataset in both languages.
    pub(super) fn changelog(&self, entries: &[Entry]) -> [(String, Option<String>); 2] {
        [Language::German, Language::English].map(|language| {
            let page = |language| texts(language).changes();
            let html = self.frame(&Frame {
                language,
                title: page(language).title,
                description: changelog::about(language),
                other: Some(page(other(language)).address),
                root: "",
                kind: "text-page",
                main: &changelog::main(entries, language),
            });
            (page(language).address.to_owned(), Some(html))
        })
    }

    fn html(&self, page: &Page) -> Result<String> {
        let language = page.language;
        let title = match page.parts.first() {
            Some(Part::Heading(_, title)) => title,
            _ => words::title(page.topic, language),
        };
        let description = page.parts.iter().find_map(|part| match part {
            Part::Paragraph(pieces) => Some(pieces.iter().map(|piece| &*piece.words).collect::<String>()),
            _ => None,
        });
        // Leichte Sprache stands on a light ground, whatever the visitor prefers elsewhere: BITV 2.0, annex 2.
        let (root, kind) = match page.topic {
            Topic::EasyLanguage => (" class=\"light\"", "text-page text-page--easy"),
            _ => ("", "text-page"),
        };
        let mut main = String::new();
        for part in &page.parts {
            main.push_str(&self.part(part, language)?);
        }
        let other = self.find(page.topic, other(language)).map(Page::address);
        Ok(self.frame(&Frame {
            language,
            title,
            description: &description.unwrap_or_default().replace('\n', " "),
            other: other.as_deref(),
            root,
            kind,
            main: &main,
        }))
    }

    fn frame(&self, page: &Frame<'_>) -> String {
        let language = page.language;
        let words = words(language);
        let code = language.code();
        let title = escaped(&format!("{} – {}", page.title, texts(language).title));
        let description = escaped(page.description);
        let mut alternate = String::new();
        let mut way = String::new();
        if let Some(address) = page.other {
            let code = other(language).code();
            let text = escaped(self::words(other(language)).other);
            alternate = format!("<link rel=\"alternate\" hreflang=\"{code}\" href=\"{address}\">\n");
            way = format!("<li><a href=\"{address}\" hreflang=\"{code}\" lang=\"{code}\">{text}</a></li>\n");
        }
        let (ways, atlas) = (escaped(words.ways), escaped(words.atlas));
        let Frame { root, kind, main, .. } = page;
        let foot = self.foot(language);
        format!(
            "<!doctype html>\n<html lang=\"{code}\"{root}>\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
             <meta name=\"description\" content=\"{description}\">\n\
             <link rel=\"icon\" href=\"icons/icon.svg\" type=\"image/svg+xml\">\n\
             <link rel=\"stylesheet\" href=\"table.css\">\n<link rel=\"stylesheet\" href=\"text-page.css\">\n{alternate}</head>\n<body class=\"narrow\">\n\
             <header>\n<nav aria-label=\"{ways}\">\n<ul>\n<li><a href=\"index.html\">{atlas}</a></li>\n{way}</ul>\n</nav>\n\
             </header>\n<main class=\"{kind}\">\n{main}</main>\n<footer>\n{foot}</footer>\n</body>\n</html>\n"
        )
    }

    fn part(&self, part: &Part, language: Language) -> Result<String> {
        Ok(match part {
            Part::Heading(level, words) => format!("<h{level}>{}</h{level}>\n", escaped(words)),
            Part::Paragraph(pieces) => format!("<p>{}</p>\n", inline(pieces)),
            Part::List(items) => {
                let items = items.iter().map(|item| format!("<li>{}</li>\n", inline(item)));
                let items = items.collect::<Vec<_>>().concat();
                format!("<ul>\n{items}</ul>\n")
            }
            Part::Insert(insert) => self.insert(*insert, language)?,
        })
    }
}

/// The language that it is not.
const fn other(language: Language) -> Language {
    match language {
        Language::German => Language::English,
        Language::English => Language::German,
    }
}

/// Words and links.
fn inline(pieces: &[Piece]) -> String {
    let piece = |piece: &Piece| {
        let words = escaped(&piece.words);
        match &piece.target {
            None => words,
            Some(target) if target.starts_with("https://") => format!(
                "<a href=\"{}\" rel=\"noopener noreferrer\">{words}</a>",
                escaped(target)
            ),
            Some(target) => format!("<a href=\"{}\">{words}</a>", escaped(target)),
        }
    };
    pieces.iter().map(piece).collect()
}
