//! The reader has a small telephone.

use anyhow::{Result, ensure};

use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    nothing_is_wider_than_a_narrow_window,
    filters_and_details_work_in_a_narrow_window,
    the_world_is_continents_that_open_under_a_finger.by_touch(),
];

async fn nothing_is_wider_than_a_narrow_window(page: &Page) -> Result<()> {
    page.resize(320, 640).await?;
    let views = [
        "",
        "#view=list",
        "#view=figures",
        "#lang=en&view=figures&theme=photonics&compare=theme%3Dhealth",
        "#theme=photonics,health,materials&programme=none",
        "#sel=cooperation:strength-kolumbien-leipzig",
        "#lang=en&sel=country:FR",
        "#view=brief&sel=cluster:biosaxony",
        "#colour=red&theme=security&country=MX",
    ];
    for view in views {
        page.open(view).await?;
        page.see_fitting_width(view).await?;
    }
    Ok(())
}

async fn filters_and_details_work_in_a_narrow_window(page: &Page) -> Result<()> {
    page.resize(320, 640).await?;
    page.open("").await?;
    page.see_drawing().await?;
    page.press("Filter anzeigen").await?;
    page.choose_theme("Optik & Photonik").await?;
    page.see_fitting_width("filters open").await?;
    page.press("Filter schließen").await?;
    page.see_sentence(&format!(
        "{} Kooperationen zum Thema ",
        page.recount()?.on_theme("photonics")
    ))
    .await?;
    page.see_rows_on_theme(12, "photonics").await?;
    let title = page.row_titles().await?.into_iter().next().unwrap_or_default();
    page.open_row(&title).await?;
    page.see_detail(&title).await?;
    page.see_fitting_width("details open").await
}

/// What is not Germany is gathered by continent, where there is room for no more.
const CONTINENTS: [&str; 6] = [
    "Afrika",
    "Asien",
    "Europa",
    "Nord- und Mittelamerika",
    "Ozeanien",
    "Südamerika",
];

/// On a slow machine time passes between any two looks at the clock.
const SLOW: &str = "() => {
    const now = Date.now;
    let looks = 0;
    Date.now = () => now() + 2 * (looks += 1);
}";

async fn the_world_is_continents_that_open_under_a_finger(page: &Page) -> Result<()> {
    page.run_before_pages(SLOW).await?;
    page.resize(320, 640).await?;
    page.open("").await?;
    page.see_drawing().await?;
    let is_continent = |mark: &String| CONTINENTS.iter().any(|name| mark.starts_with(name));
    let marks = page.marks().await?;
    ensure!(
        marks.iter().filter(|mark| is_continent(mark)).count() >= 5,
        "the marks are no continents: {marks:?}"
    );
    // It stands so near to the edge that the focus moves the map before the finger opens the mark.
    page.tap_mark("Nord- und Mittelamerika: ").await?;
    let number = page.recount()?.with_country("US");
    page.see_mark("USA", &format!("{number} Kooperationen")).await?;
    let marks = page.marks().await?;
    ensure!(
        !marks.iter().any(is_continent),
        "continents beside countries: {marks:?}"
    );
    page.see_fitting_width("zoomed in").await
}
