//! Colours that a reader's system forces on pages, more contrast, and what tells fields where colours do not.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::media::Preference;
use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    the_map_is_drawn_in_the_readers_own_colours,
    every_state_is_seen_in_the_readers_own_colours,
    fields_are_told_by_shapes_and_dashes_without_colours,
    lines_are_dashed_by_field_once_they_are_looked_at,
    more_contrast_makes_lines_bold_and_borders_strong,
];

const FIELDS: usize = 6;

/// Notes the dashes of every line that is drawn, in units of the first.
const NOTE_DASHES: &str = "() => {
    window.drawnDashes = new Set();
    const { stroke } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.stroke = function (...path) {
        const dashes = this.getLineDash();
        // Coastlines and borders are paths; connections are drawn point by point.
        if (path.length === 0) window.drawnDashes.add(dashes.map((length) => (length / dashes[0]).toFixed(2)).join(' '));
        return stroke.apply(this, path);
    };
}";

/// Colours of the system as red, green and blue.
const SYSTEM: &str = "const probe = document.createElement('i');
    probe.style.forcedColorAdjust = 'none';
    document.body.append(probe);
    const colour = (name) => {
        probe.style.color = name;
        return getComputedStyle(probe).color;
    };
    const names = ['Canvas', 'CanvasText', 'LinkText', 'GrayText', 'Highlight', 'ButtonText'];
    const system = Object.fromEntries(names.map((name) => [name, colour(name)]));
    probe.remove();
    const numbers = (text) => text.match(/[\\d.]+/g).slice(0, 3).map(Number);";

/// How many of the fully painted pixels of a canvas have a colour other than two of the system's and mixtures of them, and
/// how many there are: canvas, one colour, other colour. Where lines meet their colour is rounded a little.
const STRANGE: &str = "const ROUNDED = 3;
    const [position, one, other] = arguments;
    const canvas = document.querySelectorAll('.map__canvas')[position];
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const ends = [one, other].map((name) => numbers(system[name]));
    let strange = 0, painted = 0;
    for (let at = 0; at < data.length; at += 4) {
        if (data[at + 3] !== 255) continue;
        painted += 1;
        const between = [0, 1, 2].every((part) => {
            const value = data[at + part];
            return value >= Math.min(ends[0][part], ends[1][part]) - ROUNDED && value <= Math.max(ends[0][part], ends[1][part]) + ROUNDED;
        });
        if (!between) strange += 1;
    }
    return [strange, painted]";

/// Fails unless a canvas is painted, in colours of the system and mixtures of these alone.
async fn see_painted_in(page: &Page, canvas: usize, one: &str, other: &str) -> Result<()> {
    page.see_that(&format!("canvas {canvas} in {one} and {other}"), async || {
        let [strange, painted]: [usize; 2] = page
            .ask(
                &format!("{SYSTEM}{STRANGE}"),
                vec![json!(canvas), json!(one), json!(other)],
            )
            .await?;
        Ok(strange == 0 && painted > 200)
    })
    .await
}

async fn the_map_is_drawn_in_the_readers_own_colours(page: &Page) -> Result<()> {
    page.open("#lang=de").await?;
    page.see_drawing().await?;
    for preferences in [
        &[Preference::ForcedColours][..],
        &[Preference::ForcedColours, Preference::Dark],
    ] {
        // The map follows while it is open.
        page.emulate(preferences).await?;
        page.set("lang=de&sel=country:JP").await?;
        see_painted_in(page, 0, "Canvas", "GrayText").await?;
        see_painted_in(page, 1, "LinkText", "LinkText").await?;
        see_painted_in(page, 2, "CanvasText", "CanvasText").await?;
    }
    Ok(())
}

/// The styles of what a selector finds, with the names of the system's colours for those that are.
async fn styles(page: &Page, selector: &str, properties: &[&str]) -> Result<BTreeMap<String, String>> {
    let script = format!(
        "{SYSTEM}
         const [selector, properties] = arguments;
         const style = getComputedStyle(document.querySelector(selector));
         const name = (value) => Object.entries(system).filter(([, own]) => own === value).map(([name]) => name).join(' ') || value;
         return Object.fromEntries(properties.map((property) => [property, name(style.getPropertyValue(property))]))"
    );
    page.ask(&script, vec![json!(selector), json!(properties)]).await
}

