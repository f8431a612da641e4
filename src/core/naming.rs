//! Names and groups of the values that can be chosen in a facet.

use crate::dataset::Dataset;
use crate::domain::country::Continent;
use crate::domain::federal_state::FederalState;
use crate::domain::localized::Language;
use crate::domain::partial_date::Status;
use crate::domain::programme::FunderLevel;
use crate::domain::theme::Field;
use crate::locale;
use crate::locale::texts::Texts;
use crate::query::facet::{Facet, NONE};
use crate::query::selection::Record;

/// The heading of a facet.
pub fn facet_name(facet: Facet, texts: &Texts) -> &'static str {
    match facet {
        Facet::Theme => texts.themes,
        Facet::Programme => texts.programmes,
        Facet::Country => texts.countries,
        Facet::State => texts.states,
        Facet::Kind => texts.kinds,
        Facet::Status => texts.status,
    }
}

/// The name of a value as links carry it; the value itself where the dataset does not have it.
pub fn option_name(dataset: &Dataset, facet: Facet, value: &str, language: Language) -> String {
    let texts = locale::texts(language);
    if value == NONE {
        return match facet {
            Facet::Country => texts.no_country,
            Facet::State => texts.no_state,
            Facet::Theme | Facet::Programme | Facet::Kind | Facet::Status => texts.no_programme,
        }
        .to_owned();
    }
    let name = match facet {
        Facet::Theme => dataset
            .theme_by_id(value)
            .map(|key| dataset.theme(key).name.get(language).to_string()),
        Facet::Programme => dataset
            .programme_by_id(value)
            .map(|key| dataset.programme(key).name.get(language).to_string()),
        Facet::Country => {
            let key = value.parse().ok().and_then(|code| dataset.country_by_code(code));
            key.map(|key| dataset.country(key).name.get(language).to_string())
        }
        Facet::State => value
            .parse()
            .ok()
            .map(|state: FederalState| state.name(language).to_owned()),
        Facet::Kind => dataset
            .kind_by_id(value)
            .map(|key| dataset.kind(key).name.get(language).to_string()),
        Facet::Status => status_name(value, texts).map(str::to_owned),
    };
    name.unwrap_or_else(|| value.to_owned())
}

fn status_name(value: &str, texts: &Texts) -> Option<&'static str> {
    let status = Status::ALL.into_iter().find(|status| status.code() == value)?;
    Some(match status {
        Status::Running => texts.running,
        Status::Ended => texts.ended,
        Status::Unknown => texts.status_unknown,
    })
}

/// The name of a record.
pub fn record_name(dataset: &Dataset, record: Record, language: Language) -> &str {
    match record {
        Record::Cluster(key) => &dataset.cluster(key).name,
        Record::Place(key) => dataset.place(key).name.get(language),
        Record::Country(key) => dataset.country(key).name.get(language),
        Record::State(state) => state.name(language),
        Record::Cooperation(key) => dataset.cooperation(key).title.get(language),
        Record::Programme(key) => dataset.programme(key).name.get(language),
    }
}

/// A group of options within a facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionGroup {
    /// Themes of a field.
    Field(Field),
    /// Programmes by funder.
    Funder(FunderLevel),
    /// Countries of a continent.
    Continent(Continent),
}

impl OptionGroup {
    /// The heading of the group.
    pub fn name(self, dataset: &Dataset, language: Language) -> String {
        let texts = locale::texts(language);
        match self {
            Self::Field(field) => dataset.field_name(field).get(language).to_string(),
            Self::Funder(level) => match level {
                FunderLevel::Federal => texts.funder_federal,
                FunderLevel::State => texts.funder_state,
                FunderLevel::Eu => texts.funder_eu,
                FunderLevel::Other => texts.funder_other,
            }
            .to_owned(),
            Self::Continent(continent) => texts.continent(continent).to_owned(),
        }
    }

    /// The groups of a facet, in order of display.
    pub fn of(facet: Facet) -> Vec<Self> {
        match facet {
            Facet::Theme => Field::ALL.map(Self::Field).to_vec(),
            Facet::Programme => FunderLevel::ALL.map(Self::Funder).to_vec(),
            Facet::Country => Continent::ALL.map(Self::Continent).to_vec(),
            Facet::State | Facet::Kind | Facet::Status => Vec::new(),
        }
    }

    /// The group that a value belongs to, if its facet has groups.
    pub fn of_value(dataset: &Dataset, facet: Facet, value: &str) -> Option<Self> {
        match facet {
            Facet::Theme => dataset
                .theme_by_id(value)
                .map(|key| Self::Field(dataset.theme(key).field)),
            Facet::Programme => dataset
                .programme_by_id(value)
                .map(|key| Self::Funder(dataset.programme(key).level)),
            Facet::Country => {
                let key = value
                    .parse()
                    .ok()
                    .and_then(|code| dataset.country_by_code(code))?;
                Some(Self::Continent(dataset.country(key).continent))
            }
            Facet::State | Facet::Kind | Facet::Status => None,
        }
    }
}
