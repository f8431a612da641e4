//! The page asks nobody but its own host: no address of another one in what the browser loads.

use crate::code::without_comments;
use crate::finding::{Finding, check};
use crate::tree::{self, Source, each};

/// Names of formats that look like addresses and are never asked for.
const NAMESPACES: [&str; 1] = ["http://www.w3.org/"];

const BEGINNINGS: [&str; 5] = ["https://", "http://", "\"//", "'//", "(//"];

#[test]
fn nothing_that_the_browser_loads_names_another_host() {
    let mut findings = each("index.html", &["html"], findings_in);
    findings.extend(each("style", &["css"], findings_in));
    findings.extend(each("src/app", &["rs"], |source| {
        let text = without_comments(&source.text);
        findings_in(&Source {
            path: source.path.clone(),
            text,
        })
    }));
    findings.extend(each("public", &["js", "css", "webmanifest"], |source| {
        // The builder writes there what the dataset's sources are; readers follow these, browsers do not load them.
        if source.path.starts_with("public/data/") {
            Vec::new()
        } else {
            findings_in(source)
        }
    }));
    if !tree::exists("public/boot.js") {
        findings.push(Finding::about(
            "public/boot.js",
            "is missing, though Trunk.toml starts the page with it",
        ));
    }
    check(&findings);
}

fn findings_in(source: &Source) -> Vec<Finding> {
    let lines = source
        .text
        .lines()
        .enumerate()
        .filter(|(_, line)| names_host(line));
    lines
        .map(|(index, line)| {
            let advice = format!(
                "{}: bring it along in the site, or move a link's address to the texts",
                line.trim()
            );
            Finding::on_line(&source.path, index, advice)
        })
        .collect()
}

fn names_host(line: &str) -> bool {
    let address = |index: usize| line.get(index..).unwrap_or_default();
    BEGINNINGS
        .iter()
        .flat_map(|beginning| line.match_indices(beginning))
        .any(|(index, _)| {
            let begins = address(index).trim_start_matches(['"', '\'', '(']);
            // A bare `"//"` is a separator, not an address.
            let host = begins
                .trim_start_matches("https:")
                .trim_start_matches("http:")
                .trim_start_matches('/');
            host.starts_with(char::is_alphanumeric) && !NAMESPACES.iter().any(|name| begins.starts_with(name))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_host_is_found_and_a_name_of_a_format_is_not() {
        let cases = [
            (true, "<script src=\"https://cdn.example/a.js\">"),
            (true, "<img src='//tiles.example/1.png'>"),
            (true, "background: url(//fonts.example/a.woff)"),
            (false, "<svg xmlns=\"http://www.w3.org/2000/svg\">"),
            (false, "<a href=\"./licences.txt\">"),
            (false, "path.split(\"//\")"),
            (false, "const a = 1; // a comment"),
        ];
        for (expected, line) in cases {
            assert_eq!(names_host(line), expected, "{line}");
        }
    }
}
