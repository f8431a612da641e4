//! The page that trunk leaves, as every edition reads and changes it: style sheets, scripts, the root's attributes, a
//! policy.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha384};

const SHEET: [&str; 2] = ["<link rel=\"stylesheet\" href=\"", "/>"];
/// The start of a block of data, which is no script.
const DATA: &str = "<script type=\"application/ld+json\">";
const SCRIPT: [&str; 2] = ["<script src=\"", "\" defer></script>"];
const CHARSET: &str = "<meta charset=\"utf-8\">\n";

/// The attribute of a style sheet that is wanted with the second piece of the program.
const LATER: &str = "data-later";

/// When a style sheet is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// With the page.
    First,
    /// With the second piece of the program.
    Later,
}

/// A page with what it names, in order.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    text: String,
    sheets: Vec<(String, Wanted)>,
    scripts: Vec<String>,
}

impl Page {
    /// The page in a folder; its lines end as on every system but one.
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        Self::of(&text(&folder.join("index.html"))?)
    }

    fn of(text: &str) -> Result<Self> {
        let scripts = named(text, SCRIPT).map(path).collect::<Vec<_>>();
        let sheets = named(text, SHEET).filter_map(sheet).collect::<Vec<_>>();
        ensure!(
            !sheets.is_empty() && text.matches(".css\"").count() == sheets.len(),
            "the page names style sheets in a way that is not understood"
        );
        ensure!(
            !scripts.is_empty()
                && text.matches("<script").count() == scripts.len() + text.matches(DATA).count(),
            "the page names scripts in a way that is not understood"
        );
        ensure!(text.contains(CHARSET), "the page does not name its character set");
        Ok(Self {
            text: text.to_owned(),
            sheets,
            scripts,
        })
    }

    /// The paths of its style sheets, in cascade order.
    pub(crate) fn sheets(&self) -> impl Iterator<Item = &String> {
        self.sheets.iter().map(|(path, _)| path)
    }

    /// The paths of its scripts, in the order in which they run.
    pub(crate) fn scripts(&self) -> &[String] {
        &self.scripts
    }

    /// The style sheets that are wanted at one time as one: fewer requests, and words that they share are compressed
    /// once.
    pub(crate) fn style(&self, folder: &Path, at: Wanted) -> Result<String> {
        let sheets = self.sheets.iter().filter(|(_, wanted)| *wanted == at);
        sheets.map(|(path, _)| text(&folder.join(path))).collect()
    }

    /// Puts something in the place of the style sheets.
    pub(crate) fn replace_sheets(&mut self, markup: &str) {
        self.text = replaced(&self.text, SHEET, markup);
        self.sheets.clear();
    }

    /// Puts something in the place of the scripts.
    pub(crate) fn replace_scripts(&mut self, markup: &str) {
        self.text = replaced(&self.text, SCRIPT, markup);
        self.scripts.clear();
    }

    /// Gives the root element an attribute.
    pub(crate) fn set_root(&mut self, name: &str, value: &str) {
        self.text = self
            .text
            .replacen("<html ", &format!("<html {name}=\"{value}\" "), 1);
    }

    /// Puts a policy before everything that it is about.
    pub(crate) fn set_policy(&mut self, policy: &str) -> Result<()> {
        self.text = with_policy(&self.text, policy)?;
        Ok(())
    }

    /// Its HTML.
    pub(crate) fn into_text(self) -> String {
        self.text
    }
}

/// A page under a policy of its own, for hosts that send none.
pub(crate) fn with_policy(page: &str, policy: &str) -> Result<String> {
    ensure!(!policy.contains('"'), "a policy with a quotation mark: {policy}");
    let (before, after) = page
        .split_once(CHARSET)
        .context("a page does not name its character set")?;
    Ok(format!(
        "{before}{CHARSET}<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n{after}"
    ))
}

/// The digest by which integrity attributes and policies name a content.
pub(crate) fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}

