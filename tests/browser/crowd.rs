//! A dataset holds more than can be told apart: the page shows the strongest and says how much it leaves out.

use anyhow::{Context as _, Result, ensure};

use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![what_is_left_out_is_told_in_both_languages];

/// The most marks that a map has room for.
const MOST_MARKS: usize = 400;

/// Cameras from the whole world to a city.
const CAMERAS: [&str; 6] = [
    "30,10,1",
    "50,10,3.5",
    "51,10,5",
    "51,10,6",
    "50,8.5,7.5",
    "48.1,11.6,10",
];

async fn what_is_left_out_is_told_in_both_languages(page: &Page) -> Result<()> {
    let site = page.site.generated(3000)?;
    for (language, words) in [("de", "weitere Verbindungen"), ("en", "further connections")] {
        page.visit(&site, &format!("#lang={language}&at=51,10,6")).await?;
        page.see_ready().await?;
        page.see_drawing().await?;
        let number = page
            .await_some("number of further connections", async || {
                let told: String = page
                    .ask(
                        "const told = document.querySelector('.map__further');
                         return told && seen(told) ? words(told.textContent) : ''",
                        vec![],
                    )
                    .await?;
                let part = told.split(" · ").find_map(|part| part.strip_suffix(words));
                Ok(part.map(|number| number.trim().to_owned()))
            })
            .await?;
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        ensure!(digits.parse::<u32>().context(number)? > 0);
    }
    for camera in CAMERAS {
        page.set(&format!("lang=de&at={camera}")).await?;
        page.see_resting().await?;
        let marks = page.marks().await?.len();
        ensure!(marks > 0 && marks <= MOST_MARKS, "{marks} marks at {camera}");
    }
    Ok(())
}
