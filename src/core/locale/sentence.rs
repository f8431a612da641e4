//! The parts of the sentence that says what is shown, in both languages.

use super::de;
use super::en;

/// Parts of the sentence, in its order. Names are those of records, several of them with "and" between them.
#[derive(Clone, Copy, Debug)]
pub struct SentenceTexts {
    /// Number of cooperations, also none.
    pub cooperations: fn(n: usize) -> String,
    /// After the first of many names, for those that are left, at least two.
    pub and_more: fn(names: &str, left: usize) -> String,
    /// Chosen themes.
    pub on_themes: fn(names: &str, n: usize) -> String,
    /// Chosen programmes.
    pub in_programmes: fn(names: &str, n: usize) -> String,
    /// Only cooperations without a stated programme.
    pub without_programme: &'static str,
    /// Number of clusters.
    pub of_clusters: fn(n: usize) -> String,
    /// Chosen German states.
    pub from_states: fn(names: &str, n: usize) -> String,
    /// A German state after "from".
    pub state_after_from: fn(name: &str) -> String,
    /// Number of partner countries.
    pub with_countries: fn(n: usize) -> String,
    /// Chosen partner countries.
    pub with_chosen_countries: fn(names: &str, n: usize) -> String,
    /// Where a cluster must have cooperations in each of the chosen countries.
    pub in_each_country: &'static str,
    /// Where all partners are in Germany.
    pub within_germany: &'static str,
    /// Between alternatives.
    pub or: &'static str,
    /// Chosen years.
    pub years: fn(from: Option<u16>, to: Option<u16>) -> String,
    /// So many of them have no date.
    pub some_undated: fn(n: usize) -> String,
    /// Where what has no date is left out.
    pub dated_only: &'static str,
    /// Where all have no date.
    pub undated_only: &'static str,
    /// Words that are searched for.
    pub words: fn(words: &str) -> String,
    /// The most frequent country.
    pub most_often: fn(name: &str, cooperations: &str) -> String,
    /// Between two selections.
    pub compared_with: &'static str,
}

pub(super) const DE: SentenceTexts = SentenceTexts {
    cooperations: |n| match n {
        0 => "Keine bekannte Kooperation".to_owned(),
        _ => (de::TEXTS.cooperations)(n),
    },
    and_more: |names, left| format!("{names} und {left} weiteren"),
    on_themes: |names, n| match n {
        1 => format!("zum Thema {names}"),
        _ => format!("zu den Themen {names}"),
    },
    in_programmes: |names, n| match n {
        1 => format!("im Programm {names}"),
        _ => format!("in den Programmen {names}"),
    },
    without_programme: "ohne Angabe eines Förderprogramms",
    of_clusters: |n| match n {
        1 => "von 1 Cluster".to_owned(),
        _ => format!("von {}n", (de::TEXTS.clusters)(n)),
    },
    from_states: |names, _| format!("aus {names}"),
    state_after_from: |name| match name {
        "Saarland" => "dem Saarland".to_owned(),
        _ => name.to_owned(),
    },
    with_countries: |n| match n {
        1 => "mit 1 Land".to_owned(),
        _ => format!("mit {} Ländern", de::number(n)),
    },
    with_chosen_countries: |names, n| match n {
        1 => format!("mit dem Partnerland {names}"),
        _ => format!("mit den Partnerländern {names}"),
    },
    in_each_country: "jedes Cluster mit Kooperationen in jedem dieser Länder",
    within_germany: "innerhalb Deutschlands",
    or: "oder",
    years: |from, to| match (from, to) {
        (Some(from), Some(to)) if from == to => format!("Laufzeit im Jahr {from}"),
        (Some(from), Some(to)) => format!("Laufzeit zwischen {from} und {to}"),
        (Some(from), None) => format!("Laufzeit ab {from}"),
        (None, Some(to)) => format!("Laufzeit bis {to}"),
        (None, None) => String::new(),
    },
    some_undated: |n| format!("davon {} ohne Datum", de::number(n)),
    dated_only: "nur mit bekanntem Datum",
    undated_only: "nur ohne Datum",
    words: |words| format!("Suche „{words}“"),
    most_often: |name, n| format!("am häufigsten {name} ({n})"),
    compared_with: "Im Vergleich dazu:",
};

pub(super) const EN: SentenceTexts = SentenceTexts {
    cooperations: |n| match n {
        0 => "No known cooperation".to_owned(),
        _ => (en::TEXTS.cooperations)(n),
    },
    and_more: |names, left| format!("{names} and {left} more"),
    on_themes: |names, _| format!("on {names}"),
    in_programmes: |names, n| match n {
        1 => format!("in the programme {names}"),
        _ => format!("in the programmes {names}"),
    },
    without_programme: "without a stated funding programme",
    of_clusters: |n| format!("of {}", (en::TEXTS.clusters)(n)),
    from_states: |names, _| format!("from {names}"),
    state_after_from: str::to_owned,
    with_countries: |n| match n {
        1 => "with 1 country".to_owned(),
        _ => format!("with {} countries", en::number(n)),
    },
    with_chosen_countries: |names, n| match n {
        1 => format!("with the partner country {names}"),
        _ => format!("with the partner countries {names}"),
    },
    in_each_country: "every cluster with cooperations in each of these countries",
    within_germany: "within Germany",
    or: "or",
    years: |from, to| match (from, to) {
        (Some(from), Some(to)) if from == to => format!("running in {from}"),
        (Some(from), Some(to)) => format!("running between {from} and {to}"),
        (Some(from), None) => format!("running from {from} on"),
        (None, Some(to)) => format!("running until {to}"),
        (None, None) => String::new(),
    },
    some_undated: |n| format!("{} of them without a date", en::number(n)),
    dated_only: "only with a known date",
    undated_only: "only without a date",
    words: |words| format!("search “{words}”"),
    most_often: |name, n| format!("most often {name} ({n})"),
    compared_with: "In comparison:",
};
