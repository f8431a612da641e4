//! Other people embed the atlas in their pages: on another origin, under a strict policy, next to each other, in narrow
//! columns, with and without scripts.

use anyhow::{Result, ensure};
use clusteratlas_core::embedding::{Embedding, SANDBOX};
use clusteratlas_core::permalink::decode::decode;
use serde_json::{Value, json};
use thirtyfour::By;

use crate::accessibility;
use crate::host_page::{Host, document};
use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    an_element_shows_its_view_and_tells_of_it,
    an_element_is_as_high_as_its_content_or_as_it_is_told,
    an_attribute_changes_the_view_without_loading_it_anew,
    three_elements_keep_to_themselves,
    a_removed_element_leaves_nothing_behind_and_comes_back,
    malformed_messages_to_an_element_are_ignored,
    an_element_may_have_an_origin_only_where_it_is_foreign,
    a_frame_works_in_a_narrow_column_of_a_page_without_scripts,
    what_is_in_an_element_shows_where_its_script_does_not_come,
    what_is_in_an_element_shows_without_scripts.without_scripts(),
    tab_leads_into_an_element_and_out_of_it,
];

const SCRIPT: &str = "<script src=\"SITEembed.js\" defer></script>";

/// A page with one element about photonics.
const ONE: &str = "<script src=\"SITEembed.js\" defer></script>\
    <cluster-atlas id=\"one\" theme=\"photonics\"><a href=\"SITE\">Zum Atlas</a></cluster-atlas>";

/// The view that it shows.
const PHOTONICS: &str = "lang=de&theme=photonics&embed=1";

/// Opens a page of another origin and waits for the view about photonics in its first element.
async fn visit_one(page: &Page) -> Result<Host> {
    let host = Host::serve(&page.site, ONE)?;
    page.visit_host(&host).await?;
    see_photonics(page, "one").await?;
    Ok(host)
}

async fn see_photonics(page: &Page, id: &str) -> Result<()> {
    let matches = page.recount()?.on_theme("photonics");
    page.see_told(id, PHOTONICS, matches).await
}

/// Lets axe-core look at the page around the frames.
pub(crate) async fn check(page: &Page, state: &str) -> Result<()> {
    // It tries to speak with the frames, whose sandbox it does not know.
    page.journal().expect("Failed to execute ‘postMessage’");
    accessibility::check(page, state).await
}

/// Changes an attribute by the page's own script.
async fn set(page: &Page, id: &str, attribute: &str, value: &str) -> Result<()> {
    let [id, attribute, value] = [id, attribute, value].map(|text| json!(text));
    page.evaluate(&format!(
        "document.getElementById({id}).setAttribute({attribute}, {value})"
    ))
    .await
}

async fn an_element_shows_its_view_and_tells_of_it(page: &Page) -> Result<()> {
    let _host = visit_one(page).await?;
    let ready = page.told("one", "ready").await?;
    ensure!(ready == [(None, None)], "`ready` is told as {ready:?}");
    page.see_that("`drawn` is told", async || {
        let told = page.told("one", "drawn").await?;
        Ok(told.contains(&(Some(PHOTONICS.to_owned()), None)))
    })
    .await?;
    check(page, "a page that embeds the atlas").await?;

    let frame: Value = page
        .evaluate(
            "(({ title, loading, sandbox, src }) => ({ title, loading, sandbox: sandbox.value, src }))(
                document.querySelector('cluster-atlas').shadowRoot.querySelector('iframe'))",
        )
        .await?;
    let expected = json!({
        "title": "Deutsche Cluster weltweit", "loading": "lazy", "sandbox": SANDBOX,
        "src": format!("{}#lang=de&theme=photonics&embed=1", page.site.url()),
    });
    ensure!(frame == expected, "the frame is {frame}");
    let link = page.browser.session.find(By::Css("cluster-atlas a")).await?;
    ensure!(!link.is_displayed().await?, "the link shows beside the frame");

    page.enter_atlas("").await?;
    let matches = page.recount()?.on_theme("photonics");
    page.see_sentence(&format!("{matches} Kooperationen zum Thema "))
        .await
}

async fn an_element_is_as_high_as_its_content_or_as_it_is_told(page: &Page) -> Result<()> {
    let _host = visit_one(page).await?;
    for width in [1280, 480] {
        page.resize(width, 900).await?;
        page.see_that(&format!("the height of the content at {width}"), async || {
            page.evaluate(FITS).await
        })
        .await?;
    }
    set(page, "one", "height", "300px").await?;
    page.see("the height that was asked for", 300.0, async || {
        height(page).await
    })
    .await?;
    set(page, "one", "height", "").await?;
    page.see_that("the height of the content again", async || {
        page.evaluate(FITS).await
    })
    .await
}

