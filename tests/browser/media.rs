//! What a reader's system prefers: darkness, less motion, more contrast, colours of its own.

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use crate::browser::Kind;
use crate::page::Page;

/// A wish of the reader that pages can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Preference {
    /// Dark pages.
    Dark,
    /// Nothing that moves by itself.
    LessMotion,
    /// More contrast than pages usually have.
    MoreContrast,
    /// The colours of the system and no others.
    ForcedColours,
}

impl Preference {
    const ALL: [Self; 4] = [
        Self::Dark,
        Self::LessMotion,
        Self::MoreContrast,
        Self::ForcedColours,
    ];

    /// The condition in a style sheet.
    const fn condition(self) -> (&'static str, &'static str) {
        match self {
            Self::Dark => ("prefers-color-scheme", "dark"),
            Self::LessMotion => ("prefers-reduced-motion", "reduce"),
            Self::MoreContrast => ("prefers-contrast", "more"),
            Self::ForcedColours => ("forced-colors", "active"),
        }
    }
}

impl Page {
    /// Lets the reader's system prefer this and nothing else, and waits until the open page knows.
    pub(crate) async fn emulate(&self, preferences: &[Preference]) -> Result<()> {
        match self.browser.kind {
            Kind::Chromium => self.emulate_in_chromium(preferences).await?,
            Kind::Firefox => self.emulate_in_firefox(preferences).await?,
        }
        for preference in preferences {
            let (name, value) = preference.condition();
            self.see_that(&format!("{name}: {value}"), async || {
                let query = format!("({name}: {value})");
                self.ask("return matchMedia(arguments[0]).matches", vec![json!(query)])
                    .await
            })
            .await?;
        }
        Ok(())
    }

    async fn emulate_in_chromium(&self, preferences: &[Preference]) -> Result<()> {
        let features: Vec<Value> = Preference::ALL
            .iter()
            .map(|preference| {
                let (name, value) = preference.condition();
                let value = if preferences.contains(preference) {
                    value
                } else {
                    ""
                };
                json!({ "name": name, "value": value })
            })
            .collect();
        self.browser
            .send_devtools("Emulation.setEmulatedMedia", json!({ "features": features }))
            .await
            .map(drop)
    }

    async fn emulate_in_firefox(&self, preferences: &[Preference]) -> Result<()> {
        let wants = |preference| preferences.contains(&preference);
        let forced = wants(Preference::ForcedColours);
        // Without forced colours, those of an accessible theme say that contrast is wanted.
        let numbers = [
            (
                "layout.css.prefers-color-scheme.content-override",
                i32::from(!wants(Preference::Dark)),
            ),
            (
                "ui.prefersReducedMotion",
                i32::from(wants(Preference::LessMotion)),
            ),
            (
                "ui.useAccessibilityTheme",
                i32::from(wants(Preference::MoreContrast) && !forced),
            ),
            ("browser.display.document_color_use", if forced { 2 } else { 1 }),
        ];
        let (paper, letters, anchor) = if wants(Preference::Dark) {
            ("#000000", "#ffffff", "#ffff00")
        } else {
            ("#ffffff", "#000000", "#0000ee")
        };
        let colours = [
            ("browser.anchor_color", anchor),
            ("browser.display.foreground_color", letters),
            ("browser.display.background_color", paper),
        ];
        let numbers = numbers.map(|(name, value)| format!("Services.prefs.setIntPref('{name}', {value})"));
        let colours =
            colours.map(|(name, value)| format!("Services.prefs.setStringPref('{name}', '{value}')"));
        let bidi = self.browser.session.bidi().await?;
        let tree = bidi
            .send_raw("browsingContext.getTree", json!({ "moz:scope": "chrome" }))
            .await?;
        let window = tree.pointer("/contexts/0/context").and_then(Value::as_str);
        let window = window.context("the browser has no window")?;
        // No event tells of colours alone: they are all there before the page hears that it is light or dark (which
        // follows from the background) or that colours are forced.
        for setting in colours.iter().chain(&numbers) {
            self.evaluate_at::<Value>(window, setting).await?;
        }
        Ok(())
    }
}
