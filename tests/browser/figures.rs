//! The reader wants numbers: charts of the selection that filter and can be saved, and published figures.

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;
use serde_json::json;

use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    bars_say_what_a_recount_counts,
    a_bar_filters_in_one_step_and_back_undoes_it,
    a_bar_is_chosen_by_keyboard_and_keeps_the_focus,
    two_selections_stand_side_by_side,
    the_table_of_a_chart_has_every_row,
    charts_are_saved_as_pictures_and_tables,
    charts_are_saved_in_english.speaking("en"),
    published_figures_name_their_sources,
    letters_of_charts_are_not_smaller_on_a_telephone,
];

const FIGURES: &str = "#view=figures";

async fn bars_say_what_a_recount_counts(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    page.open(FIGURES).await?;
    let programme = recount.name("programmes", "bmbf-internationalisierung", "de")?;
    let rows = [
        ("Frankreich", recount.with_country("FR")),
        ("Deutschland", recount.with_country("DE")),
        ("Optik & Photonik", recount.on_theme("photonics")),
        (
            programme.as_str(),
            recount.in_programme(Some("bmbf-internationalisierung")),
        ),
        ("ohne Angabe", recount.in_programme(None)),
        ("Sachsen", recount.with_state("DE-SN")),
        ("2017", recount.running_in(2017)),
    ];
    for (name, number) in rows {
        see_bar(page, &format!("{name}: {number} Kooperationen")).await?;
    }
    // They follow the filters.
    page.choose_theme("Optik & Photonik").await?;
    let photonics = recount.on_theme_with("photonics", "US");
    see_bar(page, &format!("USA: {photonics} Kooperationen")).await
}

/// Waits for a bar or a link beside the bars whose name begins so.
async fn see_bar(page: &Page, beginning: &str) -> Result<()> {
    page.element_like("link", beginning).await?;
    Ok(())
}

/// Clicks on the name of a bar: Firefox's driver finds no middle of an element that only holds others.
async fn click_bar(page: &Page, name: &str) -> Result<()> {
    see_bar(page, name).await?;
    let script = "return find('link', arguments[0])[0].querySelector('text')";
    let script = format!("{}{script}", crate::page::FINDER);
    let label = page.browser.session.execute(script, vec![json!(name)]).await?;
    Ok(label.element()?.click().await?)
}

async fn a_bar_filters_in_one_step_and_back_undoes_it(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    page.open(FIGURES).await?;
    let japan = recount.with_country("JP");
    click_bar(page, &format!("Japan: {japan} Kooperationen")).await?;
    page.see_fragment("view=figures&country=JP").await?;
    page.see_sentence(&format!("{japan} Kooperationen ")).await?;
    page.see_chips(&["Filter Japan entfernen"]).await?;

    let photonics = recount.on_theme_with("photonics", "JP");
    click_bar(page, &format!("Optik & Photonik: {photonics} Kooperationen")).await?;
    page.see_fragment("view=figures&theme=photonics&country=JP")
        .await?;
    page.go_back().await?;
    page.see_fragment("view=figures&country=JP").await?;
    // What is chosen already is taken back.
    click_bar(page, &format!("Japan: {japan} Kooperationen")).await?;
    page.see_fragment("view=figures").await?;
    page.see_sentence(&format!("{} Kooperationen ", recount.total()))
        .await
}

async fn a_bar_is_chosen_by_keyboard_and_keeps_the_focus(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    page.open(FIGURES).await?;
    let bar = format!("Frankreich: {} Kooperationen", recount.with_country("FR"));
    see_bar(page, &bar).await?;
    page.tab_until("the bar of France", async || Ok(page.focus().await? == bar))
        .await?;
    page.type_key(thirtyfour::Key::Enter).await?;
    page.see_fragment("view=figures&country=FR").await?;
    page.see_focus(&bar).await
}