/// Whether the element is as high as its frame has posted last, and nothing in the frame is cut off.
const FITS: &str = "(() => {
    const element = document.querySelector('cluster-atlas');
    const px = heights.get(element.shadowRoot.querySelector('iframe').contentWindow);
    return px > 300 && Math.abs(element.getBoundingClientRect().height - px) < 0.5;
})()";

async fn height(page: &Page) -> Result<f64> {
    page.evaluate("document.querySelector('cluster-atlas').getBoundingClientRect().height")
        .await
}

async fn an_attribute_changes_the_view_without_loading_it_anew(page: &Page) -> Result<()> {
    let _host = visit_one(page).await?;
    page.evaluate_in_frame::<bool>("(window.isTheSame = true)")
        .await?;
    let steps: usize = page.evaluate("history.length").await?;
    page.evaluate::<()>(
        "(() => {
            const element = document.querySelector('cluster-atlas');
            element.removeAttribute('theme');
            element.setAttribute('q', 'Öl & Gas + 50%');
            element.setAttribute('lang', 'en');
            element.setAttribute('label', 'Searched');
        })()",
    )
    .await?;
    page.see_that("the words of the attribute", async || {
        let told = page.told("one", "state").await?.pop();
        let expected = "lang=en&q=%C3%96l%20%26%20Gas%20%2B%2050%25&embed=1";
        Ok(told.and_then(|(state, _)| state).as_deref() == Some(expected))
    })
    .await?;
    // One change for all attributes.
    let told = page.told("one", "state").await?;
    let between = told
        .iter()
        .filter(|(state, _)| state.as_deref() == Some("lang=de&embed=1"));
    ensure!(between.count() == 0, "each attribute is a change: {told:?}");
    set(page, "one", "q", "").await?;
    set(page, "one", "country", "JP").await?;
    let matches = page.recount()?.with_country("JP");
    page.see_told("one", "lang=en&country=JP&embed=1", matches)
        .await?;
    let same: bool = page.evaluate_in_frame("window.isTheSame === true").await?;
    ensure!(same, "the frame was loaded anew");
    let after: usize = page.evaluate("history.length").await?;
    ensure!(
        after == steps,
        "there are {after} steps of history instead of {steps}"
    );
    let title: String = page
        .evaluate("document.querySelector('cluster-atlas').shadowRoot.querySelector('iframe').title")
        .await?;
    ensure!(title == "Searched", "the frame is called {title}");

    // Another address is another page.
    let address = format!("{}index.html", page.site.url());
    set(page, "one", "src", &address).await?;
    page.see_that("the frame is loaded anew", async || {
        page.evaluate_in_frame("window.isTheSame === undefined && location.pathname === '/index.html'")
            .await
    })
    .await?;
    page.see_that("it is ready anew", async || {
        Ok(page.told("one", "ready").await?.len() == 2)
    })
    .await
}

async fn three_elements_keep_to_themselves(page: &Page) -> Result<()> {
    let body = format!(
        "{SCRIPT}{SCRIPT}<cluster-atlas id=\"a\" theme=\"photonics\" label=\"Photonik\"></cluster-atlas>\
         <cluster-atlas id=\"b\" country=\"JP\" controls=\"theme,search\" label=\"Japan\"></cluster-atlas>\
         <div lang=\"en\"><cluster-atlas id=\"c\" view=\"list\" theme=\"health\" label=\"Health\"></cluster-atlas></div>"
    );
    let host = Host::serve(&page.site, &body)?;
    // All in sight: frames out of it wait.
    page.resize(1280, 4000).await?;
    page.visit_host(&host).await?;
    let recount = page.recount()?;
    see_photonics(page, "a").await?;
    let japan = recount.with_country("JP");
    page.see_told("b", "lang=de&country=JP&embed=1&controls=theme,search", japan)
        .await?;
    let health = recount.on_theme("health");
    page.see_told("c", "lang=en&view=list&theme=health&embed=1", health)
        .await?;
    page.see_that("each is as high as its own content", async || {
        page.evaluate(
            "[...document.querySelectorAll('cluster-atlas')].every((element) => Math.abs(heights.get(
                element.shadowRoot.querySelector('iframe').contentWindow) - element.getBoundingClientRect().height) < 0.5)",
        )
        .await
    })
    .await?;
    check(page, "a page with three elements").await?;

    let before = [page.told("a", "state").await?, page.told("c", "state").await?];
    set(page, "b", "country", "BR").await?;
    let brazil = recount.with_country("BR");
    page.see_told("b", "lang=de&country=BR&embed=1&controls=theme,search", brazil)
        .await?;
    let after = [page.told("a", "state").await?, page.told("c", "state").await?];
    ensure!(before == after, "others have told of the change: {after:?}");
    page.enter_atlas("#c").await?;
    page.see_sentence(&format!("{health} cooperations on ")).await
}

