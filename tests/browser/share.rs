//! The reader takes the view elsewhere: as a link, and as a snippet for a page of their own.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::{By, Key};

use crate::host_page::Host;
use crate::host_pages::check;
use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    the_link_of_the_view_is_copied,
    a_snippet_of_the_dialog_works_on_another_page,
    the_preview_follows_the_options,
    the_dialog_fits_narrow_pages,
];

/// The text of the field with a name.
async fn text(page: &Page, name: &str) -> Result<String> {
    let script = "const fields = [...document.querySelectorAll('dialog [readonly]')];
        return fields.find((field) => words(field.labels[0].firstElementChild.textContent) === arguments[0])?.value";
    page.await_some(&format!("field {name:?}"), async || {
        page.ask(script, vec![json!(name)]).await
    })
    .await
}

async fn the_link_of_the_view_is_copied(page: &Page) -> Result<()> {
    page.open("#theme=photonics&q=a%26b").await?;
    page.press("Teilen").await?;
    let link = text(page, "Link").await?;
    ensure!(
        link == format!("{}#theme=photonics&q=a%26b", page.site.url()),
        "the link is {link}"
    );
    check(page, "the dialog with the link").await?;
    page.press("Link kopieren").await?;
    page.see_text("Kopiert.").await?;
    page.see_focus("Link kopieren").await?;
    page.type_key(Key::Escape).await?;
    page.see_focus("Teilen").await?;

    let field = page.element("combobox", "Suche").await?;
    field.clear().await?;
    field.send_keys(Key::Control + "v").await?;
    let pasted = field.prop("value").await?;
    ensure!(pasted.as_deref() == Some(link.as_str()), "pasted is {pasted:?}");
    Ok(())
}

async fn a_snippet_of_the_dialog_works_on_another_page(page: &Page) -> Result<()> {
    page.open("#theme=photonics&country=JP").await?;
    page.press("Einbetten").await?;
    let matches = page.recount()?.on_theme_with("photonics", "JP");
    let origin = page.site.url().trim_end_matches('/').to_owned();
    let frame = text(page, "HTML für Ihre Seite").await?;
    let policy = text(page, "Content-Security-Policy").await?;
    ensure!(policy == format!("frame-src {origin}"), "the policy is {policy}");

    page.click("radio", "Element (cluster-atlas)").await?;
    page.click("checkbox", "Förderprogramme").await?;
    choose(page, "Sprache", "en").await?;
    let element = text(page, "HTML für Ihre Seite").await?;
    let policy = text(page, "Content-Security-Policy").await?;
    ensure!(
        policy == format!("script-src {origin}; frame-src {origin}"),
        "the policy is {policy}"
    );

    let host = Host::serve(&page.site, &frame)?;
    page.visit_host(&host).await?;
    let within = page.browser.session.find(By::Css("iframe")).await?;
    let title = within.attr("title").await?;
    ensure!(
        title.as_deref() == Some("Deutsche Cluster weltweit: Optik & Photonik, Japan"),
        "the frame is called {title:?}"
    );
    within.enter_frame().await?;
    page.see_sentence(&format!("{matches} Kooperationen zum Thema "))
        .await?;
    page.leave_frame().await?;

    let host = Host::serve(&page.site, &element)?;
    page.visit_host(&host).await?;
    page.see_told(
        "",
        "lang=en&theme=photonics&country=JP&embed=1&controls=programme",
        matches,
    )
    .await
}

/// Chooses an entry of a selection by its value.
async fn choose(page: &Page, name: &str, value: &str) -> Result<()> {
    let script = "const select = find('combobox', null).find((one) => one.labels?.length &&
            words(one.labels[0].firstElementChild.textContent) === arguments[0]);
        return select ?? null";
    let found = page
        .browser
        .session
        .execute(format!("{}{script}", crate::page::FINDER), vec![json!(name)])
        .await?;
    let select = found.element().with_context(|| format!("there is no {name:?}"))?;
    let option = select.find(By::Css(format!("option[value={value}]"))).await?;
    Ok(option.click().await?)
}

async fn the_preview_follows_the_options(page: &Page) -> Result<()> {
    page.open("#theme=photonics").await?;
    page.press("Einbetten").await?;
    check(page, "the dialog with the snippet").await?;
    let steps: usize = page.evaluate("history.length").await?;
    let matches = page.recount()?.on_theme("photonics");
    see_preview(page, &format!("{matches} Kooperationen zum Thema ")).await?;
    choose(page, "Sprache", "en").await?;
    see_preview(page, &format!("{matches} cooperations on ")).await?;
    let after: usize = page.evaluate("history.length").await?;
    ensure!(
        after == steps,
        "there are {after} steps of history instead of {steps}"
    );

    page.press("Schließen").await?;
    page.see("frames of a closed dialog", 0_usize, async || {
        page.evaluate("frames.length").await
    })
    .await?;
    page.see_focus("Einbetten").await?;
    // The page itself has stayed as it was.
    page.see_fragment("theme=photonics").await
}

/// Waits for the beginning of the sentence in the preview, which is made anew with each change.
async fn see_preview(page: &Page, beginning: &str) -> Result<()> {
    page.see_that(&format!("{beginning:?} in the preview"), async || {
        let frame = page.browser.session.find(By::Css("dialog iframe")).await?;
        frame.enter_frame().await?;
        let sentence = page.sentence().await;
        page.leave_frame().await?;
        Ok(sentence?.starts_with(beginning))
    })
    .await
}

async fn the_dialog_fits_narrow_pages(page: &Page) -> Result<()> {
    page.resize(320, 640).await?;
    page.open("#theme=photonics").await?;
    page.press("Einbetten").await?;
    text(page, "HTML für Ihre Seite").await?;
    let wide: Vec<Value> = page
        .ask(
            "const dialog = document.querySelector('dialog[open]');
             const edge = dialog.clientLeft + dialog.getBoundingClientRect().left + dialog.clientWidth;
             return [...dialog.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > edge)
                 .map((one) => one.className)",
            vec![],
        )
        .await?;
    ensure!(wide.is_empty(), "beyond the dialog: {wide:?}");
    page.see_fitting_width("under the dialog").await?;
    check(page, "the dialog on a narrow page").await
}
