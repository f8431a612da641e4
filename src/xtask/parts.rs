//! The style sheets and scripts of the page as an edition carries them: each kind of sheet in one piece, and without what
//! only people read.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::markup;
use crate::page::{self, Page, Wanted};
use crate::program::{self, Finished};
use crate::project::Project;
use crate::task::Task;

/// The icon of the site, the one file that its style sheets name.
pub(crate) const ICON: &str = "icons/icon.svg";

/// What a text is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    /// A style sheet.
    Css,
    /// A script.
    Js,
}

/// The parts of one edition.
#[derive(Clone, Debug)]
pub(crate) struct Parts {
    /// The style sheet that is wanted with the page.
    pub(crate) style: String,
    /// The style sheet that is wanted with the second piece of the program.
    pub(crate) later_style: String,
    /// Name and text of each script, in the order in which they run.
    pub(crate) scripts: Vec<(String, String)>,
}

impl Parts {
    /// The parts of a page that lies in the stage, with the program's own script, and with the address by which this
    /// edition's style sheets find the icon.
    pub(crate) fn of(
        stage: &Path,
        page: &Page,
        program: &Finished,
        icon: &str,
        minified: impl Fn(Language, &str) -> Result<String>,
    ) -> Result<Self> {
        let style = |at| {
            let sheets = with_icon(&page.style(stage, at)?, icon)?;
            minified(Language::Css, &sheets)
        };
        let mut scripts = Vec::new();
        for name in page.scripts() {
            let script = match name.as_str() {
                program::SCRIPT => minified(Language::Js, &program.script)?,
                markup::BOOT => minified(Language::Js, &markup::boot(stage)?)?,
                // A library comes as small as its makers publish it.
                other => page::text(&stage.join(other))?,
            };
            scripts.push((name.clone(), script));
        }
        Ok(Self {
            style: style(Wanted::First)?,
            later_style: style(Wanted::Later)?,
            scripts,
        })
    }
}

/// Style sheets that find the icon. What Leaflet's own names without quotation marks belongs to controls that the map
/// does not have.
fn with_icon(sheets: &str, icon: &str) -> Result<String> {
    let name = format!("url(\"{ICON}\")");
    ensure!(
        sheets.matches("url(\"").count() == sheets.matches(&name).count(),
        "a style sheet names another file than {ICON}, which not every edition has beside it"
    );
    Ok(sheets.replace(&name, &format!("url(\"{icon}\")")))
}

/// A text as short as it means the same; nothing in it is written for older browsers.
pub(crate) fn minified(project: &Project, language: Language, text: &str) -> Result<String> {
    let extension = match language {
        Language::Css => "css",
        Language::Js => "js",
    };
    let folder = project.scratch();
    fs::create_dir_all(&folder).with_context(|| format!("cannot create: {}", folder.display()))?;
    let path = folder.join("part").with_extension(extension);
    fs::write(&path, text).with_context(|| format!("cannot write: {}", path.display()))?;
    let options = ["--minify", "--charset=utf8"];
    let arguments = options.iter().map(AsRef::as_ref).chain([path.as_os_str()]);
    let program = project.packages().join(".bin/esbuild");
    Task::new(project, "esbuild", program, arguments).output()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_sheet_finds_the_icon_and_names_no_other_file() {
        let sheet = "a { background: url(\"icons/icon.svg\") } b { background: url(images/layers.png) }";
        let found = with_icon(sheet, "../icons/icon.svg").unwrap_or_default();
        assert_eq!(found, sheet.replace("icons/", "../icons/"));
        assert!(with_icon("a { background: url(\"b.png\") }", "").is_err());
    }
}
