//! The reader walks on the map with keys: from mark to mark, along connections to partners and back, or straight to a
//! name.

use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    tab_reaches_the_map_once,
    connections_are_walked_to_a_partner_and_back,
    connections_say_who_what_and_since_when.speaking("en"),
    a_name_leads_the_map_to_a_place,
    a_name_that_nothing_has_is_said,
    keys_are_listed_and_the_focus_returns,
    the_focus_stays_on_the_map_when_its_mark_goes,
    letters_do_nothing_outside_the_map,
];

/// Germany near enough that its cities have marks.
const CITIES: &str = "#at=51,13.2,7.2";

/// Gives the focus to the mark whose name begins so, as keys would.
async fn reach(page: &Page, beginning: &str) -> Result<()> {
    page.element_like("button", beginning).await?;
    page.ask(
        "find('button', null).find((e) => e.matches('.mark') && nameOf(e).startsWith(arguments[0])).focus();
         return null",
        vec![json!(beginning)],
    )
    .await
}

/// Presses a letter or sign, wherever the focus is.
async fn strike(page: &Page, sign: &str) -> Result<()> {
    let keys = page.browser.session.action_chain().send_keys(sign);
    Ok(keys.perform().await?)
}

/// The words of the connection that is reached.
async fn reached(page: &Page) -> Result<String> {
    page.ask(
        "const list = document.activeElement;
         if (list.getAttribute('role') !== 'listbox') throw new Error('no list has the focus');
         return nameOf(document.getElementById(list.getAttribute('aria-activedescendant')))",
        vec![],
    )
    .await
}

async fn tab_reaches_the_map_once(page: &Page) -> Result<()> {
    page.open("").await?;
    page.see_that("the buttons of the map", async || {
        page.has("button", "Tasten der Karte").await
    })
    .await?;
    let stops: usize = page
        .ask(
            "const map = document.getElementById('map');
             return [map, ...map.querySelectorAll('*')].filter((e) => e.tabIndex === 0).length",
            vec![],
        )
        .await?;
    ensure!(stops == 1, "{stops} stops on the map");
    Ok(())
}

async fn connections_are_walked_to_a_partner_and_back(page: &Page) -> Result<()> {
    page.open("#theme=photonics").await?;
    reach(page, "Deutschland").await?;
    strike(page, "l").await?;
    page.see_that("a list of connections", async || Ok(reached(page).await.is_ok()))
        .await?;
    let first = reached(page).await?;
    page.type_key(Key::Down).await?;
    page.see_that("another connection", async || Ok(reached(page).await? != first))
        .await?;
    let second = reached(page).await?;
    // What is reached is seen in the list and on the map.
    let seen: bool = page
        .ask(
            "const list = document.activeElement;
             const row = document.getElementById(list.getAttribute('aria-activedescendant'));
             const [inner, outer] = [row, list].map((e) => e.getBoundingClientRect());
             return inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1",
            vec![],
        )
        .await?;
    ensure!(seen, "the connection is not in sight in the list");
    page.see_that("the connection on the map", async || {
        page.ask(
            "const hint = document.querySelector('.map__hint');
             return !hint.hidden && hint.textContent.startsWith('Deutschland – ')",
            vec![],
        )
        .await
    })
    .await?;
    page.type_key(Key::Enter).await?;
    let partner = second
        .split_once(" mit ")
        .context("no partner is named")?
        .1
        .split(',')
        .next()
        .unwrap_or_default()
        .to_owned();
    page.see_that("the partner's mark with the focus", async || {
        let focus = page.focus().await?;
        Ok(focus.starts_with(&partner))
    })
    .await?;
    page.type_key(Key::Escape).await?;
    page.see_that("the first mark with the focus", async || {
        Ok(page.focus().await?.starts_with("Deutschland"))
    })
    .await
}