async fn a_removed_element_leaves_nothing_behind_and_comes_back(page: &Page) -> Result<()> {
    let _host = visit_one(page).await?;
    let state = "({ listeners, frames: frames.length })";
    let with: Value = page.evaluate(state).await?;
    page.evaluate::<()>("(window.kept = document.querySelector('cluster-atlas')).remove()")
        .await?;
    let without: Value = page.evaluate(state).await?;
    let count = |value: &Value, name: &str| value.get(name).and_then(Value::as_i64).unwrap_or_default();
    ensure!(
        count(&with, "listeners") - count(&without, "listeners") == 1 && count(&without, "frames") == 0,
        "before {with}, after {without}"
    );
    // Nothing happens where it is not.
    page.evaluate::<()>("kept.setAttribute('theme', 'health')")
        .await?;
    let still: Value = page.evaluate(state).await?;
    ensure!(still == without, "without its place it does {still}");

    page.evaluate::<()>("(told.length = 0, document.querySelector('main').append(kept))")
        .await?;
    page.see_told(
        "one",
        "lang=de&theme=health&embed=1",
        page.recount()?.on_theme("health"),
    )
    .await?;
    let again: Value = page.evaluate(state).await?;
    ensure!(again == with, "after its return {again}, before {with}");

    // In another document its frame belongs to that one's window.
    page.evaluate::<()>(
        "(() => {
            const other = document.createElement('iframe');
            other.title = 'other';
            document.querySelector('main').append(other);
            kept.addEventListener('ready', () => window.isReadyElsewhere = true);
            other.contentDocument.body.append(kept);
        })()",
    )
    .await?;
    page.see_that("it is ready in the other document", async || {
        page.evaluate("window.isReadyElsewhere === true").await
    })
    .await?;
    let elsewhere: Value = page.evaluate(state).await?;
    ensure!(
        count(&elsewhere, "listeners") == count(&without, "listeners"),
        "it listens to the window that it has left: {elsewhere}"
    );
    Ok(())
}

async fn malformed_messages_to_an_element_are_ignored(page: &Page) -> Result<()> {
    let _host = visit_one(page).await?;
    page.see_that("the height of the content", async || page.evaluate(FITS).await)
        .await?;
    let before = (page.told("one", "state").await?, height(page).await?);
    let malformed = "[null, undefined, 17, 7n, NaN, '', 'clusteratlas', [], [[]], {}, new Map(), new Date(), /x/,
        { clusteratlas: 1 }, { clusteratlas: '1', type: 'height', px: 5 }, { clusteratlas: 2, type: 'height', px: 5 },
        ...[null, 'high', '500', NaN, Infinity, -Infinity, 7n, [500], {}, undefined, true]
            .map((px) => ({ clusteratlas: 1, type: 'height', px })),
        ...[null, 7n, ['state'], {}, 'State', 'set', 'get', 'click', '__proto__', 'x'.repeat(1e6)]
            .map((type) => ({ clusteratlas: 1, type, state: 'theme=health', matches: 1 }))]";
    // Of the frame itself, and of others that claim to be it.
    page.evaluate_in_frame::<()>(&format!(
        "{malformed}.forEach((message) => parent.postMessage(message, '*'))"
    ))
    .await?;
    page.evaluate::<()>(&format!(
        "[...{malformed}, {{ clusteratlas: 1, type: 'height', px: 5000 }},
            {{ clusteratlas: 1, type: 'state', state: 'theme=health', matches: 1 }}]
            .forEach((message) => postMessage(message, '*'))"
    ))
    .await?;
    // Messages of one sender arrive in order: when this one is answered, the others have been passed over.
    page.evaluate_in_frame::<()>(
        "postMessage({ clusteratlas: 1, type: 'set', state: 'lang=de&theme=health&embed=1' }, '*')",
    )
    .await?;
    page.see_told(
        "one",
        "lang=de&theme=health&embed=1",
        page.recount()?.on_theme("health"),
    )
    .await?;
    let told = page.told("one", "state").await?;
    ensure!(
        told.len() == before.0.len() + 1,
        "malformed messages were passed on: {told:?}"
    );

    // A frame cannot make itself endless or vanish.
    for (px, expected) in [("1e9", 20_000.0), ("0", 99.0)] {
        page.evaluate_in_frame::<()>(&format!(
            "parent.postMessage({{ clusteratlas: 1, type: 'height', px: {px} }}, '*')"
        ))
        .await?;
        page.see("the height within its bounds", expected, async || {
            height(page).await
        })
        .await?;
    }
    Ok(())
}

