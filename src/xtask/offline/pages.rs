//! The pages beside the atlas, as the offline edition shows them: dialogs in the one file, files in the archive.
//!
//! Links to them stay as they are: `reader.js` opens the dialog that has the address as its id.

use std::path::Path;

use anyhow::{Context, Result};
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::locale::texts;

use super::document::between;

/// Addresses that only the site has.
const ONLY_HOSTED: [&str; 2] = ["table.html", "table.en.html"];

/// Address and HTML of a page of the site.
pub(crate) type SitePage = (String, String);

/// Whether a file at the root of the site is such a page.
pub(crate) fn is_one(name: &str) -> bool {
    let is_page = Path::new(name)
        .extension()
        .is_some_and(|extension| extension == "html");
    is_page && !name.contains('/') && name != "index.html" && !ONLY_HOSTED.contains(&name)
}

/// A dialog with what the page says, its headings a level lower.
pub(crate) fn dialog((address, page): &SitePage) -> Result<String> {
    let root = between(page, "<html lang=\"", ">").context("a page has no language")?;
    let main = between(page, "<main class=\"", "</main>").context("a page has no main part")?;
    let (code, ground) = root.split_once('"').unwrap_or((root, ""));
    let (kind, main) = main.split_once("\">").context("a main part has no class")?;
    let ground = if ground.contains("light") { " paper" } else { "" };
    let language = [Language::German, Language::English]
        .into_iter()
        .find(|language| language.code() == code)
        .context("a page in an unknown language")?;
    let mut said = without_hosted(main);
    for level in (1..4).rev() {
        for sign in ["<", "</"] {
            said = said.replace(&format!("{sign}h{level}>"), &format!("{sign}h{}>", level + 1));
        }
    }
    // The heading takes the focus: the first link may lie far below it.
    let heading = format!("<h2 id=\"{address}-heading\" tabindex=\"-1\" autofocus>");
    let said = said.replacen("<h2>", &heading, 1);
    Ok(format!(
        "<dialog id=\"{address}\" class=\"about{ground}\" lang=\"{code}\" aria-labelledby=\"{address}-heading\">\n\
         <div class=\"about__content {kind}\">{said}</div>\n\
         <button type=\"button\" class=\"about__close\">{}</button>\n</dialog>\n",
        texts(language).close
    ))
}

/// The page as a file beside that of the atlas.
pub(crate) fn beside((_, page): &SitePage, atlas: &str) -> String {
    without_hosted(page).replace("href=\"index.html\"", &format!("href=\"{atlas}\""))
}

/// The same words without links to what only the site has.
fn without_hosted(text: &str) -> String {
    let mut rest = text.to_owned();
    for address in ONLY_HOSTED {
        let link = format!("<a href=\"{address}\">");
        while let Some((before, (words, after))) = rest
            .split_once(&link)
            .and_then(|(before, from)| Some((before, from.split_once("</a>")?)))
        {
            rest = format!("{before}{words}{after}");
        }
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> SitePage {
        let html = "<html lang=\"en\" class=\"light\">\n<head></head>\n<body>\n<header><a href=\"index.html\">Atlas</a>\
            </header>\n<main class=\"text-page\">\n<h1>Title</h1>\n<p>See <a href=\"table.html\">the table</a> or <a href=\"b.html\">b</a>.</p>\n\
            <h2>Part</h2>\n</main>\n</body>\n</html>\n";
        ("a.html".to_owned(), html.to_owned())
    }

    #[test]
    fn a_dialog_says_what_the_page_says_and_leads_only_to_what_is_there() -> Result<()> {
        let dialog = dialog(&page())?;
        for part in [
            "<dialog id=\"a.html\" class=\"about paper\" lang=\"en\" aria-labelledby=\"a.html-heading\">",
            "<h2 id=\"a.html-heading\" tabindex=\"-1\" autofocus>Title</h2>",
            "<p>See the table or <a href=\"b.html\">b</a>.</p>",
            "<div class=\"about__content text-page\">",
            "<h3>Part</h3>",
            ">Close</button>",
        ] {
            assert!(dialog.contains(part), "{part} is not in {dialog}");
        }
        Ok(())
    }

    #[test]
    fn a_file_leads_back_to_the_atlas_beside_it() {
        let page = beside(&page(), "atlas.html");
        assert!(page.contains("<a href=\"atlas.html\">Atlas</a>"), "{page}");
        assert!(!page.contains("table.html"), "{page}");
    }

    #[test]
    fn tables_and_the_atlas_itself_are_no_such_pages() {
        for name in [
            "index.html",
            "table.html",
            "table.en.html",
            "offline/clusteratlas.html",
            "table.css",
        ] {
            assert!(!is_one(name), "{name}");
        }
        assert!(is_one("datenschutz.en.html"));
    }
}
