//! Which colours are seen on which, and what contrast that needs.

use clusteratlas_core::domain::theme::Field;
use clusteratlas_core::scene::scale::OPACITY;

use super::tokens::declared;

/// Text, and anything else that carries meaning.
const TEXT: f32 = 4.5;
const SIGN: f32 = 3.0;

const MAP: &[&str] = &["map-water", "map-land", "map-germany"];
const PAGE: &[&str] = &["page", "surface", "surface-raised", "hover"];
const PAGE_AND_NOTICE: &[&str] = &["page", "surface", "surface-raised", "hover", "notice"];

/// Colours that carry no meaning of their own: lines between rows, shadows, what darkens the page behind a dialog, and
/// the colour of signs, which is that of the text around them.
pub(super) const SILENT: &[&str] = &["line", "shadow", "backdrop", "sign"];

/// A colour and what it is seen on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) what: &'static str,
    pub(super) ink: &'static str,
    pub(super) grounds: &'static [&'static str],
    /// What shines through the grounds as well, if it does.
    below: &'static [&'static str],
    pub(super) opacity: f32,
    pub(super) least: f32,
    /// Whether it is text on nothing but the page or the map.
    pub(super) is_plain_text: bool,
}

impl Pair {
    /// Every ground with what lies below it, if that shines through.
    pub(super) fn seen_on(&self) -> impl Iterator<Item = (&'static str, Option<&'static str>)> {
        let below: Vec<Option<&str>> = if self.below.is_empty() {
            vec![None]
        } else {
            self.below.iter().copied().map(Some).collect()
        };
        let grounds = self.grounds.iter();
        grounds.flat_map(move |&ground| below.clone().into_iter().map(move |below| (ground, below)))
    }

    const fn at(mut self, opacity: f32) -> Self {
        self.opacity = opacity;
        self
    }

    const fn over_map(mut self) -> Self {
        self.below = MAP;
        self
    }
}

const fn sign(what: &'static str, ink: &'static str, grounds: &'static [&'static str]) -> Pair {
    Pair {
        what,
        ink,
        grounds,
        below: &[],
        opacity: 1.0,
        least: SIGN,
        is_plain_text: false,
    }
}

const fn text(what: &'static str, ink: &'static str, grounds: &'static [&'static str]) -> Pair {
    Pair {
        least: TEXT,
        is_plain_text: true,
        ..sign(what, ink, grounds)
    }
}

/// Text on a ground that stands for something: on no more than what it needs, whatever the reader asks for.
const fn text_on_sign(what: &'static str, ink: &'static str, grounds: &'static [&'static str]) -> Pair {
    Pair {
        is_plain_text: false,
        ..text(what, ink, grounds)
    }
}

const fn token(field: Field) -> &'static str {
    match field {
        Field::LifeSciences => "field-life-sciences",
        Field::DigitalElectronics => "field-digital-electronics",
        Field::IndustryMaterials => "field-industry-materials",
        Field::MobilityLogistics => "field-mobility-logistics",
        Field::EnergyEnvironmentFood => "field-energy-environment-food",
        Field::Society => "field-society",
    }
}

/// All of them, with the opacities that the style sheets state.
pub(super) fn pairs() -> Vec<Pair> {
    let mut pairs = on_the_page();
    pairs.extend(on_the_map());
    let printed = declared("views/brief.css", ".picture__stroke", "opacity");
    #[expect(clippy::cast_possible_truncation, reason = "four fifths")]
    let line = OPACITY as f32;
    for field in Field::ALL {
        let ink = token(field);
        pairs.extend([
            sign("lines of a field", ink, MAP).at(line),
            sign("lines of a field on paper", ink, MAP).at(printed),
            sign("lit lines of a field", ink, MAP),
            sign("signs and bars of a field", ink, PAGE),
        ]);
    }
    pairs
}

fn on_the_page() -> Vec<Pair> {
    let ranking = declared("views/overview.css", ".overview__bar", "opacity");
    let sorting = declared(
        "views/cooperation-list.css",
        ".cooperation-list__direction",
        "opacity",
    );
    vec![
        text("text", "text", PAGE_AND_NOTICE),
        text(
            "explaining text and options that would leave nothing",
            "text-quiet",
            PAGE,
        ),
        text(
            "credit and number of what is left out",
            "text-quiet",
            &["map-water"],
        ),
        text("links", "link", PAGE_AND_NOTICE),
        text("words of what is chosen", "accent", &["page", "surface-raised"]),
        text(
            "text of chosen tabs, suggestions and counters",
            "on-accent",
            &["accent"],
        ),
        sign("borders of controls", "control-line", PAGE),
        sign(
            "borders of chips and of what is chosen, bars of years",
            "accent",
            PAGE,
        ),
        sign("years outside the range", "control-line", PAGE),
        sign("bars of rankings", "accent", &["page"]).at(ranking),
        sign("signs of columns that can be sorted", "text-quiet", &["page"]).at(sorting),
        sign("focus ring", "focus", PAGE_AND_NOTICE),
        sign("focus ring on the map", "focus", MAP),
        sign("focus ring beside its gap", "focus", &["focus-gap"]),
        sign(
            "gap of the focus ring beside what is filled",
            "focus-gap",
            &["accent"],
        ),
        sign("focus ring in a chosen tab", "on-accent", &["accent"]),
        sign("borders of notices", "notice-line", &["notice", "page"]),
        sign("bars of charts", "bar", &["page", "hover"]),
        text_on_sign(
            "numbers in the matrix",
            "text",
            &["heat-1", "heat-2", "heat-3", "heat-4"],
        ),
        text_on_sign(
            "greatest numbers in the matrix",
            "on-accent",
            &["heat-5", "heat-6"],
        ),
    ]
}

fn on_the_map() -> Vec<Pair> {
    let faded = declared(
        "map.css",
        ".mark--faded .mark__shape, .mark--faded .mark__label",
        "opacity",
    );
    vec![
        sign("coastlines", "map-coast", MAP),
        sign("borders of countries", "map-border", &["map-land", "map-germany"]),
        sign("borders of German states", "map-state-border", &["map-germany"]),
        sign("marks at home", "mark-home", MAP),
        sign("marks abroad", "mark-abroad-line", MAP),
        sign(
            "marks abroad and their filling",
            "mark-abroad-line",
            &["mark-abroad"],
        ),
        sign(
            "vague marks at home and their filling",
            "mark-home",
            &["mark-abroad"],
        ),
        text_on_sign("numbers at home", "mark-home-text", &["mark-home"]),
        text_on_sign("numbers abroad", "mark-abroad-text", &["mark-abroad"]),
        text(
            "names beside marks",
            "label",
            &["label-halo", "map-water", "map-land", "map-germany"],
        ),
        sign("marks at home, faded", "mark-home", MAP).at(faded),
        sign("marks abroad, faded", "mark-abroad-line", MAP).at(faded),
        text_on_sign("numbers at home, faded", "mark-home-text", &["mark-home"])
            .at(faded)
            .over_map(),
        text_on_sign("numbers abroad, faded", "mark-abroad-text", &["mark-abroad"])
            .at(faded)
            .over_map(),
        text_on_sign("names beside faded marks", "label", MAP).at(faded),
    ]
}
