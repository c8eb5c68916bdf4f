//! Runs one scenario after another: one that fails is told, the others go on.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use anyhow::{Error, Result, anyhow};
use serde_json::{Value, json};

use crate::figures::{Figures, milliseconds};

/// What every scenario of a run came to.
pub struct Scenarios {
    /// Only those whose name begins so.
    only: Option<String>,
    outcomes: Vec<Value>,
    failures: usize,
    /// What was measured so far.
    pub figures: Figures,
}

impl Scenarios {
    /// All of them, or those whose name begins with `only`.
    pub fn new(only: Option<String>) -> Self {
        Self {
            only,
            outcomes: Vec::new(),
            failures: 0,
            figures: Figures::default(),
        }
    }

    /// Runs a scenario unless it is not wanted.
    pub fn run(&mut self, name: &str, measure: impl FnOnce(&mut Figures) -> Result<()>) {
        if self.is_wanted(name) {
            self.prepare(name, measure);
        }
    }

    /// Runs a scenario on what an earlier one prepared.
    pub fn run_on<T>(
        &mut self,
        subject: Option<&mut T>,
        name: &str,
        measure: impl FnOnce(&mut T, &mut Figures) -> Result<()>,
    ) {
        self.run(name, |figures| match subject {
            Some(subject) => measure(subject, figures),
            None => Err(anyhow!("what it needs could not be prepared")),
        });
    }

    /// Runs what others need, wanted or not; `None` when it failed.
    pub fn prepare<T>(
        &mut self,
        name: &str,
        make: impl FnOnce(&mut Figures) -> Result<T>,
    ) -> Option<T> {
        let start = Instant::now();
        let figures = &mut self.figures;
        let result = catch_unwind(AssertUnwindSafe(|| make(figures)))
            .unwrap_or_else(|panic| Err(anyhow!("it broke: {}", said(panic.as_ref()))));
        let seconds = milliseconds(start.elapsed()) / 1_000.0;
        let mut outcome = json!({ "name": name, "seconds": seconds, "outcome": "done" });
        if let Err(error) = &result {
            self.failures += 1;
            tell_failure(name, error);
            if let Some(fields) = outcome.as_object_mut() {
                fields.insert("outcome".to_owned(), json!("failed"));
                fields.insert("reason".to_owned(), json!(format!("{error:#}")));
            }
        }
        self.outcomes.push(outcome);
        result.ok()
    }

    /// Any scenario whose name begins so is wanted.
    pub fn is_any_wanted(&self, beginning: &str) -> bool {
        self.only
            .as_deref()
            .is_none_or(|only| only.starts_with(beginning) || beginning.starts_with(only))
    }

    /// How many failed.
    pub fn failures(&self) -> usize {
        self.failures
    }

    /// As they are printed.
    pub fn to_json(&self) -> Value {
        json!(self.outcomes)
    }

    /// Whether this one is wanted itself.
    pub fn is_wanted(&self, name: &str) -> bool {
        self.only
            .as_deref()
            .is_none_or(|only| name.starts_with(only))
    }
}

fn tell_failure(name: &str, error: &Error) {
    eprintln!("{name}: failed: {error:#}");
}

fn said(panic: &(dyn std::any::Any + Send)) -> &str {
    panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("without a word")
}
