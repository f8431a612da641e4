//! The picture of a record's connections, drawn to be sharp on paper.

use clusteratlas_core::brief::Brief;
use clusteratlas_core::decimal;
use clusteratlas_core::domain::theme::Field;
use clusteratlas_core::geo::mercator::Point;
use clusteratlas_core::geo::world::{Layer, World};
use clusteratlas_core::scene::label::Beside;
use clusteratlas_core::scene::level::Side;
use clusteratlas_core::scene::mark::Mark;
use clusteratlas_core::scene::picture::{Detail, Frame, Picture, STATE_BORDERS_FROM, layer};
use clusteratlas_core::scene::scale::number_on_mark;

use crate::browser::dom::{Element, el, list, svg};
use crate::browser::fetch::{self, spawn};
use crate::store::Store;
use crate::views::parts::field_mark::field_mark;

use super::note;

/// Width and height of the picture: as wide as the text on a sheet of A4.
const SIZE_PX: (f64, f64) = (680.0, 300.0);

/// Half the height of a digit or letter, in pixels.
const HALF_LETTER_PX: f64 = 3.8;

/// The picture, without the world until that has arrived.
pub(super) fn map(store: Store, own: &Brief) -> Vec<Element> {
    let (atlas, texts, language) = (store.atlas(), store.texts(), store.language());
    let (width, height) = SIZE_PX;
    let picture = Picture::of(
        &atlas.dataset,
        &atlas.index,
        &atlas.ground,
        &own.cooperations,
        language,
        width,
        height,
    );
    let Some(picture) = picture else {
        return Vec::new();
    };
    let world = svg("g");
    lay_under(&world, picture.frame);
    let drawing = svg("svg")
        .attr("class", "picture")
        .attr(
            "viewBox",
            &format!("0 0 {} {}", decimal::write(width, 0), decimal::write(height, 0)),
        )
        .attr("role", "img")
        .attr("aria-label", texts.brief().connections)
        .child(world)
        .children(
            picture
                .layers
                .iter()
                .flat_map(|layer| &layer.strokes)
                .map(|stroke| {
                    let field = Field::ALL.get(stroke.field).map_or("", |field| field.code());
                    svg("path")
                        .attr("class", &format!("picture__stroke field--{field}"))
                        .attr("stroke-width", &decimal::write(stroke.width_px, 2))
                        .attr("d", &stroke.path)
                })
                .collect(),
        );
    // Smaller marks lie over larger ones, names over all of them.
    let marks = picture.marks.iter().map(|placed| sign(placed.at, &placed.mark));
    let names = picture
        .marks
        .iter()
        .filter_map(|placed| name(placed.at, &placed.mark));
    let drawing = drawing.children(marks.collect()).children(names.collect());
    let further = (picture.further > 0).then(|| note(&(texts.further_connections)(picture.further)));
    let caption = el("figcaption")
        .child(fields(store, own))
        .child(note(texts.brief().map_note))
        .children(further.into_iter().collect());
    vec![el("figure").class("brief__map").child(drawing).child(caption)]
}

/// Draws the world under the connections when it arrives; a picture without it says the same.
fn lay_under(group: &Element, frame: Frame) {
    let group = group.clone();
    let zoom_level = frame.viewport.zoom_level;
    spawn(async move {
        let Ok(bytes) = fetch::bytes(Detail::at(zoom_level).path()).await else {
            return;
        };
        let Ok(world) = World::decode(&bytes) else {
            return;
        };
        let path = |of: Layer, class: &str| {
            svg("path")
                .attr("class", class)
                .attr("d", &layer(&world, of, &frame))
        };
        let mut layers = vec![
            path(Layer::Land, "picture__land"),
            path(Layer::Germany, "picture__germany"),
            path(Layer::Borders, "picture__borders"),
        ];
        if zoom_level >= STATE_BORDERS_FROM {
            layers.push(path(Layer::States, "picture__states"));
        }
        group.replace(layers);
    });
}

fn number(value: f64) -> String {
    decimal::write(value, 1)
}

/// A mark with its number, where it has room for it.
fn sign(at: Point, mark: &Mark) -> Element {
    let side = match mark.side {
        Side::Home => "home",
        Side::Abroad => "abroad",
    };
    let vague = if mark.vague { " picture__mark--vague" } else { "" };
    let shape = svg("circle")
        .attr("class", &format!("picture__mark picture__mark--{side}{vague}"))
        .attr("cx", &number(at.x))
        .attr("cy", &number(at.y))
        .attr("r", &number(mark.radius_px));
    let count = number_on_mark(mark.count, mark.radius_px).map(|count| {
        svg("text")
            .attr(
                "class",
                &format!("picture__number picture__number--{side}{vague}"),
            )
            .attr("x", &number(at.x))
            .attr("y", &number(at.y + HALF_LETTER_PX))
            .text(&count)
    });
    svg("g").child(shape).children(count.into_iter().collect())
}

/// The name beside a mark, where there is room.
fn name(at: Point, mark: &Mark) -> Option<Element> {
    let reach = mark.radius_px + 4.0;
    let (x, y, anchor) = match mark.beside? {
        Beside::Right => (at.x + reach, at.y + HALF_LETTER_PX, "start"),
        Beside::Left => (at.x - reach, at.y + HALF_LETTER_PX, "end"),
        Beside::Below => (at.x, at.y + reach + 2.0 * HALF_LETTER_PX, "middle"),
        Beside::Above => (at.x, at.y - reach, "middle"),
    };
    let words = svg("text")
        .attr("class", "picture__name")
        .attr("text-anchor", anchor)
        .attr("x", &number(x))
        .attr("y", &number(y));
    Some(words.text(&mark.label))
}

/// The fields that occur, with their signs.
fn fields(store: Store, own: &Brief) -> Element {
    let atlas = store.atlas();
    let occurring = Field::ALL
        .into_iter()
        .filter(|&field| atlas.index.field(field).count_both(&own.cooperations) > 0);
    let item = |field| {
        let name = atlas.dataset.field_name(field).get(store.language());
        el("li").child(field_mark(field)).text(name)
    };
    list("brief__fields", occurring.map(item))
}