/// The text of a file. Browsers normalise line ends before they compare digests of what stands in a page.
pub(crate) fn text(path: &Path) -> Result<String> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read: {}", path.display()))?;
    Ok(text.replace("\r\n", "\n"))
}

/// What stands between each beginning and end.
fn named<'a>(text: &'a str, [begin, end]: [&'a str; 2]) -> impl Iterator<Item = &'a str> {
    let rests = text.split(begin).skip(1);
    rests.filter_map(move |rest| rest.split_once(end).map(|(named, _)| named))
}

fn path(named: &str) -> String {
    named.trim_start_matches("./").to_owned()
}

/// A style sheet by what stands after its address begins; none where more is said of it than when it is wanted.
fn sheet(named: &str) -> Option<(String, Wanted)> {
    let (address, attributes) = named.split_once('"')?;
    let wanted = match attributes.trim().trim_end_matches("=\"\"") {
        "" => Wanted::First,
        LATER => Wanted::Later,
        _ => return None,
    };
    Some((path(address), wanted))
}

/// Puts `markup` in the place of the first such element, and nothing in the place of the others.
fn replaced(text: &str, [begin, end]: [&str; 2], markup: &str) -> String {
    let mut parts = text.split(begin);
    let mut result = parts.next().unwrap_or_default().to_owned();
    for (index, part) in parts.enumerate() {
        if index == 0 {
            result.push_str(markup);
        } else {
            result.truncate(result.trim_end().len());
        }
        result.push_str(part.split_once(end).map_or(part, |(_, after)| after));
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!DOCTYPE html>\n<html lang=\"de\">\n<head>\n  <meta charset=\"utf-8\">\n  \
        <link rel=\"icon\" href=\"icon.svg\">\n  <link rel=\"stylesheet\" href=\"./a.css\"/>\n  \
        <link rel=\"stylesheet\" href=\"./b.css\"/>\n\n  <script src=\"boot.js\" defer></script>\n  \
        <script src=\"./c.js\" defer></script>\n</head>\n<body></body>\n</html>\n";

    #[test]
    fn sheets_and_scripts_are_known_in_order_and_can_be_replaced() -> Result<()> {
        let mut page = Page::of(PAGE)?;
        assert_eq!(page.sheets().collect::<Vec<_>>(), ["a.css", "b.css"]);
        assert_eq!(page.scripts(), ["boot.js", "c.js"]);
        page.replace_sheets("<style>");
        page.replace_scripts("<script>");
        page.set_root("data-a", "b");
        page.set_policy("default-src 'none'")?;
        assert_eq!(
            page.into_text(),
            "<!DOCTYPE html>\n<html data-a=\"b\" lang=\"de\">\n<head>\n  <meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\n  \
             <link rel=\"icon\" href=\"icon.svg\">\n  <style>\n\n  <script>\n</head>\n<body></body>\n</html>\n"
        );
        Ok(())
    }

    #[test]
    fn sheets_say_when_they_are_wanted() -> Result<()> {
        let folder = tempfile::tempdir()?;
        for (name, content) in [("a.css", "a {}"), ("b.css", "b {}")] {
            fs::write(folder.path().join(name), content)?;
        }
        let page = Page::of(&PAGE.replace("b.css\"", "b.css\" data-later=\"\""))?;
        assert_eq!(page.style(folder.path(), Wanted::First)?, "a {}");
        assert_eq!(page.style(folder.path(), Wanted::Later)?, "b {}");
        assert!(Page::of(&PAGE.replace("b.css\"", "b.css\" media=\"print\"")).is_err());
        Ok(())
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        assert!(Page::of(&PAGE.replace("<script src=\"./c.js\" defer>", "<script src=./c.js>")).is_err());
        assert!(Page::of(&PAGE.replace("<link rel=\"stylesheet\" href=\"./b", "<link href=\"./b")).is_err());
        assert!(Page::of(&PAGE.replace("utf-8", "latin1")).is_err());
    }

    #[test]
    fn a_digest_is_written_as_browsers_read_it() {
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }
}
