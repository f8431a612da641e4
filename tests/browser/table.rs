//! The reader sorts the table, turns its pages, prints it and saves it.

use anyhow::{Context as _, Result, bail, ensure};
use clusteratlas_editorial::workbook::cell::{Cell, Table};
use clusteratlas_editorial::workbook::xlsx;
use serde_json::{Value, json};

use crate::offline::save;
use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    a_heading_sorts_by_its_column_and_then_the_other_way_round,
    an_english_table_sorts_by_its_english_titles.speaking("en"),
    cards_are_sorted_by_a_choice,
    a_long_table_has_pages_and_the_focus_goes_to_their_start,
    the_glance_under_the_map_leads_to_all_rows,
    paper_has_every_row,
    a_saved_table_holds_all_rows_in_their_order,
    a_selection_and_everything_are_saved_as_workbooks,
    a_workbook_that_does_not_come_about_is_told.speaking("en"),
];

/// How many cooperations fill two pages and a part of a third.
const THREE_PAGES: u32 = 1200;

/// A name as the alphabet counts it, made by what the browser knows of letters.
const ALPHABETIC: &str = r"const alphabetic = (name) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
    .replaceAll('ß', 'ss').replaceAll('ø', 'o').replaceAll('ł', 'l').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
";

/// Waits until the table has the titles of all cooperations in alphabetical order, maybe from the end.
async fn see_titles_in_order(page: &Page, language: &str, descending: bool) -> Result<()> {
    let recount = page.recount()?;
    let field = format!("title_{language}");
    let titles = recount.cooperations(|_| true).into_iter();
    let titles: Vec<&Value> = titles.filter_map(|one| one.get(&field)).collect();
    let script = format!(
        "{ALPHABETIC} const keys = arguments[0].map(alphabetic).sort((a, b) => a < b ? -1 : a > b ? 1 : 0);
         if (arguments[1]) keys.reverse();
         const rows = [...document.querySelectorAll('[role=table] [role=rowheader]')].map(nameOf).map(alphabetic);
         return JSON.stringify(rows) === JSON.stringify(keys)"
    );
    page.see_that(&format!("all titles in order, {language}"), async || {
        page.ask(&script, vec![json!(titles), json!(descending)]).await
    })
    .await
}

/// The columns that say that they are the order of the table: `Programm: ascending`.
async fn see_order(page: &Page, expected: &str) -> Result<()> {
    page.see("the headings' order", vec![expected.to_owned()], async || {
        page.ask(
            "return [...document.querySelectorAll('th[aria-sort]')].map((e) => `${nameOf(e)}: ${e.ariaSort}`)",
            vec![],
        )
        .await
    })
    .await
}

async fn a_heading_sorts_by_its_column_and_then_the_other_way_round(page: &Page) -> Result<()> {
    let total = page.recount()?.total();
    page.open("#view=list").await?;
    page.see_caption(&format!("{total} Kooperationen, neueste zuerst"))
        .await?;
    see_order(page, "Zeitraum: descending").await?;

    page.press("Kooperation").await?;
    page.see_fragment("view=list&sort=title").await?;
    see_order(page, "Kooperation: ascending").await?;
    page.see_caption(&format!("{total} Kooperationen, nach Titel, A–Z"))
        .await?;
    see_titles_in_order(page, "de", false).await?;

    page.press("Kooperation").await?;
    page.see_fragment("view=list&sort=-title").await?;
    see_order(page, "Kooperation: descending").await?;
    see_titles_in_order(page, "de", true).await?;

    page.go_back().await?;
    see_order(page, "Kooperation: ascending").await?;
    page.press("Programm").await?;
    see_order(page, "Programm: ascending").await?;
    // What is not known stands last, whichever way the table is sorted.
    for _ in 0..2 {
        let last = "return nameOf([...document.querySelectorAll('[role=table] tbody tr')].at(-1).cells[4])";
        page.see("the last programme", "nicht angegeben".to_owned(), async || {
            page.ask(last, vec![]).await
        })
        .await?;
        page.press("Programm").await?;
    }
    Ok(())
}

async fn an_english_table_sorts_by_its_english_titles(page: &Page) -> Result<()> {
    page.open("#view=list&sort=title").await?;
    see_titles_in_order(page, "en", false).await?;
    let total = page.recount()?.total();
    page.see_caption(&format!("{total} cooperations, by title, A–Z"))
        .await?;
    see_order(page, "Cooperation: ascending").await
}

async fn cards_are_sorted_by_a_choice(page: &Page) -> Result<()> {
    page.resize(320, 640).await?;
    page.open("#view=list").await?;
    page.see_that("cards", async || Ok(!page.row_titles().await?.is_empty()))
        .await?;
    page.ask::<()>(
        "const choice = document.querySelector('.cooperation-list__order select');
         choice.value = 'title';
         choice.dispatchEvent(new Event('change', { bubbles: true }))",
        vec![],
    )
    .await?;
    page.see_fragment("view=list&sort=title").await?;
    see_titles_in_order(page, "de", false).await?;
    page.see_fitting_width("cards in another order").await
}

