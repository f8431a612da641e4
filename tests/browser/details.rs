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
    the_funding_reference_leads_to_the_federal_list.speaking("en"),
    related_records_lead_to_each_other_and_back,
    a_programme_leads_to_its_clusters_its_funder_and_its_figures,
    a_mark_opens_its_record_by_keyboard,
    the_marks_are_one_tab_stop_and_arrows_walk_between_them,
    the_words_beside_a_mark_are_its_own_wherever_the_map_goes,
    sources_that_do_not_arrive_are_asked_for_again,
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

async fn the_funding_reference_leads_to_the_federal_list(page: &Page) -> Result<()> {
    page.open(&format!("#sel=cooperation:{LEIPZIG}")).await?;
    let link = page.element_like("link", "01DN16011").await?;
    let address = link.attr("href").await?.unwrap_or_default();
    ensure!(
        address.starts_with("https://foerderportal.bund.de/foekat/") && address.ends_with("fkz=01DN16011"),
        "the reference leads to {address}"
    );
    // References of other funders are words.
    page.edit_address("#sel=cooperation:log4green").await?;
    page.see_in_detail("287091").await?;
    ensure!(
        !page.has("link", "287091 (external page)").await?,
        "a number of the EU leads somewhere"
    );
    Ok(())
}

async fn related_records_lead_to_each_other_and_back(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    page.open("#sel=cluster:biosaxony").await?;
    let cluster = recount.name("clusters", "biosaxony", "de")?;
    page.see_detail(&cluster).await?;
    for fact in ["Partnerländer", "Orte der Partner", "Gemeinsam mit Clustern"] {
        page.see_in_detail(fact).await?;
    }
    // To a country, to one of its places, and from there to the country again.
    press_in_detail(page, "USA").await?;
    page.see_fragment("sel=country:US").await?;
    page.see_detail("USA").await?;
    page.see_in_detail(&format!("{} Kooperationen", recount.with_country("US")))
        .await?;
    press_in_detail(page, "Boston").await?;
    page.see_detail("Boston").await?;
    press_in_detail(page, "USA").await?;
    page.see_detail("USA").await?;

    page.go_back().await?;
    page.see_detail("Boston").await?;
    page.go_back().await?;
    page.go_back().await?;
    page.see_detail(&cluster).await?;
    page.go_forward().await?;
    page.see_detail("USA").await
}

/// Presses a button of the detail panel; the page has others of the same name.
async fn press_in_detail(page: &Page, name: &str) -> Result<()> {
    let _pressed: bool = page.await_some(&format!("{name:?} in the details"), async || {
        page.ask(
            "const panel = document.getElementById('detail-heading')?.closest('aside');
             const all = panel ? find('button', null, panel).find((e) => /^Alle \\d+ anzeigen$/.test(nameOf(e))) : null;
             const found = panel ? find('button', arguments[0], panel)[0] : null;
             (found ?? all)?.click();
             return found ? true : null",
            vec![serde_json::json!(name)],
        )
        .await
    })
    .await?;
    Ok(())
}

async fn a_programme_leads_to_its_clusters_its_funder_and_its_figures(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    page.open("#sel=programme:go-cluster").await?;
    page.see_in_detail("Weitere Programme dieses Mittelgebers")
        .await?;
    page.see_in_detail("mehr als 70 %").await?;
    let cluster = recount.record("clusters", "biosaxony")?;
    let label = cluster.get("short_name").and_then(|name| name.as_str());
    press_in_detail(page, label.unwrap_or("biosaxony e. V.")).await?;
    page.see_fragment("sel=cluster:biosaxony").await?;

    // A German state that pays is a record of its own.
    page.edit_address("#sel=programme:cluster-offensive-bayern")
        .await?;
    press_in_detail(page, "Bayern").await?;
    page.see_fragment("sel=state:DE-BY").await?;
    page.see_detail("Bayern").await
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

async fn sources_that_do_not_arrive_are_asked_for_again(page: &Page) -> Result<()> {
    const FILE: &str = "data/details.json";
    page.journal().expect("404");
    for view in ["map", "brief"] {
        let site = page.site.without(FILE)?;
        page.visit(&site, &format!("#view={view}&sel=cooperation:{LEIPZIG}"))
            .await?;
        page.see_ready().await?;
        page.see_text("Zusammenfassung und Quellen konnten nicht geladen werden.")
            .await?;
        page.see_text("01DN16011").await?;
        site.put_back(FILE, &page.site)?;
        page.press("Erneut versuchen").await?;
        page.see_text("Kooperation international").await?;
        page.see_focus("Quellen").await?;
    }
    Ok(())
}