async fn an_element_may_have_an_origin_only_where_it_is_foreign(page: &Page) -> Result<()> {
    let body = ONE.replace("id=", "sandbox=\"allow-same-origin\" id=");
    let sandbox = "document.querySelector('cluster-atlas').shadowRoot.querySelector('iframe').sandbox.value";
    let host = Host::serve(&page.site, &body)?;
    page.visit_host(&host).await?;
    see_photonics(page, "one").await?;
    let tokens: String = page.evaluate(sandbox).await?;
    ensure!(
        tokens == format!("{SANDBOX} allow-same-origin"),
        "elsewhere it may {tokens}"
    );
    let origin: String = page.evaluate_in_frame("origin").await?;
    ensure!(
        page.site.url() == format!("{origin}/"),
        "it has the origin {origin}"
    );

    let own = page.site.with(&[
        ("host.html", &document(&body.replace("SITE", ""))),
        ("host.css", ""),
    ])?;
    page.visit_noted(&format!("{}host.html", own.url())).await?;
    see_photonics(page, "one").await?;
    let tokens: String = page.evaluate(sandbox).await?;
    ensure!(tokens == SANDBOX, "on a page of its own origin it may {tokens}");
    let origin: String = page.evaluate_in_frame("origin").await?;
    ensure!(origin == "null", "it has the origin {origin}");
    Ok(())
}

async fn a_frame_works_in_a_narrow_column_of_a_page_without_scripts(page: &Page) -> Result<()> {
    let (view_state, _) = decode("lang=de&theme=photonics&controls=theme,programme");
    let snippet = Embedding {
        address: &page.site.url(),
        view_state: &view_state,
        name: "Photonik",
        link: "Diese Ansicht im Clusteratlas öffnen",
    }
    .frame(700);
    let matches = page.recount()?.on_theme("photonics");
    page.resize(320, 900).await?;
    for sandbox in [SANDBOX, "allow-scripts"] {
        let host = Host::serve(&page.site, &snippet.replace(SANDBOX, sandbox))?;
        page.visit_host(&host).await?;
        check(page, "a page with a frame").await?;
        let frame = page.browser.session.find(By::Css("iframe")).await?;
        frame.enter_frame().await?;
        page.see_sentence(&format!("{matches} Kooperationen zum Thema "))
            .await?;
        page.see_drawing().await?;
        page.see_fitting_width("in a frame of 320 pixels").await?;
        page.leave_frame().await?;
        page.see_fitting_width("around a frame of 320 pixels").await?;
    }
    Ok(())
}

async fn what_is_in_an_element_shows_where_its_script_does_not_come(page: &Page) -> Result<()> {
    let host = Host::serve(&page.site, ONE.trim_start_matches(SCRIPT))?;
    page.visit_host(&host).await?;
    see_link(page).await
}

async fn what_is_in_an_element_shows_without_scripts(page: &Page) -> Result<()> {
    let host = Host::serve(&page.site, ONE)?;
    page.browser.session.goto(host.url()).await?;
    see_link(page).await
}

async fn see_link(page: &Page) -> Result<()> {
    let link = page.browser.session.find(By::Css("cluster-atlas a")).await?;
    ensure!(link.is_displayed().await?, "the link does not show");
    let target = link.prop("href").await?;
    ensure!(target == Some(page.site.url()), "it leads to {target:?}");
    Ok(())
}

async fn tab_leads_into_an_element_and_out_of_it(page: &Page) -> Result<()> {
    let _host = visit_one(page).await?;
    page.evaluate::<()>("document.getElementById('before').focus()")
        .await?;
    page.tab_until("the element", async || focus_is_on(page, "one").await)
        .await?;
    page.tab_until("what follows the element", async || {
        focus_is_on(page, "after").await
    })
    .await?;
    page.type_shift_tab().await?;
    page.see_that("the way back into the element", async || {
        focus_is_on(page, "one").await
    })
    .await
}

async fn focus_is_on(page: &Page, id: &str) -> Result<bool> {
    let focused: String = page.evaluate("document.activeElement?.id ?? ''").await?;
    Ok(focused == id)
}
