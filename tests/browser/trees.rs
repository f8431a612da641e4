//! What a screen reader is told of every view: names, roles and states, as text that people read.
//!
//! Chromium's accessibility tree is compared with `trees/*.txt`; Firefox must give what can be used there the same
//! roles and names. Runs of like things are cut and numbers are left out, so that a tree changes with the page and
//! seldom with the dataset. With `CLUSTERATLAS_WRITE_TREES=1` Chromium writes the trees instead.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId};

use crate::browser::Kind;
use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    a_screen_reader_is_told_every_view_in_german,
    a_screen_reader_is_told_every_view_in_english.speaking("en"),
];

/// A view by the name of its tree, its link, and the button in both languages that opens what is told.
type View = (&'static str, &'static str, Option<[&'static str; 2]>);

const VIEWS: [View; 14] = [
    ("map", "", None),
    ("nothing", "#theme=security&country=MX", None),
    ("list", "#view=list&theme=photonics", None),
    ("matrix", "#view=matrix", None),
    ("figures", "#view=figures", None),
    ("brief", "#view=brief&sel=country:JP", None),
    ("cluster", "#sel=cluster:biosaxony", None),
    (
        "cooperation",
        "#view=list&sel=cooperation:strength-kolumbien-leipzig",
        None,
    ),
    ("story", "#story=gesundheit-in-kooperation.2", None),
    (
        "comparison",
        "#view=figures&country=JP&compare=country%3DBR",
        None,
    ),
    ("editors", "#view=editors", None),
    ("about", "", Some(["Über den Atlas", "About the atlas"])),
    ("share", "", Some(["Teilen", "Share"])),
    (
        "embed",
        "#embed=1&theme=photonics&controls=theme,period,search",
        None,
    ),
];

async fn a_screen_reader_is_told_every_view_in_german(page: &Page) -> Result<()> {
    tell_all(page, 0).await
}

async fn a_screen_reader_is_told_every_view_in_english(page: &Page) -> Result<()> {
    tell_all(page, 1).await
}

async fn tell_all(page: &Page, language: usize) -> Result<()> {
    let code = ["de", "en"][language];
    let mut different = Vec::new();
    for (name, fragment, button) in VIEWS {
        page.open(fragment).await?;
        if let Some(names) = button {
            page.press(names[language]).await?;
            page.see_that("the dialog", async || Ok(!page.names("dialog").await?.is_empty()))
                .await?;
        }
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join(format!("../../tests/browser/trees/{name}.{code}.txt"));
        let outcome = match page.browser.kind {
            Kind::Chromium => compare_tree(page, &path, fragment.is_empty() && button.is_none()).await,
            Kind::Firefox => compare_names(page, &path).await,
        };
        different.extend(outcome.err().map(|error| format!("{name}, {code}: {error:#}")));
    }
    ensure!(different.is_empty(), "{}", different.join("\n"));
    Ok(())
}

/// Landmarks that are the same in every view; the tree of the map tells them.
const FRAME: [&str; 4] = ["banner", "region \"Filter", "region \"Filters", "contentinfo"];

/// A tree without what another tree tells.
fn without_frame(told: &mut Told) {
    for child in &mut told.children {
        if FRAME.iter().any(|landmark| child.line.starts_with(landmark)) {
            child.children.clear();
            child.line.push_str(" …");
        }
        without_frame(child);
    }
}

/// Waits until Chromium's tree is the one that is kept, or keeps the one that there is.
async fn compare_tree(page: &Page, path: &PathBuf, is_first: bool) -> Result<()> {
    let writes = env::var_os("CLUSTERATLAS_WRITE_TREES").is_some();
    let kept = fs::read_to_string(path).unwrap_or_default();
    let (mut last, mut same) = (String::new(), 0);
    // A tree that has not changed for so many looks is told as it is.
    while same < 8 {
        let tree = tree(page, is_first).await?;
        if tree == kept && !writes {
            return Ok(());
        }
        same = if tree == last { same + 1 } else { 0 };
        last = tree;
        tokio::time::sleep(std::time::Duration::from_millis(250)).await;
    }
    if writes {
        fs::create_dir_all(path.parent().context("a path without a folder")?)?;
        return Ok(fs::write(path, last)?);
    }
    let [told, known] = [&last, &kept].map(|text| text.lines().collect::<BTreeSet<_>>());
    let (more, less): (Vec<_>, Vec<_>) = (
        last.lines()
            .filter(|line| !known.contains(line))
            .take(12)
            .collect(),
        kept.lines()
            .filter(|line| !told.contains(line))
            .take(12)
            .collect(),
    );
    bail!(
        "the tree has changed\n  + {}\n  - {}",
        more.join("\n  + "),
        less.join("\n  - ")
    )
}

/// A thing in the tree, and what it holds.
#[derive(Debug)]
struct Told {
    role: String,
    line: String,
    children: Vec<Told>,
}

impl Told {
    /// What a text says.
    fn words(&self) -> &str {
        self.line.trim_start_matches("text ").trim_matches('"')
    }
}

/// Roles that mean nothing by themselves.
const PLAIN: [&str; 8] = [
    "generic",
    "none",
    "InlineTextBox",
    "LineBreak",
    "ListMarker",
    "paragraph",
    "LabelText",
    "Legend",
];

/// States that tell how a thing is; those that are off are told only where they could be on.
const STATES: [&str; 13] = [
    "busy", "checked", "disabled", "expanded", "hasPopup", "invalid", "level", "live", "modal", "pressed",
    "readonly", "required", "selected",
];

/// The whole tree as text.
async fn tree(page: &Page, is_first: bool) -> Result<String> {
    let answer = page
        .browser
        .send_devtools("Accessibility.getFullAXTree", json!({}))
        .await?;
    let nodes = answer["nodes"].as_array().context("there is no tree")?;
    let by_id: BTreeMap<&str, &Value> = nodes
        .iter()
        .filter_map(|node| Some((node["nodeId"].as_str()?, node)))
        .collect();
    let root = nodes.first().context("the tree is empty")?;
    let mut text = String::new();
    for mut told in told(root, &by_id, "") {
        if !is_first {
            without_frame(&mut told);
        }
        write(&told, 0, &mut text);
    }
    Ok(text)
}

/// What a node tells: itself, or what it holds where it means nothing itself.
fn told(node: &Value, by_id: &BTreeMap<&str, &Value>, around: &str) -> Vec<Told> {
    let value = |field: &str| node[field]["value"].as_str().unwrap_or_default();
    let (role, name) = (value("role"), value("name").trim());
    let is_plain =
        node["ignored"] == true || (PLAIN.contains(&role) && name.is_empty()) || role == "InlineTextBox";
    let name = without_numbers(name);
    let children = |around: &str| -> Vec<Told> {
        let mut found: Vec<Told> = Vec::new();
        for id in node["childIds"].as_array().into_iter().flatten() {
            let child = id.as_str().and_then(|id| by_id.get(id));
            for one in child.into_iter().flat_map(|child| told(child, by_id, around)) {
                // Words of a label are the name of its field.
                let is_said = one.role == "text"
                    && found
                        .iter()
                        .rev()
                        .take(2)
                        .any(|before| before.line.contains(one.words()));
                if !is_said {
                    found.push(one);
                }
            }
        }
        found
    };
    if is_plain {
        return children(around);
    }
    if role == "StaticText" {
        // The name of what is around has said it.
        let is_said = name.is_empty() || around.contains(&name);
        let line = format!("text {}", quoted(&name));
        return if is_said {
            Vec::new()
        } else {
            vec![Told {
                role: "text".to_owned(),
                line,
                children: Vec::new(),
            }]
        };
    }
    let mut line = match role {
        "RootWebArea" => "page".to_owned(),
        // What was there before its name came; Chromium does not always look again.
        "generic" => "region".to_owned(),
        role => role.to_owned(),
    };
    if !name.is_empty() {
        line = format!("{line} {}", quoted(&name));
    }
    for (word, field) in [("value", "value"), ("description", "description")] {
        let text = match &node[field]["value"] {
            Value::String(text) => without_numbers(text),
            Value::Number(_) => "#".to_owned(),
            _ => String::new(),
        };
        if !text.is_empty() {
            line = format!("{line} {word}={}", quoted(&text));
        }
    }
    for property in node["properties"].as_array().into_iter().flatten() {
        let kind = property["name"].as_str().unwrap_or_default();
        let state = match &property["value"]["value"] {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let is_off = state == "false" && !["checked", "expanded", "pressed", "selected"].contains(&kind);
        if STATES.contains(&kind) && !is_off {
            line = format!("{line} {kind}={state}");
        }
    }
    let children = children(&name);
    vec![Told {
        role: role.to_owned(),
        line,
        children,
    }]
}

/// How many of a run of like things are told.
const TOLD_OF_RUN: usize = 2;

/// A run of like things is cut from so many on.
const LONG_RUN: usize = 8;

fn write(told: &Told, depth: usize, text: &mut String) {
    let indent = "  ".repeat(depth);
    text.push_str(&[&indent, told.line.as_str(), "\n"].concat());
    let mut rest = told.children.as_slice();
    while let Some(first) = rest.first() {
        let run = rest.iter().take_while(|one| one.role == first.role).count();
        let shown = if run >= LONG_RUN { TOLD_OF_RUN } else { run };
        for one in &rest[..shown] {
            write(one, depth + 1, text);
        }
        if shown < run {
            text.push_str(&[&indent, "  … more of ", &first.role, "\n"].concat());
        }
        rest = &rest[run..];
    }
}

/// `1.234 Kooperationen` as `# Kooperationen`.
fn without_numbers(text: &str) -> String {
    let mut out = String::new();
    let letters: Vec<char> = text
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .collect();
    for (at, &letter) in letters.iter().enumerate() {
        let between = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
        let parts = matches!(letter, '.' | ',') && at > 0 && between(at - 1) && between(at + 1);
        if !letter.is_ascii_digit() && !parts {
            out.push(letter);
        } else if !out.ends_with('#') {
            out.push('#');
        }
    }
    out
}

/// Long texts are told by their beginning.
fn quoted(text: &str) -> String {
    const LONG: usize = 100;
    if text.chars().count() <= LONG {
        return format!("\"{text}\"");
    }
    let beginning: String = text.chars().take(LONG).collect();
    format!("\"{beginning}…\"")
}

/// Asks the driver what the browser computes for an element.
#[derive(Debug)]
struct Computed<'a> {
    element: String,
    what: &'a str,
}

impl FormatRequestData for Computed<'_> {
    #[expect(
        clippy::default_trait_access,
        reason = "GET is the default, and its type no dependency of the tests"
    )]
    fn format_request(&self, session: &SessionId) -> RequestData {
        let Self { element, what } = self;
        RequestData::new(
            Default::default(),
            format!("/session/{session}/element/{element}/{what}"),
        )
    }
}

