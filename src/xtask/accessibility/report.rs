//! `target/accessibility.html`: every rule with the tests that prove it and what came of them in this run, what the
//! engines and Lighthouse say, and the known limits.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result, ensure};
use clusteratlas_builder::escaped;
use clusteratlas_core::domain::localized::Language;

use super::outcomes::{Outcome, Outcomes};
use super::rules::{Rule, Rules};
use super::statement::{self, Findings, Undecided};
use super::{known, lighthouse};
use crate::project::Project;
use crate::say;

/// The report, in `target/`.
const FILE: &str = "target/accessibility.html";

const STYLE: &str = "\
:root { color-scheme: light dark; }
body { max-width: 80rem; margin: 0 auto; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; }
h1, h2 { line-height: 1.25; }
h2 { margin-top: 2.5rem; }
.frame { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
caption { padding: 0.5rem 0; text-align: start; font-weight: bold; }
th, td { padding: 0.375rem 0.5rem; border: 1px solid GrayText; text-align: start; vertical-align: top; }
td p, td ul { margin: 0; }
ul { padding-inline-start: 1.25rem; }
code { overflow-wrap: anywhere; }
.failed { font-weight: bold; }
";

/// How a rule stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Proven,
    Failed,
    NotRun,
}

impl Standing {
    const fn words(self) -> &'static str {
        match self {
            Self::Proven => "proven",
            Self::Failed => "failed",
            Self::NotRun => "not run",
        }
    }

    /// Every proof must have passed wherever it ran.
    fn of(rule: &Rule, outcomes: &Outcomes) -> Self {
        let mut runs = rule.proofs.iter().map(|proof| outcomes.of(proof));
        if runs.clone().flatten().any(|outcome| !outcome.passed) {
            Self::Failed
        } else if runs.any(<[Outcome]>::is_empty) {
            Self::NotRun
        } else {
            Self::Proven
        }
    }
}

/// Writes the report of what this run has left; fails where a rule is not proven.
pub(crate) fn write(project: &Project) -> Result<()> {
    let rules = Rules::read(project)?.rules;
    let outcomes = Outcomes::read(project)?;
    let standings: Vec<Standing> = rules.iter().map(|rule| Standing::of(rule, &outcomes)).collect();
    let html = page(&[
        summary(&standings),
        section("Rules", &rules_table(&rules, &standings, &outcomes)),
        section("Engines", &engines(&statement::findings(project)?)),
        section("Lighthouse", &scores(project)?),
        section("Known limits", &limits(project, &outcomes)?),
    ]);
    let path = project.root().join(FILE);
    fs::write(&path, html).with_context(|| format!("cannot write: {}", path.display()))?;
    say::line(format_args!("{FILE} is written"));
    let open: Vec<String> = rules
        .iter()
        .zip(&standings)
        .filter(|(_, standing)| **standing != Standing::Proven)
        .map(|(rule, standing)| format!("{}: {}", rule.id, standing.words()))
        .collect();
    ensure!(open.is_empty(), "rules that are not proven\n{}", open.join("\n"));
    Ok(())
}

fn page(parts: &[String]) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Accessibility of the Clusteratlas: rules and proofs</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <main>\n<h1>Accessibility of the Clusteratlas: rules and proofs</h1>\n{}</main>\n</body>\n</html>\n",
        parts.concat()
    )
}

fn summary(standings: &[Standing]) -> String {
    let count = |standing| standings.iter().filter(|own| **own == standing).count();
    format!(
        "<p>{} rules: {} proven, {} failed, {} not run. A rule is proven when every test named for it has passed \
         wherever it ran.</p>\n",
        standings.len(),
        count(Standing::Proven),
        count(Standing::Failed),
        count(Standing::NotRun)
    )
}

fn section(heading: &str, content: &str) -> String {
    format!("<h2>{heading}</h2>\n{content}")
}

fn rules_table(rules: &[Rule], standings: &[Standing], outcomes: &Outcomes) -> String {
    let rows = rules.iter().zip(standings).map(|(rule, standing)| {
        let proofs = rule.proofs.iter().map(|proof| {
            let runs = runs(outcomes.of(proof));
            format!("<li><code>{}</code>: {runs}</li>", escaped(proof))
        });
        let proofs = proofs.collect::<Vec<_>>().concat();
        vec![
            escaped(&rule.id),
            escaped(&rule.asks),
            format!("<ul>{proofs}</ul>"),
            marked(standing.words(), *standing == Standing::Proven),
        ]
    });
    table(
        "Rules, what proves them, and what came of it",
        &["Rule", "What it asks", "Tests", "Outcome"],
        rows,
    )
}

