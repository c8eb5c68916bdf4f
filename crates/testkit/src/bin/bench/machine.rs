//! What the figures were measured on and with.

use std::fs;
use std::process::Command;
use std::thread::available_parallelism;

use serde_json::{Value, json};

use crate::scenarios::Scenarios;

/// The whole report.
pub fn report(scenarios: &Scenarios, quick: bool) -> Value {
    let (list, notes) = scenarios.figures.to_json();
    json!({
        "command": if quick { "cargo xtask bench --quick" } else { "cargo xtask bench" },
        "commit": said_by("git", &["rev-parse", "HEAD"]),
        "changed_files": changed_files(),
        "version": env!("CARGO_PKG_VERSION"),
        "rustc": said_by("rustc", &["--version"]),
        "machine": {
            "processors": available_parallelism().map_or(0, std::num::NonZero::get),
            "processor": field("/proc/cpuinfo", "model name"),
            "memory": field("/proc/meminfo", "MemTotal"),
            "kernel": fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default().trim(),
            "load": fs::read_to_string("/proc/loadavg").unwrap_or_default().trim(),
        },
        "scenarios": scenarios.to_json(),
        "figures": list,
        "notes": notes,
    })
}

/// How much else the machine has to do, for the notes.
pub fn load(when: &str) -> String {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    format!("load of the machine {when}: {}", load.trim())
}

fn changed_files() -> usize {
    said_by("git", &["status", "--porcelain"]).lines().count()
}

fn said_by(program: &str, arguments: &[&str]) -> String {
    Command::new(program)
        .args(arguments)
        .output()
        .ok()
        .and_then(|output| String::from_utf8(output.stdout).ok())
        .map(|text| text.trim().to_owned())
        .unwrap_or_default()
}

fn field(file: &str, name: &str) -> String {
    let text = fs::read_to_string(file).unwrap_or_default();
    text.lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(key, _)| key.trim() == name)
        .map(|(_, value)| value.trim().to_owned())
        .unwrap_or_default()
}