/// What can be used, as far as it is seen.
const USABLE: &str = "const open = document.querySelector('dialog[open]') ?? document;
    return [...open.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex=\"0\"]')]
        .filter(seen)";

/// Roles whose things can be used, and that both browsers call alike.
const USED: [&str; 9] = [
    "button",
    "checkbox",
    "combobox",
    "link",
    "radio",
    "searchbox",
    "slider",
    "tab",
    "textbox",
];

/// Fails where something that can be used has no name, or where a thing of the kept tree has another role or name in
/// Firefox.
async fn compare_names(page: &Page, path: &PathBuf) -> Result<()> {
    let kept = fs::read_to_string(path).with_context(|| format!("cannot read: {}", path.display()))?;
    let expected: BTreeSet<String> = kept
        .lines()
        .map(str::trim)
        .filter(|line| USED.iter().any(|role| line.starts_with(&format!("{role} \""))))
        .filter_map(|line| {
            Some(
                line.get(..=line.rfind('"')?)?
                    .split("\" value=")
                    .next()?
                    .split("\" description=")
                    .next()?
                    .trim_end_matches('"')
                    .to_owned(),
            )
        })
        .collect();
    let mut missing = expected.clone();
    let mut seen = BTreeSet::new();
    for _ in 0..20 {
        // What goes meanwhile is passed over.
        if let Ok(found) = used(page).await {
            seen = found;
        }
        missing = expected.difference(&seen).cloned().collect();
        let unnamed = seen.iter().any(|line| line.contains(NAMELESS));
        if missing.is_empty() && !unnamed {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(250)).await;
    }
    bail!("Firefox does not know {missing:#?} but {seen:#?}")
}

/// What stands for the name of what has none.
const NAMELESS: &str = "without a name";

/// Role and name of everything that can be used, as the browser computes them.
async fn used(page: &Page) -> Result<BTreeSet<String>> {
    let script = format!("{}{USABLE}", crate::page::FINDER);
    let session = &page.browser.session;
    let elements = session.execute(&script, Vec::<Value>::new()).await?.elements()?;
    let mut told = BTreeSet::new();
    for element in elements {
        let mut computed = Vec::new();
        for what in ["computedrole", "computedlabel"] {
            let element = element.element_id().to_string();
            let answer = session.cmd(Computed { element, what }).await?;
            computed.push(answer.value::<String>()?);
        }
        let [role, name] = computed.as_slice() else {
            continue;
        };
        let name = match without_numbers(name).trim() {
            "" => format!("{NAMELESS}: {}", element.outer_html().await?),
            // To a name of a field for files Firefox adds its own words: those of its button and what is chosen.
            name if element.attr("type").await?.as_deref() == Some("file") => {
                name.split(" Browse…").next().unwrap_or_default().to_owned()
            }
            name => name.to_owned(),
        };
        told.insert(
            format!("{role} {}", quoted(&name))
                .trim_end_matches('"')
                .to_owned(),
        );
    }
    Ok(told)
}
