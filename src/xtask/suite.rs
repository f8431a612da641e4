//! A row of checks that all run, whatever the first of them finds, and the account of them at the end.

use std::fmt::Display;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::say;
use crate::task::Task;

/// Checks and what came of them.
#[derive(Debug, Default)]
pub(crate) struct Suite {
    outcomes: Vec<Outcome>,
}

#[derive(Debug)]
struct Outcome {
    command: String,
    elapsed: Duration,
    passed: bool,
}

impl Suite {
    /// Runs another program as a check.
    pub(crate) fn task(&mut self, task: &Task) {
        self.check(task.command_line(), || task.run_silently());
    }

    /// Runs a check of our own; `command` repeats it. Returns whether it passed.
    pub(crate) fn check(&mut self, command: impl Display, check: impl FnOnce() -> Result<()>) -> bool {
        say::begin(&command);
        let start = Instant::now();
        let result = check();
        let elapsed = start.elapsed();
        let passed = result.is_ok();
        say::end(passed, elapsed);
        self.finish_step(command.to_string(), elapsed, &result)
    }

    /// Runs a check that prints lines of its own.
    pub(crate) fn open_check(&mut self, command: impl Display, check: impl FnOnce() -> Result<()>) -> bool {
        say::line(&command);
        let start = Instant::now();
        let result = check();
        self.finish_step(command.to_string(), start.elapsed(), &result)
    }

    fn finish_step(&mut self, command: String, elapsed: Duration, result: &Result<()>) -> bool {
        if let Err(error) = result {
            say::line(format_args!("{error:#}\n"));
        }
        let passed = result.is_ok();
        self.outcomes.push(Outcome {
            command,
            elapsed,
            passed,
        });
        passed
    }

    /// Prints every check with its mark and time.
    pub(crate) fn print_table(&self) {
        say::line("");
        for Outcome {
            command,
            elapsed,
            passed,
        } in &self.outcomes
        {
            say::line(format_args!(
                "{} {:>12}  {command}",
                say::mark(*passed),
                say::time(*elapsed)
            ));
        }
    }

    /// Prints how to repeat what failed, if anything did.
    pub(crate) fn print_failures(&self) {
        let failed: Vec<&Outcome> = self.outcomes.iter().filter(|outcome| !outcome.passed).collect();
        if !failed.is_empty() {
            say::line("\nTo repeat what failed");
            for outcome in failed {
                say::line(format_args!("  {}", outcome.command));
            }
        }
    }

    /// Prints the plain line that sums up.
    pub(crate) fn print_summary(&self) {
        let failed = self.outcomes.iter().filter(|outcome| !outcome.passed).count();
        say::line(format_args!(
            "{} passed, {failed} failed",
            self.outcomes.len() - failed
        ));
    }

    /// Whether nothing failed.
    pub(crate) fn passed(&self) -> bool {
        self.outcomes.iter().all(|outcome| outcome.passed)
    }
}
