//! The sentence that says what is shown: heading, live message, document title, head of prints and exports.

use crate::dataset::Dataset;
use crate::domain::localized::Language;
use crate::locale::format::{count, list};
use crate::locale::sentence::SentenceTexts;
use crate::locale::texts;
use crate::naming::{facet_name, option_name};
use crate::query::bitmap::Bitmap;
use crate::query::facet::{Facet, NONE, Query};
use crate::query::index::Index;
use crate::query::summary::Summary;
use crate::query::years::{Undated, Years};

/// What the sentence says; names are in its language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Number of cooperations.
    pub cooperations: usize,
    /// Number of German clusters in them.
    pub clusters: usize,
    /// Number of partner countries besides Germany.
    pub countries: usize,
    /// Number of cooperations with a partner in Germany.
    pub domestic: usize,
    /// Number of cooperations without any date.
    pub undated: usize,
    /// The most frequent partner country and its cooperations.
    pub top_country: Option<(String, usize)>,
    /// For every facet what is chosen.
    pub chosen: [Chosen; 6],
    /// Whether clusters must have a cooperation in each chosen country.
    pub in_each_country: bool,
    /// Chosen years.
    pub years: Years,
    /// Words that are searched for.
    pub words: String,
}

/// What is chosen in a facet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Names of the chosen values, in their order in links.
    pub names: Vec<String>,
    /// Whether one of them, the last, stands for what the sources do not state.
    pub none: bool,
    /// Whether it is Germany alone.
    pub germany: bool,
}

impl Facts {
    /// The facts of a query and of the cooperations that it leaves.
    pub fn of(
        dataset: &Dataset,
        index: &Index,
        query: &Query,
        cooperations: &Bitmap,
        language: Language,
    ) -> Self {
        let summary = Summary::of(index, cooperations);
        let chosen = Facet::ALL.map(|facet| {
            let known = query
                .values(facet)
                .iter()
                .filter(|value| index.option(facet, value).is_some());
            let (none, stated): (Vec<_>, Vec<_>) = known.partition(|value| ***value == *NONE);
            let values = stated.iter().chain(&none);
            Chosen {
                names: values
                    .map(|value| option_name(dataset, facet, value, language))
                    .collect(),
                none: !none.is_empty(),
                germany: none.is_empty() && matches!(stated[..], [only] if **only == *"DE"),
            }
        });
        let name = |country| dataset.country(country).name.get(language).to_string();
        Self {
            cooperations: summary.cooperations,
            clusters: summary.clusters.len(),
            countries: summary.countries.len(),
            domestic: summary.domestic as usize,
            undated: index.terms().undated().count_both(cooperations) as usize,
            top_country: summary
                .top_country()
                .map(|(country, n)| (name(country), n as usize)),
            chosen,
            in_each_country: query.in_each_country,
            years: query.years,
            words: query.text().to_owned(),
        }
    }

    fn chosen(&self, facet: Facet) -> &Chosen {
        &self.chosen[facet.index()]
    }
}

/// The sentence about a query and what it leaves, with a full stop.
pub fn describe(
    dataset: &Dataset,
    index: &Index,
    query: &Query,
    cooperations: &Bitmap,
    language: Language,
) -> String {
    sentence(
        &Facts::of(dataset, index, query, cooperations, language),
        language,
    )
}

/// The sentence, with a full stop.
pub fn sentence(facts: &Facts, language: Language) -> String {
    let words = &texts(language).sentence;
    let mut sentence = Sentence {
        text: (words.cooperations)(facts.cooperations),
        words,
        language,
    };
    sentence.say_what(facts);
    sentence.say_who(facts);
    sentence.say_with_whom(facts);
    sentence.say_conditions(facts);
    let top = facts.top_country.as_ref();
    let several = facts.cooperations > 0 && facts.countries > 1;
    let chosen = !facts.chosen(Facet::Country).names.is_empty();
    if let Some((name, cooperations)) = top.filter(|_| several && !chosen) {
        let cooperations = count(*cooperations, language);
        sentence.text.push_str("; ");
        sentence.text.push_str(&(words.most_often)(name, &cooperations));
    }
    sentence.text.push('.');
    sentence.text
}

