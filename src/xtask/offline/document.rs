//! The one page that holds everything: styles, scripts, and every file that the application asks for.
//!
//! Its policy names the very bytes of each style and script by their hashes and lets nothing be fetched, so that whoever
//! has the file can tell from it alone that it sends nothing.

use std::fmt::Write as _;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

use crate::compress::gzip_for_long;

/// Gives the application the files of the page.
const READER: &str = include_str!("reader.js");

/// What stands in the page of the site around that which only the site has.
const ONLY_HOSTED: [&str; 2] = ["<!-- hosted -->", "<!-- /hosted -->"];

/// How addresses in style sheets begin for which no file is fetched. `images/` are those of Leaflet's controls, which the
/// map does not have.
const HELD: [&str; 3] = ["data:", "#", "images/"];

/// What a page without a server may still say of itself; not, for one, whose map tiles a visitor may ask for.
const NAMES: [&str; 7] = [
    "viewport",
    "description",
    "color-scheme",
    "theme-color",
    "clusteratlas-address",
    "clusteratlas-corrections",
    "clusteratlas-message-origins",
];

/// What the page is made of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parts<'a> {
    /// The page of the site.
    pub(crate) page: &'a str,
    /// What its links open, as elements of the body.
    pub(crate) dialogs: &'a str,
    /// All style sheets, in cascade order; they name no file beside the page.
    pub(crate) styles: &'a str,
    /// All scripts, in order.
    pub(crate) scripts: &'a [String],
    /// The address of the icon, which holds it.
    pub(crate) icon: &'a str,
    /// Paths and contents of the files that the application asks for.
    pub(crate) files: &'a [(&'a str, Vec<u8>)],
}

/// The page. The same parts give the same bytes.
pub(crate) fn document(parts: &Parts<'_>) -> Result<String> {
    let styles = in_style(parts.styles)?;
    let scripts: Vec<String> = [READER.to_owned()]
        .iter()
        .chain(parts.scripts)
        .map(|script| in_script(script))
        .collect();
    let root = between(parts.page, "<html", ">").context("the page has no root")?;
    let head = between(parts.page, "<head>", "</head>").context("the page has no head")?;
    let body = between(parts.page, "<body>", "</body>").context("the page has no body")?;

    let language = between(root, "lang=\"", "\"").context("the page has no language")?;
    let mut text = format!("<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n");
    // Before everything that it rules.
    let policy = policy(&styles, &scripts);
    writeln!(
        text,
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"
    )?;
    for element in everywhere(head)? {
        writeln!(text, "{element}")?;
    }
    writeln!(text, "<link rel=\"icon\" href=\"{}\">", parts.icon)?;
    writeln!(text, "<style>{styles}</style>\n</head>\n<body>")?;
    text.push_str(without_hosted(body)?.trim());
    text.push('\n');
    text.push_str(parts.dialogs);
    for (path, bytes) in parts.files {
        ensure!(
            path.chars()
                .all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c)),
            "the path would need quoting: {path}"
        );
        let packed = BASE64.encode(gzip_for_long(bytes)?);
        writeln!(
            text,
            "<script type=\"application/octet-stream\" id=\"{path}\">{packed}</script>"
        )?;
    }
    for script in &scripts {
        writeln!(text, "<script>{script}</script>")?;
    }
    text.push_str("</body>\n</html>\n");
    Ok(text)
}

/// The address of an icon, a drawing, that holds it.
pub(crate) fn icon(drawing: &[u8]) -> String {
    format!("data:image/svg+xml;base64,{}", BASE64.encode(drawing))
}

/// What the page may do: run these scripts, wear these styles, draw what it has made itself.
fn policy(styles: &str, scripts: &[String]) -> String {
    let scripts: Vec<String> = scripts.iter().map(|script| hash(script)).collect();
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data: blob:; \
         connect-src 'none'; worker-src blob:; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types default",
        scripts.join(" "),
        hash(styles)
    )
}

/// The source of a policy that means this content and no other.
fn hash(content: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(Sha256::digest(content)))
}

/// Styles as the content of an element.
fn in_style(styles: &str) -> Result<String> {
    let styles = lines(styles);
    ensure!(
        !styles.to_ascii_lowercase().contains("</style"),
        "a style sheet would end its element"
    );
    let beside = styles
        .split("url(")
        .skip(1)
        .map(|rest| rest.trim_start_matches('"'))
        .find(|address| !HELD.iter().any(|held| address.starts_with(held)));
    ensure!(
        beside.is_none(),
        "a style sheet names a file beside the page: {}",
        beside.unwrap_or_default().chars().take(40).collect::<String>()
    );
    Ok(styles)
}

/// A script as the content of an element: what would end the element, or begin a comment in which it cannot end, stands
/// only in texts and regular expressions, where it may be written differently.
fn in_script(script: &str) -> String {
    let mut escaped = String::new();
    // A map of the source lies beside the script on the site.
    for line in lines(script)
        .lines()
        .filter(|line| !line.starts_with("//# sourceMappingURL="))
    {
        let mut rest = line;
        while let Some(position) = rest.find('<') {
            let (before, from) = rest.split_at(position);
            escaped.push_str(before);
            let after = &from[1..];
            let ends = after
                .get(..7)
                .is_some_and(|name| name.eq_ignore_ascii_case("/script"));
            escaped.push_str(if ends || after.starts_with("!--") {
                "\\x3C"
            } else {
                "<"
            });
            rest = after;
        }
        escaped.push_str(rest);
        escaped.push('\n');
    }
    escaped
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

/// Browsers take hashes after they have made all line ends alike.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// What stands between two texts, the first of their kind.
pub(crate) fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(before)?;
    Some(rest.split_once(after)?.0)
}

