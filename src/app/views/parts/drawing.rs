//! A chart in the page: what `clusteratlas_core::chart` has laid out, as elements of SVG with classes.

use clusteratlas_core::chart::drawing::{Anchor, Bar, Drawing, Ink, Marks, Tone};
use clusteratlas_core::chart::sign::outline;
use clusteratlas_core::decimal;
use clusteratlas_core::geo::area::Area;

use crate::browser::document;
use crate::browser::dom::{Element, svg};

/// The drawing with its title and description; `link` makes the element that holds a row.
pub fn drawing(
    drawn: &Drawing,
    id: &str,
    title: &str,
    description: &str,
    link: &dyn Fn(usize) -> Element,
) -> Element {
    let [from, to] = drawn.base;
    let base = [from.x, from.y, to.x, to.y].map(number);
    let base = format!("M{} {}L{} {}", base[0], base[1], base[2], base[3]);
    let (title_id, description_id) = (format!("{id}-title"), format!("{id}-description"));
    let mut parts = vec![
        svg("title").attr("id", &title_id).text(title),
        svg("desc").attr("id", &description_id).text(description),
    ];
    add_marks(&mut parts, &drawn.marks);
    for (position, row) in drawn.rows.iter().enumerate() {
        let mut marks = vec![rect(row.area).attr("class", "drawing__target")];
        add_marks(&mut marks, &row.marks);
        parts.push(link(position).children(marks));
    }
    parts.push(svg("path").attr("class", "drawing__base").attr("d", &base));
    svg("svg")
        .attr("class", "drawing")
        .attr("role", "group")
        .attr("aria-labelledby", &title_id)
        .attr("aria-describedby", &description_id)
        .attr(
            "viewBox",
            &format!("0 0 {} {}", number(drawn.width), number(drawn.height)),
        )
        .on("focusin", |_| document::reveal_focused_part())
        .children(parts)
}

fn add_marks(parts: &mut Vec<Element>, marks: &Marks) {
    parts.extend(marks.bars.iter().map(bar));
    for sign in &marks.signs {
        let class = format!("drawing__sign field--{}", sign.field.code());
        let path = svg("path").attr("class", &class);
        parts.push(path.attr("d", &outline(sign.field, sign.at, sign.side)));
    }
    for label in &marks.labels {
        let class = match (label.tone, label.anchor) {
            (Tone::Plain, Anchor::Start) => "drawing__label",
            (Tone::Plain, Anchor::Middle) => "drawing__label drawing__label--middle",
            (Tone::Quiet, Anchor::Start) => "drawing__label drawing__label--quiet",
            (Tone::Quiet, Anchor::Middle) => "drawing__label drawing__label--quiet drawing__label--middle",
        };
        let text = svg("text").attr("class", class);
        let text = text.attr("x", &number(label.at.x)).attr("y", &number(label.at.y));
        parts.push(text.text(&label.text));
    }
}

fn bar(bar: &Bar) -> Element {
    let ink = match bar.ink {
        Ink::First => "drawing__bar drawing__bar--first",
        Ink::FirstPerhaps => "drawing__bar drawing__bar--perhaps",
        Ink::Second => "drawing__bar drawing__bar--second",
        Ink::SecondPerhaps => "drawing__bar drawing__bar--second drawing__bar--dashed",
    };
    let class = match bar.field {
        Some(field) => format!("{ink} field--{}", field.code()),
        None => ink.to_owned(),
    };
    // An outline lies within the area.
    let inset = match bar.ink {
        Ink::First => 0.0,
        Ink::FirstPerhaps => 0.5,
        Ink::Second | Ink::SecondPerhaps => 0.75,
    };
    rect(bar.area.grown(-inset)).attr("class", &class)
}

fn rect(area: Area) -> Element {
    svg("rect")
        .attr("x", &number(area.left))
        .attr("y", &number(area.top))
        .attr("width", &number((area.right - area.left).max(0.1)))
        .attr("height", &number((area.bottom - area.top).max(0.1)))
}

fn number(value: f64) -> String {
    decimal::write(value, 1)
}
