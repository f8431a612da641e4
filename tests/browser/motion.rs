//! The reader asks for less motion: everything is where it goes at once.

use anyhow::{Result, ensure};
use serde_json::Value;
use thirtyfour::Key;

use crate::media::Preference;
use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    a_reader_who_asks_for_less_motion_sees_none,
    a_reader_who_asks_for_nothing_sees_the_map_travel,
    pages_know_what_the_system_prefers,
];

/// Keeps a record of everything that moves by itself: what the style sheets animate, what the map does, and who
/// scrolls softly.
const WATCH: &str = "(() => {
    const moved = globalThis.moved = new Set();
    const note = (owner, name, what) => {
        const original = owner[name];
        owner[name] = function (...given) {
            const told = what(...given);
            if (told) moved.add(told);
            return original.apply(this, given);
        };
    };
    note(L.Map.prototype, 'fire', (kind) => kind === 'zoomanim' && 'the map animates its zoom');
    note(L.PosAnimation.prototype, 'run', () => 'the map glides');
    note(L.Map.prototype, 'flyTo', (to, level, options) => options?.animate !== false && 'the map flies');
    const soft = (given) => given?.behavior === 'smooth' && 'something scrolls softly';
    for (const name of ['scrollIntoView', 'scrollTo', 'scrollBy', 'scroll']) note(Element.prototype, name, soft);
    for (const name of ['scrollTo', 'scrollBy', 'scroll']) note(window, name, soft);
    const look = () => {
        for (const one of document.getAnimations()) {
            const { target, pseudoElement } = one.effect;
            moved.add(`${one.transitionProperty ?? one.animationName} of ${target.className || target.tagName}${pseudoElement ?? ''}`);
        }
        requestAnimationFrame(look);
    };
    look();
    for (const element of [document.documentElement, ...document.querySelectorAll('*')]) {
        if (getComputedStyle(element).scrollBehavior === 'smooth') moved.add(`${element.tagName} scrolls softly`);
    }
})()";

/// Acts that could move something, and what is to be seen after them; the last stays.
async fn act_everywhere(page: &Page) -> Result<()> {
    page.click_mark("Brasilien: ").await?;
    page.see_detail("Brasilien").await?;
    page.press("Vergrößern").await?;
    page.see_resting().await?;
    page.press("Deutschland zeigen").await?;
    page.see_resting().await?;
    page.press("Ganze Welt zeigen").await?;
    page.see_resting().await?;
    page.ask::<Value>(
        "find('region', 'Weltkarte der Kooperationen')[0].focus(); return null",
        vec![],
    )
    .await?;
    page.type_key(Key::Right).await?;
    page.see_resting().await?;
    page.press("Über den Atlas").await?;
    page.see_that("the dialog", async || page.has("dialog", "Über den Atlas").await)
        .await?;
    page.type_key(Key::Escape).await?;
    page.choose_theme("Optik & Photonik").await?;
    for view in ["Liste", "Matrix", "Zahlen", "Karte"] {
        page.open_view(view).await?;
        page.see_resting().await?;
    }
    Ok(())
}

async fn moved(page: &Page) -> Result<Vec<String>> {
    page.evaluate("[...globalThis.moved]").await
}

async fn a_reader_who_asks_for_less_motion_sees_none(page: &Page) -> Result<()> {
    page.open("").await?;
    page.emulate(&[Preference::LessMotion]).await?;
    page.open("").await?;
    page.see_drawing().await?;
    page.evaluate::<Value>(WATCH).await?;
    act_everywhere(page).await?;
    let moved = moved(page).await?;
    ensure!(moved.is_empty(), "{moved:?}");
    Ok(())
}

async fn a_reader_who_asks_for_nothing_sees_the_map_travel(page: &Page) -> Result<()> {
    page.open("").await?;
    page.see_drawing().await?;
    page.evaluate::<Value>(WATCH).await?;
    act_everywhere(page).await?;
    let moved = moved(page).await?;
    let flies = moved.iter().any(|one| one == "the map flies");
    ensure!(flies, "without the wish nothing moves either: {moved:?}");
    Ok(())
}

async fn pages_know_what_the_system_prefers(page: &Page) -> Result<()> {
    let wishes: [&[Preference]; 6] = [
        &[Preference::Dark],
        &[Preference::LessMotion],
        &[Preference::MoreContrast],
        &[Preference::ForcedColours],
        &[Preference::Dark, Preference::ForcedColours],
        &[],
    ];
    page.open("").await?;
    for wishes in wishes {
        page.emulate(wishes).await?;
        // It stays with the next page.
        page.open("").await?;
        let dark: bool = page
            .ask(
                "const [red] = getComputedStyle(document.body).backgroundColor.match(/\\d+/g); return red < 128",
                vec![],
            )
            .await?;
        ensure!(dark == wishes.contains(&Preference::Dark), "{wishes:?}");
    }
    Ok(())
}
