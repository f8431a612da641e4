//! The atlas stands in a page of somebody else: the compact form.

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::accessibility::check;
use crate::page::Page;
use crate::site::Site;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    the_compact_form_is_a_sentence_a_map_and_where_they_come_from,
    the_compact_form_speaks_english,
    the_list_of_the_compact_form_tells_what_its_map_tells,
    the_compact_form_offers_what_the_page_asks_for,
    details_open_below_the_map_and_leave_the_page_where_it_is,
    the_frame_is_told_how_high_its_content_is,
    the_compact_form_fits_a_narrow_column,
    axe_finds_nothing_around_the_compact_form,
    a_link_leads_from_the_compact_list_to_the_whole_page,
    steps_in_the_compact_form_are_no_steps_of_the_page_around_it,
    the_wheel_over_the_compact_map_says_how_it_zooms,
    a_finger_on_the_compact_map_says_how_it_moves.by_touch(),
];

/// The page with the compact form in a frame, between many paragraphs.
fn host(fragment: &str) -> String {
    let text = "<p>Text</p>".repeat(40);
    format!(
        "<!DOCTYPE html><html lang=\"de\"><title>Artikel</title><main><h1>Artikel</h1>{text}\
         <iframe src=\"index.html#{fragment}\" width=\"640\" height=\"900\" title=\"Clusteratlas\"></iframe>{text}</main>"
    )
}

/// Opens the page around a frame and waits until the frame has drawn. The site lasts as long as it is held.
async fn open_framed(page: &Page, fragment: &str) -> Result<Site> {
    let site = page.site.with(&[("host.html", &host(fragment))])?;
    page.visit(&site, "host.html").await?;
    page.see_message("drawn").await?;
    Ok(site)
}

async fn the_compact_form_is_a_sentence_a_map_and_where_they_come_from(page: &Page) -> Result<()> {
    page.open("#embed=1&theme=photonics").await?;
    page.see_drawing().await?;
    let number = page.recount()?.on_theme("photonics");
    let headings = page.names("heading").await?;
    ensure!(
        headings.len() == 1 && headings[0].starts_with(&format!("{number} Kooperationen zum Thema ")),
        "the headings are {headings:?}"
    );
    for role in [
        "banner",
        "searchbox",
        "combobox",
        "group",
        "checkbox",
        "complementary",
    ] {
        let names = page.names(role).await?;
        ensure!(names.is_empty(), "{role}: {names:?}");
    }
    ensure!(
        page.names("tab").await? == ["Karte", "Liste"],
        "the tabs are {:?}",
        page.names("tab").await?
    );
    let foot = page.names("contentinfo").await?.join(" ");
    for words in [
        "Quelle: Clusteratlas, Datenstand ",
        "Erklärung zur Barrierefreiheit",
        "Datenschutz",
    ] {
        ensure!(foot.contains(words), "the source line says {foot:?}");
    }
    let link: [String; 3] = page
        .ask(
            "const link = find('link', null).find((one) => nameOf(one).startsWith('Vollständige Ansicht'));
             return [new URL(link.href).hash, link.target, link.rel]",
            vec![],
        )
        .await?;
    ensure!(
        link == ["#theme=photonics", "_blank", "noopener"],
        "the full view is {link:?}"
    );
    let same: bool = page
        .ask(
            "return find('link', null).every((one) => one.target === '_blank' && one.rel.includes('noopener'))",
            vec![],
        )
        .await?;
    ensure!(same, "a link leads the frame away");
    Ok(())
}

async fn the_compact_form_speaks_english(page: &Page) -> Result<()> {
    page.open("#lang=en&embed=1&controls=programme&theme=photonics")
        .await?;
    let number = page.recount()?.on_theme("photonics");
    page.see_sentence(&format!("{number} cooperations on Optics & photonics "))
        .await?;
    ensure!(page.names("tab").await? == ["Map", "List"]);
    ensure!(page.names("group").await? == ["Funding programmes"]);
    let link: String = page
        .ask(
            "const link = find('link', null).find((one) => nameOf(one).startsWith('Full view'));
             return new URL(link.href).hash",
            vec![],
        )
        .await?;
    ensure!(link == "#lang=en&theme=photonics", "the full view is {link:?}");
    Ok(())
}

