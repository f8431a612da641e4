//! What the builder puts into pages: results of tests, known limits, and what is configured.

use anyhow::{Context, Result};
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::locale::format::date;

use super::super::tables::html::{Table, escaped, link};
use super::Pages;
use super::words::words;
use crate::accessibility::{Accessibility, Engine, Limit};
use clusteratlas_editorial::authored::pages::Insert;

impl Pages<'_> {
    /// The HTML in the place of an insert.
    pub(super) fn insert(&self, insert: Insert, language: Language) -> Result<String> {
        let known = || {
            self.accessibility
                .context("the page asks for data/accessibility.toml, which is not there")
        };
        Ok(match insert {
            Insert::Results => results(known()?, language),
            Insert::Limits => self.limits(known()?, language),
            Insert::Feedback => self.feedback(language),
            Insert::Arbitration => self.arbitration(language),
            Insert::SignLanguage => self.video(language),
        })
    }

    fn limits(&self, known: &Accessibility, language: Language) -> String {
        let has_tiles = !self.configuration.tiles.is_empty();
        let limits: String = known
            .limits
            .iter()
            .filter(|limit| has_tiles || !limit.of_tiles)
            .map(|limit| self::limit(limit, language))
            .collect();
        if limits.is_empty() {
            return paragraph(&escaped(words(language).no_limits));
        }
        limits
    }

    fn feedback(&self, language: Language) -> String {
        let (words, configuration) = (words(language), self.configuration);
        // The form for errors in records may want to know of which.
        let address = [&configuration.feedback, &configuration.corrections]
            .into_iter()
            .find(|address| !address.is_empty() && !address.contains('{'));
        paragraph(&match address {
            None => escaped(words.no_feedback),
            Some(address) => match address.strip_prefix("mailto:") {
                Some(mail) => {
                    let mail = mail.split('?').next().unwrap_or_default();
                    link(address, &format!("{}: {mail}", words.mail))
                }
                None => link(address, words.form),
            },
        })
    }

    fn arbitration(&self, language: Language) -> String {
        let text = self.configuration.arbitration.get(language);
        if text.is_empty() {
            return paragraph(&escaped(words(language).no_arbitration));
        }
        let paragraphs = text.split("\n\n").map(|text| paragraph(&escaped(text.trim())));
        paragraphs.collect()
    }

    fn video(&self, language: Language) -> String {
        let words = words(language);
        self.configuration
            .sign_language
            .as_ref()
            .map_or_else(String::new, |video| {
                let about = (words.video)(video.megabytes, &video.length);
                paragraph(&(link(&video.address, words.sign_language) + &escaped(&about)))
            })
    }
}

fn results(known: &Accessibility, language: Language) -> String {
    let words = words(language);
    let row = |engine: &Engine| {
        let undecided = engine.undecided.join(", ");
        let undecided = if undecided.is_empty() {
            words.all_decided
        } else {
            &undecided
        };
        [&engine.name, &engine.version, undecided].map(escaped).to_vec()
    };
    let table = Table {
        id: &format!("engines-{}", language.code()),
        caption: words.engines,
        columns: &words.columns,
        rows: known.engines.iter().map(row).collect(),
    };
    let checked = known.day().map(|day| (words.checked)(&date(day, language)));
    paragraph(&escaped(&(words.results)(known)))
        + &table.html()
        + &checked.map_or_else(String::new, |words| paragraph(&escaped(&words)))
}

fn limit(limit: &Limit, language: Language) -> String {
    let words = words(language);
    let line = |name: &str, text: &str| format!("<dt>{}</dt>\n<dd>{}</dd>\n", escaped(name), escaped(text));
    format!(
        "<h3>{}</h3>\n<dl>\n{}{}</dl>\n",
        escaped(limit.what(language)),
        line(words.reason, limit.reason(language)),
        line(words.alternative, limit.alternative(language))
    )
}

fn paragraph(html: &str) -> String {
    format!("<p>{html}</p>\n")
}
