//! The reader prepares a delegation: one record on paper.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::common::print::PrintParameters;

use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    a_brief_is_opened_from_the_details_and_left_for_the_map,
    the_numbers_of_a_brief_are_those_of_the_dataset,
    a_brief_says_that_filters_narrow_it,
    a_brief_is_written_in_english.speaking("en"),
    a_brief_without_a_record_says_what_to_do,
    a_brief_prints_without_what_is_for_pressing.in_chromium(),
];

/// The numbers of the sheet by their names, as they are written.
const NUMBERS: &str = "return [...document.querySelectorAll('article dl > div')].map((fact) =>
    [words(fact.querySelector('dt').textContent), words(fact.querySelector('dd').textContent)])";

const ROWS: &str = "return document.querySelectorAll('article [role=table] [role=rowheader]').length";

/// Waits until the heading of the sheet is as expected.
async fn see_heading(page: &Page, name: &str) -> Result<()> {
    page.see("the heading of the sheet", Some(name.to_owned()), async || {
        page.ask(
            "return words(document.querySelector('article h2')?.textContent) || null",
            vec![],
        )
        .await
    })
    .await
}

async fn a_brief_is_opened_from_the_details_and_left_for_the_map(page: &Page) -> Result<()> {
    page.open("#sel=country:JP").await?;
    page.see_detail("Japan").await?;
    page.press("Dossier").await?;
    page.see_fragment("view=brief&sel=country:JP").await?;
    see_heading(page, "Japan").await?;
    page.see_focus("Japan").await?;
    page.see(
        "the title",
        "Japan – Dossier – Clusteratlas".to_owned(),
        async || page.title().await,
    )
    .await?;
    ensure!(
        page.names("complementary").await?.is_empty(),
        "a panel stands beside the sheet"
    );
    page.press("Zurück zur Karte").await?;
    page.see_fragment("sel=country:JP").await?;
    page.see_detail("Japan").await?;
    page.see_drawing().await?;
    page.go_back().await?;
    see_heading(page, "Japan").await?;
    page.go_back().await?;
    page.see_drawing().await
}

async fn the_numbers_of_a_brief_are_those_of_the_dataset(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    page.open("#view=brief&sel=country:JP").await?;
    see_heading(page, "Japan").await?;
    let all = recount.with_country("JP");
    let numbers: Vec<(String, String)> = page.ask(NUMBERS, vec![]).await?;
    let number = |name: &str| {
        let found = numbers.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    ensure!(number("Kooperationen") == all.to_string(), "{numbers:?}");
    ensure!(
        number("Cluster") == recount.clusters_with("JP").to_string(),
        "{numbers:?}"
    );
    let statuses = numbers.iter().filter(|(name, _)| name.starts_with("Status: "));
    let sum: usize = statuses
        .filter_map(|(_, value)| value.parse::<usize>().ok())
        .sum();
    ensure!(sum == all, "{numbers:?}");
    let (stated, euros) = recount.funding_with("JP");
    let covers = format!("Summe für {stated} von {all} Kooperationen");
    let money = number("Öffentliche Förderung");
    ensure!(money.contains(&covers), "{money:?} does not say {covers:?}");
    let digits: String = money
        .chars()
        .take_while(|c| *c != '€')
        .filter(char::is_ascii_digit)
        .collect();
    ensure!(digits == euros.to_string(), "{money:?} is not {euros}");
    page.see("the rows", all, async || page.ask(ROWS, vec![]).await)
        .await?;
    page.see_that("every row cites a source of the list", async || {
        page.ask(
            "const cited = [...document.querySelectorAll('article [role=rowheader]')]
                 .map((e) => /\\[(.+)\\]$/.exec(words(e.textContent))?.[1].split(', ').map(Number) ?? []);
             const listed = document.querySelectorAll('article ol > li').length;
             return cited.length > 0 && cited.every((own) => own.length > 0 && own.every((n) => n >= 1 && n <= listed))",
            vec![],
        )
        .await
    })
    .await
}

async fn a_brief_says_that_filters_narrow_it(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    page.open("#view=brief&theme=photonics&sel=country:JP").await?;
    let (shown, all) = (
        recount.on_theme_with("photonics", "JP"),
        recount.with_country("JP"),
    );
    page.see_text(&format!("zeigt {shown} von {all} erfassten Kooperationen"))
        .await?;
    page.see("the rows", shown, async || page.ask(ROWS, vec![]).await)
        .await
}

async fn a_brief_is_written_in_english(page: &Page) -> Result<()> {
    let name = page.recount()?.name("clusters", "biosaxony", "en")?;
    page.open("#view=brief&sel=cluster:biosaxony").await?;
    see_heading(page, &name).await?;
    for words in [
        "Brief · Cluster",
        "At a glance",
        "Partner countries",
        "This view on the web:",
    ] {
        page.see_text(words).await?;
    }
    page.see(
        "the title",
        format!("{name} – Brief – Clusteratlas"),
        async || page.title().await,
    )
    .await?;
    page.press("Back to the map").await?;
    page.see_detail(&name).await
}

async fn a_brief_without_a_record_says_what_to_do(page: &Page) -> Result<()> {
    page.open("#view=brief").await?;
    page.see_text("Es ist noch kein Eintrag gewählt.").await?;
    page.see_text("wählen Sie dort „Dossier“").await?;
    page.open("#view=brief&sel=country:XX").await?;
    page.see_text("Den Eintrag „country:XX“ enthält dieser Datensatz nicht.")
        .await?;
    page.press("Zurück zur Karte").await?;
    page.see_drawing().await
}

async fn a_brief_prints_without_what_is_for_pressing(page: &Page) -> Result<()> {
    page.open("#view=brief&appearance=dark&sel=state:DE-BW").await?;
    see_heading(page, "Baden-Württemberg").await?;
    let pages = page
        .browser
        .session
        .print_page(PrintParameters::default())
        .await?;
    ensure!(pages.starts_with(b"%PDF-"), "what is printed is no PDF");
    let sheets = String::from_utf8_lossy(&pages).matches("/Type /Page\n").count();
    ensure!(sheets >= 2, "{sheets} pages");
    page.browser
        .send_devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
        .await?;
    page.see_that("buttons and header are gone", async || {
        Ok(page.names("button").await?.is_empty() && page.names("banner").await?.is_empty())
    })
    .await?;
    ensure!(
        page.has("heading", "Baden-Württemberg").await?,
        "the heading is gone"
    );
    page.open("#appearance=dark").await?;
    page.see_that("filters and header are gone, the sentence stays", async || {
        let sentence: bool = page
            .ask("return seen(document.getElementById('sentence'))", vec![])
            .await?;
        let gone = page.names("banner").await?.is_empty() && page.names("checkbox").await?.is_empty();
        Ok(sentence && gone)
    })
    .await
}
