//! What the README must name: every folder, and every key of a link.

use crate::code::without_comments;
use crate::finding::{Finding, check};
use crate::tree;

const README: &str = "README.md";
const PERMALINK: &str = "src/core/permalink";

#[test]
fn the_readme_names_every_folder() {
    let readme = match tree::text(README) {
        Ok(readme) => readme,
        Err(finding) => return check(&[finding]),
    };
    let mut folders = Vec::new();
    for name in tree::folders("src") {
        let inner = tree::folders(&format!("src/{name}"));
        folders.extend(inner.iter().map(|inner| format!("src/{name}/{inner}")));
        folders.push(format!("src/{name}"));
    }
    folders.extend(tree::folders("tests").iter().map(|name| format!("tests/{name}")));
    check(&unnamed(&readme, &folders));
}

#[test]
fn the_readme_documents_every_key_of_a_link() {
    let (readme, sources) = match (tree::text(README), tree::sources(PERMALINK, &["rs"])) {
        (Ok(readme), Ok(sources)) => (readme, sources),
        (Err(finding), _) | (_, Err(finding)) => return check(&[finding]),
    };
    let keys: Vec<String> = sources.iter().flat_map(|source| keys(&source.text)).collect();
    if keys.is_empty() {
        check(&[Finding::about(
            PERMALINK,
            "list the keys of a link in one array called KEYS",
        )]);
    }
    check(&undocumented(&readme, &keys));
}

fn unnamed(readme: &str, folders: &[String]) -> Vec<Finding> {
    let named = |folder: &String| {
        readme.match_indices(folder.as_str()).any(|(index, _)| {
            let after = readme
                .get(index + folder.len()..)
                .unwrap_or_default()
                .trim_start_matches('/');
            !after.starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_')
        })
    };
    let missing = folders.iter().filter(|folder| !named(folder));
    missing
        .map(|folder| Finding::about(folder, "say in one line of the README what lives there"))
        .collect()
}

fn undocumented(readme: &str, keys: &[String]) -> Vec<Finding> {
    let missing = keys.iter().filter(|key| !readme.contains(&format!("`{key}`")));
    missing
        .map(|key| Finding::about(README, format!("document the key `{key}` of a link")))
        .collect()
}

/// The first text of each row of the array called KEYS; nothing where the file has none.
fn keys(source: &str) -> Vec<String> {
    let code = without_comments(source);
    let table = code
        .split_once("const KEYS")
        .and_then(|(_, rest)| rest.split_once('='))
        .map(|(_, table)| table);
    let Some(table) = table
        .and_then(|table| table.split_once("];"))
        .map(|(table, _)| table)
    else {
        return Vec::new();
    };
    table.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_named_only_by_its_whole_path() {
        let count = |readme| unnamed(readme, &["src/core".to_owned()]).len();
        assert_eq!(count("- `src/core` is pure"), 0);
        assert_eq!(count("- `src/core/` is pure"), 0);
        assert_eq!(count("- `src/corex` is not"), 1);
        assert_eq!(count(""), 1);
    }

    #[test]
    fn keys_are_read_from_the_table_and_looked_for_in_code_style() {
        let found = keys(
            "const KEYS: [&str; 2] = [\n    \"lang\", // the language\n    \"view\",\n];\nconst X: &str = \"no\";",
        );
        assert_eq!(found, ["lang", "view"]);
        assert_eq!(undocumented("| `lang` | a language |", &found).len(), 1);
        assert!(keys("let keys = 1;").is_empty());
    }
}
