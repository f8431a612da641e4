//! The reader looks where cooperations are known and where none are.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use crate::page::Page;
use crate::recount::Recount;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    the_matrix_counts_themes_by_partner_countries,
    the_matrix_answers_which_country_is_the_most_frequent_of_each_theme.speaking("en"),
    a_cell_opens_its_cooperations_on_the_map_and_back_returns,
    the_axes_stand_in_the_link_and_can_be_chosen.speaking("en"),
    white_spots_name_clusters_that_could_be_partners,
    the_matrix_alone_scrolls_sideways_on_a_narrow_page,
    the_skip_link_leads_to_the_matrix,
];

async fn the_skip_link_leads_to_the_matrix(page: &Page) -> Result<()> {
    page.open("#view=matrix").await?;
    see_matrix(page).await?;
    page.ask::<()>(
        "find('button', arguments[0])[0].click()",
        vec![json!("Zu den Ergebnissen springen")],
    )
    .await?;
    page.see_that("the focus on the view", async || {
        page.ask("return document.activeElement.id === 'view'", vec![])
            .await
    })
    .await
}

/// Waits until the page has a matrix.
async fn see_matrix(page: &Page) -> Result<()> {
    page.see_that("the matrix", async || {
        page.ask(
            "return document.querySelector('.matrix tbody tr') !== null",
            vec![],
        )
        .await
    })
    .await
}

/// The names of the cells that hold a number.
async fn cells(page: &Page) -> Result<BTreeSet<String>> {
    let script = "return find('button', null, find('table', null)[0]).map(nameOf)";
    let names: Vec<String> = page.ask(script, vec![]).await?;
    let without_remark = |name: &String| name.split("; ").next().map(str::to_owned);
    Ok(names.iter().filter_map(without_remark).collect())
}

/// For every row its heading and the text of its second column.
async fn rows(page: &Page) -> Result<BTreeMap<String, String>> {
    let script = "const rows = [...find('table', null)[0].querySelectorAll('tbody tr')];
        return rows.map((row) => [words(row.cells[0].textContent), words(row.cells[1].textContent)])";
    let rows: Vec<(String, String)> = page.ask(script, vec![]).await?;
    Ok(rows.into_iter().collect())
}