/// Waits until a property has a colour of the system.
async fn see_style(page: &Page, selector: &str, property: &str, colour: &str) -> Result<()> {
    page.see_that(&format!("{property} of {selector}: {colour}"), async || {
        let styles = styles(page, selector, &[property]).await?;
        let value = styles.get(property).context("no style")?;
        Ok(value.split(' ').any(|name| name == colour))
    })
    .await
}

async fn every_state_is_seen_in_the_readers_own_colours(page: &Page) -> Result<()> {
    page.emulate(&[Preference::ForcedColours]).await?;
    page.open("#lang=de&theme=photonics&sel=country:JP").await?;
    page.see_option_count(
        "Partnerländer",
        "Japan",
        page.recount()?.on_theme_with("photonics", "JP"),
    )
    .await?;
    let rows = [
        // Chosen view.
        (
            ".header__view[aria-selected=true]",
            "background-color",
            "CanvasText",
        ),
        (".header__view[aria-selected=true]", "color", "Canvas"),
        // Chips with the sign that removes them, and the sign that closes details.
        (".active-filters__chip", "border-top-color", "CanvasText"),
        (".active-filters__cross", "background-color", "ButtonText"),
        (".detail-panel__cross", "background-color", "ButtonText"),
        (".map__sign--in", "background-color", "ButtonText"),
        // Options that would leave nothing.
        (
            ".filter-panel__item--none .filter-panel__name",
            "color",
            "GrayText",
        ),
        // Marks at home, abroad, faded.
        (".mark--home .mark__shape", "background-color", "CanvasText"),
        (".mark--home .mark__shape", "color", "Canvas"),
        (".mark--abroad .mark__shape", "background-color", "Canvas"),
        (".mark--abroad .mark__shape", "border-top-color", "CanvasText"),
        (".mark--faded .mark__shape", "border-top-color", "CanvasText"),
        // The legend's samples.
        (".legend__sign--home", "background-color", "CanvasText"),
        (".legend__sign--vague", "border-top-color", "CanvasText"),
    ];
    for (selector, property, colour) in rows {
        see_style(page, selector, property, colour).await?;
    }
    page.tab_until("a mark of the map", async || page.focus_is_on_mark().await)
        .await?;
    see_style(
        page,
        ".mark:focus-visible .mark__shape",
        "outline-color",
        "Highlight",
    )
    .await?;
    let outline = styles(page, ".mark:focus-visible .mark__shape", &["outline-style"]).await?;
    ensure!(
        outline.get("outline-style").is_some_and(|style| style == "solid"),
        "{outline:?}"
    );
    page.type_key(Key::Escape).await?;
    page.set("lang=de&view=figures").await?;
    see_style(page, ".drawing__bar", "fill", "CanvasText").await?;
    see_style(page, ".drawing__label", "fill", "CanvasText").await?;
    page.set("lang=de&view=matrix").await?;
    // Numbers say what the scale of colours would.
    page.see_that("numbers with borders in the matrix", async || {
        let styles = styles(
            page,
            ".matrix__cell--6",
            &[
                "border-top-color",
                "border-top-width",
                "background-color",
                "color",
            ],
        )
        .await?;
        let text: String = page
            .ask(
                "return document.querySelector('.matrix__cell--6').textContent",
                vec![],
            )
            .await?;
        let width = styles.get("border-top-width").context("no border")?;
        let differ = styles.get("border-top-color") != styles.get("background-color")
            && styles.get("color") != styles.get("background-color");
        Ok(width == "1px" && differ && text.trim().parse::<u32>().is_ok())
    })
    .await
}

