//! The reader opens a record, by mouse and by keyboard, and finds where it comes from.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    a_mark_opens_its_record_by_mouse,
    a_row_opens_its_record_by_mouse,
    rows_that_are_scrolled_to_keep_the_focus,
    the_leipzig_record_names_its_funding_reference_and_sources,
    a_mark_opens_its_record_by_keyboard,
    the_marks_are_one_tab_stop_and_arrows_walk_between_them,
    the_words_beside_a_mark_are_its_own_wherever_the_map_goes,
    sources_that_do_not_arrive_are_said_to_be_missing,
];

/// The records of Leipzig and Bucaramanga, and few others: the marks are Germany and Colombia.
const COLOMBIA: &str = "#theme=health&country=CO";

const LEIPZIG: &str = "strength-kolumbien-leipzig";

async fn a_mark_opens_its_record_by_mouse(page: &Page) -> Result<()> {
    page.open("").await?;
    page.click_mark("Brasilien: ").await?;
    page.see_detail("Brasilien").await?;
    page.see_in_detail(&format!("{} Kooperationen", page.recount()?.with_country("BR")))
        .await?;
    page.see_fragment("sel=country:BR").await?;
    page.press("Schließen").await?;
    page.see_no_detail().await?;
    page.see_fragment("").await
}

async fn a_row_opens_its_record_by_mouse(page: &Page) -> Result<()> {
    page.open(COLOMBIA).await?;
    let title = page.recount()?.name("cooperations", LEIPZIG, "de")?;
    page.open_row(&title).await?;
    page.see_detail(&title).await?;
    page.see_focus(&title).await?;
    page.see_fragment(&format!("theme=health&country=CO&sel=cooperation:{LEIPZIG}"))
        .await?;
    // From one record to the next: its cluster.
    let cluster = page
        .recount()?
        .name("clusters", "gesundheit-biotech-leipzig", "de")?;
    page.press(&cluster).await?;
    page.see_detail(&cluster).await
}

async fn rows_that_are_scrolled_to_keep_the_focus(page: &Page) -> Result<()> {
    page.resize(1280, 600).await?;
    page.open("").await?;
    page.see_resting().await?;
    let first = page.row_titles().await?.into_iter().next().unwrap_or_default();
    page.ask::<()>(
        "document.querySelector('[role=table] [role=rowheader] button').focus()",
        vec![],
    )
    .await?;
    ensure!(page.layout().await?.top > 0.0, "the rows were in sight");
    // Longer than changes of rows out of sight wait.
    page.see_resting().await?;
    page.see_focus(&first).await
}

async fn the_leipzig_record_names_its_funding_reference_and_sources(page: &Page) -> Result<()> {
    page.open(&format!("#sel=cooperation:{LEIPZIG}")).await?;
    for words in [
        "01DN16011",
        "Bucaramanga",
        "Fraunhofer-Zentrum",
        "April 2016",
        "September 2018",
        "Quellen",
    ] {
        page.see_in_detail(words).await?;
    }
    let hosts: Vec<String> = page
        .await_some("sources with an address", async || {
            let hosts: Vec<String> = page
                .ask(
                    "const panel = document.getElementById('detail-heading').closest('aside');
                     return find('link', null, panel).map((link) => link.host)",
                    vec![],
                )
                .await?;
            Ok((!hosts.is_empty()).then_some(hosts))
        })
        .await?;
    ensure!(
        hosts
            .iter()
            .any(|host| host.ends_with("kooperation-international.de")),
        "the record's page is not among the sources: {hosts:?}"
    );
    Ok(())
}

async fn a_mark_opens_its_record_by_keyboard(page: &Page) -> Result<()> {
    page.open(COLOMBIA).await?;
    page.tab_until("the marks", async || page.focus_is_on_mark().await)
        .await?;
    page.type_key(Key::Left).await?;
    page.see("the mark with the focus", true, async || {
        Ok(page.focus().await?.starts_with("Kolumbien: "))
    })
    .await?;
    let mark = page.focus().await?;

    page.type_key(Key::Enter).await?;
    page.see_detail("Kolumbien").await?;
    page.see_focus("Kolumbien").await?;

    page.type_key(Key::Escape).await?;
    page.see_no_detail().await?;
    page.see_focus(&mark).await
}

async fn the_marks_are_one_tab_stop_and_arrows_walk_between_them(page: &Page) -> Result<()> {
    page.open("").await?;
    page.tab_until("the marks", async || page.focus_is_on_mark().await)
        .await?;
    let first = page.focus().await?;
    ensure!(
        first.starts_with("Deutschland: "),
        "the first mark is not the largest: {first}"
    );

    let mut walked = vec![first];
    for key in [Key::Right, Key::Down, Key::Left, Key::Up] {
        page.type_key(key).await?;
        ensure!(page.focus_is_on_mark().await?, "an arrow key has left the marks");
        walked.push(page.focus().await?);
    }
    let different: std::collections::BTreeSet<&String> = walked.iter().collect();
    ensure!(different.len() > 2, "arrow keys do not walk: {walked:?}");
    let last = page.focus().await?;

    page.type_key(Key::Tab).await?;
    ensure!(
        !page.focus_is_on_mark().await?,
        "the marks are more than one tab stop"
    );
    page.type_shift_tab().await?;
    page.see_focus(&last).await
}

async fn the_words_beside_a_mark_are_its_own_wherever_the_map_goes(page: &Page) -> Result<()> {
    page.open("#at=0,-40,2.5").await?;
    page.see_drawing().await?;
    page.ask::<()>(
        "find('button', null).find((mark) => nameOf(mark).startsWith('Brasilien: ')).focus()",
        vec![],
    )
    .await?;
    for camera in ["0,-40,2.75", "10,-30,3", "10,-30,3.5", "10,-30,2"] {
        page.set(&format!("at={camera}")).await?;
        page.see_fragment(&format!("at={camera}")).await?;
        page.see_resting().await?;
        let focus = page.focus().await?;
        ensure!(focus.starts_with("Brasilien"), "the focus is on {focus:.40?}");
        page.see("the words beside the mark with the focus", focus, async || {
            page.ask(
                "const hint = document.querySelector('.map__hint');
                 return hint && seen(hint) ? words(hint.textContent) : ''",
                vec![],
            )
            .await
        })
        .await?;
    }
    Ok(())
}

async fn sources_that_do_not_arrive_are_said_to_be_missing(page: &Page) -> Result<()> {
    page.journal().expect("404");
    let site = page.site.without("data/details.json")?;
    page.visit(&site, &format!("#sel=cooperation:{LEIPZIG}")).await?;
    page.see_ready().await?;
    page.see_in_detail("Zusammenfassung und Quellen konnten nicht geladen werden.")
        .await?;
    page.see_in_detail("01DN16011").await
}
