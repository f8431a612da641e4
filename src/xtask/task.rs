//! A step that runs another program: one calm line while it goes well, everything needed to go on when it does not.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result};

use crate::failure::{Failure, tail};
use crate::project::Project;
use crate::say;

/// Another program's run.
#[derive(Clone, Debug)]
pub(crate) struct Task {
    title: String,
    program: OsString,
    arguments: Vec<OsString>,
    variables: Vec<(&'static str, Option<OsString>)>,
    folder: PathBuf,
    logs: PathBuf,
    advice: String,
}

impl Task {
    /// The run of `program` in the project's folder.
    pub(crate) fn new<A>(project: &Project, title: &str, program: impl AsRef<OsStr>, arguments: A) -> Self
    where
        A: IntoIterator<Item: AsRef<OsStr>>,
    {
        Self {
            title: title.to_owned(),
            program: program.as_ref().to_owned(),
            arguments: arguments
                .into_iter()
                .map(|argument| argument.as_ref().to_owned())
                .collect(),
            variables: Vec::new(),
            folder: project.root().to_path_buf(),
            logs: project.scratch().join("logs"),
            advice: "repeat the command above in the project's folder and read its output".to_owned(),
        }
    }

    /// Sets a variable of the program's environment.
    pub(crate) fn variable(mut self, name: &'static str, value: impl AsRef<OsStr>) -> Self {
        self.variables.push((name, Some(value.as_ref().to_owned())));
        self
    }

    /// Keeps a variable of our own environment from the program.
    pub(crate) fn without_variable(mut self, name: &'static str) -> Self {
        self.variables.push((name, None));
        self
    }

    /// What to try when it fails.
    pub(crate) fn advice(mut self, advice: impl Into<String>) -> Self {
        self.advice = advice.into();
        self
    }

    /// The command as one would type it, with the variables that matter.
    pub(crate) fn command_line(&self) -> String {
        let variables = self
            .variables
            .iter()
            .filter(|(name, _)| *name != "PATH")
            .filter_map(|(name, value)| {
                let value = value.as_ref()?;
                Some(format!("{name}={}", quoted(value)))
            });
        let words = std::iter::once(&self.program)
            .chain(&self.arguments)
            .map(|word| quoted(word));
        variables.chain(words).collect::<Vec<_>>().join(" ")
    }

    /// Runs it with a line that says its title and time; the output goes to a log file.
    pub(crate) fn run(&self) -> Result<()> {
        say::begin(&self.title);
        let start = Instant::now();
        let result = self.run_silently();
        say::end(result.is_ok(), start.elapsed());
        result
    }

    /// Runs it without a word; the output goes to a log file, whose end is part of the failure.
    pub(crate) fn run_silently(&self) -> Result<()> {
        let log = self.log_path();
        let outcome = self.run_into(&log);
        let reason = match outcome {
            Ok(None) => return Ok(()),
            Ok(Some(reason)) => reason,
            Err(error) => format!("{error:#}"),
        };
        Err(Failure {
            title: self.title.clone(),
            command: self.command_line(),
            reason,
            output: fs::read(&log)
                .map(|bytes| tail(&String::from_utf8_lossy(&bytes)))
                .unwrap_or_default(),
            log,
            advice: self.advice.clone(),
        }
        .into())
    }

    /// Runs it on our own terminal, for programs that people watch.
    pub(crate) fn run_openly(&self) -> Result<()> {
        let status = self
            .command()
            .status()
            .with_context(|| format!("cannot start: {}", self.command_line()))?;
        anyhow::ensure!(status.success(), "{status}: {}", self.command_line());
        Ok(())
    }

    /// What it prints to standard output, when it succeeds.
    pub(crate) fn output(&self) -> Result<String> {
        let output = self
            .command()
            .output()
            .with_context(|| format!("cannot start: {}", self.command_line()))?;
        anyhow::ensure!(
            output.status.success(),
            "{}: {}\n{}",
            output.status,
            self.command_line(),
            tail(&String::from_utf8_lossy(&output.stderr))
        );
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    fn run_into(&self, log: &Path) -> Result<Option<String>> {
        fs::create_dir_all(&self.logs).with_context(|| format!("cannot create: {}", self.logs.display()))?;
        let file = File::create(log).with_context(|| format!("cannot write: {}", log.display()))?;
        // Both streams share one file, so that errors stand where they happened.
        let errors = file.try_clone().context("cannot share the log file")?;
        let status = self
            .command()
            .stdin(Stdio::null())
            .stdout(file)
            .stderr(errors)
            .status()
            .with_context(|| format!("cannot start: {}", self.program.display()))?;
        Ok((!status.success()).then(|| status.to_string()))
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).current_dir(&self.folder);
        for (name, value) in &self.variables {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        command
    }

    fn log_path(&self) -> PathBuf {
        let name: String = self
            .title
            .chars()
            .map(|c| {
                if c.is_ascii_alphanumeric() || c == '.' {
                    c
                } else {
                    '-'
                }
            })
            .collect();
        self.logs.join(format!("{name}.log"))
    }
}

fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=+,@".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        return word.into_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_spaces_are_quoted_for_the_shell() {
        assert_eq!(quoted(OsStr::new("--port=8080")), "--port=8080");
        assert_eq!(quoted(OsStr::new("-D warnings")), "'-D warnings'");
        assert_eq!(quoted(OsStr::new("it's")), r"'it'\''s'");
    }

    #[test]
    fn a_failure_says_step_command_output_and_advice() -> Result<()> {
        let project = Project::find()?;
        let task = Task::new(&project, "a test's task", "sh", ["-c", "echo spoken; exit 3"]).advice("better");
        let text = task.run_silently().unwrap_err().to_string();
        for part in [
            "a test's task",
            "sh -c 'echo spoken; exit 3'",
            "exit status: 3",
            "spoken",
            "better",
        ] {
            assert!(text.contains(part), "{part} is missing in:\n{text}");
        }
        Ok(())
    }
}
