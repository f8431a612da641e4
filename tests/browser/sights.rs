//! What a reader sees.

use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::page::Page;

/// Longer than a map that moves stands still.
const CALM: Duration = Duration::from_millis(400);

/// How a colourful drawing differs from a blank or plain one.
const FEW_COLOURS: usize = 4;

impl Page {
    /// Waits until the page has posted that it is ready and has drawn.
    pub(crate) async fn see_ready(&self) -> Result<()> {
        self.see_that("the page posts `ready` and then `drawn`", async || {
            let types = self.message_types().await?;
            Ok(types.iter().any(|kind| kind == "ready") && types.iter().any(|kind| kind == "drawn"))
        })
        .await
    }

    /// The messages that the page has posted to itself or that were posted to it, in order.
    pub(crate) async fn messages(&self) -> Result<Vec<Value>> {
        self.evaluate("window.heardMessages ?? []").await
    }

    async fn message_types(&self) -> Result<Vec<String>> {
        let messages = self.messages().await?;
        Ok(messages
            .iter()
            .filter_map(|message| message.get("type")?.as_str().map(str::to_owned))
            .collect())
    }

    /// Waits until the page, or a frame in it, has posted a message of a type.
    pub(crate) async fn see_message(&self, kind: &str) -> Result<()> {
        self.see_that(&format!("a message {kind:?}"), async || {
            let messages = self.messages().await?;
            Ok(messages
                .iter()
                .any(|message| message.get("type").is_some_and(|own| own == kind)))
        })
        .await
    }