/// Where a test has run, and what came of it.
fn runs(outcomes: &[Outcome]) -> String {
    if outcomes.is_empty() {
        return "not run".to_owned();
    }
    let run = |outcome: &Outcome| {
        let words = if outcome.passed { "passed" } else { "failed" };
        let mut text = format!("{} {}", escaped(&outcome.place), marked(words, outcome.passed));
        if let Some(seconds) = outcome.seconds {
            // Writing to a string cannot fail.
            let _infallible = write!(text, " ({seconds:.1} s)");
        }
        text
    };
    outcomes.iter().map(run).collect::<Vec<_>>().join(", ")
}

fn marked(words: &str, good: bool) -> String {
    if good {
        words.to_owned()
    } else {
        format!("<span class=\"failed\">{words}</span>")
    }
}

fn engines(findings: &[Findings]) -> String {
    if findings.is_empty() {
        return "<p>The engines have left no figures in this run.</p>\n".to_owned();
    }
    let rows = findings.iter().flat_map(|found| {
        found.engines.iter().map(|(package, version)| {
            let form = if found.thorough {
                "every reader"
            } else {
                "a share of the readers"
            };
            let wrong = found.problems.len();
            vec![
                format!("{} {}", escaped(package), escaped(version)),
                escaped(&found.browser),
                format!("{}, for {form}", found.states()),
                found.runs.len().to_string(),
                marked(&wrong.to_string(), wrong == 0),
                undecided(found.undecided(package)),
            ]
        })
    });
    let passed: BTreeSet<&String> = findings.iter().flat_map(|found| found.passed.keys()).collect();
    table(
        "What the engines found; violations are those of both",
        &[
            "Engine",
            "Browser",
            "States",
            "Runs",
            "Violations",
            "Items left open, and how they were decided",
        ],
        rows,
    ) + &format!(
        "<p>{} rules of axe-core were passed by something.</p>\n",
        passed.len()
    )
}

fn undecided(undecided: &Undecided) -> String {
    let items = undecided.iter().map(|(rule, ways)| {
        let ways: Vec<String> = ways
            .iter()
            .filter(|(_, number)| **number > 0)
            .map(|(way, number)| format!("{number} {}", escaped(way)))
            .collect();
        format!("<li><code>{}</code>: {}</li>", escaped(rule), ways.join(", "))
    });
    let items = items.collect::<Vec<_>>().concat();
    if items.is_empty() {
        return "none".to_owned();
    }
    format!("<ul>{items}</ul>")
}

fn scores(project: &Project) -> Result<String> {
    let scores = lighthouse::scores(project)?;
    if scores.is_empty() {
        return Ok("<p>Lighthouse runs with <code>cargo xtask test --accessibility</code>.</p>\n".to_owned());
    }
    let rows = scores.iter().map(|run| {
        let scores = run.scores.iter();
        let scores = scores.map(|(_, score)| marked(&format!("{score:.0}"), *score >= 100.0));
        std::iter::once(escaped(&run.name)).chain(scores).collect()
    });
    Ok(table(
        "Scores of Lighthouse",
        &["Page and device", "Accessibility", "Best practices", "SEO"],
        rows,
    ))
}

fn limits(project: &Project, outcomes: &Outcomes) -> Result<String> {
    let known = known(project)?;
    let rows = known.limits.iter().map(|limit| {
        vec![
            escaped(limit.what(Language::English)),
            escaped(limit.reason(Language::English)),
            escaped(limit.alternative(Language::English)),
            format!(
                "<code>{}</code>: {}",
                escaped(&limit.test),
                runs(outcomes.of(&limit.test))
            ),
        ]
    });
    Ok(table(
        "What is not accessible, and the test that shows it",
        &["What", "Reason", "Alternative", "Test"],
        rows,
    ))
}

/// A table that can be scrolled sideways by keyboard too; the first cell of each row is its head.
fn table(caption: &str, columns: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let columns = columns
        .iter()
        .map(|name| format!("<th scope=\"col\">{name}</th>"));
    let columns = columns.collect::<Vec<_>>().concat();
    let mut body = String::new();
    for row in rows {
        let cells = row.iter().enumerate().map(|(position, cell)| match position {
            0 => format!("<th scope=\"row\">{cell}</th>"),
            _ => format!("<td>{cell}</td>"),
        });
        // Writing to a string cannot fail.
        let _infallible = writeln!(body, "<tr>{}</tr>", cells.collect::<Vec<_>>().concat());
    }
    format!(
        "<div class=\"frame\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\">\n<table>\n<caption>{caption}</caption>\n\
         <thead><tr>{columns}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n</div>\n"
    )
}