async fn two_selections_stand_side_by_side(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    page.open("#lang=en&view=figures&theme=photonics&compare=theme%3Dhealth")
        .await?;
    let [photonics, health] = ["photonics", "health"].map(|theme| recount.on_theme_with(theme, "JP"));
    see_bar(
        page,
        &format!("Japan: {photonics} cooperations, in the comparison {health}"),
    )
    .await?;
    let table = read_table(page, "Cooperations by partner country").await?;
    ensure!(
        table.first()
            == Some(
                &["Partner country", "Cooperations", "Kept selection"]
                    .map(str::to_owned)
                    .to_vec()
            ),
        "the heads are {:?}",
        table.first()
    );
    let japan = ["Japan", &photonics.to_string(), &health.to_string()].map(str::to_owned);
    ensure!(table.contains(&japan.to_vec()), "Japan is not in {table:?}");
    // Two bars a row: one filled, one outlined.
    let bars: [usize; 2] = page
        .ask(
            "const row = find('link', null).find((e) => nameOf(e).startsWith('Japan: '));
             const bars = [...row.querySelectorAll('rect')].slice(1).map((e) => getComputedStyle(e).fill);
             return [bars.length, bars.filter((fill) => fill === 'none').length]",
            vec![],
        )
        .await?;
    ensure!(bars == [2, 1], "bars and outlines: {bars:?}");
    Ok(())
}

async fn the_table_of_a_chart_has_every_row(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    page.open(FIGURES).await?;
    let table = read_table(page, "Kooperationen nach Partnerland").await?;
    let expected = recount.by_country();
    let greatest = expected.values().max().context("there are no countries")?;
    let second = table.get(1).and_then(|row| row.get(1));
    ensure!(
        second == Some(&greatest.to_string()),
        "the first row has {second:?}"
    );
    for (code, number) in &expected {
        let row = vec![recount.name("countries", code, "de")?, number.to_string()];
        ensure!(table.contains(&row), "{row:?} is not in the table");
    }
    // Beside the heads and the countries: Germany, and regions of several countries.
    ensure!(
        table.len() == expected.len() + 3,
        "{} rows for {} countries",
        table.len(),
        expected.len()
    );
    Ok(())
}

/// Opens the table of a chart and reads it, its heads first.
async fn read_table(page: &Page, title: &str) -> Result<Vec<Vec<String>>> {
    let script = "const chart = find('region', arguments[0])[0];
        const folded = chart?.querySelector('details');
        if (!folded) return null;
        if (!folded.open) folded.querySelector('summary').click();
        const rows = [...folded.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => words(cell.textContent)));
        return rows.length ? rows : null";
    page.await_some(&format!("table of {title:?}"), async || {
        page.ask(script, vec![json!(title)]).await
    })
    .await
}

/// A file that the page has offered for saving.
#[derive(Debug, Deserialize)]
struct Saved {
    name: String,
    text: String,
}

/// Keeps what the page offers for saving instead of asking where to.
const KEEP_FILES: &str = "() => {
    window.savedFiles = [];
    const blobs = new Map();
    const create = URL.createObjectURL;
    URL.createObjectURL = (blob) => { const url = create.call(URL, blob); blobs.set(url, blob); return url; };
    const click = HTMLElement.prototype.click;
    HTMLElement.prototype.click = function () {
        if (!this.hasAttribute('download')) return click.call(this);
        const name = this.getAttribute('download');
        blobs.get(this.href).text().then((text) => window.savedFiles.push({ name, text }));
    };
}";

/// Presses a button and reads the file that it offers.
async fn save(page: &Page, button: &str) -> Result<Saved> {
    let before: usize = page.evaluate("window.savedFiles.length").await?;
    page.press(button).await?;
    page.await_some("file", async || {
        page.evaluate(&format!("window.savedFiles[{before}]")).await
    })
    .await
}

async fn charts_are_saved_as_pictures_and_tables(page: &Page) -> Result<()> {
    page.run_before_pages(KEEP_FILES).await?;
    page.open("#view=figures&theme=photonics").await?;
    let recount = page.recount()?;
    let picture = save(page, "Kooperationen nach Partnerland: SVG herunterladen").await?;
    ensure!(picture.name == "clusteratlas-country.svg", "{}", picture.name);
    let usa = recount.on_theme_with("photonics", "US").to_string();
    let sentence = page.sentence().await?;
    let table = save(page, "Kooperationen nach Partnerland: CSV herunterladen").await?;
    ensure!(table.name == "clusteratlas-country.csv", "{}", table.name);
    for line in ["Partnerland;Kooperationen", &format!("USA;{usa}")] {
        ensure!(
            table
                .text
                .lines()
                .any(|own| own.trim_start_matches('\u{feff}') == line),
            "{line} in {}",
            table.text
        );
    }
    check_picture(
        page,
        &picture.text,
        &[
            "Kooperationen nach Partnerland",
            &sentence,
            "USA",
            &usa,
            "Quelle: ",
        ],
    )
    .await
}