    /// Fails where the page has left anything in the browser.
    pub(crate) async fn check_nothing_kept(&self) -> Result<()> {
        let kept: Value = self
            .ask(
                "return indexedDB.databases().then((databases) =>
                    [document.cookie, localStorage.length, sessionStorage.length, databases.length])",
                vec![],
            )
            .await?;
        ensure!(kept == json!(["", 0, 0, 0]), "kept in the browser: {kept}");
        Ok(())
    }

    /// The sentence over the map.
    pub(crate) async fn sentence(&self) -> Result<String> {
        self.ask(
            "return words(document.querySelector('main #sentence').textContent)",
            vec![],
        )
        .await
    }

    /// Waits for the beginning of the sentence.
    pub(crate) async fn see_sentence(&self, beginning: &str) -> Result<()> {
        self.see(
            "the beginning of the sentence",
            beginning.to_owned(),
            async || {
                Ok(self
                    .sentence()
                    .await?
                    .chars()
                    .take(beginning.chars().count())
                    .collect())
            },
        )
        .await
    }

    /// The title of the page.
    pub(crate) async fn title(&self) -> Result<String> {
        Ok(self.browser.session.title().await?)
    }

    /// The language of the document.
    pub(crate) async fn language(&self) -> Result<String> {
        self.ask("return document.documentElement.lang", vec![]).await
    }

    /// The fragment of the address, without `#`.
    pub(crate) async fn fragment(&self) -> Result<String> {
        self.ask("return location.hash.slice(1)", vec![]).await
    }

    /// Waits for a fragment.
    pub(crate) async fn see_fragment(&self, fragment: &str) -> Result<()> {
        self.see("the fragment of the address", fragment.to_owned(), async || {
            self.fragment().await
        })
        .await
    }

    /// The names of the marks on the map, each with its number: `Japan: 49 Kooperationen`.
    pub(crate) async fn marks(&self) -> Result<Vec<String>> {
        self.ask(
            "const map = document.querySelector('[role=region][aria-describedby]');
             return map ? find('button', null, map).map(nameOf) : []",
            vec![],
        )
        .await
    }

    /// Waits until the mark of a place says a number: `8 Kooperationen`. Groups may say more after it.
    pub(crate) async fn see_mark(&self, place: &str, number: &str) -> Result<()> {
        self.see(
            &format!("the mark of {place}"),
            Some(number.to_owned()),
            async || {
                let marks = self.marks().await?;
                let words = marks
                    .iter()
                    .find_map(|mark| mark.strip_prefix(place)?.strip_prefix(": "));
                Ok(words.map(|words| words.split(", ").next().unwrap_or(words).to_owned()))
            },
        )
        .await
    }

    /// Names and middles of the marks, in CSS pixels from the upper left corner of the window.
    pub(crate) async fn marks_in_place(&self) -> Result<Vec<(String, f64, f64)>> {
        self.ask(
            "const map = document.querySelector('[role=region][aria-describedby]');
             return (map ? find('button', null, map) : []).map((mark) => {
                 const box = mark.getBoundingClientRect();
                 return [nameOf(mark), box.x + box.width / 2, box.y + box.height / 2];
             })",
            vec![],
        )
        .await
    }

    /// Waits until the marks stay where they are and as they are.
    pub(crate) async fn see_resting(&self) -> Result<()> {
        self.see_that("the map rests", async || {
            let before = self.marks_in_place().await?;
            tokio::time::sleep(CALM).await;
            Ok(self.marks_in_place().await? == before)
        })
        .await
    }

    /// The caption of the table: how many rows of how many.
    pub(crate) async fn see_caption(&self, caption: &str) -> Result<()> {
        self.see("the caption of the table", vec![caption.to_owned()], async || {
            self.names("table").await
        })
        .await
    }

    /// The titles in the rows of the table.
    pub(crate) async fn row_titles(&self) -> Result<Vec<String>> {
        self.ask(
            "return [...document.querySelectorAll('[role=table] [role=rowheader]')].map(nameOf)",
            vec![],
        )
        .await
    }

    /// Waits for so many rows in the table, all on a theme; rows out of sight follow a little later than the rest.
    pub(crate) async fn see_rows_on_theme(&self, rows: usize, theme: &str) -> Result<()> {
        let titles = self.recount()?.titles_on_theme(theme);
        self.see_that(&format!("{rows} rows on {theme}"), async || {
            let shown = self.row_titles().await?;
            Ok(shown.len() == rows && shown.iter().all(|title| titles.contains(title)))
        })
        .await
    }

    /// How many cooperations an option of a group of filters would leave, as the page writes it.
    pub(crate) async fn option_count(&self, group: &str, name: &str) -> Result<String> {
        self.unfold(group, name).await?;
        let script = "const [group, name] = arguments;
            return nameOf(find('checkbox', name, find('group', group)[0])[0]).slice(name.length + 1)";
        self.ask(script, vec![json!(group), json!(name)]).await
    }

    /// Waits until an option would leave so many cooperations.
    pub(crate) async fn see_option_count(&self, group: &str, name: &str, count: usize) -> Result<()> {
        self.see(
            &format!("the number beside {name:?}"),
            count.to_string(),
            async || self.option_count(group, name).await,
        )
        .await
    }

    /// The suggestions of the search box.
    pub(crate) async fn suggestions(&self) -> Result<Vec<String>> {
        self.names("option").await
    }

    /// Waits for a suggestion by its beginning.
    pub(crate) async fn see_suggestion(&self, beginning: &str) -> Result<()> {
        self.see_that(&format!("the suggestion {beginning}"), async || {
            let found = self.suggestions().await?;
            Ok(found.iter().any(|one| one.starts_with(beginning)))
        })
        .await
    }

    /// The words of the chips of chosen filters.
    pub(crate) async fn chips(&self) -> Result<Vec<String>> {
        self.ask(
            "return [...document.querySelectorAll('ul[aria-label] button[aria-label]')].map(nameOf)",
            vec![],
        )
        .await
    }

    /// Waits for the chips.
    pub(crate) async fn see_chips(&self, chips: &[&str]) -> Result<()> {
        self.see("the chips", owned(chips), async || self.chips().await)
            .await
    }

    /// The text of the open detail panel, if one is open.
    pub(crate) async fn detail(&self) -> Result<Option<String>> {
        self.ask(
            "const heading = document.getElementById('detail-heading');
             return heading ? words(heading.closest('aside').innerText) : null",
            vec![],
        )
        .await
    }

    /// Waits until the detail panel says something.
    pub(crate) async fn see_in_detail(&self, words: &str) -> Result<()> {
        self.await_some(&format!("{words:?} in the details"), async || {
            Ok(self.detail().await?.filter(|text| text.contains(words)))
        })
        .await?;
        Ok(())
    }

    /// Waits until the heading of the detail panel is as expected.
    pub(crate) async fn see_detail(&self, heading: &str) -> Result<()> {
        self.see(
            "the heading of the details",
            Some(heading.to_owned()),
            async || {
                self.ask(
                    "const heading = document.getElementById('detail-heading');
                 return heading && words(heading.textContent)",
                    vec![],
                )
                .await
            },
        )
        .await
    }

    /// Waits until no detail panel is open.
    pub(crate) async fn see_no_detail(&self) -> Result<()> {
        self.see("the details", None, async || self.detail().await).await
    }

    /// The name of what has the focus.
    pub(crate) async fn focus(&self) -> Result<String> {
        self.ask("return nameOf(document.activeElement)", vec![]).await
    }

    /// Waits until the focus is on what has a name.
    pub(crate) async fn see_focus(&self, name: &str) -> Result<()> {
        self.see("what has the focus", name.to_owned(), async || self.focus().await)
            .await
    }

    /// Whether the focus is on a mark of the map.
    pub(crate) async fn focus_is_on_mark(&self) -> Result<bool> {
        self.ask(
            "const map = document.querySelector('[role=region][aria-describedby]');
             return document.activeElement !== map && map.contains(document.activeElement)",
            vec![],
        )
        .await
    }

    /// Waits until the canvases of world and connections hold a drawing; the third, for what is lit up, may be empty.
    pub(crate) async fn see_drawing(&self) -> Result<()> {
        self.see_that("world and connections are drawn", async || {
            let colours: Vec<usize> = self.ask(COLOURS, vec![]).await?;
            Ok(colours.len() == 3 && colours.iter().take(2).all(|colours| *colours > FEW_COLOURS))
        })
        .await
    }

    /// Waits until some text is anywhere on the page.
    pub(crate) async fn see_text(&self, text: &str) -> Result<()> {
        self.see_that(&format!("{text:?} stands on the page"), async || {
            self.ask(
                "return words(document.body.innerText).includes(arguments[0])",
                vec![json!(text)],
            )
            .await
        })
        .await
    }

    /// How far the page is scrolled, and the size of its content and of the window: top, width, room.
    pub(crate) async fn layout(&self) -> Result<Layout> {
        let [top, width, room]: [f64; 3] = self
            .ask(
                "const root = document.documentElement;
                 return [scrollY, root.scrollWidth, root.clientWidth]",
                vec![],
            )
            .await?;
        Ok(Layout { top, width, room })
    }

    /// Waits until the page is as wide as the window.
    pub(crate) async fn see_fitting_width(&self, state: &str) -> Result<()> {
        self.see(
            &format!("the width beyond the window: {state}"),
            Vec::new(),
            async || self.ask::<Vec<String>>(OVERHANGING, vec![]).await,
        )
        .await
    }
}

/// Where the page is scrolled to, and how wide it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Layout {
    /// Pixels above the window.
    pub(crate) top: f64,
    /// Width of the content.
    pub(crate) width: f64,
    /// Width of the window without scroll bars.
    pub(crate) room: f64,
}

/// The number of colours of each canvas on the map, in samples.
const COLOURS: &str = "return [...document.querySelectorAll('[role=region] canvas')].map((canvas) => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const pixels = new Uint32Array(data.buffer);
    const colours = new Set();
    for (let index = 0; index < pixels.length; index += 7) colours.add(pixels[index]);
    return colours.size;
})";

/// Elements that make the page wider than the window; none where it fits.
const OVERHANGING: &str = "const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter((element) =>
        element.getBoundingClientRect().right > root.clientWidth + 1 && !element.closest('[role=region]'));
    return [`page ${root.scrollWidth} > ${root.clientWidth}`,
        ...wide.slice(-5).map((element) => `${element.tagName} ${element.className}`)]";

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}
