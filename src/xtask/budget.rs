//! The size budget: what a visitor downloads stays below the limits of `tests/budget.json`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::files;
use crate::project::Project;
use crate::say;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    files: BTreeMap<String, Limit>,
    first_page: FirstPage,
}

/// The most bytes that a file may have.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Limit {
    raw: u64,
    brotli: u64,
}

/// What is downloaded before the first map shows: `index.html`, all that it names, and these files.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FirstPage {
    also: Vec<String>,
    brotli: u64,
}

/// A line of the table.
#[derive(Debug, PartialEq, Eq)]
struct Row {
    name: String,
    unit: &'static str,
    bytes: u64,
    limit: u64,
}

impl Row {
    fn kept(&self) -> bool {
        self.bytes <= self.limit
    }
}

/// Prints the table and fails when a limit is passed.
pub(crate) fn check(project: &Project) -> Result<()> {
    let path = project.root().join("tests").join("budget.json");
    let text = fs::read_to_string(&path).with_context(|| format!("cannot read: {}", path.display()))?;
    let budget: Budget =
        serde_json::from_str(&text).with_context(|| format!("cannot understand: {}", path.display()))?;
    let rows = rows(&budget, &project.dist())?;
    for row in &rows {
        let Row {
            name,
            unit,
            bytes,
            limit,
        } = row;
        let (bytes, limit) = (say::size(*bytes), say::size(*limit));
        say::line(format_args!(
            "  {} {bytes:>10} of {limit:>10} {unit:<7} {name}",
            say::mark(row.kept())
        ));
    }
    let over: Vec<&str> = rows
        .iter()
        .filter(|row| !row.kept())
        .map(|row| row.name.as_str())
        .collect();
    ensure!(
        over.is_empty(),
        "over budget: {}; make it smaller, or raise tests/budget.json with a reason",
        over.join(", ")
    );
    Ok(())
}

fn rows(budget: &Budget, dist: &Path) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (pattern, limit) in &budget.files {
        let name = &found(dist, pattern)?;
        rows.push(Row {
            name: name.clone(),
            unit: "raw",
            bytes: raw(dist, name)?,
            limit: limit.raw,
        });
        rows.push(Row {
            name: name.clone(),
            unit: "brotli",
            bytes: brotli(dist, name)?,
            limit: limit.brotli,
        });
    }
    let page = fs::read_to_string(dist.join("index.html")).context("cannot read: dist/index.html")?;
    let mut names = vec!["index.html".to_owned()];
    names.extend(
        named_in(&page)
            .into_iter()
            .filter(|name| dist.join(name).is_file()),
    );
    for pattern in &budget.first_page.also {
        names.push(found(dist, pattern)?);
    }
    names.sort();
    names.dedup();
    let mut total = 0;
    for name in &names {
        total += brotli(dist, name)?;
    }
    let name = format!("first page ({} files)", names.len());
    rows.push(Row {
        name,
        unit: "brotli",
        bytes: total,
        limit: budget.first_page.brotli,
    });
    Ok(rows)
}

/// The name of the file that a name of the budget means: an asterisk stands for what tells the content.
fn found(dist: &Path, pattern: &str) -> Result<String> {
    let Some((before, after)) = pattern.split_once('*') else {
        return Ok(pattern.to_owned());
    };
    let names = files::below(dist)?;
    let mut matching = names
        .iter()
        .map(|path| files::relative(path, dist))
        .filter(|name| name.starts_with(before) && name.ends_with(after));
    let name = matching
        .next()
        .with_context(|| format!("the budget names what dist/ lacks: {pattern}"))?;
    ensure!(
        matching.next().is_none(),
        "the budget means several files: {pattern}"
    );
    Ok(name)
}

fn raw(dist: &Path, name: &str) -> Result<u64> {
    let metadata = fs::metadata(dist.join(name))
        .with_context(|| format!("the budget names what dist/ lacks: {name}"))?;
    Ok(metadata.len())
}

/// The size of the compressed copy, or of the file itself where a copy was not worth it.
fn brotli(dist: &Path, name: &str) -> Result<u64> {
    let copy = dist.join(format!("{name}.br"));
    if copy.is_file() {
        Ok(fs::metadata(copy)?.len())
    } else {
        raw(dist, name)
    }
}

/// The scripts and style sheets that a page asks for at once.
fn named_in(page: &str) -> Vec<String> {
    let attributes = page.split([' ', '>']);
    // What is named elsewhere is asked for later.
    let addresses =
        attributes.filter_map(|part| part.strip_prefix("href=").or_else(|| part.strip_prefix("src=")));
    addresses
        .map(|address| address.trim_matches(['"', '\'']))
        .filter(|address| {
            let extension = Path::new(address).extension();
            extension.is_some_and(|found| found == "js" || found == "css")
        })
        .map(|address| address.trim_start_matches("./").to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_page_is_what_the_document_names_and_what_the_budget_adds() -> Result<()> {
        let dist = tempfile::tempdir()?;
        let page = r#"<html data-later-style="d.css"><link rel="stylesheet" href="./a.css"><script src="b.js" defer></script><a href="later.html">"#;
        for (name, content) in [
            ("index.html", page),
            ("a.css", "1234"),
            ("a.css.br", "12"),
            ("b.js", "123"),
            ("d.json", "1"),
            ("d.css", "12345"),
        ] {
            fs::write(dist.path().join(name), content)?;
        }
        let budget: Budget = serde_json::from_str(
            r#"{"files":{"a.css":{"raw":4,"brotli":1}},"first_page":{"also":["d.json"],"brotli":1000}}"#,
        )?;
        let rows = rows(&budget, dist.path())?;
        let kept: Vec<bool> = rows.iter().map(Row::kept).collect();
        assert_eq!(kept, [true, false, true]);
        assert_eq!(
            rows.last().map(|row| row.bytes),
            Some(page.len() as u64 + 2 + 3 + 1)
        );
        Ok(())
    }

    #[test]
    fn an_asterisk_stands_for_the_content() -> Result<()> {
        let dist = tempfile::tempdir()?;
        assert!(found(dist.path(), "later-*.wasm").is_err());
        for name in ["later-12.wasm", "later-12.wasm.br", "first.wasm"] {
            fs::write(dist.path().join(name), "")?;
        }
        assert_eq!(found(dist.path(), "later-*.wasm")?, "later-12.wasm");
        assert_eq!(found(dist.path(), "first.wasm")?, "first.wasm");
        Ok(())
    }

    #[test]
    fn a_file_that_is_gone_is_a_failure() {
        let dist = tempfile::tempdir().unwrap();
        assert!(raw(dist.path(), "missing.js").is_err());
    }
}
