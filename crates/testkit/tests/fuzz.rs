//! Every fuzz target over its kept corpus and a bounded number of altered inputs
//! (issue 3.10). `cargo xtask fuzz NAME` goes on without bound.

#![allow(clippy::panic, reason = "a test ends where it fails")]

use handrail_testkit::fuzz::{Run, TARGETS};

/// Runs the targets of one half, so that two threads share them.
fn run_half(half: usize) {
    for target in TARGETS.iter().skip(half).step_by(2) {
        let run = Run::begin(target, 1).and_then(|mut run| {
            for _ in 0..target.tries {
                run.step()?;
            }
            Ok(run.outcomes())
        });
        match run {
            // A target that always answers alike reads nothing.
            Ok(outcomes) => assert!(outcomes > 1, "{}: {outcomes}", target.name),
            Err(crash) => panic!("{crash}"),
        }
    }
}

#[test]
fn nothing_breaks_on_bytes_that_mean_harm() {
    run_half(0);
}

#[test]
fn nothing_else_breaks_on_bytes_that_mean_harm() {
    run_half(1);
}
