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
    thousands_of_malformed_messages_change_nothing,
    a_flood_of_messages_draws_once_a_frame,
    pages_that_are_not_listed_change_nothing,
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

/// Posts messages of many shapes that mean nothing, chosen by a seed; none is a `get` or a `set` as they must be.
const STORM: &str = "(async (number) => {
    let seed = 20261122;
    const upTo = (end) => {
        seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
        return Math.floor(seed / 4294967296 * end);
    };
    const deep = (levels) => (levels ? [deep(levels - 1)] : 'theme=health');
    const odd = [
        () => undefined, () => null, () => true, () => upTo(100), () => -0, () => NaN, () => Infinity, () => 10n,
        () => '', () => 'theme=health', () => '#theme=health', () => 'x'.repeat(upTo(300)), () => [], () => ['get'],
        () => deep(upTo(60)), () => ({}), () => ({ theme: 'health' }), () => ({ type: 'get' }), () => new Date(0),
        () => /set/, () => new Map([['type', 'get']]), () => new Set(['get']), () => new ArrayBuffer(upTo(4096)),
        () => new Uint8Array(upTo(64)), () => new Error('get'), () => new Number(1), () => new String('get'),
        () => new Boolean(true), () => new Blob(['get']), () => 'theme=health&'.repeat(700),
    ];
    const any = () => odd[upTo(odd.length)]();
    const names = ['state', 'matches', 'px', 'length', 'constructor', 'toString', '0', 'then', 'get', 'set'];
    const fields = () => Object.fromEntries(Array.from({ length: upTo(5) }, () => [names[upTo(names.length)], any()]));
    const right = { clusteratlas: 1, type: 'set', state: 'theme=health' };
    const shapes = [
        any,
        fields,
        () => ({ ...fields(), clusteratlas: [2, 0, '1', true, [1], { valueOf: 1 }][upTo(6)], type: 'get' }),
        () => ({ ...right, clusteratlas: new Number(1) }),
        () => ({ ...right, type: ['Set', 'set ', 'state', 'ready', 'drawn', 'height', '__proto__'][upTo(7)] }),
        () => ({ ...right, type: new String('set') }),
        () => ({ ...right, state: [1, null, undefined, {}, [], ['theme=health'], new String('theme=health')][upTo(7)] }),
        () => ({ ...right, state: { theme: 'health', [names[upTo(names.length)]]: any() } }),
        () => ({ ...right, state: 'theme=health&'.repeat(700 + upTo(300)) }),
        () => Object.assign([], right),
        () => [right],
        () => JSON.stringify(right),
        () => new Map(Object.entries(right)),
    ];
    for (let posted = 0; posted < number; posted += 1) {
        window.postMessage(posted % 1000 === 999 ? { ...right, state: '&'.repeat(4e6) } : shapes[upTo(shapes.length)](), '*');
        if (posted % 250 === 249) await new Promise((rest) => setTimeout(rest));
    }
})";

/// How many answers the page has given since its notes were last thrown away, whatever else was posted.
const ANSWERS: &str = "window.heardMessages.filter((one) =>
    one && one.clusteratlas === 1 && one.type === 'state' && typeof one.matches === 'number').length";

async fn thousands_of_malformed_messages_change_nothing(page: &Page) -> Result<()> {
    page.open("#theme=photonics").await?;
    page.evaluate::<()>("void (window.heardMessages.length = 0)")
        .await?;
    page.evaluate::<()>(&format!("{STORM}(5000)")).await?;
    let heard: usize = page.evaluate("window.heardMessages.length").await?;
    ensure!(heard >= 4000, "only {heard} have arrived");
    page.post(json!({ "clusteratlas": 1, "type": "get" })).await?;
    page.see("answers", 1, async || page.evaluate::<usize>(ANSWERS).await)
        .await?;
    page.see_fragment("theme=photonics").await?;
    let photonics = page.recount()?.on_theme("photonics");
    page.see_sentence(&format!("{photonics} Kooperationen zum Thema "))
        .await?;
    page.set("theme=health").await?;
    page.see_fragment("theme=health").await
}

async fn a_flood_of_messages_draws_once_a_frame(page: &Page) -> Result<()> {
    page.open("").await?;
    page.evaluate::<()>("void (window.heardMessages.length = 0)")
        .await?;
    page.evaluate::<()>(
        "(() => {
            for (let number = 0; number < 1000; number += 1) {
                const state = number % 2 ? 'theme=photonics' : 'theme=health';
                window.postMessage({ clusteratlas: 1, type: 'set', state }, '*');
            }
        })()",
    )
    .await?;
    page.see_fragment("theme=photonics").await?;
    let told: usize = page.evaluate(ANSWERS).await?;
    ensure!((1..500).contains(&told), "{told} states were shown");
    page.evaluate::<()>("void (window.heardMessages.length = 0)")
        .await?;
    page.evaluate::<()>(
        "(() => {
            for (let number = 0; number < 100; number += 1) {
                window.postMessage({ clusteratlas: 1, type: 'get' }, '*');
            }
        })()",
    )
    .await?;
    page.see("answers", 100, async || page.evaluate::<usize>(ANSWERS).await)
        .await
}

async fn pages_that_are_not_listed_change_nothing(page: &Page) -> Result<()> {
    let own = page.site.text("index.html")?;
    let listed = "<head><meta name=\"clusteratlas-message-origins\" content=\"https://www.example.de null\">";
    let host =
        "<!DOCTYPE html><html lang=\"de\"><title>Artikel</title><iframe src=\"index.html#embed=1\"></iframe>";
    let index = own.replacen("<head>", listed, 1);
    for (index, changed) in [(index, false), (own, true)] {
        let site = page.site.with(&[("index.html", &index), ("host.html", host)])?;
        page.visit(&site, "host.html").await?;
        page.see_message("drawn").await?;
        page.evaluate::<()>("void (window.heardMessages.length = 0)")
            .await?;
        for message in [
            json!({ "clusteratlas": 1, "type": "set", "state": "embed=1&theme=photonics" }),
            json!({ "clusteratlas": 1, "type": "get" }),
        ] {
            page.evaluate::<()>(&format!("frames[0].postMessage({message}, '*')"))
                .await?;
        }
        page.see_that("an answer", async || Ok(!states(page).await?.is_empty()))
            .await?;
        let told = states(page)
            .await?
            .iter()
            .any(|message| message["state"] == "theme=photonics&embed=1");
        ensure!(
            told == changed,
            "a page that is listed: {changed}, may change the view: {told}"
        );
    }
    Ok(())
}

/// Every message of the type `state` so far.
async fn states(page: &Page) -> Result<Vec<Value>> {
    let mut messages = page.messages().await?;
    messages.retain(|message| message.get("type").is_some_and(|kind| kind == "state"));
    Ok(messages)
}