async fn a_long_table_has_pages_and_the_focus_goes_to_their_start(page: &Page) -> Result<()> {
    let site = page.site.generated(THREE_PAGES)?;
    page.visit(&site, "#view=list").await?;
    page.see_ready().await?;
    for (caption, rows) in [
        ("Zeile 1–500 von 1.200 Kooperationen, neueste zuerst", 500),
        ("Zeile 501–1.000 von 1.200 Kooperationen, neueste zuerst", 500),
        ("Zeile 1.001–1.200 von 1.200 Kooperationen, neueste zuerst", 200),
    ] {
        page.see_caption(caption).await?;
        page.see("the number of rows", rows, async || {
            Ok(page.row_titles().await?.len())
        })
        .await?;
        if rows == 500 {
            page.press("Nächste Seite").await?;
        }
    }
    page.see_focus("Zeile 1.001–1.200 von 1.200").await?;
    let disabled: Vec<bool> = page
        .ask(
            "return find('button', 'Nächste Seite').map((button) => button.disabled)",
            vec![],
        )
        .await?;
    ensure!(disabled == [true, true], "the last page has a next one");
    // Another order begins at its start.
    page.press("Kooperation").await?;
    page.see_caption("Zeile 1–500 von 1.200 Kooperationen, nach Titel, A–Z")
        .await
}

async fn the_glance_under_the_map_leads_to_all_rows(page: &Page) -> Result<()> {
    let photonics = page.recount()?.on_theme("photonics");
    page.open("#theme=photonics").await?;
    page.press(&format!("Alle {photonics} in der Liste zeigen"))
        .await?;
    page.see_fragment("view=list&theme=photonics").await?;
    page.see_rows_on_theme(photonics, "photonics").await?;
    page.see_focus("Kooperationen").await
}

async fn paper_has_every_row(page: &Page) -> Result<()> {
    let total = page.recount()?.total();
    page.open("#sort=title").await?;
    page.see_caption(&format!("12 von {total} Kooperationen, nach Titel, A–Z"))
        .await?;
    page.evaluate::<()>(
        "addEventListener('beforeprint', () => {
             const rows = document.querySelectorAll('[role=table] [role=rowheader]').length;
             window.printed = [rows, document.querySelector('[role=table] caption').textContent];
         })",
    )
    .await?;
    let printed = page.command("browsingContext.print", json!({})).await?;
    ensure!(
        printed.get("data").is_some_and(Value::is_string),
        "nothing is printed"
    );
    let seen: (usize, String) = page.evaluate("window.printed").await?;
    ensure!(
        seen == (total, format!("{total} Kooperationen, nach Titel, A–Z")),
        "on paper: {seen:?}"
    );
    page.see("the rows afterwards", 12, async || {
        Ok(page.row_titles().await?.len())
    })
    .await?;
    page.see_caption(&format!("12 von {total} Kooperationen, nach Titel, A–Z"))
        .await
}

/// Keeps what is saved, instead of saving it.
const KEEP_FILES: &str = "(() => {
    window.saved = [];
    const make = URL.createObjectURL;
    let latest;
    URL.createObjectURL = (blob) => make.call(URL, latest = blob);
    const click = HTMLElement.prototype.click;
    HTMLElement.prototype.click = function () {
        if (this.download) saved.push({ name: this.download, blob: latest });
        else click.call(this);
    };
})()";

