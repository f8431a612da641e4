//! One chart of the selection: its drawing, whose bars are links, its table, and its files.

use std::sync::Arc;

use clusteratlas_core::chart::table::{cells, columns};
use clusteratlas_core::chart::{By, Chart, Row};
use clusteratlas_core::domain::theme::Field;
use clusteratlas_core::export::chart::{Colours, Picture, svg as svg_file};
use clusteratlas_core::export::csv::{Dialect, csv_of_texts};
use clusteratlas_core::locale::format::number;
use clusteratlas_core::permalink::encode::encode;
use clusteratlas_core::permalink::view_state::ViewState;
use leptos::prelude::*;

use crate::browser::dom::{Element, button, el, keep, span, svg};
use crate::browser::listener::on_resize;
use crate::browser::{document, download};
use crate::store::Store;
use crate::views::parts::drawing::drawing;
use crate::views::parts::source::data_source;
use crate::views::sentence::{present_sentence, told_apart};

use super::plot::{heads, laid_out, name, plot, title, word};

/// Widths are laid out in steps of so many pixels, so that a window that is being drawn larger does not lay out
/// every chart sixty times a second.
const STEP: f64 = 4.0;

/// Width of the drawing in a file.
const FILE_WIDTH: f64 = 780.0;

/// The formats of files, as the buttons name them.
const FORMATS: [&str; 2] = ["SVG", "CSV"];

/// A chart of the selection.
pub(super) fn chart(store: Store, by: By) -> Element {
    let language = store.session.language;
    let chart = Memo::new(move |_| Arc::new(plot(store, by)));
    let id = format!("chart-{}", by.code());
    let heading = el("h3").class("figures__title").id(&id);
    let title_words = move || title(by, store.texts()).to_owned();
    let section = el("section").class("figures__chart").attr("aria-labelledby", &id);
    let section = match by {
        By::Years => section.class("figures__chart figures__chart--wide"),
        By::Facet(_) => section,
    };
    section
        .child(heading.live_text(title_words))
        .child(picture(store, chart, id))
        .child(
            el("p")
                .class("figures__aside")
                .live(move || aside(store, &chart.get())),
        )
        .child(
            el("p")
                .class("figures__nothing")
                .live_flag("hidden", move || chart.with(|chart| !chart.is_empty()))
                .words(language, |texts| texts.figures().nothing),
        )
        .child(
            el("div")
                .class("figures__more")
                .live_flag("hidden", move || chart.with(|chart| chart.is_empty()))
                .child(table(store, chart))
                .child(save_buttons(store, chart)),
        )
}

/// The drawing, as wide as its place.
fn picture(store: Store, chart: Memo<Arc<Chart>>, id: String) -> Element {
    let place = el("div").class("figures__picture");
    let width = RwSignal::new(0.0);
    let own = place.clone();
    on_resize(place.node(), move || {
        // Letters grow with the visitor's: the drawing is measured in them.
        let measured = own.width_px() / document::text_scale();
        let stepped = (measured / STEP).floor() * STEP;
        if stepped > 0.0 && (stepped - width.get_untracked()).abs() > STEP / 2.0 {
            width.set(stepped);
        }
    });
    let own = place.clone();
    keep(move || {
        let (chart, width) = (chart.get(), width.get());
        if width == 0.0 || chart.rows.is_empty() {
            own.replace(Vec::new());
            return;
        }
        let drawn = laid_out(store, &chart, width);
        let texts = store.texts();
        let link = |position: usize| {
            let row = &drawn.chart.rows[position];
            let name = name(row, chart.compared, texts);
            let link = svg("a")
                .attr("class", "drawing__row")
                .attr("id", &format!("{id}-{}", word(&row.value)));
            // In a drawing the title is the name, and what the pointer is told.
            filter_link(store, &chart, row, link).child(svg("title").text(&name))
        };
        let words = title(chart.by, texts);
        let drawn = drawing(
            &drawn,
            &format!("{id}-drawing"),
            words,
            &present_sentence(store),
            &link,
        );
        keep_focus(&id, || own.replace(vec![drawn]));
    });
    place
}

/// What has the focus in a chart keeps it when the chart is made anew, if it is still there.
fn keep_focus(id: &str, change: impl FnOnce()) {
    let focused = document::focused_id().filter(|focused| focused.strip_prefix(id).is_some());
    change();
    if let Some(focused) = focused {
        document::focus(&focused);
        if document::focused_id().is_none() {
            document::focus("main");
        }
    }
}

/// Lets a link lead to the selection that a row stands for; tracked.
fn filter_link(store: Store, chart: &Chart, row: &Row, link: Element) -> Element {
    let state = store.view_state();
    let query = chart.asked(&state.query, row);
    let is_asked = chart.is_asked(&state.query, row);
    let fragment = encode(&ViewState { query, ..state });
    let link = link.attr("href", &format!("#{fragment}"));
    if is_asked {
        link.attr("aria-current", "true")
    } else {
        link
    }
}