/// The elements of a head that hold without a server: title, and what describes the page itself.
fn everywhere(head: &str) -> Result<Vec<&str>> {
    let mut kept = Vec::new();
    let mut rest = head;
    while let Some(start) = rest.find('<') {
        let from = rest.get(start..).unwrap_or_default();
        let end = if from.starts_with("<!--") {
            from.find("-->").map(|end| end + 3)
        } else if from.starts_with("<title>") {
            from.find("</title>").map(|end| end + 8)
        } else if from.starts_with("<script") {
            from.find("</script>").map(|end| end + 9)
        } else {
            end_of_tag(from)
        };
        let end = end.context("the head is not understood")?;
        let (element, after) = from.split_at(end);
        let name = between(element, "<meta name=\"", "\"");
        if element.starts_with("<title>") || name.is_some_and(|name| NAMES.contains(&name)) {
            kept.push(element);
        }
        rest = after;
    }
    Ok(kept)
}

/// Where a tag ends; attributes may hold its sign.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut quoted = false;
    let end = text.find(|c| {
        quoted ^= c == '"';
        c == '>' && !quoted
    })?;
    Some(end + 1)
}

/// The body without what only the site has.
fn without_hosted(body: &str) -> Result<String> {
    let [begin, end] = ONLY_HOSTED;
    let mut kept = String::new();
    let mut parts = body.split(begin);
    kept.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (_, after) = part
            .split_once(end)
            .context("what only the site has does not end")?;
        kept.push_str(after);
    }
    ensure!(
        !kept.contains(" src=\""),
        "the page would ask for a file beside it"
    );
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!DOCTYPE html>\n<html data-x=\"y\" lang=\"de\">\n<head>\n<meta charset=\"utf-8\">\n\
        <meta name=\"viewport\" content=\"width=device-width\">\n<title>Atlas > Karte</title>\n\
        <meta property=\"og:image\" content=\"icons/preview.png\">\n<!-- <meta name=\"viewport\"> -->\n\
        <meta name=\"clusteratlas-corrections\" content=\"https://a.example/?a>b\">\n\
        <meta name=\"clusteratlas-tiles\" content=\"[]\">\n\
        <link rel=\"manifest\" href=\"site.webmanifest\"><link rel=\"stylesheet\" href=\"a.css\">\n\
        <script src=\"b.js\" defer></script>\n</head>\n<body>\n<p>Hier<!-- hosted --><iframe></iframe><!-- /hosted --> \
        und<!-- hosted --><a href=\"table.html\">dort</a><!-- /hosted -->.</p>\n</body>\n</html>\n";

    fn made(styles: &str, script: &str) -> Result<String> {
        document(&Parts {
            page: PAGE,
            dialogs: "<dialog id=\"p.html\"></dialog>\n",
            styles,
            scripts: &[script.to_owned()],
            icon: &icon(b"<svg/>"),
            files: &[("data/a.json", b"{}".to_vec())],
        })
    }

    #[test]
    fn the_page_asks_for_nothing_beside_it() -> Result<()> {
        let page = made("a {}", "run()")?;
        for gone in [
            "og:",
            "tiles",
            "manifest",
            "a.css",
            "b.js",
            "table.html",
            "iframe",
            "icons/",
            "data-x",
        ] {
            assert!(!page.contains(gone), "{gone} in {page}");
        }
        for kept in [
            "<html lang=\"de\">",
            "<title>Atlas > Karte</title>",
            "content=\"https://a.example/?a>b\">",
            "<p>Hier und.</p>\n<dialog id=\"p.html\"></dialog>\n",
            "<link rel=\"icon\" href=\"data:image/svg+xml;base64,PHN2Zy8+\">",
            "<script>run()\n</script>",
        ] {
            assert!(page.contains(kept), "{kept} not in {page}");
        }
        Ok(())
    }

    #[test]
    fn the_policy_names_the_very_bytes() -> Result<()> {
        let page = made("a {}\r\nb {}", "one()\r\ntwo()")?;
        for content in ["a {}\nb {}", "one()\ntwo()\n"] {
            assert!(page.contains(&format!(">{content}</")), "{content:?} in {page}");
            assert!(page.contains(&hash(content)), "{content:?} in {page}");
        }
        assert_eq!(
            hash("alert('Hello, world.');"),
            "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
        Ok(())
    }

    #[test]
    fn a_script_does_not_end_its_element() {
        let script = "a = \"</SCRIPT>\" + '<!-- ' + \"<b>\"; // </scrip\u{2028}\n//# sourceMappingURL=a.map";
        assert_eq!(
            in_script(script),
            "a = \"\\x3C/SCRIPT>\" + '\\x3C!-- ' + \"<b>\"; // </scrip\\u2028\n"
        );
    }

    #[test]
    fn what_cannot_stand_in_a_page_is_refused() {
        assert!(made("a { content: \"</Style>\" }", "").is_err());
        assert!(made("a { background: url(\"b.png\") }", "").is_err());
        assert!(made("a { background: url(b.png) }", "").is_err());
        assert!(made("a { background: url(data:image/png;base64,) }", "").is_ok());
    }

    #[test]
    fn the_same_parts_give_the_same_page() -> Result<()> {
        assert_eq!(made("a {}", "run()")?, made("a {}", "run()")?);
        Ok(())
    }
}
