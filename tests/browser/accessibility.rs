//! The reader uses a screen reader, a keyboard, or needs contrast: two engines find nothing, whatever the page shows.
//!
//! Every state of `states.toml` is looked at in German and English, light and dark and in the reader's own colours,
//! by axe-core and `HTML_CodeSniffer`, with every open item decided (`engines`) and everything written down (`record`).
//! An ordinary run of the tests looks at each state once in each browser, every state for another reader;
//! `--accessibility` at all states for all readers.

mod engines;
mod record;
mod states;

use std::time::Instant;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

use self::engines::{Findings, Problem, TAGS, examine, explanations, package};
use self::record::Run;
use self::states::{State, Walk, states};
use crate::browser::Kind;
use crate::media::Preference;
use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    two_engines_find_nothing_in_german.thorough(),
    two_engines_find_nothing_in_english.thorough(),
    two_engines_find_nothing_in_german_in_the_dark.thorough(),
    two_engines_find_nothing_in_english_in_the_dark.thorough(),
    two_engines_find_nothing_in_the_colours_of_the_reader.thorough(),
    every_target_is_as_large_as_a_finger.by_touch().thorough(),
    the_dialog_about_the_atlas_keeps_and_returns_the_focus,
];

/// Somebody who looks at the states.
#[derive(Clone, Copy, Debug)]
struct Beholder {
    name: &'static str,
    language: &'static str,
    prefers: &'static [Preference],
    /// How large targets are to be for them, besides what holds for all.
    finger: Option<u32>,
    /// Which states an ordinary run shows them: each reader's share begins with another.
    turn: usize,
}

/// How many readers share the states in an ordinary run.
const TURNS: usize = 5;

/// How large a finger's target is, in CSS pixels.
const FINGER: u32 = 44;

const BEHOLDER: Beholder = Beholder {
    name: "German, light",
    language: "de",
    prefers: &[],
    finger: None,
    turn: 0,
};

async fn two_engines_find_nothing_in_german(page: &Page) -> Result<()> {
    look(page, BEHOLDER).await
}

async fn two_engines_find_nothing_in_english(page: &Page) -> Result<()> {
    let beholder = Beholder {
        name: "English, light",
        language: "en",
        turn: 1,
        ..BEHOLDER
    };
    look(page, beholder).await
}

async fn two_engines_find_nothing_in_german_in_the_dark(page: &Page) -> Result<()> {
    let beholder = Beholder {
        name: "German, dark",
        prefers: &[Preference::Dark],
        turn: 2,
        ..BEHOLDER
    };
    look(page, beholder).await
}

async fn two_engines_find_nothing_in_english_in_the_dark(page: &Page) -> Result<()> {
    let beholder = Beholder {
        name: "English, dark",
        language: "en",
        prefers: &[Preference::Dark],
        turn: 3,
        ..BEHOLDER
    };
    look(page, beholder).await
}

async fn two_engines_find_nothing_in_the_colours_of_the_reader(page: &Page) -> Result<()> {
    let beholder = Beholder {
        name: "German, own colours",
        prefers: &[Preference::ForcedColours],
        turn: 4,
        ..BEHOLDER
    };
    look(page, beholder).await
}

async fn every_target_is_as_large_as_a_finger(page: &Page) -> Result<()> {
    let beholder = Beholder {
        name: "German, by touch",
        finger: Some(FINGER),
        ..BEHOLDER
    };
    look(page, beholder).await
}

/// Looks at the states that are a reader's, and fails for all that is wrong with them.
async fn look(page: &Page, beholder: Beholder) -> Result<()> {
    let Beholder {
        language,
        prefers,
        turn,
        ..
    } = beholder;
    // The two browsers show a state to different readers.
    let offset = match page.browser.kind {
        Kind::Chromium => 0,
        Kind::Firefox => 2,
    };
    let is_shown = |index: usize| page.thorough || (index + offset) % TURNS == turn;
    page.emulate(prefers).await?;
    let mut walk = Walk::begin(page, language);
    let mut wrong = Vec::new();
    for (_, state) in states()?.iter().enumerate().filter(|(index, _)| is_shown(*index)) {
        let start = Instant::now();
        walk.reach(state).await?;
        let findings = look_at(page, state, beholder.finger).await?;
        wrong.extend(findings.problems.iter().map(|problem| {
            let Problem {
                rule,
                reason,
                element,
                times,
            } = problem;
            format!("{}: {rule} ({times}): {reason}: {element}", state.name)
        }));
        page.journal()
            .check_quiet()
            .with_context(|| format!("in {:?}", state.name))?;
        let run = Run {
            state: state.name.clone(),
            reader: beholder.name,
            seconds: start.elapsed().as_secs_f64(),
            problems: findings.problems.len(),
        };
        record::add(page, run, findings)?;
    }
    ensure!(
        wrong.is_empty(),
        "{} problems:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    Ok(())
}

/// Lets the engines look at a state, and sees whether it needs what is explained for it.
async fn look_at(page: &Page, state: &State, finger: Option<u32>) -> Result<Findings> {
    let mut findings = examine(page, finger).await?;
    for (index, explanation) in explanations()?.into_iter().enumerate() {
        let is_due = explanation.state == state.name && finger.is_none();
        if is_due && !findings.used.contains(&index) {
            findings.problems.push(Problem {
                rule: explanation.rule,
                reason: "is explained in explained.toml, but not reported".to_owned(),
                element: explanation.selector,
                times: 1,
            });
        }
    }
    Ok(findings)
}

async fn the_dialog_about_the_atlas_keeps_and_returns_the_focus(page: &Page) -> Result<()> {
    page.open("").await?;
    page.press("Über den Atlas").await?;
    page.see_that("the dialog", async || page.has("dialog", "Über den Atlas").await)
        .await?;
    let inside: bool = page
        .ask(
            "return find('dialog', null)[0].contains(document.activeElement)",
            vec![],
        )
        .await?;
    ensure!(inside, "the focus is outside the dialog: {}", page.focus().await?);
    page.type_key(thirtyfour::Key::Escape).await?;
    page.see("whether the dialog is open", false, async || {
        page.has("dialog", "Über den Atlas").await
    })
    .await?;
    page.see_focus("Über den Atlas").await
}

/// Lets axe-core look at the page as it is, where other stories are.
pub(crate) async fn check(page: &Page, state: &str) -> Result<()> {
    let run = format!(
        "{}; const report = await axe.run(document, {{ runOnly: {TAGS:?}, resultTypes: ['violations'] }});
         return report.violations.map(({{ id, help, nodes }}) => `${{id}}: ${{help}}, at ${{nodes.length}}: `
             + nodes.slice(0, 2).map((node) => node.html.slice(0, 300) + ' — ' + node.failureSummary).join(' | '))",
        package("axe-core/axe.min.js")?
    );
    let script = format!("return (async () => {{ {run} }})()");
    let returned = page.browser.session.execute(script, Vec::<Value>::new()).await?;
    let violations: Vec<String> = returned.convert()?;
    ensure!(violations.is_empty(), "axe-core in {state:?}: {violations:#?}");
    Ok(())
}
