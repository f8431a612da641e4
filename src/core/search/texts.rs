//! What is read of every record, and which records belong to which.

use crate::dataset::details::{Details, DetailsOf};
use crate::dataset::{Dataset, keys};
use crate::domain::country::CountryKey;
use crate::domain::federal_state::FederalState;
use crate::domain::localized::{Language, LocalizedText};
use crate::domain::place::{Place, Precision};
use crate::query::selection::Record;

use super::entries::{Entries, Text};
use super::everyday::everyday_names;
use super::postings::{OpenPostings, Postings};
use super::suggestion::{
    CLUSTERS, COOPERATIONS, COUNTRIES, KINDS, Numbers, PLACES, PROGRAMMES, STATES, Suggestion, THEMES,
};
use super::words::Words;

/// The words of all records besides their summaries, read in the order of their [`Numbers`].
pub(super) fn read(dataset: &Dataset) -> Words {
    let mut reader = Reader::default();
    for (key, country) in keys(dataset.countries().len()).zip(dataset.countries()) {
        let mut names = everyday_names(&country.code.to_string()).to_vec();
        names.extend(names_of_whole_places(dataset, key));
        reader.record(&country.name, &names, &[]);
    }
    for theme in dataset.themes() {
        reader.record(&theme.name, &[], &[]);
    }
    for state in FederalState::ALL {
        let names = Language::ALL.map(|language| state.name(language));
        reader.names(&names, everyday_names(state.code()), &[]);
    }
    for programme in dataset.programmes() {
        reader.record(&programme.name, &[programme.id.as_str()], &[&programme.funder]);
    }
    for cluster in dataset.clusters() {
        let mut names: Vec<&str> = cluster.aliases.iter().map(|alias| &**alias).collect();
        names.extend(cluster.short_name.as_deref());
        let city = cluster.seat.as_ref().map_or("", |seat| &seat.city);
        reader.names(&[&cluster.name], &names, &[city]);
    }
    for place in dataset.places() {
        if is_whole_country(place) {
            reader.names(&[], &[], &[]);
        } else {
            reader.record(&place.name, &[], &[]);
        }
    }
    for kind in dataset.kinds() {
        reader.record(&kind.name, &[], &[]);
    }
    let mut others = Vec::new();
    for cooperation in dataset.cooperations() {
        others.clear();
        let partners = cooperation.partners.iter();
        others.extend(partners.filter_map(|partner| partner.organisation.as_deref()));
        others.extend(cooperation.funding_reference.as_deref());
        others.extend(cooperation.coordinator.as_deref());
        reader.record(&cooperation.title, &[], &others);
    }
    reader.entries.close()
}

#[derive(Default)]
struct Reader {
    entries: Entries,
    /// The number of the next record.
    next: u32,
}

impl Reader {
    fn record(&mut self, name: &LocalizedText, names: &[&str], others: &[&str]) {
        self.names(&[&name.de, &name.en], names, others);
    }

    /// Reads the next record.
    fn names(&mut self, names: &[&str], more: &[&str], others: &[&str]) {
        for name in names.iter().chain(more) {
            self.entries.read(name, Text::Name);
        }
        for other in others {
            self.entries.read(other, Text::Other);
        }
        self.entries.enter(self.next);
        self.next += 1;
    }
}

/// Whether a place is no more than its country, by which it is found.
fn is_whole_country(place: &Place) -> bool {
    place.precision == Precision::Country && place.country.is_some()
}

/// The names of places that stand for all of a country.
fn names_of_whole_places(dataset: &Dataset, country: CountryKey) -> impl Iterator<Item = &str> {
    let of_country = move |place: &&Place| is_whole_country(place) && place.country == Some(country);
    let places = dataset.places().iter().filter(of_country);
    places.flat_map(|place| [&*place.name.de, &*place.name.en])
}

/// For every record those that belong to it: the clusters, places and cooperations of a state, for example.
pub(super) fn members(dataset: &Dataset, numbers: &Numbers) -> Postings {
    let mut members = OpenPostings::default();
    let mut belongs = |record: u32, kind: usize, position: usize| {
        members.push(numbers.number(kind, position), record, 0);
    };
    for (position, cluster) in dataset.clusters().iter().enumerate() {
        let record = numbers.number(CLUSTERS, position);
        for theme in &cluster.themes {
            belongs(record, THEMES, theme.index());
        }
        if let Some(state) = cluster.state {
            belongs(record, STATES, state.index());
        }
    }
    for (position, place) in dataset.places().iter().enumerate() {
        let record = numbers.number(PLACES, position);
        if let Some(country) = place.country.filter(|_| !is_whole_country(place)) {
            belongs(record, COUNTRIES, country.index());
        }
        if let Some(state) = place.state {
            belongs(record, STATES, state.index());
        }
    }
    for (position, cooperation) in dataset.cooperations().iter().enumerate() {
        let record = numbers.number(COOPERATIONS, position);
        for theme in &cooperation.themes {
            belongs(record, THEMES, theme.index());
        }
        for kind in &cooperation.kinds {
            belongs(record, KINDS, kind.index());
        }
        if let Some(programme) = cooperation.programme {
            belongs(record, PROGRAMMES, programme.index());
        }
        for &cluster in &cooperation.clusters {
            belongs(record, CLUSTERS, cluster.index());
            if let Some(state) = dataset.cluster(cluster).state {
                belongs(record, STATES, state.index());
            }
        }
        for partner in &cooperation.partners {
            let place = dataset.place(partner.place);
            belongs(record, PLACES, partner.place.index());
            if let Some(country) = place.country {
                belongs(record, COUNTRIES, country.index());
            }
            if let Some(state) = place.state {
                belongs(record, STATES, state.index());
            }
        }
    }
    members.close(0..numbers.len())
}

/// Summaries that are being read.
#[derive(Debug, Default)]
pub(super) struct Summaries {
    entries: Entries,
    /// The record that is to be read next.
    next: u32,
}

impl Summaries {
    /// Reads the summaries of the next records, at most `most`; whether all are read.
    pub(super) fn read(
        &mut self,
        dataset: &Dataset,
        details: &Details,
        numbers: &Numbers,
        most: usize,
    ) -> bool {
        let rest = (self.next as usize..numbers.len()).take(most);
        for number in rest.map(|number| u32::try_from(number).unwrap_or(u32::MAX)) {
            self.next = number + 1;
            let of = match numbers.record(number) {
                Suggestion::Record(Record::Cluster(key)) => {
                    DetailsOf::Cluster(dataset.cluster(key).id.as_str())
                }
                Suggestion::Record(Record::Programme(key)) => {
                    DetailsOf::Programme(dataset.programme(key).id.as_str())
                }
                Suggestion::Record(Record::Cooperation(key)) => {
                    DetailsOf::Cooperation(dataset.cooperation(key).id.as_str())
                }
                _ => continue,
            };
            for language in Language::ALL {
                let summary = details.summary(of, language).unwrap_or_default();
                self.entries.read(summary, Text::Other);
            }
            self.entries.enter(number);
        }
        self.next as usize >= numbers.len()
    }

    /// The words of all summaries.
    pub(super) fn close(self) -> Words {
        self.entries.close()
    }
}
