//! The selection at a glance: the most frequent partner countries and clusters.

use clusteratlas_core::locale::format::number;
use clusteratlas_core::query::selection::Record;
use leptos::prelude::*;

use crate::browser::dom::{Element, el, keep, sign, span};
use crate::browser::{document, media};
use crate::store::Store;

use super::BESIDE_MAP;
use super::parts::record_link::{button_for_record, open_record};

/// Rows of each ranking.
const ROWS: usize = 8;

/// The rankings, where no record is open.
pub fn content(store: Store) -> Vec<Element> {
    let language = store.session.language;
    let dataset = &store.atlas().dataset;
    let countries = move || {
        let summary = store.summary.get();
        let rows = summary.countries.iter().take(ROWS).map(|&(key, count)| {
            let name = &**dataset.country(key).name.get(store.language());
            (Record::Country(key), name, count)
        });
        rows.collect()
    };
    let clusters = move || {
        let summary = store.summary.get();
        let rows = summary.clusters.iter().take(ROWS);
        let rows = rows.map(|&(key, count)| (Record::Cluster(key), dataset.cluster(key).label(), count));
        rows.collect()
    };
    let subheading = || el("h3").class("overview__subheading");
    let heading = el("h2").class("overview__heading").id("overview-heading");
    let overview = el("aside")
        .class("overview")
        .attr("aria-labelledby", "overview-heading")
        .live_flag("hidden", move || store.record.get().is_some())
        .child(heading.words(language, |texts| texts.at_a_glance))
        .child(subheading().words(language, |texts| texts.partner_countries))
        .child(ranking(store, Box::new(countries)))
        .child(subheading().words(language, |texts| texts.clusters_heading))
        .child(ranking(store, Box::new(clusters)))
        .child(
            el("p")
                .class("overview__note")
                .words(language, |texts| texts.not_complete),
        );
    vec![overview]
}

/// A record with its name and number of cooperations.
type Ranked = (Record, &'static str, u32);

/// A row of a ranking, which takes over other records as the selection changes.
struct Row {
    element: Element,
    link: Element,
    count: Element,
    bar: Element,
    shown: Option<Ranked>,
}

impl Row {
    fn new() -> Self {
        let (link, count, bar) = (
            button_for_record(),
            span("overview__count"),
            sign("overview__bar"),
        );
        let element = el("li")
            .class("overview__row")
            .child(link.clone())
            .child(count.clone())
            .child(bar.clone());
        Self {
            element,
            link,
            count,
            bar,
            shown: None,
        }
    }

    fn show(&mut self, store: Store, ranked: Option<Ranked>, greatest: u32) {
        self.element.set_flag("hidden", ranked.is_none());
        let Some((record, name, count)) = ranked else {
            return;
        };
        if self.shown.map(|shown| (shown.0, shown.1)) != Some((record, name)) {
            open_record(&self.link, store, record, name);
        }
        let reached = store
            .walk
            .mark
            .get()
            .and_then(|node| node.record(&store.atlas().dataset));
        let is_reached = reached == Some(record);
        self.element.set_class("overview__row--reached", is_reached);
        // Beside the map the column scrolls for itself; elsewhere the page would leave the map.
        if is_reached && media::matches(BESIDE_MAP) {
            document::reveal_element(self.element.node());
        }
        self.count.set_text(&number(count.into(), store.language()));
        self.bar
            .set_style("width", &format!("{}%", 100 * count / greatest));
        self.shown = ranked;
    }
}

fn ranking(store: Store, ranked: Box<dyn Fn() -> Vec<Ranked>>) -> Element {
    let mut rows: Vec<Row> = (0..ROWS).map(|_| Row::new()).collect();
    let elements = rows.iter().map(|row| row.element.clone()).collect();
    keep(move || {
        let ranked = ranked();
        let greatest = ranked.iter().map(|&(_, _, count)| count).max().unwrap_or(1);
        for (position, row) in rows.iter_mut().enumerate() {
            row.show(store, ranked.get(position).copied(), greatest);
        }
    });
    el("ol").class("overview__ranking").children(elements)
}
