//! The reader has a small telephone.

use anyhow::Result;

use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    nothing_is_wider_than_a_narrow_window,
    filters_and_details_work_in_a_narrow_window
];

async fn nothing_is_wider_than_a_narrow_window(page: &Page) -> Result<()> {
    page.resize(320, 640).await?;
    let views = [
        "",
        "#view=list",
        "#theme=photonics,health,materials&programme=none",
        "#sel=cooperation:strength-kolumbien-leipzig",
        "#lang=en&sel=country:FR",
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
    let title = page.row_titles().await?.into_iter().next().unwrap_or_default();
    page.open_row(&title).await?;
    page.see_detail(&title).await?;
    page.see_fitting_width("details open").await
}
