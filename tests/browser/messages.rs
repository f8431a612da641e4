//! Another page drives the atlas by messages.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    set_replaces_the_view_state,
    get_is_answered_with_state_and_matches,
    every_change_is_told_and_drawn,
    malformed_messages_are_ignored,
];

async fn set_replaces_the_view_state(page: &Page) -> Result<()> {
    page.open("#theme=health&sel=country:BR").await?;
    page.post(json!({ "clusteratlas": 1, "type": "set", "state": "lang=en&theme=photonics" }))
        .await?;
    let photonics = page.recount()?.on_theme("photonics");
    page.see_sentence(&format!("{photonics} cooperations on Optics & photonics "))
        .await?;
    page.see_fragment("lang=en&theme=photonics").await?;
    page.see_no_detail().await
}

async fn get_is_answered_with_state_and_matches(page: &Page) -> Result<()> {
    page.open("#theme=photonics").await?;
    let before = states(page).await?.len();
    page.post(json!({ "clusteratlas": 1, "type": "get" })).await?;
    page.see("answers", before + 1, async || Ok(states(page).await?.len()))
        .await?;
    let answer = states(page).await?.pop().context("no answer")?;
    let expected = json!({
        "clusteratlas": 1, "type": "state", "state": "theme=photonics",
        "matches": page.recount()?.on_theme("photonics"),
    });
    ensure!(answer == expected, "the answer is {answer}");
    Ok(())
}

async fn every_change_is_told_and_drawn(page: &Page) -> Result<()> {
    page.open("").await?;
    page.choose_theme("Optik & Photonik").await?;
    for kind in ["state", "drawn"] {
        page.see_that(&format!("`{kind}` of the change"), async || {
            let is_it = |message: &Value| {
                message.get("type").is_some_and(|own| own == kind)
                    && message
                        .get("state")
                        .is_some_and(|state| state == "theme=photonics")
            };
            Ok(page.messages().await?.iter().any(is_it))
        })
        .await?;
    }
    Ok(())
}

async fn malformed_messages_are_ignored(page: &Page) -> Result<()> {
    page.open("#theme=photonics").await?;
    let before = states(page).await?.len();
    let malformed = [
        json!(null),
        json!("clusteratlas"),
        json!(17),
        json!([]),
        json!({}),
        json!({ "clusteratlas": 1 }),
        json!({ "clusteratlas": 2, "type": "get" }),
        json!({ "clusteratlas": "1", "type": "get" }),
        json!({ "clusteratlas": 1, "type": "explode" }),
        json!({ "clusteratlas": 1, "type": ["get"] }),
        json!({ "clusteratlas": 1, "type": "set" }),
        json!({ "clusteratlas": 1, "type": "set", "state": { "theme": "health" } }),
        json!({ "type": "set", "state": "theme=health" }),
    ];
    for message in malformed {
        page.post(message).await?;
    }
    // Messages arrive in order: when this one is answered, the others have been passed over.
    page.post(json!({ "clusteratlas": 1, "type": "get" })).await?;
    page.see_that("an answer", async || Ok(states(page).await?.len() > before))
        .await?;
    let answers = states(page).await?.split_off(before);
    ensure!(answers.len() == 1, "answers to malformed messages: {answers:?}");
    page.see_fragment("theme=photonics").await
}

/// Every message of the type `state` so far.
async fn states(page: &Page) -> Result<Vec<Value>> {
    let mut messages = page.messages().await?;
    messages.retain(|message| message.get("type").is_some_and(|kind| kind == "state"));
    Ok(messages)
}