async fn a_saved_table_holds_all_rows_in_their_order(page: &Page) -> Result<()> {
    page.open("#view=list&theme=photonics&sort=-title").await?;
    page.see_rows_on_theme(page.recount()?.on_theme("photonics"), "photonics")
        .await?;
    page.evaluate::<()>(KEEP_FILES).await?;
    let atlas: Value = serde_json::from_str(&page.site.text("data/atlas.json")?)?;
    let date = atlas
        .pointer("/dataset/date")
        .and_then(Value::as_str)
        .context("no date")?;
    let titles = page.row_titles().await?;
    for (number, (button, separator)) in [("CSV für Excel (Semikolon)", ';'), ("CSV (Komma)", ',')]
        .into_iter()
        .enumerate()
    {
        page.press("Herunterladen").await?;
        // Summaries and sources arrive after the page.
        page.see_that("everything that belongs into the file", async || {
            let notes = "return find('region', null).every((e) => !/noch nicht geladen/.test(e.innerText))";
            page.ask(notes, vec![]).await
        })
        .await?;
        page.press(button).await?;
        page.see_focus("Herunterladen").await?;
        let name: String = page.evaluate(&format!("saved[{number}].name")).await?;
        ensure!(
            name == format!("clusteratlas-{date}.csv"),
            "the file is called {name}"
        );
        let start: [u8; 3] = page
            .evaluate(&format!(
                "saved[{number}].blob.slice(0, 3).arrayBuffer().then((bytes) => [...new Uint8Array(bytes)])"
            ))
            .await?;
        ensure!(
            (start == [0xef, 0xbb, 0xbf]) == (separator == ';'),
            "the mark of UTF-8 before {separator}: {start:?}"
        );
        let text: String = page.evaluate(&format!("saved[{number}].blob.text()")).await?;
        let rows = read(text.trim_start_matches('\u{feff}'), separator);
        let (headings, rows) = rows.split_first().context("an empty file")?;
        let column = |name: &str| headings.iter().position(|heading| heading == name);
        let (title, sources) = (
            column("Titel").context("no titles")?,
            column("Quellen").context("no sources")?,
        );
        ensure!(rows.iter().all(|row| row.len() == headings.len()));
        let saved: Vec<&str> = rows
            .iter()
            .filter_map(|row| row.get(title).map(String::as_str))
            .collect();
        ensure!(saved == titles, "saved {saved:?}, shown {titles:?}");
        ensure!(
            rows.iter()
                .all(|row| row.get(sources).is_some_and(|source| !source.is_empty())),
            "a row without a source"
        );
    }
    Ok(())
}

/// The words of a column of a sheet, by its heading.
fn column(sheet: &Table, heading: &str) -> Result<Vec<String>> {
    let headings = sheet.rows.get(&0).context("no headings")?;
    let (column, _) = headings
        .iter()
        .find(|(_, cell)| cell.words() == heading)
        .with_context(|| format!("no column {heading:?} in {:?}", sheet.name))?;
    let words = |row: &u32| sheet.get(*row, *column).map_or_else(String::new, Cell::words);
    Ok(sheet.rows.keys().skip(1).map(words).collect())
}

async fn a_selection_and_everything_are_saved_as_workbooks(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    page.open("#view=list&theme=photonics&sort=-title").await?;
    page.see_rows_on_theme(recount.on_theme("photonics"), "photonics")
        .await?;
    let titles = page.row_titles().await?;
    let atlas: Value = serde_json::from_str(&page.site.text("data/atlas.json")?)?;
    let date = atlas.pointer("/dataset/date").and_then(Value::as_str);
    let name = format!("clusteratlas-{}.xlsx", date.context("no date")?);
    page.press("Herunterladen").await?;
    let sheets = xlsx::read(&save(page, "button", "Excel (XLSX)", &name).await?)?;
    page.see_focus("Herunterladen").await?;
    let [cooperations, clusters, edition] = sheets.as_slice() else {
        bail!("{} sheets", sheets.len());
    };
    let saved = column(cooperations, "Titel")?;
    ensure!(saved == titles, "saved {saved:?}, shown {titles:?}");
    ensure!(!column(clusters, "Cluster")?.iter().any(String::is_empty));
    for sheet in [cooperations, clusters, edition] {
        let licences = column(sheet, "Lizenz")?;
        ensure!(
            licences.iter().all(|licence| !licence.is_empty()),
            "{}",
            sheet.name
        );
    }
    std::fs::remove_file(page.browser.downloads.path().join(&name))?;
    page.press("Herunterladen").await?;
    page.click("radio", &format!("Alles: {} Kooperationen", recount.total()))
        .await?;
    let sheets = xlsx::read(&save(page, "button", "Excel (XLSX)", &name).await?)?;
    let all = sheets.first().context("no sheet")?;
    ensure!(
        column(all, "Titel")?.len() == recount.total(),
        "{}",
        all.rows.len()
    );
    Ok(())
}

async fn a_workbook_that_does_not_come_about_is_told(page: &Page) -> Result<()> {
    page.run_before_pages("() => { window.Worker = function () { throw Error('no room'); }; }")
        .await?;
    page.open("#view=list").await?;
    page.press("Download").await?;
    page.press("Excel (XLSX)").await?;
    page.see_text("The file has not been saved. The browser says: ")
        .await?;
    page.see_text("no room").await
}

/// Reads a file of values parted by a sign, each maybe in quotation marks.
fn read(text: &str, separator: char) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    for character in text.chars() {
        match character {
            // A doubled mark closes and opens again.
            '"' => {
                if !quoted && cell.ends_with('\u{0}') {
                    cell.pop();
                    cell.push('"');
                }
                if quoted {
                    cell.push('\u{0}');
                }
                quoted = !quoted;
            }
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\r' if !quoted => {}
            _ if character == separator && !quoted => row.push(std::mem::take(&mut cell)),
            _ => cell.push(character),
        }
    }
    let plain = |cell: String| cell.replace('\u{0}', "");
    let plain_row = |row: Vec<String>| row.into_iter().map(plain).collect();
    rows.into_iter().map(plain_row).collect()
}