/// So many names stand in the sentence; of more, two do, and the rest is a number.
const MAX_NAMES: usize = 3;

struct Sentence<'a> {
    text: String,
    words: &'a SentenceTexts,
    language: Language,
}

impl Sentence<'_> {
    fn add(&mut self, words: &str) {
        self.text.push(' ');
        self.text.push_str(words);
    }

    fn add_clause(&mut self, words: &str) {
        self.text.push(',');
        self.add(words);
    }

    /// Adds names with the phrase around them, unless there are none or they hold what is not stated.
    fn add_names(&mut self, chosen: &Chosen, phrase: fn(names: &str, n: usize) -> String) {
        if !chosen.names.is_empty() && !chosen.none {
            let names = self.joined(&chosen.names);
            self.add(&phrase(&names, chosen.names.len()));
        }
    }

    fn joined(&self, names: &[String]) -> String {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        if names.len() <= MAX_NAMES {
            return list(&names, self.language);
        }
        let (first, rest) = names.split_at(MAX_NAMES - 1);
        (self.words.and_more)(&first.join(", "), rest.len())
    }

    fn say_what(&mut self, facts: &Facts) {
        self.add_names(facts.chosen(Facet::Theme), self.words.on_themes);
        let programmes = facts.chosen(Facet::Programme);
        if programmes.none && programmes.names.len() == 1 {
            self.add(self.words.without_programme);
        } else {
            self.add_names(programmes, self.words.in_programmes);
        }
    }

    fn say_who(&mut self, facts: &Facts) {
        if facts.cooperations > 0 && facts.clusters > 0 {
            self.add(&(self.words.of_clusters)(facts.clusters));
        }
        let mut states = facts.chosen(Facet::State).clone();
        for name in &mut states.names {
            *name = (self.words.state_after_from)(name);
        }
        self.add_names(&states, self.words.from_states);
    }

    fn say_with_whom(&mut self, facts: &Facts) {
        let countries = facts.chosen(Facet::Country);
        if countries.germany {
            self.add(self.words.within_germany);
        } else if !countries.names.is_empty() {
            self.add_names(countries, self.words.with_chosen_countries);
            if facts.in_each_country && countries.names.len() > 1 {
                self.add_clause(self.words.in_each_country);
            }
        } else if facts.cooperations == 0 {
            // Nothing is with nobody.
        } else if facts.countries > 0 {
            self.add(&(self.words.with_countries)(facts.countries));
        } else if facts.domestic > 0 {
            self.add(self.words.within_germany);
        }
    }

    fn say_conditions(&mut self, facts: &Facts) {
        for facet in Facet::ALL {
            let chosen = facts.chosen(facet);
            let said = match facet {
                Facet::Kind | Facet::Status => false,
                Facet::Programme => !chosen.none || chosen.names.len() == 1,
                Facet::Theme | Facet::Country | Facet::State => !chosen.none,
            };
            if !chosen.names.is_empty() && !said {
                let names = self.alternatives(&chosen.names);
                let facet = facet_name(facet, texts(self.language));
                self.add_clause(&format!("{facet}: {names}"));
            }
        }
        let Years { from, to, undated } = facts.years;
        if undated == Undated::Only {
            self.add_clause(self.words.undated_only);
        } else if from.is_some() || to.is_some() {
            self.add_clause(&(self.words.years)(from, to));
            if facts.undated > 0 {
                self.add_clause(&(self.words.some_undated)(facts.undated));
            }
        } else if undated == Undated::Excluded {
            self.add_clause(self.words.dated_only);
        }
        if !facts.words.is_empty() {
            self.add_clause(&(self.words.words)(&facts.words));
        }
    }

    fn alternatives(&self, names: &[String]) -> String {
        match names {
            [first @ .., last] if !first.is_empty() => {
                format!("{} {} {last}", first.join(", "), self.words.or)
            }
            _ => names.concat(),
        }
    }
}
