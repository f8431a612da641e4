//! Colours of the canvases, read from the style sheets: CSS decides, also in the dark and with forced
//! colours.

use clusteratlas_core::domain::theme::Field;
use leptos::prelude::window;
use web_sys::HtmlElement;

/// Colours as CSS writes them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Palette {
    /// Land.
    pub land: String,
    /// Coastlines.
    pub coast: String,
    /// Borders between countries.
    pub border: String,
    /// Germany.
    pub germany: String,
    /// Borders between German states.
    pub state_border: String,
    /// Whether the reader needs lines to be bold: opaque, wider and dashed by field.
    pub bold: bool,
    /// Connections by field of themes, in the order of [`Field::ALL`].
    pub fields: [String; 6],
}

impl Palette {
    /// The colours that apply to an element.
    pub(super) fn read(element: &HtmlElement) -> Self {
        let style = window().get_computed_style(element).ok().flatten();
        let colour = |property: &str| {
            let value = style
                .as_ref()
                .and_then(|style| style.get_property_value(property).ok());
            value.unwrap_or_default().trim().to_owned()
        };
        Self {
            land: colour("--colour-map-land"),
            coast: colour("--colour-map-coast"),
            border: colour("--colour-map-border"),
            germany: colour("--colour-map-germany"),
            state_border: colour("--colour-map-state-border"),
            bold: colour("--map-lines") == "bold",
            fields: Field::ALL.map(|field| colour(&format!("--colour-field-{}", field.code()))),
        }
    }
}
