//! The reader is not watched: nothing is asked of another host, nothing is kept.

use anyhow::{Result, ensure};

use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![a_tour_asks_no_other_host_and_leaves_nothing_behind];

/// States beyond the steps of the tour.
const VIEWS: [&str; 9] = [
    "#view=matrix",
    "#view=figures&compare=theme%3Dhealth",
    "#view=brief&sel=country:JP",
    "#sel=cooperation:strength-kolumbien-leipzig",
    "#q=laser&from=2015&undated=0",
    "#story=gesundheit-in-kooperation.2",
    "#embed=1&controls=theme,period,search",
    "#theme=security&country=MX",
    "#appearance=dark&state=DE-SN&match=all&country=FR,JP",
];

async fn a_tour_asks_no_other_host_and_leaves_nothing_behind(page: &Page) -> Result<()> {
    page.open("").await?;
    page.see_drawing().await?;
    page.choose_theme("Gesundheit & Medizintechnik").await?;
    page.click_mark("Brasilien: ").await?;
    page.see_detail("Brasilien").await?;
    page.press("Deutschland zeigen").await?;
    page.see_that("the fine coastlines", async || {
        Ok(page
            .journal()
            .requests()
            .iter()
            .any(|url| url.contains("world-fine.bin")))
    })
    .await?;
    page.open_view("Liste").await?;
    page.press("English").await?;
    page.press("About the atlas").await?;
    page.see_that("the dialog", async || page.has("dialog", "About the atlas").await)
        .await?;

    for view in VIEWS {
        page.open(view).await?;
    }

    let own = page.site.url();
    let requests = page.journal().requests();
    ensure!(
        requests.iter().any(|url| url.ends_with("data/atlas.json")),
        "requests are not seen: {requests:?}"
    );
    // Addresses that hold their content ask nobody: Firefox draws the signs of what unfolds from one of its own.
    let asks_nobody = |url: &str| url.starts_with("about:") || url.starts_with("data:");
    let foreign: Vec<&String> = requests
        .iter()
        .filter(|url| !url.starts_with(&own) && !asks_nobody(url))
        .collect();
    ensure!(foreign.is_empty(), "requests to others: {foreign:?}");
    let cookies = page.browser.session.get_all_cookies().await?;
    ensure!(cookies.is_empty(), "cookies: {cookies:?}");
    page.check_nothing_kept().await
}
