//! Each foreign thing has one doorway: the browser's interfaces, the map library, markup from strings, views.

use crate::code::{names_beginning, without_comments};
use crate::finding::{Finding, check};
use crate::tree::{Source, each};

/// A foreign name, the folders that may use it, and what others do instead.
struct Doorway {
    name: &'static str,
    folders: &'static [&'static str],
    instead: &'static str,
}

const DOORWAYS: [Doorway; 7] = [
    Doorway {
        name: "web_sys",
        folders: BROWSER_AND_MAP,
        instead: "give src/app/browser a function for it",
    },
    Doorway {
        name: "js_sys",
        folders: BROWSER_AND_MAP,
        instead: "give src/app/browser a function for it",
    },
    Doorway {
        name: "wasm_bindgen",
        folders: BROWSER_AND_MAP,
        instead: "give src/app/browser a function for it",
    },
    Doorway {
        name: "gloo_net",
        folders: &["src/app/browser/"],
        instead: "use the fetch of src/app/browser",
    },
    Doorway {
        name: "leaflet::",
        folders: &["src/app/map/"],
        instead: "change the scene, which src/app/map paints",
    },
    Doorway {
        name: "inner_html",
        folders: &[],
        instead: "build elements; text reaches the page as text only",
    },
    Doorway {
        name: "view!",
        folders: &[],
        instead: "build elements with browser::dom, which weighs a third of it",
    },
];

const BROWSER_AND_MAP: &[&str] = &["src/app/browser/", "src/app/map/"];

#[test]
fn foreign_things_are_used_only_behind_their_doorway() {
    for folder in ["src/app", "src/core"] {
        check(&each(folder, &["rs"], findings));
    }
}

fn findings(source: &Source) -> Vec<Finding> {
    let code = without_comments(&source.text);
    let lines = code.lines().enumerate();
    lines
        .flat_map(|(index, line)| foreign_names(&source.path, index, line))
        .collect()
}

fn foreign_names(path: &str, index: usize, line: &str) -> Vec<Finding> {
    DOORWAYS
        .iter()
        .filter(|doorway| !doorway.folders.iter().any(|folder| path.starts_with(folder)))
        .filter(|doorway| names_beginning(line, doorway.name).next().is_some())
        .map(|Doorway { name, instead, .. }| {
            Finding::on_line(path, index, format!("`{name}` here: {instead}"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_foreign_thing_is_found_outside_its_doorway() {
        let cases = [
            (
                0,
                "src/app/browser/focus.rs",
                "use web_sys::HtmlElement;",
                "its doorway",
            ),
            (
                1,
                "src/app/views/header.rs",
                "use web_sys::HtmlElement;",
                "elsewhere",
            ),
            (
                1,
                "src/app/views/header.rs",
                "leptos::web_sys::window()",
                "through a re-export",
            ),
            (
                1,
                "src/app/store/mod.rs",
                "wasm_bindgen_futures::spawn_local(f)",
                "a relative of it",
            ),
            (0, "src/app/map/painter.rs", "leaflet::Map::new()", "the map"),
            (1, "src/app/shell.rs", "leaflet::Map::new()", "not the map"),
            (
                0,
                "src/app/shell.rs",
                "class=\"leaflet-container\"",
                "only a class",
            ),
            (
                1,
                "src/app/browser/page.rs",
                "element.set_attr(name, inner_html)",
                "nobody's doorway",
            ),
            (1, "src/app/views/header.rs", "view! { <p></p> }", "a macro"),
            (
                0,
                "src/app/views/header.rs",
                "let review = View::Map;",
                "only a word like it",
            ),
            (0, "src/app/shell.rs", "// web_sys is not for us", "a comment"),
        ];
        for (expected, path, text, note) in cases {
            let source = Source {
                path: path.to_owned(),
                text: text.to_owned(),
            };
            assert_eq!(findings(&source).len(), expected, "{note}");
        }
    }
}