/// For every theme its numbers by country; what has no country is left out.
fn recount(recount: &Recount) -> BTreeMap<String, BTreeMap<String, usize>> {
    let mut numbers: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for cooperation in recount.cooperations(|_| true) {
        for theme in cooperation["themes"].as_array().into_iter().flatten() {
            let row = numbers.entry(text(theme)).or_default();
            for country in recount.countries(cooperation) {
                *row.entry(country).or_default() += 1;
            }
        }
    }
    numbers
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

async fn the_matrix_counts_themes_by_partner_countries(page: &Page) -> Result<()> {
    page.open("#view=matrix").await?;
    see_matrix(page).await?;
    let columns: usize = page
        .ask("return find('table', null)[0].tHead.rows[0].cells.length", vec![])
        .await?;
    ensure!(columns == 3 + 20, "at first there are {columns} columns");
    // The filters have a button that begins alike.
    let script =
        "find('button', null).find((e) => /^Alle \\d+ Spalten zeigen$/.test(nameOf(e))).click(); return null";
    page.ask::<Value>(script, vec![]).await?;

    let dataset = page.recount()?;
    let mut expected = BTreeSet::new();
    for (theme, countries) in recount(&dataset) {
        let theme = dataset.name("themes", &theme, "de")?;
        for (country, number) in countries {
            let mut name = dataset.name("countries", &country, "de")?;
            if country == "DE" {
                name.push_str(" (im Inland)");
            }
            let noun = if number == 1 {
                "Kooperation"
            } else {
                "Kooperationen"
            };
            expected.insert(format!("{theme}, {name}: {number} {noun}"));
        }
    }
    page.see("the cells", expected, async || {
        let cells = cells(page).await?;
        Ok(cells
            .into_iter()
            .filter(|cell| !cell.contains(", mehrere Länder"))
            .collect())
    })
    .await
}

async fn the_matrix_answers_which_country_is_the_most_frequent_of_each_theme(page: &Page) -> Result<()> {
    page.open("#view=matrix").await?;
    see_matrix(page).await?;
    let dataset = page.recount()?;
    let mut expected = BTreeMap::new();
    for (theme, mut countries) in recount(&dataset) {
        countries.remove("DE");
        let most = countries.values().copied().max().context("no country abroad")?;
        let top: Vec<&String> = countries
            .iter()
            .filter(|(_, number)| **number == most)
            .map(|(country, _)| country)
            .collect();
        let answer = match top.as_slice() {
            [country] => format!("{} ({most})", dataset.name("countries", country, "en")?),
            _ => format!("several ({most} each)"),
        };
        expected.insert(dataset.name("themes", &theme, "en")?, answer);
    }
    page.see("the most frequent countries", expected, async || rows(page).await)
        .await?;
    // The cell says it too.
    let japan = page.recount()?.on_theme_with("photonics", "JP");
    let photonics = page.recount()?.name("themes", "photonics", "en")?;
    page.element_like("button", &format!("{photonics}, Japan: {japan} cooperations"))
        .await?;
    Ok(())
}

async fn a_cell_opens_its_cooperations_on_the_map_and_back_returns(page: &Page) -> Result<()> {
    let dataset = page.recount()?;
    let number = dataset.on_theme_with("photonics", "JP");
    let theme = dataset.name("themes", "photonics", "de")?;
    page.open("#view=matrix").await?;
    let cell = format!("{theme}, Japan: {number} Kooperationen");
    page.element_like("button", &cell).await?.click().await?;
    page.see_fragment("theme=photonics&country=JP").await?;
    page.see_sentence(&format!("{number} Kooperationen zum Thema {theme} von "))
        .await?;
    page.element("region", "Weltkarte der Kooperationen").await?;
    page.go_back().await?;
    page.see_fragment("view=matrix").await?;
    page.element_like("button", &cell).await?;
    Ok(())
}

async fn the_axes_stand_in_the_link_and_can_be_chosen(page: &Page) -> Result<()> {
    page.open("#view=matrix&axes=state,country").await?;
    see_matrix(page).await?;
    page.see_that("German states in the rows", async || {
        Ok(rows(page).await?.contains_key("Saxony"))
    })
    .await?;
    let chosen = "return document.querySelector('input[name=axes]:checked').value";
    page.see("the choice", "state,country".to_owned(), async || {
        page.ask(chosen, vec![]).await
    })
    .await?;
    let script =
        "document.querySelector('input[name=axes][value=\"programme,country\"]').click(); return null";
    page.ask::<Value>(script, vec![]).await?;
    page.see_fragment("view=matrix&axes=programme,country").await?;
    let none = page.recount()?.in_programme(None);
    page.see_that("those without a programme in a row", async || {
        let script = "return [...find('table', null)[0].querySelectorAll('tbody tr')]
            .map((row) => [words(row.cells[0].textContent), words(row.cells[2].textContent)])";
        let rows: Vec<(String, String)> = page.ask(script, vec![]).await?;
        Ok(rows.contains(&("not stated".to_owned(), none.to_string())))
    })
    .await?;
    page.go_back().await?;
    page.see_fragment("view=matrix&axes=state,country").await
}

async fn white_spots_name_clusters_that_could_be_partners(page: &Page) -> Result<()> {
    page.open("#view=matrix").await?;
    see_matrix(page).await?;
    page.see_text("Das heißt nicht, dass es keine gibt.").await?;
    // The white spots of the first countries, as the page lists them.
    let script = "return [...document.querySelectorAll('.matrix__spots > li')].flatMap((country) =>
        [...country.querySelectorAll('summary')].map((spot) => words(spot.textContent)))";
    let listed: Vec<String> = page.ask(script, vec![]).await?;
    let dataset = page.recount()?;
    let numbers = recount(&dataset);
    ensure!(!listed.is_empty(), "there are no white spots");
    for spot in &listed {
        let (theme, country) = spot.rsplit_once(", ").context("no country")?;
        let theme = dataset.id("themes", theme)?;
        let country = dataset.id("countries", country)?;
        ensure!(
            !numbers[&theme].contains_key(&country),
            "{spot} is not white: {numbers:?}"
        );
    }
    let (theme, _) = listed[0].rsplit_once(", ").context("no country")?;
    let theme = dataset.id("themes", theme)?;
    let unfold = "document.querySelector('.matrix__spots summary').click(); return null";
    page.ask::<Value>(unfold, vec![]).await?;
    let links = "return [...document.querySelectorAll('.matrix__spots details[open] [data-record]')]
        .map((link) => link.getAttribute('data-record'))";
    let clusters: Vec<String> = page
        .await_some("clusters", async || {
            let found: Vec<String> = page.ask(links, vec![]).await?;
            Ok((!found.is_empty()).then_some(found))
        })
        .await?;
    ensure!(clusters.len() <= 8, "{} clusters at once", clusters.len());
    for cluster in &clusters {
        let id = cluster.trim_start_matches("cluster:");
        let themes = &dataset.record("clusters", id)?["themes"];
        let has = themes
            .as_array()
            .is_some_and(|themes| themes.contains(&json!(theme)));
        ensure!(has, "{cluster} does not work on {theme}");
    }
    page.ask::<Value>(
        "document.querySelector('.matrix__spots details[open] [data-record]').click(); return null",
        vec![],
    )
    .await?;
    let id = clusters[0].trim_start_matches("cluster:");
    page.see_detail(&dataset.name("clusters", id, "de")?).await
}

async fn the_matrix_alone_scrolls_sideways_on_a_narrow_page(page: &Page) -> Result<()> {
    page.resize(320, 640).await?;
    for axes in ["theme", "programme", "state"] {
        page.open(&format!("#view=matrix&axes={axes},country")).await?;
        see_matrix(page).await?;
        page.see_fitting_width(axes).await?;
        let script = "const frame = document.querySelector('.matrix [role=region]');
            frame.scrollLeft = 10000;
            const row = frame.querySelector('tbody th').getBoundingClientRect();
            return [frame.scrollLeft > 0, Math.abs(row.left - frame.getBoundingClientRect().left) < 3]";
        let held: [bool; 2] = page.ask(script, vec![]).await?;
        ensure!(
            held == [true, true],
            "{axes}: scrolls, and the row headings stay: {held:?}"
        );
    }
    Ok(())
}