/// What belongs to a chart and is no bar, in words.
fn aside(store: Store, chart: &Chart) -> Vec<Element> {
    let texts = store.texts();
    let links = chart.aside.iter().map(|row| {
        let link = filter_link(store, chart, row, el("a"));
        link.text(&name(row, chart.compared, texts))
    });
    let besides = span("").text(texts.figures().besides);
    let mut parts: Vec<Element> = links.collect();
    if !parts.is_empty() {
        parts.insert(0, besides);
    }
    parts
}

/// The table of the chart, folded.
fn table(store: Store, chart: Memo<Arc<Chart>>) -> Element {
    let open = RwSignal::new(false);
    let summary = el("summary")
        .live_text(move || store.texts().figures().as_table.to_owned())
        .child(
            span("visually-hidden").live_text(move || format!(": {}", title(chart.get().by, store.texts()))),
        );
    let folded = el("details").class("figures__table");
    let own = folded.clone();
    folded
        .child(summary)
        .child(el("div").live(move || {
            if open.get() {
                vec![rows(store, &chart.get())]
            } else {
                Vec::new()
            }
        }))
        .on("toggle", move |_| open.set(own.has_attr("open")))
}

fn rows(store: Store, chart: &Chart) -> Element {
    let texts = store.texts();
    let language = store.language();
    let heads = heads(chart.by, texts);
    let columns = columns(chart, &heads);
    let head = |words: &str| el("th").attr("scope", "col").text(words);
    let mut headings = vec![head(heads.by)];
    headings.extend(columns.iter().map(|column| head(column.head)));
    let body = chart.rows.iter().chain(&chart.aside).map(|row| {
        let numbers = columns.iter().map(|column| {
            let count = (column.number)(row);
            el("td").text(&number(count.into(), language))
        });
        el("tr")
            .child(el("th").attr("scope", "row").text(&row.label))
            .children(numbers.collect())
    });
    el("table")
        .child(
            el("caption")
                .class("visually-hidden")
                .text(title(chart.by, texts)),
        )
        .child(el("thead").child(el("tr").children(headings)))
        .child(el("tbody").children(body.collect()))
}

/// Buttons that save the chart.
fn save_buttons(store: Store, chart: Memo<Arc<Chart>>) -> Element {
    let save = |position: usize, save: fn(Store, &Chart)| {
        let format = FORMATS[position];
        let words = move || {
            let texts = store.texts();
            Some((texts.figures().save)(title(chart.get().by, texts), format))
        };
        button("figures__save")
            .live_attr("aria-label", words)
            .text(format)
            .on_click(move || save(store, &chart.get_untracked()))
    };
    el("div")
        .class("figures__files")
        .child(save(0, save_svg))
        .child(save(1, save_csv))
}

fn save_svg(store: Store, chart: &Chart) {
    let texts = untrack(|| store.texts());
    let about = untrack(|| told_apart(store));
    let mut notes = Vec::new();
    if !chart.aside.is_empty() {
        let besides = chart.aside.iter().map(|row| name(row, chart.compared, texts));
        let besides = besides.collect::<Vec<_>>().join(" · ");
        notes.push(format!("{}: {besides}", texts.figures().besides));
    }
    let remarks = [texts.figures().several_note, texts.not_complete].map(str::to_owned);
    notes.extend(remarks.into_iter().chain([untrack(|| data_source(store))]));
    let file = svg_file(&Picture {
        language: store.session.language.get_untracked(),
        title: title(chart.by, texts),
        about: &about,
        drawing: &untrack(|| laid_out(store, chart, FILE_WIDTH)),
        notes: &notes,
        colours: &colours(),
    });
    save_as(chart, "svg", "image/svg+xml;charset=utf-8", &file);
}

fn save_csv(store: Store, chart: &Chart) {
    let cells = cells(chart, &heads(chart.by, untrack(|| store.texts())));
    let text = csv_of_texts(&cells, Dialect::of(store.session.language.get_untracked()));
    save_as(chart, "csv", "text/csv;charset=utf-8", &text);
}

fn save_as(chart: &Chart, ending: &str, media_type: &str, text: &str) {
    let name = format!("clusteratlas-{}.{ending}", chart.by.code());
    if let Err(error) = download::save(&name, media_type, text.as_bytes()) {
        leptos::logging::error!("{error}");
    }
}

/// The colours that the page has.
fn colours() -> Colours {
    Colours {
        page: document::style("--colour-page"),
        text: document::style("--colour-text"),
        quiet: document::style("--colour-text-quiet"),
        line: document::style("--colour-control-line"),
        bar: document::style("--colour-bar"),
        fields: Field::ALL.map(|field| document::style(&format!("--colour-field-{}", field.code()))),
    }
}
