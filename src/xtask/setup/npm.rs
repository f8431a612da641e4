//! The npm packages: map library, geometry, country names, optimisers, and what tests need.

use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::project::Project;
use crate::task::Task;

/// Which of the packages are needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Packages {
    /// Those that the site is built with.
    Site,
    /// Those that tests use too.
    SiteAndTests,
}

impl Packages {
    fn word(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::SiteAndTests => "site-and-tests",
        }
    }
}

/// Installs the packages of `package-lock.json` unless exactly these are there.
pub(crate) fn ensure(project: &Project, packages: Packages) -> Result<()> {
    let lock = project.root().join("package-lock.json");
    let bytes = fs::read(&lock).with_context(|| format!("cannot read: {}", lock.display()))?;
    let hash = hex(&Sha256::digest(bytes));
    // Inside the folder that `npm ci` empties first, so a cut-off installation leaves no stamp.
    let stamp = project.packages().join(".clusteratlas-stamp");
    if fs::read_to_string(&stamp).is_ok_and(|found| satisfies(&found, &hash, packages)) {
        return Ok(());
    }
    let mut arguments = vec!["ci", "--no-audit", "--no-fund"];
    if packages == Packages::Site {
        arguments.push("--omit=dev");
    }
    Task::new(project, "npm packages", "npm", arguments)
        .advice("check the network and that Node 18 or later with npm is there (Debian: apt-get install npm)")
        .run()?;
    fs::write(&stamp, format!("{} {hash}", packages.word()))
        .with_context(|| format!("cannot write: {}", stamp.display()))
}

fn satisfies(stamp: &str, hash: &str, packages: Packages) -> bool {
    stamp.split_once(' ').is_some_and(|(word, found)| {
        found == hash && (word == packages.word() || word == Packages::SiteAndTests.word())
    })
}

/// Bytes as lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_installation_satisfies_the_smaller_need_but_not_the_reverse() {
        assert!(satisfies("site-and-tests ab", "ab", Packages::Site));
        assert!(satisfies("site ab", "ab", Packages::Site));
        assert!(!satisfies("site ab", "ab", Packages::SiteAndTests));
        assert!(!satisfies("site-and-tests ab", "cd", Packages::Site));
        assert!(!satisfies("", "ab", Packages::Site));
    }
}
