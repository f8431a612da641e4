//! The map as a picture: what it shows where it looks, with its legend and its source.

use clusteratlas_core::domain::theme::Field;
use clusteratlas_core::export::file_name;
use clusteratlas_core::export::map::{Colours, Finished, Legend, MapFile, svg};
use clusteratlas_core::geo::world::World;
use clusteratlas_core::naming::record_name;
use clusteratlas_core::permalink::view_state::View;
use clusteratlas_core::query::facet::Query;
use clusteratlas_core::scene::mark::Marks;
use clusteratlas_core::scene::picture::{Detail, Picture, Shown};
use leptos::prelude::*;

use crate::browser::document::{configured, style};
use crate::browser::dom::Element;
use crate::browser::download::{save, save_blob};
use crate::browser::error::BrowserError;
use crate::browser::fetch;
use crate::browser::raster::png;
use crate::store::Store;
use crate::views::parts::source::data_source;
use crate::views::sentence::told_apart;

use super::{Entry, Menu};

/// The forms of the picture: a drawing, or so many points for each pixel of the page.
const FORMS: [(Entry, Option<u32>); 4] = [
    (
        Entry {
            id: "export-svg",
            name: |_| "SVG",
            purpose: |texts| texts.export().svg_purpose,
        },
        None,
    ),
    (
        Entry {
            id: "export-png",
            name: |texts| texts.export().png[0],
            purpose: |texts| texts.export().png_purposes[0],
        },
        Some(1),
    ),
    (
        Entry {
            id: "export-png-2",
            name: |texts| texts.export().png[1],
            purpose: |texts| texts.export().png_purposes[1],
        },
        Some(2),
    ),
    (
        Entry {
            id: "export-png-3",
            name: |texts| texts.export().png[2],
            purpose: |texts| texts.export().png_purposes[2],
        },
        Some(3),
    ),
];

/// The forms, where the map is in view.
pub(super) fn group(menu: Menu) -> Element {
    let view = menu.store.session.view;
    let entries = FORMS.map(|(entry, points)| menu.entry(entry, move || save_as(menu.store, points)));
    menu.group(
        "export-picture",
        |texts| texts.export().picture,
        Vec::new(),
        entries.into(),
    )
    .live_flag("hidden", move || view.get() != View::Map)
}

/// Saves the picture; `points` says how many of them a pixel of the page has on each side.
async fn save_as(store: Store, points: Option<u32>) -> Result<(), BrowserError> {
    let detail = Detail::at(store.viewport.get_untracked().zoom_level).path();
    let bytes = fetch::bytes(detail).await?;
    let world = World::decode(&bytes).map_err(|error| BrowserError {
        attempt: detail.to_owned(),
        cause: error.to_string(),
    })?;
    let Finished { svg, width, height } = untrack(|| drawn(store, &world));
    let edition = &store.atlas().dataset.edition;
    let Some(points) = points else {
        let media_type = "image/svg+xml;charset=utf-8";
        return save(&file_name(edition, "svg"), media_type, svg.as_bytes());
    };
    let picture = png(&svg, width * points, height * points).await?;
    let ending = if points > 1 {
        format!("{points}x.png")
    } else {
        "png".to_owned()
    };
    save_blob(&file_name(edition, &ending), &picture)
}

/// The map as it stands on the screen; tracked.
fn drawn(store: Store, world: &World) -> Finished {
    let (texts, language, viewport) = (store.texts(), store.language(), store.viewport.get());
    let (level, scene) = (store.level.get(), store.scene.get());
    let (compared, emphasis) = (store.other_scene.get(), store.emphasis.get());
    let dataset = &store.atlas().dataset;
    let marks = Marks::build(
        dataset,
        &level,
        &scene,
        compared.as_deref(),
        language,
        store.session.query.with(Query::is_empty),
        &viewport,
    );
    let picture = Picture::of_map(&Shown {
        viewport,
        level: &level,
        scene: &scene,
        compared: compared.as_deref(),
        emphasis: emphasis.as_deref(),
        marks: &marks,
        bold: style("--map-lines") == "bold",
    });
    let legend = Legend {
        fields: Field::ALL.map(|field| &**dataset.field_name(field).get(language)),
        home: texts.legend_home,
        abroad: texts.legend_abroad,
        vague: texts.legend_vague,
        line_width: texts.legend_width,
        mark_size: texts.export().mark_size,
        sides: compared
            .is_some()
            .then(|| [texts.comparison.sides[0], texts.comparison.sides[1]]),
    };
    let mut about = told_apart(store);
    about.extend(store.record.get().map(|record| {
        let name = record_name(dataset, record, language);
        (texts.export().highlighted)(name)
    }));
    let left_out = [
        (picture.further, texts.further_connections),
        (marks.further, texts.further_marks),
    ];
    let left_out = left_out.into_iter().filter(|(number, _)| *number > 0);
    let mut notes = vec![texts.legend_number.to_owned()];
    notes.extend(left_out.map(|(number, words)| words(number)));
    notes.push(texts.not_complete.to_owned());
    let address = configured("address").filter(|address| !address.is_empty());
    let origin = [
        Some(data_source(store)),
        address,
        Some(texts.map_credit.to_owned()),
    ];
    notes.push(origin.into_iter().flatten().collect::<Vec<_>>().join(" · "));
    notes.push(texts.border_note.to_owned());
    svg(&MapFile {
        language,
        title: texts.title,
        about: &about,
        picture: &picture,
        world,
        legend: &legend,
        notes: &notes,
        colours: &colours(),
    })
}

/// The colours that the page has.
fn colours() -> Colours {
    Colours {
        page: style("--colour-page"),
        text: style("--colour-text"),
        quiet: style("--colour-text-quiet"),
        water: style("--colour-map-water"),
        land: style("--colour-map-land"),
        coast: style("--colour-map-coast"),
        border: style("--colour-map-border"),
        germany: style("--colour-map-germany"),
        state_border: style("--colour-map-state-border"),
        home: style("--colour-mark-home"),
        home_text: style("--colour-mark-home-text"),
        abroad: style("--colour-mark-abroad"),
        abroad_line: style("--colour-mark-abroad-line"),
        abroad_text: style("--colour-mark-abroad-text"),
        label: style("--colour-label"),
        halo: style("--colour-label-halo"),
        fields: Field::ALL.map(|field| style(&format!("--colour-field-{}", field.code()))),
    }
}
