//! Programs from crates.io, installed into the project's tools folder in the pinned version.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::project::Project;
use crate::setup::{TOOLS_VARIABLE, Tools};
use crate::task::Task;

/// A program that `cargo install` builds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CargoTool {
    package: &'static str,
    program: &'static str,
    /// `None` where any version will do.
    version: Option<&'static str>,
    /// Whether to build with the dependencies that the author released it with.
    locked: bool,
}

/// Builds the site.
pub(crate) const TRUNK: CargoTool = CargoTool {
    package: "trunk",
    program: "trunk",
    version: Some("0.21.14"),
    locked: true,
};

/// Writes the JavaScript beside the WebAssembly, and runs tests in a browser; equals the crate's version.
///
/// Its own lockfile names versions that some mirrors do not carry, so it is built without.
pub(crate) const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    version: Some("0.2.130"),
    locked: false,
};

/// Drives Firefox; Debian does not package it.
pub(crate) const GECKODRIVER: CargoTool = CargoTool {
    package: "geckodriver",
    program: "geckodriver",
    version: None,
    locked: true,
};

impl CargoTool {
    /// The pinned version, or nothing where any will do.
    pub(crate) fn version(&self) -> &'static str {
        self.version.unwrap_or_default()
    }

    /// Installs it unless the tools folder has it in the right version.
    pub(crate) fn ensure(&self, project: &Project, tools: &Tools) -> Result<()> {
        if self.present(project, tools) {
            return Ok(());
        }
        // A target folder of its own does not wait for the project's lock; it goes away whatever happens, and one
        // that a cut-off run left behind is reused by the next.
        let target = tools.folder().join(format!("build-{}", self.package));
        let result = self
            .install(project, tools)
            .variable("CARGO_TARGET_DIR", &target)
            .run();
        let removed = if target.exists() {
            fs::remove_dir_all(&target)
        } else {
            Ok(())
        };
        result?;
        removed.with_context(|| format!("cannot remove: {}", target.display()))?;
        ensure!(
            self.present(project, tools),
            "step     {}\nresult   it was installed, but {} does not answer with that version\ntry      delete {} and \
             repeat",
            self.title(),
            tools.program(self.program).display(),
            tools.folder().display()
        );
        Ok(())
    }

    fn install(&self, project: &Project, tools: &Tools) -> Task {
        let mut arguments = vec!["install", self.package, "--force"];
        if let Some(version) = self.version {
            arguments.extend(["--version", version]);
        }
        if self.locked {
            arguments.push("--locked");
        }
        let root = tools.folder().to_string_lossy();
        arguments.extend(["--root", &root]);
        Task::new(project, &self.title(), "cargo", arguments)
            // The tools run for seconds: building them quickly saves more than building them well.
            .variable("CARGO_PROFILE_RELEASE_LTO", "off")
            .variable("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .variable("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .advice(format!(
                "check the network and that a C compiler is there (Debian: apt-get install build-essential); another \
                 checkout's tools can be used with {TOOLS_VARIABLE}=FOLDER"
            ))
    }

    fn present(&self, project: &Project, tools: &Tools) -> bool {
        let program = tools.program(self.program);
        program.is_file()
            && Task::new(project, self.program, program, ["--version"])
                .output()
                .is_ok_and(|output| self.accepts(&output))
    }

    fn accepts(&self, output: &str) -> bool {
        // All of them answer with their name, the version and sometimes more: `trunk 0.21.14`.
        let mut words = output.split_whitespace();
        words.next() == Some(self.program)
            && words
                .next()
                .is_some_and(|found| self.version.is_none_or(|wanted| wanted == found))
    }

    fn title(&self) -> String {
        format!(
            "{} {} (cargo install, takes minutes)",
            self.package,
            self.version()
        )
        .replace("  ", " ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_pinned_version_is_accepted() {
        assert!(TRUNK.accepts("trunk 0.21.14\n"));
        assert!(!TRUNK.accepts("trunk 0.21.13\n"));
        assert!(!TRUNK.accepts(""));
        assert!(!WASM_BINDGEN.accepts("trunk 0.2.130"));
    }

    #[test]
    fn any_geckodriver_will_do() {
        assert!(GECKODRIVER.accepts("geckodriver 0.36.0 (a1b2 2025-02-25)\n\nThe source code …"));
        assert!(!GECKODRIVER.accepts(""));
    }
}
