//! The tables and the opening sentence: complete, escaped and fit for a strict content security policy.

use crate::project::Published;

#[test]
fn every_cluster_and_cooperation_has_a_row_in_both_languages() {
    let published = Published::real();
    for (file, language) in [("public/table.html", "de"), ("public/table.en.html", "en")] {
        let page = published.text(file);
        assert!(
            page.starts_with(&format!("<!doctype html>\n<html lang=\"{language}\">")),
            "{file}"
        );
        assert_eq!(page.matches("<th scope=\"row\">").count(), 184 + 407, "{file}");
        assert_eq!(page.matches("<h1>").count(), 1);
        assert_eq!(page.matches("<caption ").count(), 2);
        assert!(page.contains("GeoNames"), "{file} must credit the coordinates");
    }
}

#[test]
fn the_tables_hold_no_script_and_no_inline_style() {
    let published = Published::real();
    for file in ["public/table.html", "public/table.en.html"] {
        let page = published.text(file);
        for forbidden in ["<script", "<style", " style=", "<img", "javascript:"] {
            assert!(!page.contains(forbidden), "{file} holds {forbidden}");
        }
        let links = page.matches("<a href=\"http").count();
        assert_eq!(
            page.matches("rel=\"noopener noreferrer\"").count(),
            links,
            "{file}"
        );
    }
}

#[test]
fn every_element_of_the_tables_is_closed() {
    let published = Published::small();
    for file in ["public/table.html", "public/table.en.html"] {
        let page = published.text(file);
        for element in [
            "html", "head", "body", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "a", "p",
        ] {
            let opened =
                page.matches(&format!("<{element}>")).count() + page.matches(&format!("<{element} ")).count();
            assert_eq!(
                opened,
                page.matches(&format!("</{element}>")).count(),
                "{file}: <{element}>"
            );
        }
    }
}

#[test]
fn ampersands_and_unknown_values_are_shown_as_text() {
    let page = Published::small().text("public/table.html");
    assert!(page.contains("Digitales &amp; Elektronik") || page.contains("Elektronik"));
    assert!(!page.contains("& "), "a bare ampersand");
    for text in [
        "nicht bekannt",
        "ohne Datum",
        "nicht angegeben",
        "kein einzelnes Cluster genannt",
    ] {
        assert!(page.contains(text), "{text}");
    }
}

#[test]
fn the_opening_holds_the_sentence_in_both_languages() {
    let opening = Published::real().text("generated/opening.html");
    let lines: Vec<&str> = opening.lines().collect();
    let [german, english] = lines[..] else {
        panic!("not two lines: {opening}")
    };
    for (line, language) in [(german, "de"), (english, "en")] {
        assert!(
            line.starts_with(&format!("<p class=\"opening__sentence\" lang=\"{language}\">")),
            "{line}"
        );
        assert!(line.ends_with("</p>"), "{line}");
        for number in ["407", "144", "68"] {
            assert!(line.contains(number), "{line} lacks {number}");
        }
    }
}
