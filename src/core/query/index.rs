//! The dataset in columns and sets, built once after loading: what filters, numbers and the map count by.

use crate::dataset::{Dataset, keys};
use crate::domain::cluster::ClusterKey;
use crate::domain::cooperation::{Cooperation, CooperationKey};
use crate::domain::country::{Continent, CountryKey};
use crate::domain::id::Key;
use crate::domain::partial_date::{PartialDate, Period};
use crate::domain::place::PlaceKey;
use crate::domain::programme::ProgrammeKey;
use crate::domain::theme::Field;
use crate::order::sorted;

use super::bitmap::Bitmap;
use super::facet::Facet;
use super::lists::Lists;
use super::options::options;
use super::selection::Record;
use super::years::Terms;

/// Every facet's options with the cooperations that have them, and what each cooperation touches.
#[derive(Clone, Debug)]
pub struct Index {
    options: [Vec<Box<str>>; 6],
    /// For every facet and option the cooperations that have it.
    sets: [Vec<Bitmap>; 6],
    /// For every field the cooperations with a theme of it.
    field_sets: [Bitmap; 6],
    /// For every continent the cooperations with a partner there, besides Germany.
    continents: [Bitmap; 6],
    /// For every place without one country the cooperations with a partner there.
    regions: Vec<(PlaceKey, Bitmap)>,
    clusters: Lists<ClusterKey>,
    places: Lists<PlaceKey>,
    fields: Vec<u8>,
    latest_first: Vec<CooperationKey>,
    terms: Terms,
    at_clusters: Vec<u32>,
    at_places: Vec<u32>,
    without_cluster: u32,
    germany: CountryKey,
}

impl Index {
    /// Builds the columns and sets of a dataset.
    pub fn build(dataset: &Dataset) -> Self {
        let number = dataset.cooperations().len();
        let options = Facet::ALL.map(|facet| options(dataset, facet));
        let sets = Facet::ALL.map(|facet| vec![Bitmap::none(number); options[facet.index()].len()]);
        let mut index = Self {
            options,
            sets,
            field_sets: Field::ALL.map(|_| Bitmap::none(number)),
            continents: Continent::ALL.map(|_| Bitmap::none(number)),
            regions: Vec::new(),
            clusters: Lists::default(),
            places: Lists::default(),
            fields: Vec::with_capacity(number),
            latest_first: latest_first(dataset),
            terms: Terms::new(
                dataset
                    .cooperations()
                    .iter()
                    .map(|cooperation| cooperation.period),
            ),
            at_clusters: vec![0; dataset.clusters().len()],
            at_places: vec![0; dataset.places().len()],
            without_cluster: 0,
            germany: dataset.germany(),
        };
        for (key, cooperation) in keys(number).zip(dataset.cooperations()) {
            index.enter_facets(dataset, key, cooperation);
            index.enter_columns(dataset, key, cooperation);
        }
        index.join_sets(dataset);
        index
    }

    /// Joins what options have to the sets of larger things.
    fn join_sets(&mut self, dataset: &Dataset) {
        let [themes, _, countries, ..] = &self.sets;
        for (theme, set) in dataset.themes().iter().zip(themes) {
            self.field_sets[theme.field.index()].join(set);
        }
        for (key, set) in keys(dataset.countries().len()).zip(countries) {
            if key != self.germany {
                self.continents[dataset.country(key).continent as usize].join(set);
            }
        }
        for (key, place) in keys(dataset.places().len()).zip(dataset.places()) {
            if place.country.is_none() {
                let set = self.touching(dataset, Record::Place(key));
                self.regions.push((key, set));
            }
        }
    }

    fn enter_facets(&mut self, dataset: &Dataset, key: CooperationKey, cooperation: &Cooperation) {
        let [themes, programmes, countries, states, kinds, statuses] = &mut self.sets;
        let enter = |sets: &mut Vec<Bitmap>, option: Option<usize>| {
            // What the sources do not state is the last option of the facets that have it.
            let option = option.unwrap_or(sets.len().saturating_sub(1));
            if let Some(set) = sets.get_mut(option) {
                set.set(key);
            }
        };
        for theme in &cooperation.themes {
            enter(themes, Some(theme.index()));
        }
        enter(programmes, cooperation.programme.map(ProgrammeKey::index));
        for partner in &cooperation.partners {
            enter(
                countries,
                dataset.place(partner.place).country.map(CountryKey::index),
            );
        }
        let mut any = false;
        for cluster in &cooperation.clusters {
            if let Some(state) = dataset.cluster(*cluster).state {
                enter(states, Some(state.index()));
                any = true;
            }
        }
        if !any {
            enter(states, None);
        }
        for kind in &cooperation.kinds {
            enter(kinds, Some(kind.index()));
        }
        let now = cooperation.period.status_on(dataset.edition.date);
        enter(statuses, Some(now as usize));
    }

    fn enter_columns(&mut self, dataset: &Dataset, key: CooperationKey, cooperation: &Cooperation) {
        self.clusters.push_distinct(cooperation.clusters.iter().copied());
        self.places
            .push_distinct(cooperation.partners.iter().map(|partner| partner.place));
        for cluster in self.clusters.of(key.index()) {
            self.at_clusters[cluster.index()] += 1;
        }
        for place in self.places.of(key.index()) {
            self.at_places[place.index()] += 1;
        }
        self.without_cluster += u32::from(cooperation.clusters.is_empty());
        self.fields
            .push(cooperation.themes.iter().fold(0, |fields, &theme| {
                fields | 1 << dataset.theme(theme).field.index()
            }));
    }

