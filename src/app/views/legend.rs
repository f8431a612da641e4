//! What marks, lines and colours of the map mean.

use clusteratlas_core::domain::theme::Field;
use clusteratlas_core::locale::texts::Texts;
use clusteratlas_core::scene::strand::DASHES;

use crate::browser::dom::{Element, el, list, px, sign};
use crate::store::Store;

use super::parts::field_mark::field_mark;
use super::tiles;

/// Width of a line whose dashes are shown, in pixels.
const DASHED_PX: f64 = 3.0;

/// The dashes of a field's lines.
fn dashes(field: Field) -> Element {
    let lengths = match DASHES[field as usize] {
        [] => &[1.0],
        lengths => lengths,
    };
    let mut image = "repeating-linear-gradient(90deg".to_owned();
    let mut at = 0.0;
    // Dashes and the gaps between them take turns.
    for (position, length) in lengths.iter().enumerate() {
        let ink = if position % 2 == 0 {
            "currentColor"
        } else {
            "transparent"
        };
        let from = px(at);
        at += length * DASHED_PX;
        for part in [",", ink, " ", &from, " ", &px(at)] {
            image.push_str(part);
        }
    }
    image.push(')');
    let line = sign(&format!("legend__dashes field--{}", field.code()));
    line.set_style("background", &image);
    line
}

/// The legend under the map.
pub fn content(store: Store) -> Vec<Element> {
    let language = store.session.language;
    let item = || el("li").class("legend__item");
    let field = |field: Field| {
        let name = store.atlas().dataset.field_name(field);
        item()
            .child(field_mark(field))
            .child(dashes(field))
            .live_text(move || name.get(store.language()).to_string())
    };
    let kind = |kind: &str, words: fn(&Texts) -> &'static str| {
        item()
            .child(sign(&format!("legend__sign legend__sign--{kind}")))
            .words(language, words)
    };
    let kinds = [
        kind("home", |texts| texts.legend_home),
        kind("abroad", |texts| texts.legend_abroad),
        kind("vague", |texts| texts.legend_vague),
        kind("width", |texts| texts.legend_width),
    ];
    let heading = el("h2").class("visually-hidden").id("legend-heading");
    let section = el("section")
        .class("legend")
        .attr("aria-labelledby", "legend-heading")
        .child(heading.words(language, |texts| texts.legend))
        .child(list(
            "legend__list",
            Field::ALL.map(field).into_iter().chain(kinds),
        ))
        .child(
            el("p")
                .class("legend__note")
                .words(language, |texts| texts.legend_number),
        )
        .child(el("div").children(tiles::content(store)));
    vec![section]
}