async fn charts_are_saved_in_english(page: &Page) -> Result<()> {
    page.run_before_pages(KEEP_FILES).await?;
    page.open(FIGURES).await?;
    let recount = page.recount()?;
    let picture = save(page, "Cooperations by year: download SVG").await?;
    let number = recount.running_in(2018).to_string();
    let table = save(page, "Cooperations by year: download CSV").await?;
    let begins = format!("2018,{number},");
    ensure!(
        table.text.lines().any(|line| line.starts_with(&begins)),
        "{begins} in {}",
        table.text
    );
    check_picture(
        page,
        &picture.text,
        &["Cooperations by year", "2018", &number, "Source: "],
    )
    .await
}

/// A saved picture is a document of its own that says all of this, and asks for nothing. Leaves the site, whose policy
/// lets nobody read markup.
async fn check_picture(page: &Page, picture: &str, says: &[&str]) -> Result<()> {
    page.browser.session.goto("about:blank").await?;
    let [error, text, foreign]: [String; 3] = page
        .ask(
            "const file = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');
             const drawn = [...file.querySelectorAll('text')].map((e) => e.textContent).join(' ');
             const asks = file.querySelectorAll('[href], [class], style, script, image');
             return [file.querySelector('parsererror')?.textContent ?? '', drawn, `${asks.length}`]",
            vec![json!(picture)],
        )
        .await?;
    ensure!(error.is_empty(), "{error}");
    ensure!(foreign == "0", "{foreign} elements lean on something outside");
    for words in says {
        // Long sentences are broken into lines.
        ensure!(text.contains(words), "{words:?} is not in {text:?}");
    }
    Ok(())
}

async fn published_figures_name_their_sources(page: &Page) -> Result<()> {
    page.open(FIGURES).await?;
    let recount = page.recount()?;
    let shown: Vec<(String, Option<String>)> = page
        .await_some("published figures", async || {
            let shown: Vec<(String, Option<String>)> = page
                .ask(
                    "const region = find('region', 'Veröffentlichte Kennzahlen')[0];
                     return [...(region?.querySelectorAll('ul > li:has(p)') ?? [])].map((item) =>
                         [words(item.innerText), item.querySelector('a[href^=http]')?.getAttribute('href') ?? null])",
                    vec![],
                )
                .await?;
            Ok((!shown.is_empty()).then_some(shown))
        })
        .await?;
    ensure!(
        shown.len() == recount.key_figures().len(),
        "{} figures",
        shown.len()
    );
    for figure in recount.key_figures() {
        let source = figure.get("source").context("a figure without source")?;
        let text = |name: &str| source.get(name).and_then(|value| value.as_str());
        let title = text("title").context("a source without title")?;
        let found = shown.iter().any(|(words, url)| {
            words.contains(title) && words.contains("Quelle: ") && url.as_deref() == text("url")
        });
        ensure!(found, "{figure} is not shown with its source");
    }
    page.see_text("mehr als 70 %").await?;
    page.press("English").await?;
    page.see_text("more than 70%").await
}

async fn letters_of_charts_are_not_smaller_on_a_telephone(page: &Page) -> Result<()> {
    page.resize(320, 640).await?;
    page.open(FIGURES).await?;
    see_bar(page, "Frankreich: ").await?;
    page.see_fitting_width(FIGURES).await?;
    let smallest: f64 = page
        .ask(
            "const letters = [...document.querySelectorAll('main svg text')].filter(seen).map((text) =>
                 parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a);
             return Math.min(...letters)",
            vec![],
        )
        .await?;
    ensure!(smallest >= 12.0, "the smallest letters have {smallest} pixels");
    Ok(())
}