async fn the_list_of_the_compact_form_tells_what_its_map_tells(page: &Page) -> Result<()> {
    page.open("#embed=1&theme=maritime").await?;
    let number = page.recount()?.on_theme("maritime");
    page.open_view("Liste").await?;
    page.see_rows_on_theme(number, "maritime").await?;
    page.see_fragment("view=list&theme=maritime&embed=1").await?;
    // A long list has short pages, because the frame grows with it.
    page.open("#embed=1&theme=photonics&view=list").await?;
    let number = page.recount()?.on_theme("photonics");
    page.see_caption(&format!("Zeile 1–25 von {number} Kooperationen, neueste zuerst"))
        .await?;
    page.press("Nächste Seite").await?;
    page.see("the rows that are left", number - 25, async || {
        Ok(page.row_titles().await?.len())
    })
    .await?;
    page.element("tab", "Liste").await?.focus().await?;
    page.type_key(Key::Left).await?;
    page.see_drawing().await?;
    page.see_focus("Karte").await?;
    for view in ["matrix", "figures"] {
        page.open(&format!("#embed=1&view={view}&theme=photonics"))
            .await?;
        page.see("the views", 3, async || Ok(page.names("tab").await?.len()))
            .await?;
    }
    Ok(())
}

async fn the_compact_form_offers_what_the_page_asks_for(page: &Page) -> Result<()> {
    page.open("#embed=1&controls=theme,programme&theme=health")
        .await?;
    ensure!(page.names("group").await? == ["Themen", "Förderprogramme"]);
    let before = height(page).await?;
    page.element("button", "Themen").await?.focus().await?;
    page.type_key(Key::Enter).await?;
    page.choose_theme("Optik & Photonik").await?;
    page.see_fragment("theme=health,photonics&embed=1&controls=theme,programme")
        .await?;
    let after = height(page).await?;
    ensure!(
        (before - after).abs() < 40.0,
        "the page grows from {before} to {after}"
    );
    page.type_key(Key::Escape).await?;
    page.see_focus("Themen").await?;
    ensure!(
        page.names("checkbox").await?.is_empty(),
        "the options are still open"
    );
    page.press("Förderprogramme").await?;
    page.see_that("programmes", async || {
        Ok(!page.names("checkbox").await?.is_empty())
    })
    .await?;
    page.point("mouse", [20, 20], Vec::new()).await?;
    page.see("options", 0, async || Ok(page.names("checkbox").await?.len()))
        .await?;
    page.press("Filter zurücksetzen").await?;
    page.see_fragment("theme=health&embed=1&controls=theme,programme")
        .await?;
    ensure!(!page.has("button", "Filter zurücksetzen").await?);

    page.open("#embed=1&controls=search,period").await?;
    page.see("the controls", vec!["Zeitraum".to_owned()], async || {
        page.names("group").await
    })
    .await?;
    page.search_for("Japan").await?;
    page.see_fragment("q=Japan&embed=1&controls=period,search").await
}

/// The height of the page's content.
async fn height(page: &Page) -> Result<f64> {
    page.ask(
        "return document.documentElement.getBoundingClientRect().height",
        vec![],
    )
    .await
}

/// A mark in the frame that can be seen, in pixels of the window, and how far the page around is scrolled.
#[derive(Debug, Deserialize)]
struct Seen {
    point: [i64; 2],
    top: f64,
}

/// Scrolls the page so that the lower part of the map lies below the window, and finds a mark of one country.
const SEEN: &str = "
    const frame = document.querySelector('iframe');
    const inner = frame.contentDocument;
    const map = inner.getElementById('map');
    const place = () => frame.getBoundingClientRect();
    scrollTo(0, scrollY + place().top + map.getBoundingClientRect().bottom - innerHeight - 40);
    const { left, top } = place();
    for (const mark of map.querySelectorAll('[data-mark]:not(.mark--gathers)')) {
        const box = mark.getBoundingClientRect();
        const point = [box.x + box.width / 2, box.y + box.height / 2];
        const at = [Math.round(left + point[0]), Math.round(top + point[1])];
        const on = inner.elementFromPoint(...point)?.closest('[data-mark]') === mark;
        if (on && at[1] > 20 && at[1] < innerHeight - 20) return { point: at, top: scrollY };
    }
    return null;
";

