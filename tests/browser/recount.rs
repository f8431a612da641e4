//! Numbers counted anew from `atlas.json` as plain JSON, without the code that the page counts with.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::site::Site;

/// The dataset as JSON.
#[derive(Clone, Debug)]
pub(crate) struct Recount(Value);

/// The ids in a field that is a text, a list of texts, or missing.
pub(crate) fn ids<'a>(record: &'a Value, field: &str) -> Vec<&'a str> {
    match record.get(field) {
        Some(Value::String(id)) => vec![id],
        Some(Value::Array(ids)) => ids.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

impl Recount {
    /// Reads the dataset of a site.
    pub(crate) fn of(site: &Site) -> Result<Self> {
        Ok(Self(serde_json::from_str(&site.text("data/atlas.json")?)?))
    }

    fn list(&self, name: &str) -> &[Value] {
        self.0
            .get(name)
            .and_then(Value::as_array)
            .map_or(&[], Vec::as_slice)
    }

    /// The ids of a list.
    pub(crate) fn ids_of(&self, name: &str) -> Vec<&str> {
        let records = self.list(name).iter();
        records.filter_map(|record| record.get("id")?.as_str()).collect()
    }

    /// The record of a list with an id.
    pub(crate) fn record(&self, list: &str, id: &str) -> Result<&Value> {
        let found = self
            .list(list)
            .iter()
            .find(|record| record.get("id").is_some_and(|own| own == id));
        found.with_context(|| format!("{list} has no {id}"))
    }

    /// The name of a record in a language.
    pub(crate) fn name(&self, list: &str, id: &str, language: &str) -> Result<String> {
        let record = self.record(list, id)?;
        let name = [
            format!("name_{language}"),
            format!("title_{language}"),
            "name".to_owned(),
        ]
        .iter()
        .find_map(|field| record.get(field.as_str())?.as_str());
        Ok(name
            .with_context(|| format!("{list} {id} has no name"))?
            .to_owned())
    }

    /// The id of the record of a list that has a German name.
    pub(crate) fn id(&self, list: &str, name: &str) -> Result<String> {
        let record = self.list(list).iter().find(|record| record["name_de"] == name);
        let id = record.and_then(|record| record.get("id")?.as_str());
        Ok(id.with_context(|| format!("{list} has no {name}"))?.to_owned())
    }

    /// All cooperations that pass.
    pub(crate) fn cooperations(&self, passes: impl Fn(&Value) -> bool) -> Vec<&Value> {
        self.list("cooperations")
            .iter()
            .filter(|cooperation| passes(cooperation))
            .collect()
    }

    /// Number of all cooperations.
    pub(crate) fn total(&self) -> usize {
        self.list("cooperations").len()
    }

    /// Number of cooperations on a theme.
    pub(crate) fn on_theme(&self, theme: &str) -> usize {
        self.cooperations(|cooperation| ids(cooperation, "themes").contains(&theme))
            .len()
    }

    /// German titles of the cooperations on a theme.
    pub(crate) fn titles_on_theme(&self, theme: &str) -> BTreeSet<String> {
        let cooperations = self.cooperations(|cooperation| ids(cooperation, "themes").contains(&theme));
        let titles = cooperations
            .iter()
            .filter_map(|cooperation| cooperation.get("title_de")?.as_str());
        titles.map(str::to_owned).collect()
    }

    /// Number of cooperations on a theme with a partner in a country.
    pub(crate) fn on_theme_with(&self, theme: &str, country: &str) -> usize {
        self.cooperations(|cooperation| {
            ids(cooperation, "themes").contains(&theme) && self.countries(cooperation).contains(country)
        })
        .len()
    }

    /// Number of cooperations with a partner in a country.
    pub(crate) fn with_country(&self, country: &str) -> usize {
        self.cooperations(|cooperation| self.countries(cooperation).contains(country))
            .len()
    }

    /// Number of cooperations with a partner in a country of a continent.
    pub(crate) fn on_continent(&self, continent: &str) -> usize {
        let lies_there = |code: &String| {
            let country = self.record("countries", code);
            country.is_ok_and(|country| country.get("continent").is_some_and(|own| own == continent))
        };
        self.cooperations(|cooperation| self.countries(cooperation).iter().any(lies_there))
            .len()
    }

    /// Number of cooperations in some countries whose cluster cooperates with each of them.
    pub(crate) fn in_each(&self, countries: &[&str]) -> usize {
        self.those_in_each(countries).len()
    }

    fn those_in_each(&self, countries: &[&str]) -> Vec<&Value> {
        let in_country = |country: &str| self.cooperations(|one| self.countries(one).contains(country));
        let reaches = |cluster: &&str| {
            let mut there = countries.iter().map(|country| in_country(country));
            there.all(|found| found.iter().any(|one| ids(one, "clusters").contains(cluster)))
        };
        let in_any = |one: &Value| {
            countries
                .iter()
                .any(|&country| self.countries(one).contains(country))
        };
        self.cooperations(|one| in_any(one) && ids(one, "clusters").iter().any(reaches))
    }

    /// Number of clusters that have a cooperation with a partner in a country.
    pub(crate) fn clusters_with(&self, country: &str) -> usize {
        let cooperations = self.cooperations(|cooperation| self.countries(cooperation).contains(country));
        let clusters: BTreeSet<&str> = cooperations.iter().flat_map(|own| ids(own, "clusters")).collect();
        clusters.len()
    }

    /// Number of cooperations with a partner in a country whose public funding is stated, and its sum in euros.
    pub(crate) fn funding_with(&self, country: &str) -> (usize, f64) {
        let cooperations = self.cooperations(|cooperation| self.countries(cooperation).contains(country));
        let amounts = cooperations
            .iter()
            .filter_map(|own| own.get("funding_eur")?.as_f64());
        (amounts.clone().count(), amounts.sum())
    }

    /// Number of cooperations with partners in each of some countries.
    pub(crate) fn with_each_country(&self, countries: &[&str]) -> usize {
        let works_there = |cooperation: &Value| {
            let there = self.countries(cooperation);
            countries.iter().all(|country| there.contains(*country))
        };
        self.cooperations(works_there).len()
    }

    /// Number of clusters of the cooperations in some countries whose cluster cooperates with each of them.
    pub(crate) fn clusters_in_each(&self, countries: &[&str]) -> usize {
        let found = self.those_in_each(countries);
        let clusters: BTreeSet<&str> = found.into_iter().flat_map(|one| ids(one, "clusters")).collect();
        clusters.len()
    }

    /// Number of cooperations of a cluster.
    pub(crate) fn of_cluster(&self, cluster: &str) -> usize {
        self.cooperations(|cooperation| ids(cooperation, "clusters").contains(&cluster))
            .len()
    }

    /// Number of cooperations on a theme in a programme; `None` counts those without one.
    pub(crate) fn in_programme(&self, programme: Option<&str>) -> usize {
        self.cooperations(|cooperation| ids(cooperation, "programme").first().copied() == programme)
            .len()
    }

    /// The first and the last year that a cooperation states; none without any date.
    fn years(cooperation: &Value) -> Option<(u16, u16)> {
        let year = |field| cooperation.get(field)?.as_str()?.get(..4)?.parse().ok();
        let (start, end) = (year("start"), year("end"));
        Some((start.or(end)?, end.or(start)?))
    }

    /// Number of cooperations that run in one of some years, without those of which no date is known.
    pub(crate) fn running_within(&self, from: u16, to: u16) -> usize {
        let runs = |one: &Value| Self::years(one).is_some_and(|(first, last)| first <= to && from <= last);
        self.cooperations(runs).len()
    }

    /// Number of cooperations that began before a year and of which no end is known.
    pub(crate) fn perhaps_running(&self, year: u16) -> usize {
        let is_open =
            |one: &Value| one.get("end").is_none() && Self::years(one).is_some_and(|(first, _)| first < year);
        self.cooperations(is_open).len()
    }

    /// Number of cooperations of which no date is known.
    pub(crate) fn undated(&self) -> usize {
        self.cooperations(|one| Self::years(one).is_none()).len()
    }

    /// The first and the last year of any cooperation.
    pub(crate) fn span(&self) -> Result<(u16, u16)> {
        let years = || self.list("cooperations").iter().filter_map(Self::years);
        let first = years().map(|(first, _)| first).min();
        let last = years().map(|(_, last)| last).max();
        first.zip(last).context("no cooperation has a date")
    }

    /// Number of cooperations with a cluster of a German state.
    pub(crate) fn with_state(&self, state: &str) -> usize {
        let is_there = |id: &&str| {
            self.record("clusters", id)
                .is_ok_and(|cluster| cluster.get("state").is_some_and(|own| own == state))
        };
        self.cooperations(|cooperation| ids(cooperation, "clusters").iter().any(is_there))
            .len()
    }

    /// Number of cooperations whose stated term holds a year; what has only a start or only an end holds that year.
    pub(crate) fn running_in(&self, year: u16) -> usize {
        self.running_within(year, year)
    }

    /// The countries of partners besides Germany, each with the number of its cooperations.
    pub(crate) fn by_country(&self) -> BTreeMap<String, usize> {
        let mut numbers = BTreeMap::new();
        for cooperation in self.list("cooperations") {
            for country in self.countries(cooperation) {
                *numbers.entry(country).or_default() += 1;
            }
        }
        numbers.remove("DE");
        numbers
    }

    /// The published figures.
    pub(crate) fn key_figures(&self) -> &[Value] {
        self.list("key_figures")
    }

    /// The countries of a cooperation's partners.
    pub(crate) fn countries(&self, cooperation: &Value) -> BTreeSet<String> {
        let partners = cooperation
            .get("partners")
            .and_then(Value::as_array)
            .map_or(&[][..], Vec::as_slice);
        partners
            .iter()
            .filter_map(|partner| self.record("places", partner.get("place")?.as_str()?).ok())
            .filter_map(|place| place.get("country")?.as_str().map(str::to_owned))
            .collect()
    }
}
