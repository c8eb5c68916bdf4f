//! Waiting for the engines of this program before it ends.

use std::{
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

/// The engines of this program.
pub(super) static ENGINES: Counter = Counter::new();

/// Waits until every engine has done what it was asked and closed its files;
/// `false` when patience ended first. The last handle must be gone before.
pub fn wait_for_engines(patience: Duration) -> bool {
    ENGINES.wait_for_none(patience)
}

/// How many threads are at work.
pub(super) struct Counter {
    running: Mutex<usize>,
    fewer: Condvar,
}

/// Held by a thread as long as it works.
pub(super) struct Run(&'static Counter);

impl Counter {
    const fn new() -> Self {
        Self {
            running: Mutex::new(0),
            fewer: Condvar::new(),
        }
    }

    /// Counts one more, before its thread has even started.
    pub(super) fn begin(&'static self) -> Run {
        *self.running() += 1;
        Run(self)
    }

    fn wait_for_none(&self, patience: Duration) -> bool {
        self.fewer
            .wait_timeout_while(self.running(), patience, |running| *running > 0)
            .is_ok_and(|(running, _)| *running == 0)
    }

    fn running(&self) -> MutexGuard<'_, usize> {
        // A number is whole whatever happened.
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        let mut running = self.0.running();
        *running = running.saturating_sub(1);
        drop(running);
        self.0.fewer.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_ends_with_the_last_run_or_with_patience() {
        static COUNTER: Counter = Counter::new();
        let long = Duration::from_mins(1);
        assert!(COUNTER.wait_for_none(Duration::ZERO));
        let (one, other) = (COUNTER.begin(), COUNTER.begin());
        drop(one);
        assert!(!COUNTER.wait_for_none(Duration::ZERO), "one still runs");
        let waiting = std::thread::spawn(move || COUNTER.wait_for_none(long));
        drop(other);
        assert!(waiting.join().unwrap());
    }
}