async fn details_open_below_the_map_and_leave_the_page_where_it_is(page: &Page) -> Result<()> {
    page.resize(800, 600).await?;
    let _site = open_framed(page, "embed=1&theme=photonics").await?;
    let seen: Seen = page
        .await_some("a mark in the frame", async || page.ask(SEEN, vec![]).await)
        .await?;
    page.point("mouse", seen.point, Vec::new()).await?;
    let places = page
        .await_some("the details", async || {
            page.ask::<Option<[f64; 4]>>(
                "const inner = document.querySelector('iframe').contentDocument;
                 const heading = inner.getElementById('detail-heading');
                 if (!heading || inner.activeElement !== heading) return null;
                 const bottom = (one) => one.getBoundingClientRect().bottom;
                 return [bottom(inner.getElementById('map')), heading.getBoundingClientRect().top, scrollY,
                     inner.defaultView.scrollY]",
                vec![],
            )
            .await
        })
        .await?;
    let [map, heading, top, inner] = places;
    ensure!(
        heading > map,
        "the details begin at {heading}, above the end of the map at {map}"
    );
    ensure!(
        (top - seen.top).abs() < 1.0 && inner.abs() < 1.0,
        "the page moved from {} to {top}, the frame to {inner}",
        seen.top
    );
    let headings: Vec<String> = page
        .ask(
            "return [...document.querySelector('iframe').contentDocument.querySelectorAll('h1, h2')].map((one) => one.tagName)",
            vec![],
        )
        .await?;
    ensure!(
        !headings.contains(&"H1".to_owned()) && headings.len() > 1,
        "a frame has the headings {headings:?}"
    );
    Ok(())
}

/// The heights that the frame has posted, and those in the form of Datawrapper.
async fn heights(page: &Page) -> Result<(Vec<Value>, Vec<Value>)> {
    let messages = page.messages().await?;
    let own = messages.iter().filter(|message| message["type"] == "height");
    let other = messages
        .iter()
        .filter_map(|message| message.get("datawrapper-height"));
    Ok((
        own.map(|message| message["px"].clone()).collect(),
        other.map(|heights| heights["clusteratlas"].clone()).collect(),
    ))
}

/// Sets the height of the frame and waits until it has been laid out and painted.
async fn set_height(page: &Page, px: u64) -> Result<()> {
    page.evaluate(&format!(
        "(async () => {{
             const frame = document.querySelector('iframe');
             frame.height = {px};
             for (let paints = 0; paints < 4; paints += 1) {{
                 await new Promise((painted) => requestAnimationFrame(painted));
                 await new Promise((painted) => frame.contentWindow.setTimeout(painted));
             }}
         }})()"
    ))
    .await
}

async fn the_frame_is_told_how_high_its_content_is(page: &Page) -> Result<()> {
    let _site = open_framed(page, "embed=1&theme=photonics").await?;
    // What the frame is told, so high it becomes, until it is told nothing more.
    let fit = async || {
        for _ in 0..5 {
            let (told, _) = heights(page).await?;
            let px = told.last().and_then(Value::as_u64).context("no whole height")?;
            set_height(page, px).await?;
            if heights(page).await?.0.len() == told.len() {
                return Ok(px);
            }
        }
        anyhow::bail!("the heights have no end: {:?}", heights(page).await?.0)
    };
    page.see_that("a height", async || Ok(!heights(page).await?.0.is_empty()))
        .await?;
    let map = fit().await?;
    let (needs, room): (f64, f64) = page
        .ask(
            "const { documentElement: root } = document.querySelector('iframe').contentDocument;
             return [root.getBoundingClientRect().height, root.clientHeight]",
            vec![],
        )
        .await?;
    ensure!(
        needs <= room && needs > room - 1.0,
        "{needs} in a frame of {room}"
    );
    let told = heights(page).await?.0.len();
    set_height(page, map + 1500).await?;
    ensure!(
        heights(page).await?.0.len() == told,
        "the height follows the frame"
    );
    page.evaluate::<()>(
        "frames[0].postMessage({ clusteratlas: 1, type: 'set', state: 'embed=1&view=list&theme=photonics' }, '*')",
    )
    .await?;
    page.see_that("the height of the list", async || {
        let (told, _) = heights(page).await?;
        Ok(told
            .last()
            .and_then(Value::as_u64)
            .is_some_and(|px| px > map + 200))
    })
    .await?;
    fit().await?;
    let (own, other) = heights(page).await?;
    ensure!(own == other, "{own:?} and for Datawrapper {other:?}");
    ensure!(
        own.windows(2).all(|pair| pair[0] != pair[1]),
        "a height is told twice: {own:?}"
    );
    Ok(())
}

