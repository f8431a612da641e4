//! Views and style sheets come in pairs.

use std::collections::BTreeSet;

use crate::finding::{Finding, check};
use crate::tree;

const VIEWS: &str = "src/app/views";
const SHEETS: &str = "style/views";

#[test]
fn every_view_has_its_style_sheet_and_the_reverse() {
    let (views, sheets) = match (modules(VIEWS), tree::sources(SHEETS, &["css"])) {
        (Ok(views), Ok(sheets)) => (
            views,
            sheets.iter().map(|sheet| sheet.stem().to_owned()).collect(),
        ),
        (Err(finding), _) | (_, Err(finding)) => return check(&[finding]),
    };
    // Parts are shared by views: they may have a sheet and need none.
    let parts = modules("src/app/views/parts").unwrap_or_default();
    check(&unpaired(&views, &parts, &sheets));
}

fn unpaired(views: &BTreeSet<String>, parts: &BTreeSet<String>, sheets: &BTreeSet<String>) -> Vec<Finding> {
    let bare = views
        .iter()
        .filter(|view| !sheets.contains(&kebab(view)))
        .map(|view| {
            Finding::about(
                &format!("{VIEWS}/{view}.rs"),
                format!("add {SHEETS}/{}.css and list it in index.html", kebab(view)),
            )
        });
    let stray = sheets
        .iter()
        .filter(|sheet| !views.iter().chain(parts).any(|view| kebab(view) == **sheet))
        .map(|sheet| {
            Finding::about(
                &format!("{SHEETS}/{sheet}.css"),
                format!("no file in {VIEWS} is called like it"),
            )
        });
    bare.chain(stray).collect()
}

/// The names of the modules in a folder, files and folders alike.
fn modules(folder: &str) -> Result<BTreeSet<String>, Finding> {
    let files = tree::sources(folder, &["rs"])?;
    let inner = |path: &str| path.trim_start_matches(folder).trim_start_matches('/').to_owned();
    Ok(files
        .iter()
        .map(|file| inner(&file.path))
        .filter_map(|path| path.split(['/', '.']).next().map(str::to_owned))
        .filter(|name| name != "mod" && name != "parts")
        .collect())
}

fn kebab(name: &str) -> String {
    name.replace('_', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_view_without_sheet_and_a_sheet_without_view_are_found() {
        let none = set(&[]);
        assert_eq!(
            unpaired(&set(&["detail_panel"]), &none, &set(&["detail-panel"])),
            []
        );
        assert_eq!(unpaired(&set(&["detail_panel"]), &none, &none).len(), 1);
        assert_eq!(unpaired(&none, &none, &set(&["detail-panel"])).len(), 1);
        assert_eq!(unpaired(&none, &set(&["dialog"]), &set(&["dialog"])), []);
    }
}