async fn fields_are_told_by_shapes_and_dashes_without_colours(page: &Page) -> Result<()> {
    page.run_before_pages(NOTE_DASHES).await?;
    page.emulate(&[Preference::ForcedColours]).await?;
    page.open("#lang=de").await?;
    page.see_drawing().await?;
    page.see("the number of dashes on the map", FIELDS, async || {
        Ok(page
            .evaluate::<Vec<String>>("[...window.drawnDashes]")
            .await?
            .len())
    })
    .await?;
    // The legend comes with the second piece of the program.
    page.see("the fields in the legend", FIELDS, async || {
        page.ask(
            "return document.querySelectorAll('.legend__dashes').length",
            vec![],
        )
        .await
    })
    .await?;
    let signs: Vec<[String; 2]> = page
        .ask(
            "return [...document.querySelectorAll('.legend__dashes')].map((line) => {
                 const shape = getComputedStyle(line.previousElementSibling);
                 return [getComputedStyle(line).backgroundImage, shape.clipPath + shape.borderRadius];
             })",
            vec![],
        )
        .await?;
    let [dashes, shapes]: [BTreeSet<&String>; 2] =
        [0, 1].map(|part| signs.iter().filter_map(|sign| sign.get(part)).collect());
    ensure!(
        dashes.len() == FIELDS && shapes.len() == FIELDS,
        "alike: {signs:?}"
    );
    // What would be lost with the colours of backgrounds is kept.
    let kept: Vec<String> = page
        .ask(
            "return [...document.querySelectorAll('.legend__dashes')].map((line) => getComputedStyle(line).forcedColorAdjust)",
            vec![],
        )
        .await?;
    ensure!(kept.iter().all(|adjust| adjust == "none"), "{kept:?}");
    Ok(())
}

async fn lines_are_dashed_by_field_once_they_are_looked_at(page: &Page) -> Result<()> {
    page.run_before_pages(NOTE_DASHES).await?;
    page.open("#lang=de").await?;
    page.see_drawing().await?;
    let dashes = async || page.evaluate::<BTreeSet<String>>("[...window.drawnDashes]").await;
    let whole = BTreeSet::from([String::new()]);
    page.see("dashes before anything is looked at", whole, async || {
        dashes().await
    })
    .await?;
    page.tab_until("a mark of the map", async || page.focus_is_on_mark().await)
        .await?;
    page.see(
        "the number of dashes around the largest mark",
        FIELDS,
        async || Ok(dashes().await?.len()),
    )
    .await?;
    // In a comparison dashes tell its sides.
    page.evaluate::<Value>("window.drawnDashes.clear()").await?;
    page.open("#lang=de&theme=photonics&compare=theme=health").await?;
    page.see_drawing().await?;
    page.see("the number of dashes in a comparison", 2, async || {
        Ok(dashes().await?.len())
    })
    .await
}

async fn more_contrast_makes_lines_bold_and_borders_strong(page: &Page) -> Result<()> {
    page.run_before_pages(NOTE_DASHES).await?;
    let greatest_alpha = async || {
        page.ask::<u8>(
            "const canvas = document.querySelectorAll('.map__canvas')[1];
             const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
             let painted = 0, whole = 0;
             for (let at = 3; at < data.length; at += 4) {
                 if (data[at] > 150) painted += 1;
                 if (data[at] === 255) whole += 1;
             }
             return Math.round(100 * whole / painted)",
            vec![],
        )
        .await
    };
    page.open("#lang=de&theme=photonics").await?;
    page.see_drawing().await?;
    let ordinary = greatest_alpha().await?;
    let line = async || {
        let styles = styles(page, ".header", &["border-bottom-color"]).await?;
        Ok::<_, anyhow::Error>(styles.get("border-bottom-color").cloned())
    };
    let before = line().await?;
    page.emulate(&[Preference::MoreContrast]).await?;
    page.see_that("more of the lines' pixels are opaque", async || {
        Ok(greatest_alpha().await? > ordinary)
    })
    .await?;
    ensure!(
        line().await? != before,
        "lines between parts of the page stay as they are"
    );
    let dashes: BTreeSet<String> = page.evaluate("[...window.drawnDashes]").await?;
    ensure!(dashes.len() > 1, "no line is dashed");
    Ok(())
}