async fn the_compact_form_fits_a_narrow_column(page: &Page) -> Result<()> {
    page.resize(320, 640).await?;
    for view in [
        "#embed=1",
        "#lang=en&embed=1&controls=theme,programme,country,state,kind,status,period,search",
        "#embed=1&view=list&theme=photonics",
        "#embed=1&sel=cooperation:strength-kolumbien-leipzig",
        "#embed=1&country=JP&compare=country%3DBR&colour=red",
        "#embed=1&view=figures",
    ] {
        page.open(view).await?;
        page.see_fitting_width(view).await?;
    }
    page.open("#embed=1&controls=theme").await?;
    page.press("Themen").await?;
    page.see_fitting_width("with open filters").await
}

async fn axe_finds_nothing_around_the_compact_form(page: &Page) -> Result<()> {
    let _site = open_framed(page, "embed=1").await?;
    check(page, "a frame").await
}

async fn a_link_leads_from_the_compact_list_to_the_whole_page(page: &Page) -> Result<()> {
    page.open("#embed=1").await?;
    page.open_view("Liste").await?;
    // Another view and another form at once: the map of the compact form is wanted and given up in one go.
    page.edit_address("").await?;
    page.see_that("the head of the whole page", async || {
        Ok(!page.names("banner").await?.is_empty())
    })
    .await?;
    page.see_drawing().await
}

async fn steps_in_the_compact_form_are_no_steps_of_the_page_around_it(page: &Page) -> Result<()> {
    page.open("#embed=1").await?;
    let length = async || page.ask::<u32>("return history.length", vec![]).await;
    let before = length().await?;
    page.open_view("Liste").await?;
    page.see_fragment("view=list&embed=1").await?;
    let after = length().await?;
    ensure!(after == before, "{before} steps became {after}");
    Ok(())
}

/// Whether words lie over the map.
async fn is_said(page: &Page, words: &str) -> Result<bool> {
    page.ask(
        "return [...document.querySelectorAll('p[aria-hidden=true]')]
             .some((one) => words(one.textContent) === arguments[0] && seen(one))",
        vec![json!(words)],
    )
    .await
}

async fn the_wheel_over_the_compact_map_says_how_it_zooms(page: &Page) -> Result<()> {
    let words = "Strg + Mausrad zoomt die Karte";
    page.open("#embed=1").await?;
    ensure!(!is_said(page, words).await?, "said without a reason");
    page.turn_wheel_over_map(120, false).await?;
    page.see("whether it is said", true, async || is_said(page, words).await)
        .await?;
    page.see("whether it is still said", false, async || {
        is_said(page, words).await
    })
    .await?;
    page.see_fragment("embed=1").await?;
    page.turn_wheel_over_map(-240, true).await?;
    page.see_that("the map zooms", async || {
        Ok(page.fragment().await?.contains("at="))
    })
    .await?;
    ensure!(!is_said(page, words).await?, "said to one who knows it");

    page.open("").await?;
    page.turn_wheel_over_map(120, false).await?;
    ensure!(!is_said(page, words).await?, "said on the whole page");
    Ok(())
}

async fn a_finger_on_the_compact_map_says_how_it_moves(page: &Page) -> Result<()> {
    let words = "Zwei Finger bewegen die Karte";
    page.resize(360, 420).await?;
    page.open("#embed=1").await?;
    page.see_drawing().await?;
    let [x, y]: [i64; 2] = page
        .ask(
            "const box = document.getElementById('map').getBoundingClientRect();
             return [Math.round(box.left + box.width * 0.5), Math.round(Math.min(box.bottom, innerHeight) - 80)]",
            vec![],
        )
        .await?;
    let up = |by: i64| json!({ "type": "pointerMove", "x": x, "y": y - by, "duration": 60 });
    page.point("touch", [x, y], vec![up(20), up(60), up(110)]).await?;
    page.see("whether it is said", true, async || is_said(page, words).await)
        .await?;
    page.see_fragment("embed=1").await
}
