//! Lighthouse on the finished site, served with its own headers: the whole page and the compact form, as on a desk and
//! on a phone, each with 100 of 100.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::Value;
use xtask::server::Server;

use crate::project::Project;
use crate::task::Task;

/// What is asked for, as Lighthouse calls it.
const CATEGORIES: [&str; 3] = ["accessibility", "best-practices", "seo"];

/// What is looked at: a name, and the fragment of its address.
const PAGES: [(&str, &str); 2] = [("whole", ""), ("embed", "#embed=1")];

/// As what it is looked at: a name, and what is said to Lighthouse.
const DEVICES: [(&str, &[&str]); 2] = [("desktop", &["--preset=desktop"]), ("mobile", &[])];

const CHROMIUM_FLAGS: &str = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run";

/// A run of Lighthouse.
#[derive(Debug)]
pub(crate) struct Run {
    /// Page and device: `embed-mobile`.
    pub(crate) name: String,
    /// Score of each category, from 0 to 100.
    pub(crate) scores: Vec<(String, f64)>,
    /// What keeps a score from 100.
    missed: Vec<String>,
}

#[derive(Deserialize)]
struct Report {
    categories: serde_json::Map<String, Value>,
    audits: serde_json::Map<String, Value>,
}

/// Where the reports are kept.
pub(crate) fn folder(project: &Project) -> PathBuf {
    project.scratch().join("lighthouse")
}

/// Runs all; fails where a score is missed, with what misses it.
pub(crate) fn run(project: &Project, chromium: &Path) -> Result<()> {
    let folder = folder(project);
    fs::create_dir_all(&folder).with_context(|| format!("cannot create: {}", folder.display()))?;
    let server = Server::start(&project.dist(), 0).context("cannot serve the site")?;
    for (page, fragment) in PAGES {
        for (device, arguments) in DEVICES {
            let name = format!("{page}-{device}");
            let address = format!("{}{fragment}", server.url());
            task(project, chromium, &name, &address, arguments).run()?;
        }
    }
    let missed: Vec<String> = scores(project)?
        .iter()
        .flat_map(|scores| {
            let line = |missed: &String| format!("{}: {missed}", scores.name);
            scores.missed.iter().map(line).collect::<Vec<_>>()
        })
        .collect();
    ensure!(missed.is_empty(), "Lighthouse misses 100\n{}", missed.join("\n"));
    Ok(())
}

fn task(project: &Project, chromium: &Path, name: &str, address: &str, arguments: &[&str]) -> Task {
    let cli = project.packages().join("lighthouse").join("cli").join("index.js");
    let output = folder(project).join(format!("{name}.json"));
    let own = [
        cli.display().to_string(),
        address.to_owned(),
        "--quiet".to_owned(),
        "--output=json".to_owned(),
        format!("--output-path={}", output.display()),
        format!("--only-categories={}", CATEGORIES.join(",")),
        format!("--chrome-flags={CHROMIUM_FLAGS}"),
    ];
    let more = arguments.iter().map(|argument| (*argument).to_owned());
    Task::new(
        project,
        &format!("Lighthouse {name}"),
        "node",
        own.into_iter().chain(more),
    )
    .variable("CHROME_PATH", chromium)
    .advice("run the command above, which writes its report beside the others")
}

/// The scores of all reports, in the order of their names; none where Lighthouse has not run.
pub(crate) fn scores(project: &Project) -> Result<Vec<Run>> {
    let folder = folder(project);
    let mut found = Vec::new();
    for (page, _) in PAGES {
        for (device, _) in DEVICES {
            let name = format!("{page}-{device}");
            let path = folder.join(format!("{name}.json"));
            if path.exists() {
                let text =
                    fs::read_to_string(&path).with_context(|| format!("cannot read: {}", path.display()))?;
                found.push(of(name, &text).with_context(|| path.display().to_string())?);
            }
        }
    }
    Ok(found)
}

fn of(name: String, report: &str) -> Result<Run> {
    let report: Report = serde_json::from_str(report)?;
    let mut found = Run {
        name,
        scores: Vec::new(),
        missed: Vec::new(),
    };
    for id in CATEGORIES {
        let category = report.categories.get(id).with_context(|| format!("no {id}"))?;
        let score = category.get("score").and_then(Value::as_f64).unwrap_or_default() * 100.0;
        found.scores.push((id.to_owned(), score));
        if score < 100.0 {
            found.missed.push(format!("{id} {score:.0}"));
            let parts = category.get("auditRefs").and_then(Value::as_array);
            for part in parts.into_iter().flatten() {
                let counts = part.get("weight").and_then(Value::as_f64) > Some(0.0);
                let audit = part.get("id").and_then(Value::as_str).unwrap_or_default();
                let score = report.audits.get(audit).and_then(|audit| audit.get("score"));
                if counts && score.and_then(Value::as_f64).is_some_and(|score| score < 1.0) {
                    found.missed.push(format!("  {audit}"));
                }
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_keeps_a_score_from_a_hundred_is_named() -> Result<()> {
        let part = |score: f64| {
            serde_json::json!({ "score": score, "auditRefs": [
                { "id": "good", "weight": 1 }, { "id": "bad", "weight": 1 }, { "id": "bad-without-weight", "weight": 0 },
            ] })
        };
        let report = serde_json::json!({
            "categories": { "accessibility": part(1.0), "best-practices": part(0.5), "seo": part(1.0) },
            "audits": { "good": { "score": 1 }, "bad": { "score": 0 }, "bad-without-weight": { "score": 0 } },
        });
        let scores = of("a".to_owned(), &report.to_string())?;
        assert_eq!(scores.missed, ["best-practices 50", "  bad"]);
        Ok(())
    }
}