    /// Number of cooperations.
    pub fn cooperations(&self) -> usize {
        self.fields.len()
    }

    /// The values that can be chosen in `facet`, as they stand in links.
    pub fn options(&self, facet: Facet) -> &[Box<str>] {
        &self.options[facet.index()]
    }

    /// The position of a value among the options of `facet`.
    pub fn option(&self, facet: Facet, value: &str) -> Option<usize> {
        self.options(facet).iter().position(|option| &**option == value)
    }

    /// For every option of `facet` the cooperations that have it.
    pub fn sets(&self, facet: Facet) -> &[Bitmap] {
        &self.sets[facet.index()]
    }

    /// The cooperations with a theme of a field.
    pub const fn field(&self, field: Field) -> &Bitmap {
        &self.field_sets[field.index()]
    }

    /// The cooperations with a partner on a continent, besides those in Germany.
    pub const fn continent(&self, continent: Continent) -> &Bitmap {
        &self.continents[continent as usize]
    }

    /// The cooperations with a partner at a place that lies in no one country; none for other places.
    pub fn region(&self, key: PlaceKey) -> Option<&Bitmap> {
        let position = self
            .regions
            .binary_search_by_key(&key, |(place, _)| *place)
            .ok()?;
        Some(&self.regions[position].1)
    }

    /// The clusters of a cooperation, each once; may be empty.
    pub fn clusters(&self, key: CooperationKey) -> &[ClusterKey] {
        self.clusters.of(key.index())
    }

    /// The places of a cooperation's partners, each once.
    pub fn places(&self, key: CooperationKey) -> &[PlaceKey] {
        self.places.of(key.index())
    }

    /// The fields of a cooperation's themes, by their position in [`Field::ALL`]: bits 0 to 5.
    pub fn fields(&self, key: CooperationKey) -> u8 {
        self.fields[key.index()]
    }

    /// For every cluster the number of its cooperations.
    pub fn at_clusters(&self) -> &[u32] {
        &self.at_clusters
    }

    /// For every place the number of cooperations with a partner there.
    pub fn at_places(&self) -> &[u32] {
        &self.at_places
    }

    /// When the cooperations run.
    pub const fn terms(&self) -> &Terms {
        &self.terms
    }

    /// Number of cooperations without a cluster of the dataset.
    pub const fn without_cluster(&self) -> u32 {
        self.without_cluster
    }

    /// Germany among the countries.
    pub const fn germany(&self) -> CountryKey {
        self.germany
    }

    /// All cooperations, the latest start first; those without a start follow, by their end and then as they were.
    pub(super) fn latest(&self) -> &[CooperationKey] {
        &self.latest_first
    }

    /// The cooperations of a set in the order of the list: the latest start first; those without a start
    /// follow, by their end and then as they were.
    pub fn latest_first<'a>(&'a self, of: &'a Bitmap) -> impl Iterator<Item = CooperationKey> + use<'a> {
        self.latest_first.iter().copied().filter(|&key| of.get(key))
    }

    /// The cooperations that belong to a record: those of a cluster, those with partners at a place or in a
    /// country, those of the clusters and places of a state, those of a programme, or the one itself.
    pub fn touching(&self, dataset: &Dataset, record: Record) -> Bitmap {
        let facet = |facet: Facet, option: usize| self.sets(facet)[option].clone();
        let none = || Bitmap::none(self.cooperations());
        match record {
            Record::Cluster(cluster) => {
                let mut found = none();
                for key in keys(self.clusters.len()) {
                    if self.clusters(key).contains(&cluster) {
                        found.set(key);
                    }
                }
                found
            }
            Record::Place(place) => {
                let mut found = none();
                self.add_partners(&mut found, &|other| other == place);
                found
            }
            Record::Country(country) => facet(Facet::Country, country.index()),
            Record::State(state) => {
                let mut found = facet(Facet::State, state.index());
                self.add_partners(&mut found, &|place| dataset.place(place).state == Some(state));
                found
            }
            Record::Cooperation(key) => {
                let mut found = none();
                found.set(key);
                found
            }
            Record::Programme(programme) => facet(Facet::Programme, programme.index()),
        }
    }

    /// Adds the cooperations with a partner at one of the places.
    fn add_partners(&self, found: &mut Bitmap, is_one: &dyn Fn(PlaceKey) -> bool) {
        for key in keys(self.places.len()) {
            if self.places(key).iter().any(|&place| is_one(place)) {
                found.set(key);
            }
        }
    }
}

/// All cooperations, the latest start first.
fn latest_first(dataset: &Dataset) -> Vec<CooperationKey> {
    let terms: Vec<u64> = dataset
        .cooperations()
        .iter()
        .map(|cooperation| term(cooperation.period))
        .collect();
    let order = sorted(terms.len(), &|a, b| terms[b].cmp(&terms[a]));
    let key = |position| Key::new(u32::try_from(position).unwrap_or(u32::MAX));
    order.into_iter().map(key).collect()
}

/// A number that grows with the start and, for equal ones, with the end; what is not known is the least.
fn term(period: Period) -> u64 {
    let day = |date: Option<PartialDate>| {
        date.map_or(0, |date| {
            u64::from(date.year()) << 16
                | u64::from(date.month().unwrap_or(0)) << 8
                | u64::from(date.day().unwrap_or(0))
        })
    };
    day(period.start) << 32 | day(period.end)
}