async fn connections_say_who_what_and_since_when(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    let own = recount.cooperations(|one| {
        let clusters = one["clusters"].as_array();
        clusters.is_some_and(|all| all.iter().any(|id| id == "silicon-saxony"))
    });
    page.open("#at=51.04,13.74,9.5").await?;
    reach(page, "Silicon Saxony").await?;
    strike(page, "l").await?;
    page.see_that("a list of connections", async || Ok(reached(page).await.is_ok()))
        .await?;
    let words: Vec<String> = page
        .ask("return find('option', null).map(nameOf)", vec![])
        .await?;
    ensure!(!words.is_empty(), "no connection");
    for line in &words {
        let said = line.strip_prefix("Dresden, Silicon Saxony: ");
        let said = said.with_context(|| format!("who: {line}"))?;
        let (number, partner) = said
            .split_once(" with ")
            .with_context(|| format!("with whom: {line}"))?;
        let number: usize = number.split(' ').next().unwrap_or_default().parse()?;
        ensure!(
            (1..=own.len()).contains(&number),
            "how many of {}: {line}",
            own.len()
        );
        ensure!(!partner.starts_with(','), "with whom: {line}");
        ensure!(
            line.contains(", since ") || line.ends_with("start not known"),
            "since when: {line}"
        );
    }
    Ok(())
}

async fn a_name_leads_the_map_to_a_place(page: &Page) -> Result<()> {
    page.open("").await?;
    reach(page, "Deutschland").await?;
    strike(page, "g").await?;
    page.see_focus("Gehe zu einem Ort").await?;
    strike(page, "biosaxony").await?;
    page.see_that("a suggestion", async || {
        Ok(page
            .names("option")
            .await?
            .iter()
            .any(|name| name.starts_with("biosaxony")))
    })
    .await?;
    page.type_key(Key::Enter).await?;
    page.see_that("the cluster's mark with the focus", async || {
        Ok(page.focus().await?.starts_with("biosaxony"))
    })
    .await?;
    // Nothing is filtered by it.
    let count = page.recount()?.cooperations(|_| true).len();
    page.see_sentence(&format!("{count} Kooperationen")).await
}

async fn a_name_that_nothing_has_is_said(page: &Page) -> Result<()> {
    page.open("").await?;
    reach(page, "Deutschland").await?;
    strike(page, "g").await?;
    page.see_focus("Gehe zu einem Ort").await?;
    strike(page, "qqqqqqqq").await?;
    page.type_key(Key::Enter).await?;
    page.see_that("that nothing is called so", async || {
        let said = page.names("status").await?;
        Ok(said.iter().any(|words| words.contains("heißt so")))
    })
    .await?;
    page.see_focus("Gehe zu einem Ort").await
}

async fn keys_are_listed_and_the_focus_returns(page: &Page) -> Result<()> {
    page.open("").await?;
    reach(page, "Deutschland").await?;
    strike(page, "?").await?;
    page.see_focus("Tasten der Karte").await?;
    crate::accessibility::check(page, "list of keys").await?;
    page.type_key(Key::Escape).await?;
    page.see_that("the mark with the focus", async || {
        Ok(page.focus().await?.starts_with("Deutschland"))
    })
    .await?;
    page.press("Tasten der Karte").await?;
    page.see_that("the list of keys", async || {
        page.has("region", "Tasten der Karte").await
    })
    .await
}

async fn the_focus_stays_on_the_map_when_its_mark_goes(page: &Page) -> Result<()> {
    page.open(CITIES).await?;
    page.see_that("marks of cities", async || {
        Ok(page
            .names("button")
            .await?
            .iter()
            .any(|name| name.starts_with("Leipzig")))
    })
    .await?;
    page.tab_until("a mark", async || {
        page.ask("return document.activeElement.matches('.mark')", vec![])
            .await
    })
    .await?;
    // Everything moves far away, by a message from outside.
    page.set("at=50,10,2").await?;
    page.see_that("a mark of the world with the focus", async || {
        Ok(page.focus().await?.starts_with("Deutschland"))
    })
    .await
}

async fn letters_do_nothing_outside_the_map(page: &Page) -> Result<()> {
    page.open("").await?;
    page.see_that("the buttons of the map", async || {
        page.has("button", "Tasten der Karte").await
    })
    .await?;
    let button = page.element("button", "Teilen").await?;
    button.focus().await?;
    for sign in ["l", "g", "?", "0"] {
        strike(page, sign).await?;
    }
    let over: usize = page
        .ask("return document.querySelectorAll('.guide').length", vec![])
        .await?;
    ensure!(over == 0, "a key outside the map opened something over it");
    page.see_fragment("").await
}
