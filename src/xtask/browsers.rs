//! The browsers and drivers that tests run in: found by variable or on the search path, else installed or explained.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::debian;
use crate::project::Project;
use crate::setup::{GECKODRIVER, Tools};

/// A program of a browser's: the variable that names it and the names it goes by.
#[derive(Clone, Copy, Debug)]
struct Program {
    variable: &'static str,
    names: &'static [&'static str],
}

const CHROMIUM: Program = Program {
    variable: "CHROMIUM",
    names: &["chromium", "chromium-browser", "google-chrome", "chrome"],
};
const CHROMEDRIVER: Program = Program {
    variable: "CHROMEDRIVER",
    names: &["chromedriver"],
};
const FIREFOX: Program = Program {
    variable: "FIREFOX",
    names: &["firefox", "firefox-esr"],
};
const GECKODRIVER_PROGRAM: Program = Program {
    variable: "GECKODRIVER",
    names: &["geckodriver"],
};

const DEBIAN_PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "firefox-esr"];

/// Everything that drives a browser, found.
#[derive(Clone, Debug)]
pub(crate) struct Browsers {
    pub(crate) chromium: PathBuf,
    pub(crate) chromedriver: PathBuf,
    pub(crate) firefox: PathBuf,
    pub(crate) geckodriver: PathBuf,
}

impl Browsers {
    /// Finds all four, installing Debian's packages and geckodriver where that is possible.
    pub(crate) fn ensure(project: &Project, tools: &Tools) -> Result<Self> {
        if [CHROMIUM, CHROMEDRIVER, FIREFOX]
            .iter()
            .any(|program| program.find().is_none())
        {
            install_packages(project)?;
        }
        let geckodriver = if let Some(path) = GECKODRIVER_PROGRAM.find() {
            path
        } else {
            GECKODRIVER.ensure(project, tools)?;
            tools.program("geckodriver")
        };
        Ok(Self {
            chromium: CHROMIUM.required()?,
            chromedriver: CHROMEDRIVER.required()?,
            firefox: FIREFOX.required()?,
            geckodriver,
        })
    }
}

/// Chromium alone, which benchmarks drive without a driver.
pub(crate) fn chromium(project: &Project) -> Result<PathBuf> {
    if CHROMIUM.find().is_none() {
        install_packages(project)?;
    }
    CHROMIUM.required()
}

impl Program {
    fn find(&self) -> Option<PathBuf> {
        if let Some(named) = env::var_os(self.variable).filter(|value| !value.is_empty()) {
            return Some(PathBuf::from(named)).filter(|path| path.is_file());
        }
        let search_path = env::var_os("PATH").unwrap_or_default();
        self.find_in(&env::split_paths(&search_path).collect::<Vec<_>>())
    }

    fn find_in(&self, folders: &[PathBuf]) -> Option<PathBuf> {
        let in_folder =
            |folder: &PathBuf, name: &str| folder.join(name).with_extension(env::consts::EXE_EXTENSION);
        self.names
            .iter()
            .flat_map(|name| folders.iter().map(move |folder| in_folder(folder, name)))
            .find(|path| path.is_file())
    }

    fn required(&self) -> Result<PathBuf> {
        self.find().with_context(|| {
            format!(
                "step     browsers\nresult   there is no {} on the search path\ntry      install it, or name it with \
                 {}=PATH",
                self.names.join(" or "),
                self.variable
            )
        })
    }
}

fn install_packages(project: &Project) -> Result<()> {
    let advice = format!(
        "or name what is elsewhere with {}=PATH, {}=PATH, {}=PATH",
        CHROMIUM.variable, CHROMEDRIVER.variable, FIREFOX.variable
    );
    debian::install(project, "browsers", &DEBIAN_PACKAGES, &advice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_name_is_preferred_over_the_first_folder() -> Result<()> {
        let first = tempfile::tempdir()?;
        let second = tempfile::tempdir()?;
        std::fs::write(first.path().join("google-chrome"), "")?;
        std::fs::write(second.path().join("chromium"), "")?;
        let folders = [first.path().to_path_buf(), second.path().to_path_buf()];
        assert_eq!(CHROMIUM.find_in(&folders), Some(second.path().join("chromium")));
        assert_eq!(FIREFOX.find_in(&folders), None);
        Ok(())
    }
}
