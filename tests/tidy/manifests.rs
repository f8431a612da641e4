//! The arrows between crates, as their manifests draw them.

use crate::finding::{Finding, check};
use crate::tree;

/// A manifest and the crates of this workspace that it may use.
const ARROWS: [(&str, &[&str]); 6] = [
    ("src/core/Cargo.toml", &[]),
    ("src/editorial/Cargo.toml", &["clusteratlas-core"]),
    (
        "src/builder/Cargo.toml",
        &["clusteratlas-core", "clusteratlas-editorial"],
    ),
    // The builder only in its tests: what the workbench is opened with is what that publishes.
    (
        "src/workbench/Cargo.toml",
        &[
            "clusteratlas-core",
            "clusteratlas-editorial",
            "clusteratlas-builder",
        ],
    ),
    (
        "src/xtask/Cargo.toml",
        &[
            "clusteratlas-core",
            "clusteratlas-editorial",
            "clusteratlas-builder",
        ],
    ),
    ("Cargo.toml", &["clusteratlas-core"]),
];

/// Programs for browsers.
const PROGRAMS: [&str; 2] = ["Cargo.toml", "src/workbench/Cargo.toml"];

/// What only works in a browser, or draws pages, stays out of the crates that are tested without one.
const BROWSER_ONLY: [&str; 7] = [
    "gloo-net",
    "js-sys",
    "leaflet",
    "leptos",
    "wasm-bindgen",
    "wasm-bindgen-futures",
    "web-sys",
];

#[test]
fn crates_use_only_those_below_them() {
    let findings: Vec<Finding> = ARROWS
        .into_iter()
        .flat_map(|(path, allowed)| match tree::text(path) {
            Ok(text) => findings(path, &text, allowed),
            Err(finding) => vec![finding],
        })
        .collect();
    check(&findings);
}

#[test]
fn every_crate_has_its_arrows() {
    let drawn = |name: &String| {
        ARROWS
            .iter()
            .any(|(path, _)| *path == format!("src/{name}/Cargo.toml"))
    };
    let findings: Vec<Finding> = tree::folders("src")
        .iter()
        .filter(|name| tree::exists(&format!("src/{name}/Cargo.toml")) && !drawn(name))
        .map(|name| {
            Finding::about(
                &format!("src/{name}"),
                "draw the crate's arrows in tests/tidy/manifests.rs",
            )
        })
        .collect();
    check(&findings);
}

fn findings(path: &str, manifest: &str, allowed: &[&str]) -> Vec<Finding> {
    let foreign = |name: &str| !name.starts_with("clusteratlas") && name != "xtask";
    dependencies(manifest)
        .into_iter()
        .filter(|(_, name)| !allowed.contains(&name.as_str()))
        .filter(|(_, name)| {
            !foreign(name) || !PROGRAMS.contains(&path) && BROWSER_ONLY.contains(&name.as_str())
        })
        .map(|(line, name)| {
            let advice =
                format!("may not depend on `{name}`; see the direction of dependencies in the README");
            Finding::on_line(path, line, advice)
        })
        .collect()
}

/// Every dependency that a package's manifest states, of whatever kind and for whatever target.
fn dependencies(manifest: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut in_list = false;
    for (index, line) in manifest.lines().enumerate() {
        let line = line.trim();
        if let Some(section) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            // The workspace's table gives versions and makes nobody depend on anything.
            let of_package = !section.starts_with("workspace");
            in_list = of_package && section.ends_with("dependencies");
            if let Some((_, name)) = section.rsplit_once("dependencies.").filter(|_| of_package) {
                found.push((index, name.to_owned()));
            }
        } else if in_list && !line.is_empty() && !line.starts_with('#') {
            let name = line.split(['.', '=', ' ']).next().unwrap_or_default();
            found.push((index, name.to_owned()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forbidden_dependency_is_found_in_every_kind_of_table() {
        let cases = [
            (
                0,
                "[dependencies]\nserde.workspace = true\n",
                "foreign and harmless",
            ),
            (1, "[dependencies]\nclusteratlas.workspace = true\n", "upwards"),
            (
                1,
                "[dev-dependencies]\nxtask = { path = \"../xtask\" }\n",
                "for tests",
            ),
            (
                1,
                "[dependencies.web-sys]\nworkspace = true\n",
                "a table of its own",
            ),
            (
                1,
                "[target.'cfg(unix)'.dependencies]\nleptos = \"0.8\"\n",
                "for a target",
            ),
            (
                0,
                "[workspace.dependencies]\nleptos = \"0.8\"\n",
                "the list of versions",
            ),
            (0, "[features]\nleptos = []\n", "another table"),
        ];
        for (expected, manifest, note) in cases {
            assert_eq!(
                findings("src/core/Cargo.toml", manifest, &[]).len(),
                expected,
                "{note}"
            );
        }
    }
}
