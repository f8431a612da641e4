//! The reader needs large letters or more room between them: nothing is cut off, and the page scrolls one way.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    at_four_hundred_per_cent_every_view_scrolls_one_way,
    at_four_hundred_per_cent_dialogs_and_menus_scroll_one_way,
    room_between_letters_cuts_nothing_off,
    letters_twice_as_large_cut_nothing_off.with_large_letters(),
    every_view_has_one_first_heading_and_its_landmarks,
];

const VIEWS: [&str; 12] = [
    "",
    "#view=list&theme=photonics",
    "#view=matrix",
    "#view=figures",
    "#view=brief&sel=country:JP",
    "#sel=cluster:biosaxony",
    "#sel=cooperation:strength-kolumbien-leipzig",
    "#story=gesundheit-in-kooperation.2",
    "#view=figures&country=JP&compare=country%3DBR",
    "#theme=security&country=MX&colour=red",
    "#lang=en&embed=1&theme=photonics&controls=theme,period,search",
    "#embed=1&view=list&theme=photonics",
];

/// Texts that are cut off, and places outside the map and tables that scroll sideways.
const CUT_OFF: &str = "
    const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
    const names = [];
    for (const one of document.querySelectorAll('body *')) {
        if (!seen(one) || !words(one.textContent) || one.closest('.visually-hidden, svg, select, option, .skip-link')) continue;
        const style = getComputedStyle(one);
        let unseen = false;
        for (let part = one; part; part = part.parentElement) unseen ||= getComputedStyle(part).clipPath === 'inset(50%)';
        if (unseen) continue;
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = one;
        if (clientWidth === 0) continue;
        const name = `${one.tagName}.${one.className} ${words(one.textContent).slice(0, 40)}`;
        const isMap = one.closest('.map__leaflet');
        if (!isMap && hides(style.overflowX) && scrollWidth > clientWidth + 1) names.push(`cut off at the side: ${name}`);
        if (!isMap && hides(style.overflowY) && scrollHeight > clientHeight + 1) names.push(`cut off below: ${name}`);
        const scrolls = ['auto', 'scroll'].includes(style.overflowX) && scrollWidth > clientWidth + 1;
        if (scrolls && !one.querySelector('table, [role=table], svg')) names.push(`scrolls sideways: ${name}`);
        if (one.matches('button, .button, a, label, h1, h2, h3, legend') && !isMap && style.display !== 'inline' && scrollWidth > clientWidth + 2)
            names.push(`wider than its box (${scrollWidth} > ${clientWidth}): ${name}`);
    }
    return names";

/// Room between letters, words, lines and paragraphs as WCAG 2.2 asks that pages bear it.
const ROOM: &str = "(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
        p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
})()";

async fn settle(page: &Page) -> Result<()> {
    page.see_that("the second piece", async || {
        page.ask(
            "return !/geladen …|loading …|Loading/.test(document.body.innerText)",
            vec![],
        )
        .await
    })
    .await
}

async fn check(page: &Page, state: &str) -> Result<Vec<String>> {
    page.see_fitting_width(state).await?;
    let cut_off: Vec<String> = page.ask(CUT_OFF, vec![]).await?;
    Ok(cut_off.into_iter().map(|one| format!("{state}: {one}")).collect())
}

async fn at_four_hundred_per_cent_every_view_scrolls_one_way(page: &Page) -> Result<()> {
    page.resize(320, 256).await?;
    let mut wrong = Vec::new();
    for view in VIEWS {
        page.open(view).await?;
        settle(page).await?;
        wrong.extend(check(page, view).await?);
    }
    for path in ["table.html", "table.en.html", "barrierefreiheit.html"] {
        page.visit(&page.site, path).await?;
        wrong.extend(page.ask::<Vec<String>>(CUT_OFF, vec![]).await?);
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

async fn at_four_hundred_per_cent_dialogs_and_menus_scroll_one_way(page: &Page) -> Result<()> {
    page.resize(320, 256).await?;
    let mut wrong = Vec::new();
    for name in [
        "Über den Atlas",
        "Teilen",
        "Einbetten",
        "Herunterladen",
        "Karte verschieben",
        "Filter anzeigen",
        "Geführte Geschichten",
    ] {
        page.open("").await?;
        settle(page).await?;
        page.ask::<Value>(
            "find('button', arguments[0])[0].click(); return null",
            vec![name.into()],
        )
        .await?;
        settle(page).await?;
        wrong.extend(check(page, name).await?);
    }
    page.open("").await?;
    page.type_words("jap").await?;
    page.see_suggestion("Japan").await?;
    wrong.extend(check(page, "suggestions").await?);
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

async fn room_between_letters_cuts_nothing_off(page: &Page) -> Result<()> {
    let mut wrong = Vec::new();
    for width in [1280, 320] {
        page.resize(width, 800).await?;
        for view in VIEWS {
            page.open(view).await?;
            settle(page).await?;
            page.evaluate::<Value>(ROOM).await?;
            let cut_off: Vec<String> = page.ask(CUT_OFF, vec![]).await?;
            wrong.extend(cut_off.into_iter().map(|one| format!("{width} {view}: {one}")));
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

async fn letters_twice_as_large_cut_nothing_off(page: &Page) -> Result<()> {
    let mut wrong = Vec::new();
    for width in [1280, 640] {
        page.resize(width, 800).await?;
        for view in VIEWS {
            page.open(view).await?;
            settle(page).await?;
            let size: String = page
                .ask(
                    "return getComputedStyle(document.documentElement).fontSize",
                    vec![],
                )
                .await?;
            ensure!(size == "32px", "the letters have {size}");
            wrong.extend(check(page, &format!("{width} {view}")).await?);
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

async fn every_view_has_one_first_heading_and_its_landmarks(page: &Page) -> Result<()> {
    for view in VIEWS {
        page.open(view).await?;
        settle(page).await?;
        let (levels, landmarks): (Vec<u32>, [usize; 3]) = page
            .ask(
                "const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(seen).map((one) => Number(one.tagName[1]));
                 const number = (selector) => [...document.querySelectorAll(selector)].filter(seen).length;
                 return [levels, [number('main'), number('header:not(main header)'), number('footer:not(main footer)')]]",
                vec![],
            )
            .await?;
        let firsts = levels.iter().filter(|level| **level == 1).count();
        ensure!(firsts == 1, "{view}: {firsts} first headings");
        let skips = levels.windows(2).any(|pair| pair[1] > pair[0] + 1);
        ensure!(!skips, "{view}: a level is left out: {levels:?}");
        let banners = usize::from(!view.contains("embed=1"));
        ensure!(landmarks == [1, banners, 1], "{view}: {landmarks:?}");
    }
    Ok(())
}
