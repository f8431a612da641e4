//! The sentence that says what is shown: heading, live message, document title.

use crate::domain::localized::Language;

use super::format::{count, list};
use super::texts;

/// The facts of the sentence; names are in its language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts<'a> {
    /// Number of cooperations.
    pub cooperations: usize,
    /// Number of German clusters in them.
    pub clusters: usize,
    /// Number of partner countries besides Germany.
    pub countries: usize,
    /// Number of cooperations with a partner in Germany.
    pub domestic: usize,
    /// The most frequent partner country and its cooperations.
    pub top_country: Option<(&'a str, usize)>,
    /// Names of the chosen themes.
    pub themes: Vec<&'a str>,
    /// Names of the chosen programmes.
    pub programmes: Vec<&'a str>,
    /// Whether only cooperations without a stated programme are chosen.
    pub without_programme: bool,
    /// Names of the chosen German states.
    pub states: Vec<&'a str>,
}

/// At most so many names stand in the sentence; more become a number.
const MAX_NAMES: usize = 2;

/// The sentence, with a full stop.
pub fn sentence(facts: &Facts<'_>, language: Language) -> String {
    let texts = texts(language);
    if facts.cooperations == 0 {
        return texts.no_cooperation.to_owned();
    }
    let mut text = (texts.cooperations)(facts.cooperations);
    push_names(&mut text, &facts.themes, texts.on_themes, language);
    push_names(&mut text, &facts.programmes, texts.in_programmes, language);
    if facts.without_programme {
        text.push(' ');
        text.push_str(texts.without_programme);
    }
    if facts.clusters > 0 {
        text.push(' ');
        text.push_str(&(texts.of_clusters)(facts.clusters));
    }
    push_names(&mut text, &facts.states, texts.from_states, language);
    if facts.countries > 0 {
        text.push(' ');
        text.push_str(&(texts.with_countries)(facts.countries));
    } else if facts.domestic > 0 {
        text.push(' ');
        text.push_str(texts.within_germany);
    }
    if let Some((name, cooperations)) = facts.top_country.filter(|_| facts.countries > 1) {
        text.push_str("; ");
        text.push_str(&(texts.most_often)(name, &count(cooperations, language)));
    }
    text.push('.');
    text
}

/// Adds ` on X and Y`, or ` on 5 themes`; nothing where there are no names.
fn push_names(
    text: &mut String,
    names: &[&str],
    phrase: fn(names: &str, how_many: usize, spelled: bool) -> String,
    language: Language,
) {
    if names.is_empty() {
        return;
    }
    let spelled = names.len() <= MAX_NAMES;
    let phrased = if spelled {
        list(names, language)
    } else {
        count(names.len(), language)
    };
    text.push(' ');
    text.push_str(&phrase(&phrased, names.len(), spelled));
}
