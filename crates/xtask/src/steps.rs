//! A list of named steps; each is announced, timed, and stops the list when it fails.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// What has been done so far, and how long it took.
#[derive(Default)]
pub struct Steps {
    done: Vec<(&'static str, Duration)>,
}

impl Steps {
    /// Runs one step. Its error carries the step's name.
    #[allow(
        clippy::disallowed_methods,
        reason = "measures how long a build step takes"
    )]
    pub fn step<T>(&mut self, name: &'static str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("\n== {name}");
        let start = Instant::now();
        let outcome = work().with_context(|| format!("step \"{name}\" failed"));
        let took = start.elapsed();
        self.done.push((name, took));
        println!("== {name}: {:.1} s", took.as_secs_f64());
        outcome
    }

    /// The table of times.
    pub fn print_summary(&self) {
        println!();
        for (name, took) in &self.done {
            println!("{:>8.1} s  {name}", took.as_secs_f64());
        }
        let total: Duration = self.done.iter().map(|(_, took)| *took).sum();
        println!("{:>8.1} s  all", total.as_secs_f64());
    }
}
