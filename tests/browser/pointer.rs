//! The reader points but cannot drag, or cannot point exactly: whatever is dragged is pressed instead, and targets are
//! large enough.

use anyhow::{Context as _, Result, ensure};
use serde_json::json;

use crate::page::Page;
use crate::period::write;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    whatever_can_be_dragged_is_known,
    four_buttons_move_the_map_in_every_form,
    handles_of_years_have_fields_of_numbers,
    targets_are_large_enough,
    targets_are_as_large_as_a_finger.by_touch(),
];

/// What can be dragged, and what does the same by pressing.
const DRAGGED: [(&str, &str); 4] = [
    (".map__leaflet", "#pan-toggle"),
    (".period__plot", ".period__field"),
    (".period__handle", ".period__field"),
    (".period__handle", ".period__field"),
];

async fn whatever_can_be_dragged_is_known(page: &Page) -> Result<()> {
    for view in [
        "",
        "#view=list",
        "#view=matrix",
        "#view=figures",
        "#embed=1&controls=period",
    ] {
        page.open(view).await?;
        page.see_that("the period", async || {
            page.ask(
                "return Boolean(document.querySelector('.period__handle'))",
                vec![],
            )
            .await
        })
        .await?;
        let unknown: Vec<String> = page
            .ask(
                "const dragged = [...document.querySelectorAll('[draggable=true], input[type=range], .leaflet-grab')]
                     .concat([...document.querySelectorAll('*')].filter((one) =>
                         !['auto', 'manipulation'].includes(getComputedStyle(one).touchAction)));
                 return [...new Set(dragged)].filter(seen).filter((one) => !one.closest('.leaflet-pane') && !arguments[0].some(([what, instead]) =>
                     one.matches(what) && [...document.querySelectorAll(instead)].some(seen))).map((one) => one.outerHTML.slice(0, 120))",
                vec![json!(DRAGGED)],
            )
            .await?;
        ensure!(unknown.is_empty(), "{view}: {unknown:#?}");
    }
    Ok(())
}

/// The middle of the map in the link.
async fn middle(page: &Page) -> Result<[f64; 2]> {
    page.see_resting().await?;
    page.await_some("the middle in the link", async || {
        let fragment = page.fragment().await?;
        let at = fragment
            .split('&')
            .find_map(|part| part.strip_prefix("at="))
            .map(str::to_owned);
        let numbers: Option<Vec<f64>> =
            at.map(|at| at.split(',').filter_map(|one| one.parse().ok()).collect());
        Ok(numbers.and_then(|numbers| Some([*numbers.first()?, *numbers.get(1)?])))
    })
    .await
}

async fn four_buttons_move_the_map_in_every_form(page: &Page) -> Result<()> {
    for (view, width) in [
        ("#at=50,10,5", 1280),
        ("#at=50,10,5", 320),
        ("#embed=1&at=50,10,5", 320),
    ] {
        page.resize(width, 640).await?;
        page.open(view).await?;
        page.see_drawing().await?;
        page.press("Karte verschieben").await?;
        let mut from = middle(page).await?;
        for (name, lat, lon) in [
            ("Nach oben", 1.0, 0.0),
            ("Nach rechts", 0.0, 1.0),
            ("Nach unten", -1.0, 0.0),
            ("Nach links", 0.0, -1.0),
        ] {
            page.press(name).await?;
            page.see_that(&format!("{name} moves the map, {view}, {width}"), async || {
                let to = middle(page).await?;
                let (up, right) = (to[0] - from[0], to[1] - from[1]);
                // Maps stand at whole pixels.
                Ok(up * lat + right * lon > 0.5 && (up * lon).abs() + (right * lat).abs() < 0.1)
            })
            .await?;
            from = middle(page).await?;
        }
        ensure!(
            (from[0] - 50.0).abs() < 1.0 && (from[1] - 10.0).abs() < 0.1,
            "there and back leads to {from:?}"
        );
        page.see_fitting_width(view).await?;
    }
    Ok(())
}

async fn handles_of_years_have_fields_of_numbers(page: &Page) -> Result<()> {
    page.open("").await?;
    for (handle, field, year) in [("Erstes Jahr", "von", "2015"), ("Letztes Jahr", "bis", "2018")] {
        write(page, field, year).await?;
        page.see(handle, year.to_owned(), async || {
            page.ask(
                "return find('slider', arguments[0])[0].value",
                vec![json!(handle)],
            )
            .await
        })
        .await
        .context("the field does not move the handle")?;
    }
    page.see_fragment("from=2015&to=2018").await
}

/// What can be pressed and is smaller than so many pixels, unless it stands in a line of text or has as much room
/// around it.
const SMALL: &str = "
    const least = arguments[0];
    const targets = [...document.querySelectorAll('button, a[href], input, select, textarea, summary')].filter((one) =>
        seen(one) && !one.closest('.visually-hidden, .skip-link') && getComputedStyle(one).clipPath !== 'inset(50%)');
    const boxOf = (one) => (one.type === 'checkbox' || one.type === 'radio') && one.labels?.[0] ? one.labels[0].getBoundingClientRect() : one.getBoundingClientRect();
    const boxes = targets.map(boxOf);
    const isInline = (one) => getComputedStyle(one).display === 'inline';
    return targets.filter((one, at) => {
        const box = boxes[at];
        if (Math.min(box.width, box.height) >= least - 0.1 || isInline(one)) return false;
        // Names in lists and sentences are words that can be pressed; they are as high as a line.
        if (least > 24) return !one.matches('.record-link, [data-record]') || box.height < 24;
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        return boxes.some((other, place) => place !== at && !targets[place].contains(one) && !one.contains(targets[place])
            && Math.hypot(Math.max(other.x - x, 0, x - other.right), Math.max(other.y - y, 0, y - other.bottom)) < least / 2);
    }).map((one) => `${one.tagName}.${one.className.baseVal ?? one.className} ${nameOf(one).slice(0, 40)}: ${Math.round(boxOf(one).width)} x ${Math.round(boxOf(one).height)}`)";

const VIEWS: [&str; 8] = [
    "",
    "#view=list&theme=photonics",
    "#view=matrix",
    "#view=figures",
    "#view=brief&sel=country:JP",
    "#sel=cluster:biosaxony",
    "#story=gesundheit-in-kooperation.2",
    "#embed=1&theme=photonics&controls=theme,period,search",
];

async fn small(page: &Page, least: u32) -> Result<Vec<String>> {
    let mut all = Vec::new();
    for view in VIEWS {
        page.open(view).await?;
        page.see_that("the second piece", async || {
            page.ask("return !document.body.innerText.includes('geladen …')", vec![])
                .await
        })
        .await?;
        let found: Vec<String> = page.ask(SMALL, vec![json!(least)]).await?;
        all.extend(found.into_iter().map(|one| format!("{view}: {one}")));
    }
    Ok(all)
}

async fn targets_are_large_enough(page: &Page) -> Result<()> {
    let small = small(page, 24).await?;
    ensure!(small.is_empty(), "{}", small.join("\n"));
    Ok(())
}

async fn targets_are_as_large_as_a_finger(page: &Page) -> Result<()> {
    page.resize(390, 844).await?;
    let small = small(page, 44).await?;
    ensure!(small.is_empty(), "{}", small.join("\n"));
    Ok(())
}
