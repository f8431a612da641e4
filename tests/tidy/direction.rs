//! The arrows between modules: who may use whom inside the core and inside the application.

use std::collections::{BTreeMap, BTreeSet};

use crate::code::{is_word, name_at, without_comments};
use crate::finding::{Finding, check};
use crate::tree::{Source, each};

/// A module and those that it may use directly; what these may use it may use too.
type Arrows<'a> = &'a [(&'a str, &'a [&'a str])];

const CORE: Arrows = &[
    ("codes", &[]),
    ("order", &[]),
    ("decimal", &[]),
    ("fold", &[]),
    ("markup", &[]),
    ("geo", &["decimal", "order"]),
    ("domain", &["geo"]),
    ("dataset", &["domain"]),
    ("query", &["codes", "fold", "dataset"]),
    ("locale", &["domain", "workbench"]),
    ("naming", &["dataset", "query", "locale"]),
    ("description", &["naming"]),
    ("search", &["dataset", "domain", "fold", "order", "query"]),
    ("scene", &["query", "locale"]),
    (
        "permalink",
        &["codes", "decimal", "geo", "domain", "query", "locale"],
    ),
    ("embedding", &["markup", "permalink"]),
    ("brief", &["order", "dataset", "query"]),
    ("stories", &["dataset", "query"]),
    ("tiles", &[]),
    ("workbench", &["domain"]),
    (
        "chart",
        &["decimal", "order", "geo", "dataset", "query", "locale"],
    ),
    (
        "export",
        &[
            "decimal",
            "dataset",
            "query",
            "locale",
            "scene",
            "chart",
            "order",
            "markup",
            "workbench",
        ],
    ),
];

const APP: Arrows = &[
    ("browser", &[]),
    ("store", &[]),
    ("map", &["store", "browser"]),
    ("views", &["store", "browser"]),
    ("shell", &["map", "views", "store", "browser"]),
];

#[test]
fn modules_of_the_core_use_only_those_below_them() {
    check(&each("src/core", &["rs"], |source| {
        findings("src/core", source, CORE)
    }));
}

#[test]
fn modules_of_the_application_use_only_those_below_them() {
    check(&each("src/app", &["rs"], |source| {
        findings("src/app", source, APP)
    }));
}

fn findings(crate_folder: &str, source: &Source, arrows: Arrows) -> Vec<Finding> {
    let inner = source
        .path
        .trim_start_matches(crate_folder)
        .trim_start_matches('/');
    let module = inner.split(['/', '.']).next().unwrap_or_default();
    // The root files put the modules together and may use them all.
    if matches!(inner, "lib.rs" | "main.rs") {
        return Vec::new();
    }
    let Some(allowed) = closure(arrows).remove(module) else {
        let advice =
            format!("draw the arrows of `{module}` in tests/tidy/direction.rs and in the crate's docs");
        return vec![Finding::about(&source.path, advice)];
    };
    let at_top =
        inner.matches('/').count() == 0 || inner.ends_with("/mod.rs") && inner.matches('/').count() == 1;
    references(&without_comments(&source.text), at_top)
        .into_iter()
        .filter(|(_, used)| arrows.iter().any(|(name, _)| name == used))
        .filter(|(_, used)| used != module && !allowed.contains(used.as_str()))
        .map(|(line, used)| {
            let advice = format!("`{module}` may not use `{used}`; move the shared part below both");
            Finding::on_line(&source.path, line, advice)
        })
        .collect()
}

fn closure<'a>(arrows: Arrows<'a>) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let direct: BTreeMap<&str, &[&str]> = arrows.iter().copied().collect();
    let reachable = |name: &'a str| {
        let mut open: Vec<&str> = direct.get(name).copied().unwrap_or_default().to_vec();
        let mut seen = BTreeSet::new();
        while let Some(next) = open.pop() {
            if seen.insert(next) {
                open.extend(direct.get(next).copied().unwrap_or_default());
            }
        }
        seen
    };
    direct.keys().map(|name| (*name, reachable(name))).collect()
}

/// Every module at the crate's top that the code names, with the line it does so in.
fn references(code: &str, at_top: bool) -> Vec<(usize, String)> {
    // Two steps up from a second-level file, and one from a first-level one, arrive at the crate as well.
    let roots = if at_top {
        ["crate::", "super::"]
    } else {
        ["crate::", "super::super::"]
    };
    let mut found = Vec::new();
    for root in roots {
        for (index, _) in code.match_indices(root) {
            let (before, rest) = code.split_at(index);
            if before.ends_with(is_word) || before.ends_with("::") {
                continue;
            }
            let line = before.matches('\n').count();
            let rest = rest.trim_start_matches(root).trim_start();
            match rest.strip_prefix('{') {
                Some(group) => found.extend(names_of_group(group).into_iter().map(|name| (line, name))),
                None => found.push((line, name_at(rest).to_owned())),
            }
        }
    }
    found
}

/// The first names in `a::b, c::{d, e}}…`, up to the brace that closes the group.
fn names_of_group(group: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut depth = 0;
    let mut expects_name = true;
    for (index, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => expects_name = true,
            _ if depth == 0 && expects_name && is_word(character) => {
                names.push(name_at(group.get(index..).unwrap_or_default()).to_owned());
                expects_name = false;
            }
            _ => {}
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(path: &str, text: &str) -> usize {
        let source = Source {
            path: path.to_owned(),
            text: text.to_owned(),
        };
        findings("src/core", &source, CORE).len()
    }

    #[test]
    fn an_arrow_against_the_direction_is_found() {
        let cases = [
            (
                0,
                "src/core/scene/mod.rs",
                "use crate::geo::bounds::LatLonBounds;",
                "further down",
            ),
            (1, "src/core/geo/bounds.rs", "use crate::scene::Scene;", "upwards"),
            (
                1,
                "src/core/domain/id.rs",
                "fn f() -> crate::dataset::Dataset {}",
                "inline",
            ),
            (
                1,
                "src/core/geo/bounds.rs",
                "use crate::{geo::lat_lon, query::{filter, sort}};",
                "in a group",
            ),
            (
                1,
                "src/core/geo/mod.rs",
                "use super::scene::Scene;",
                "one step up",
            ),
            (
                1,
                "src/core/geo/bounds.rs",
                "use super::super::scene::Scene;",
                "two steps up",
            ),
            (
                0,
                "src/core/geo/bounds.rs",
                "//! [`crate::scene`] uses it",
                "in a comment",
            ),
            (0, "src/core/lib.rs", "pub use crate::scene::Scene;", "the root"),
            (
                1,
                "src/core/locale/format.rs",
                "use crate::query::filter::Query;",
                "sideways",
            ),
            (1, "src/core/painting/mod.rs", "", "an unknown module"),
        ];
        for (expected, path, text, note) in cases {
            assert_eq!(count(path, text), expected, "{note}");
        }
    }
}
