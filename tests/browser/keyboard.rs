//! The reader has a keyboard alone: every stop is seen, none is a trap, and what opens closes with Escape.

use anyhow::{Result, ensure};
use serde::Deserialize;
use serde_json::json;
use thirtyfour::Key;

use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    every_stop_is_seen_and_none_is_a_trap,
    every_stop_of_a_narrow_page_is_seen,
    what_opens_closes_with_escape_and_gives_the_focus_back,
    dialogs_keep_the_focus_until_they_close,
    the_first_stop_leads_past_filters_and_map,
    the_map_is_one_stop_with_a_name_and_is_left_with_tab,
    space_and_enter_open_the_same_mark,
    a_change_moves_neither_the_focus_nor_the_page,
];

/// The name of the map.
const MAP: &str = "find('region', 'Weltkarte der Kooperationen')[0]";

/// More than any page has.
const STOPS: usize = 900;

/// What has the focus: its name, what hides it or its mark of focus, and whether it is the last stop of the page.
#[derive(Debug, Deserialize)]
struct Stop {
    name: String,
    wrong: Vec<String>,
    serial: usize,
    last: bool,
}

const STOP: &str = r"
    const one = document.activeElement;
    if (one === document.body) return { name: '', wrong: [], serial: 0, last: false };
    const wrong = [];
    const numbers = (colour) => {
        const canvas = new OffscreenCanvas(1, 1).getContext('2d');
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const light = (colour) => {
        const [r, g, b] = numbers(colour).map((part) => (part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (a, b) => {
        const [x, y] = [light(a), light(b)].sort((a, b) => b - a);
        return (x + 0.05) / (y + 0.05);
    };
    const behind = (element) => {
        for (let around = element.parentElement; around; around = around.parentElement) {
            const colour = getComputedStyle(around).backgroundColor;
            if (numbers(colour)[3] === 255) return colour;
        }
        return 'white';
    };
    // The handle of a range is a part that scripts cannot see.
    const rules = (list) => [...list].flatMap((rule) => [rule, ...rule.cssRules ? rules(rule.cssRules) : []]);
    const handles = [...document.styleSheets].flatMap((sheet) => rules(sheet.cssRules)).some((rule) =>
        /:focus-visible::(-webkit-slider|-moz-range)-thumb/.test(rule.selectorText ?? '')
            && one.matches(rule.selectorText.split(':')[0]) && rule.style.outline.includes('solid'));
    const drawn = [one, ...one.querySelectorAll('*')].concat(one.closest('label') ?? [], one.parentElement, ...one.parentElement.children);
    const marked = drawn.some((part) => {
        const style = getComputedStyle(part);
        const around = parseFloat(style.outlineOffset) < 0 && numbers(style.backgroundColor)[3] === 255 ? style.backgroundColor : behind(part);
        const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && contrast(style.outlineColor, around) >= 3;
        // Bars of drawings have their line for it.
        const lined = part.matches('.drawing__target') && parseFloat(style.strokeWidth) >= 2 && contrast(style.stroke, around) >= 3;
        return outlined || lined;
    }) || one.type === 'range' && handles;
    if (!marked) wrong.push('no mark of focus');
    let hidden = true;
    // A link of two lines has two boxes.
    for (const box of one.getClientRects()) {
        const boxes = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [box.x + box.width * x, box.y + box.height * y]));
        for (const [x, y] of boxes) {
            const top = document.elementFromPoint(x, y);
            if (top && (one.contains(top) || top.contains(one) && top !== document.documentElement || one.labels?.[0]?.contains(top))) hidden = false;
        }
    }
    const box = one.getBoundingClientRect();
    if (hidden) wrong.push(`hidden at ${Math.round(box.x)}, ${Math.round(box.y)} behind ${document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)?.outerHTML.slice(0, 80)}`);
    if (one.tabIndex > 0) wrong.push(`tabindex ${one.tabIndex}`);
    const all = [...document.querySelectorAll('*')];
    const stops = all.filter((other) => other.tabIndex >= 0 && !other.disabled && seen(other) && other.matches('a[href], button, input, select, textarea, summary, [tabindex]'));
    return { name: nameOf(one) || one.outerHTML.slice(0, 90), wrong, serial: all.indexOf(one) + 1, last: stops.at(-1) === one };
";

/// Walks through the page by Tab until its last stop.
async fn walk(page: &Page, view: &str) -> Result<Vec<String>> {
    let mut wrong = Vec::new();
    let mut before = 0;
    for _ in 0..STOPS {
        page.type_key(Key::Tab).await?;
        let stop: Stop = page.ask(STOP, vec![]).await?;
        for one in &stop.wrong {
            wrong.push(format!("{view}: {}: {one}", stop.name));
        }
        if stop.serial <= before {
            wrong.push(format!("{view}: Tab goes back to {}", stop.name));
            return Ok(wrong);
        }
        before = stop.serial;
        if stop.last {
            return Ok(wrong);
        }
    }
    wrong.push(format!("{view}: Tab does not come to an end"));
    Ok(wrong)
}

/// Waits until nothing on the page is still to come.
async fn settle(page: &Page) -> Result<()> {
    page.see_that("the second piece", async || {
        page.ask("return !document.body.innerText.includes('geladen …')", vec![])
            .await
    })
    .await?;
    page.see_that("a page that stays", async || {
        let count = "return document.querySelectorAll('*').length";
        let before: usize = page.ask(count, vec![]).await?;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        Ok(page.ask::<usize>(count, vec![]).await? == before)
    })
    .await
}

async fn every_stop_is_seen_and_none_is_a_trap(page: &Page) -> Result<()> {
    let mut wrong = Vec::new();
    for view in [
        "",
        "#view=list&theme=photonics",
        "#view=matrix",
        "#view=figures&appearance=dark",
        "#view=brief&sel=country:JP",
        "#sel=cluster:biosaxony",
        "#story=gesundheit-in-kooperation.2",
        "#embed=1&theme=photonics&controls=theme,period,search",
    ] {
        page.open(view).await?;
        settle(page).await?;
        wrong.extend(walk(page, view).await?);
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

async fn every_stop_of_a_narrow_page_is_seen(page: &Page) -> Result<()> {
    page.resize(320, 640).await?;
    let mut wrong = Vec::new();
    for view in ["", "#view=list&theme=photonics", "#embed=1&theme=photonics"] {
        page.open(view).await?;
        settle(page).await?;
        wrong.extend(walk(page, view).await?);
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

async fn focus(page: &Page, found: &str) -> Result<()> {
    page.ask(&format!("{found}.focus()"), vec![]).await
}

async fn what_opens_closes_with_escape_and_gives_the_focus_back(page: &Page) -> Result<()> {
    let menus = [
        ("", "Herunterladen"),
        ("", "Karte verschieben"),
        ("#embed=1&controls=theme", "Themen"),
    ];
    for (view, name) in menus {
        page.open(view).await?;
        let button = format!("find('button', {})[0]", json!(name));
        let expanded = format!("return {button}.getAttribute('aria-expanded')");
        focus(page, &button).await?;
        page.type_key(Key::Enter).await?;
        page.see(name, "true".to_owned(), async || {
            page.ask(&expanded, vec![]).await
        })
        .await?;
        page.type_key(Key::Tab).await?;
        page.type_key(Key::Escape).await?;
        page.see(name, "false".to_owned(), async || {
            page.ask(&expanded, vec![]).await
        })
        .await?;
        page.see_focus(name).await?;
    }
    // Details give the focus back to what opened them, a sheet of filters to its button.
    page.open("#view=list&theme=photonics").await?;
    page.see_rows_on_theme(page.recount()?.on_theme("photonics"), "photonics")
        .await?;
    let title = page.row_titles().await?.into_iter().next().unwrap_or_default();
    focus(page, &format!("find('button', {})[0]", json!(title))).await?;
    page.type_key(Key::Enter).await?;
    page.see_detail(&title).await?;
    page.see_that("the focus in the details", async || {
        page.ask("return Boolean(document.activeElement.closest('aside'))", vec![])
            .await
    })
    .await?;
    page.type_key(Key::Escape).await?;
    page.see_no_detail().await?;
    page.see_focus(&title).await?;

    page.resize(320, 640).await?;
    page.open("").await?;
    focus(page, "find('button', 'Filter anzeigen')[0]").await?;
    page.type_key(Key::Enter).await?;
    page.see_focus("Filter").await?;
    page.type_key(Key::Escape).await?;
    page.see_focus("Filter anzeigen").await
}

async fn dialogs_keep_the_focus_until_they_close(page: &Page) -> Result<()> {
    page.open("").await?;
    settle(page).await?;
    for name in ["Über den Atlas", "Teilen", "Einbetten"] {
        focus(page, &format!("find('button', {})[0]", json!(name))).await?;
        page.type_key(Key::Enter).await?;
        page.see_that("the dialog", async || Ok(!page.names("dialog").await?.is_empty()))
            .await?;
        // After the last stop browsers may go to their own buttons.
        let stops: usize = page
            .ask(
                "return [...find('dialog', null)[0].querySelectorAll('a[href], button, input, textarea, select')].filter(seen).length",
                vec![],
            )
            .await?;
        for _ in 1..stops {
            page.type_key(Key::Tab).await?;
            let inside: bool = page
                .ask(
                    "return Boolean(document.activeElement.closest('dialog[open]'))",
                    vec![],
                )
                .await?;
            ensure!(inside, "{name}: Tab leads out to {}", page.focus().await?);
        }
        focus(page, "find('dialog', null)[0].querySelector('button')").await?;
        page.type_key(Key::Escape).await?;
        page.see_that("no dialog", async || Ok(page.names("dialog").await?.is_empty()))
            .await?;
        page.see_focus(name).await?;
    }
    Ok(())
}

async fn the_first_stop_leads_past_filters_and_map(page: &Page) -> Result<()> {
    for (view, place) in [("", "results"), ("#view=matrix", "view")] {
        page.open(view).await?;
        settle(page).await?;
        page.type_key(Key::Tab).await?;
        page.see_focus("Zu den Ergebnissen springen").await?;
        let stop: Stop = page.ask(STOP, vec![]).await?;
        ensure!(stop.wrong.is_empty(), "{:?}", stop.wrong);
        page.type_key(Key::Enter).await?;
        page.see("where the focus is", place.to_owned(), async || {
            page.ask("return document.activeElement.id", vec![]).await
        })
        .await?;
        page.type_key(Key::Tab).await?;
        let inside: bool = page
            .ask(
                "return document.getElementById(arguments[0]).contains(document.activeElement)",
                vec![json!(place)],
            )
            .await?;
        ensure!(inside, "after the results comes {}", page.focus().await?);
    }
    Ok(())
}

async fn the_map_is_one_stop_with_a_name_and_is_left_with_tab(page: &Page) -> Result<()> {
    page.open("").await?;
    page.see_drawing().await?;
    let described: String = page
        .ask(
            &format!(
                "return words(document.getElementById({MAP}.getAttribute('aria-describedby')).textContent)"
            ),
            vec![],
        )
        .await?;
    ensure!(
        described.contains("Liste"),
        "the map is described by {described:?}"
    );
    let follows: bool = page
        .ask(
            &format!(
                "return Boolean({MAP}.compareDocumentPosition(document.getElementById('results')) & Node.DOCUMENT_POSITION_FOLLOWING)"
            ),
            vec![],
        )
        .await?;
    ensure!(follows, "the list that says the same comes before the map");
    // What Leaflet brings by itself is not there: its words, its flag, its windows.
    let foreign: Vec<String> = page
        .ask(
            "return [...document.querySelectorAll('.leaflet-control, .leaflet-popup, .leaflet-tooltip')].map((e) => e.className)",
            vec![],
        )
        .await?;
    ensure!(foreign.is_empty(), "{foreign:?}");
    let unnamed: usize = page
        .ask(
            &format!("return [...{MAP}.querySelectorAll('[role=button], button, a')].filter((e) => !nameOf(e)).length"),
            vec![],
        )
        .await?;
    ensure!(unnamed == 0, "{unnamed} marks without a name");
    focus(page, MAP).await?;
    let mut stops = 0;
    while page
        .ask::<bool>(&format!("return {MAP}.contains(document.activeElement)"), vec![])
        .await?
    {
        stops += 1;
        ensure!(stops <= 2, "Tab stays in the map");
        page.type_key(Key::Tab).await?;
    }
    let german: Vec<String> = page
        .ask(
            "return [...document.querySelectorAll('.map__controls button')].map(nameOf)",
            vec![],
        )
        .await?;
    ensure!(
        german.starts_with(
            &[
                "Vergrößern",
                "Verkleinern",
                "Ganze Welt zeigen",
                "Deutschland zeigen"
            ]
            .map(str::to_owned)
        ),
        "{german:?}"
    );
    Ok(())
}

async fn space_and_enter_open_the_same_mark(page: &Page) -> Result<()> {
    for key in [Key::Space, Key::Enter] {
        page.open("").await?;
        page.see_drawing().await?;
        focus(
            page,
            "find('button', null).find((e) => nameOf(e).startsWith('Brasilien: '))",
        )
        .await?;
        page.type_key(key).await?;
        page.see_detail("Brasilien").await?;
        page.see_that("the focus in the details", async || {
            Ok(page.focus().await? == "Brasilien")
        })
        .await?;
        page.type_key(Key::Escape).await?;
        page.see_no_detail().await?;
        page.see_that("the focus back on the mark", async || {
            Ok(page.focus().await?.starts_with("Brasilien: "))
        })
        .await?;
    }
    Ok(())
}

async fn a_change_moves_neither_the_focus_nor_the_page(page: &Page) -> Result<()> {
    page.open("").await?;
    settle(page).await?;
    let top = "return Math.round(scrollY)";
    for name in ["Optik & Photonik", "Japan"] {
        focus(page, &format!("find('checkbox', {})[0]", json!(name))).await?;
        let before: i64 = page.ask(top, vec![]).await?;
        let sentence = page.sentence().await?;
        page.type_key(Key::Space).await?;
        page.see_that(
            "another sentence",
            async || Ok(page.sentence().await? != sentence),
        )
        .await?;
        settle(page).await?;
        let stays: bool = page
            .ask(
                "return document.activeElement === find('checkbox', arguments[0])[0]",
                vec![json!(name)],
            )
            .await?;
        ensure!(stays, "{name}: the focus went to {}", page.focus().await?);
        let after: i64 = page.ask(top, vec![]).await?;
        ensure!(before == after, "{name}: the page went from {before} to {after}");
    }
    // A choice in a list of choices changes the page in place, too.
    focus(page, "find('combobox', 'Darstellung')[0]").await?;
    page.type_key(Key::Down).await?;
    page.see_focus("Darstellung").await
}
