//! What could stand in the place of a wrong value.
//!
//! An editor reads it as a question; where several values are as likely, none is asked for.

use std::collections::BTreeMap;

use clusteratlas_core::domain::federal_state::FederalState;
use clusteratlas_core::domain::id::{MAX_ID_BYTES, is_id};
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::domain::partial_date::PartialDate;
use clusteratlas_core::domain::source::is_web_address;
use clusteratlas_core::fold::{Sign, sign};
use clusteratlas_core::locale;
use clusteratlas_core::search::everyday::everyday_names;
use clusteratlas_core::search::fold::folded;
use clusteratlas_core::search::typo::Table;

use crate::authored::field::Vocabulary;
use crate::authored::record::Record;
use crate::gazetteer::Gazetteer;

/// What people may write for each of some values, in whatever capitals, accents and punctuation.
#[derive(Debug, Default)]
pub(crate) struct Names<'a> {
    /// Values by name; none where a name stands for several.
    values: BTreeMap<String, Option<&'a str>>,
}

/// Fields of a record that hold a name.
const NAMES: [&str; 6] = ["name", "name_de", "name_en", "short_name", "title_de", "title_en"];

impl<'a> Names<'a> {
    /// Words that stand for themselves.
    pub(crate) fn of_words(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut names = Self::default();
        names.add_words(words);
        names
    }

    /// Words that stand for themselves as well.
    pub(crate) fn add_words(&mut self, words: impl IntoIterator<Item = &'a str>) {
        for word in words {
            self.add(word, [word]);
        }
    }

    /// The words of a closed list.
    pub(crate) fn of_vocabulary(vocabulary: Vocabulary) -> Self {
        let mut names = Self::of_words(vocabulary.words());
        for (word, others) in vocabulary.meant() {
            names.add(word, others.iter().copied());
        }
        names
    }

    /// The ids of records.
    pub(crate) fn of_records(records: &'a [Record]) -> Self {
        let mut names = Self::default();
        for record in records {
            let Some(id) = record.id() else { continue };
            let fields = NAMES.into_iter().filter_map(|field| record.text(field));
            names.add(id, fields.chain(record.texts("aliases")).chain([id]));
        }
        names
    }

    /// The codes of countries.
    pub(crate) fn of_countries(gazetteer: &'a Gazetteer) -> Self {
        let mut names = Self::default();
        for (code, country) in &gazetteer.countries {
            let official = [code, &*country.name_de, &*country.name_en];
            names.add(
                code,
                official.into_iter().chain(everyday_names(code).iter().copied()),
            );
        }
        names
    }

    /// The codes of German states.
    pub(crate) fn of_states() -> Self {
        let mut names = Self::default();
        for state in FederalState::ALL {
            let code = state.code();
            names.add(code, [code, code.trim_start_matches("DE-")]);
            names.add(code, Language::ALL.map(|language| state.name(language)));
            names.add(code, everyday_names(code).iter().copied());
        }
        names
    }

    fn add<'n>(&mut self, value: &'a str, names: impl IntoIterator<Item = &'n str>) {
        for name in names.into_iter().map(key).filter(|name| !name.is_empty()) {
            let known = self.values.entry(name).or_insert(Some(value));
            if *known != Some(value) {
                *known = None;
            }
        }
    }

    /// The value that a text names, or else the one whose name differs from it by the fewest mistakes, as long as
    /// these are few for its length.
    pub(crate) fn nearest(&self, text: &str) -> Option<&'a str> {
        let text = key(text);
        if let Some(value) = self.values.get(&text) {
            return *value;
        }
        let mut table = Table::new(&text, most_mistakes(text.len()));
        let mut near = Vec::new();
        let mut hopeless = None;
        for (name, value) in &self.values {
            let name = name.as_bytes();
            if hopeless.is_some_and(|beginning| name.starts_with(beginning)) {
                continue;
            }
            let letters = table.follow(name);
            hopeless = name.get(..letters).filter(|_| table.is_hopeless());
            near.extend(table.to_whole(name).map(|mistakes| (mistakes, *value)));
        }
        let least = near.iter().map(|(mistakes, _)| *mistakes).min()?;
        let nearest = near.into_iter().filter(|(mistakes, _)| *mistakes == least);
        only(nearest.map(|(_, value)| value)).flatten()
    }
}

/// So many mistakes may be in a name of so many letters: fewer than where one searches, because many names begin
/// alike.
const fn most_mistakes(letters: usize) -> u8 {
    match letters {
        0..=3 => 0,
        4..=9 => 1,
        _ => 2,
    }
}

/// Names that have no letters, such as `<=`, stand as they are.
fn key(name: &str) -> String {
    let letters = folded(name);
    if letters.is_empty() {
        name.trim().to_owned()
    } else {
        letters
    }
}

/// The one value, however often it is there.
pub(crate) fn only<T: PartialEq>(values: impl IntoIterator<Item = T>) -> Option<T> {
    let mut values = values.into_iter();
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

/// The date in the form of the dataset: of `13.04.2018`, `4/2016`, `2016-4`, `April 2016`. Where day and month
/// cannot be told apart, as in `3/4/2016`, there is none.
pub(crate) fn date(text: &str) -> Option<String> {
    let parts: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    let (year, month, day) = match *parts.as_slice() {
        [year] => (year, None, None),
        [year, month] if is_year(year) => (year, Some(self::month(month)?), None),
        [month, year] => (year, Some(self::month(month)?), None),
        [year, month, day] if is_year(year) => (year, Some(self::month(month)?), Some(number(day)?)),
        [first, second, year] => {
            let (month, day) = match (number(first), number(second)) {
                (None, Some(day)) => (self::month(first)?, day),
                (Some(day), None) => (self::month(second)?, day),
                (Some(month), Some(day)) if day > 12 => (month, day),
                (Some(day), Some(month)) if day > 12 || day == month || !text.contains('/') => (month, day),
                _ => return None,
            };
            (year, Some(month), Some(day))
        }
        _ => return None,
    };
    let parts = [month, day].into_iter().flatten();
    let date: String = std::iter::once(year.to_owned())
        .chain(parts.map(|part| format!("-{part:02}")))
        .collect();
    date.parse::<PartialDate>().is_ok().then_some(date)
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn number(text: &str) -> Option<u8> {
    let is_short = text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_short)
}

/// The number of a month, which may be written as its name or the beginning of it.
fn month(text: &str) -> Option<u8> {
    let word = folded(text);
    let is_meant = |name: &str| word.len() >= 3 && folded(name).starts_with(&word);
    let named = Language::ALL.into_iter().find_map(|language| {
        let months = (1..).zip(locale::texts(language).months);
        months.into_iter().find(|(_, name)| is_meant(name))
    });
    named.map(|(number, _)| number).or_else(|| number(text))
}

/// The text in the form of ids, with umlauts as two letters.
pub(crate) fn id(text: &str) -> Option<String> {
    let mut id = String::new();
    let mut apart = false;
    for character in text.chars() {
        let letters = match character {
            'Ä' | 'ä' => ['a', 'e'].into(),
            'Ö' | 'ö' => ['o', 'e'].into(),
            'Ü' | 'ü' => ['u', 'e'].into(),
            // The two dots alone, as some systems write umlauts.
            '\u{308}' if !apart && id.ends_with(['a', 'o', 'u']) => vec!['e'],
            _ => match sign(character) {
                Sign::Letter(letter) if letter.is_ascii() => vec![letter],
                Sign::Letters(letters) => letters.into(),
                Sign::Mark => continue,
                Sign::Letter(_) | Sign::Link | Sign::Gap => {
                    apart = true;
                    continue;
                }
            },
        };
        if std::mem::take(&mut apart) && !id.is_empty() {
            id.push('-');
        }
        id.extend(letters);
    }
    id.truncate(MAX_ID_BYTES);
    let id = id.trim_end_matches('-');
    is_id(id).then(|| id.to_owned())
}

/// The whole address of a page on the web, where only its scheme is missing or misspelt.
pub(crate) fn web_address(text: &str) -> Option<String> {
    let text = text.trim();
    let letters = text
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(text.len());
    let (word, rest) = text.split_at(letters);
    let address = rest.trim_start_matches([':', '/']);
    let between = rest.strip_suffix(address).unwrap_or_default();
    let (scheme, address) = match Names::of_words(["http", "https"]).nearest(word) {
        Some(scheme) if between.len() > 1 || between == ":" => (scheme, address),
        _ => ("https", text),
    };
    let host = address.split(['/', '?', '#']).next().unwrap_or_default();
    let whole = format!("{scheme}://{address}");
    let visible = !whole.contains(crate::rules::is_invisible);
    (is_host(host) && visible && is_web_address(&whole)).then_some(whole)
}

/// Whether a text is names with dots between them, the last of letters.
fn is_host(text: &str) -> bool {
    let is_name = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '-');
    let last = text.rsplit('.').next().unwrap_or_default();
    let is_top = last.chars().count() > 1 && last.chars().all(char::is_alphabetic);
    text.contains('.') && text.split('.').all(is_name) && is_top
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clusteratlas_core::search::typo::mistakes;
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        let rows = [
            ("13.04.2018", Some("2018-04-13")),
            ("13. 4. 2018", Some("2018-04-13")),
            ("4/2016", Some("2016-04")),
            ("2016-4", Some("2016-04")),
            ("2016/4/3", Some("2016-04-03")),
            ("4/13/2018", Some("2018-04-13")),
            ("13/4/2018", Some("2018-04-13")),
            ("4/4/2018", Some("2018-04-04")),
            ("3/4/2018", None),
            ("13. April 2018", Some("2018-04-13")),
            ("April 13, 2018", Some("2018-04-13")),
            ("März 2016", Some("2016-03")),
            ("Dez. 2016", Some("2016-12")),
            (" 2016 ", Some("2016")),
            ("29.02.2019", None),
            ("um 2016", None),
            ("2016-2018", None),
            ("13.04.18", None),
            ("", None),
        ];
        for (text, expected) in rows {
            assert_eq!(date(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn ids_are_made_of_names() {
        let rows = [
            ("BioRegio Stern", Some("bioregio-stern")),
            ("Über Größe & Maß", Some("ueber-groesse-mass")),
            ("Mu\u{308}nchen", Some("muenchen")),
            ("L’Oréal (Paris)", Some("l-oreal-paris")),
            ("_a__b_", Some("a-b")),
            ("none", None),
            ("日本", None),
            ("…", None),
        ];
        for (text, expected) in rows {
            assert_eq!(id(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn addresses_get_the_scheme_that_they_lack() {
        let rows = [
            ("www.x.de", Some("https://www.x.de")),
            (" x.de/a?b=c ", Some("https://x.de/a?b=c")),
            ("HTTP://x.de", Some("http://x.de")),
            ("http:/x.de", Some("http://x.de")),
            ("htttps://x.de", Some("https://x.de")),
            ("https//x.de", Some("https://x.de")),
            ("ftp://x.de", None),
            ("javascript:alert(1)", None),
            ("name@x.de", None),
            ("x.de y.de", None),
            ("x.de/\u{202e}", None),
            ("siehe oben", None),
            ("4.5", None),
        ];
        for (text, expected) in rows {
            assert_eq!(web_address(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn the_nearest_is_suggested_where_it_is_one() {
        let names = Names::of_words(["photonik", "photonix", "health", "energy", "<="]);
        let rows = [
            ("Health", Some("health")),
            ("haelth", Some("health")),
            ("photnik", Some("photonik")),
            ("photoni", None),
            ("hlth", None),
            ("<= ", Some("<=")),
            ("", None),
        ];
        for (text, expected) in rows {
            assert_eq!(names.nearest(text), expected, "{text}");
        }
    }

    #[test]
    fn a_name_of_several_values_stands_for_none() {
        let mut names = Names::default();
        names.add("de-frankfurt-main", ["Frankfurt"]);
        names.add("de-frankfurt-oder", ["Frankfurt", "Frankfurt (Oder)"]);
        assert_eq!(names.nearest("Frankfurt"), None);
        assert_eq!(names.nearest("Frankfrut"), None);
        assert_eq!(names.nearest("Frankfurt/Oder"), Some("de-frankfurt-oder"));
    }

    #[test]
    fn states_and_words_are_known_by_what_people_call_them() {
        let states = Names::of_states();
        for (text, expected) in [
            ("Sachsen", "DE-SN"),
            ("Saxony", "DE-SN"),
            ("NRW", "DE-NW"),
            ("thüringen", "DE-TH"),
            ("Baden Wurttemberg", "DE-BW"),
            ("by", "DE-BY"),
        ] {
            assert_eq!(states.nearest(text), Some(expected), "{text}");
        }
        for vocabulary in Vocabulary::ALL {
            let names = Names::of_vocabulary(vocabulary);
            for word in vocabulary.words() {
                assert_eq!(names.nearest(word), Some(word));
            }
            for (word, others) in vocabulary.meant() {
                assert!(vocabulary.words().contains(word), "{word}");
                for other in *others {
                    assert_eq!(names.nearest(other), Some(*word), "{other}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn the_nearest_has_the_fewest_mistakes(text in "[ab]{1,12}", words in vec("[ab]{1,12}", 0..9)) {
            let words: BTreeSet<&str> = words.iter().map(|word| &**word).collect();
            let most = most_mistakes(text.len());
            let apart = words.iter().map(|word| (mistakes(&text, word, most), *word));
            let mut near: Vec<(Option<u8>, &str)> = apart.filter(|(mistakes, _)| mistakes.is_some()).collect();
            near.sort_unstable();
            let expected = match near[..] {
                [(least, _), (next, _), ..] if least == next => None,
                [(_, word), ..] => Some(word),
                [] => None,
            };
            prop_assert_eq!(Names::of_words(words).nearest(&text), expected);
        }

        #[test]
        fn whatever_is_suggested_has_the_form_that_is_asked_for(text in "\\PC{0,40}|[0-9./ -]{4,12}|[a-z:/.]{1,20}") {
            if let Some(date) = date(&text) {
                prop_assert!(date.parse::<PartialDate>().is_ok(), "{}", date);
            }
            if let Some(id) = id(&text) {
                prop_assert!(is_id(&id), "{}", id);
                prop_assert_eq!(super::id(&id), Some(id));
            }
            if let Some(address) = web_address(&text) {
                prop_assert!(is_web_address(&address), "{}", address);
            }
        }
    }
}
