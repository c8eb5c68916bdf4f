//! Measured numbers with their units, counts and targets.

use std::time::Duration;

use serde_json::{Map, Value, json};

/// All figures of a run, in the order in which they were measured.
#[derive(Default)]
pub struct Figures {
    list: Vec<Value>,
    notes: Vec<String>,
}

impl Figures {
    /// One number. `samples` is how many measurements stand behind it.
    pub fn add(&mut self, name: &str, value: f64, unit: &str, samples: usize) {
        self.push(name, value, unit, samples, None);
    }

    /// One number that should not exceed `target`.
    pub fn add_with_target(
        &mut self,
        name: &str,
        value: f64,
        unit: &str,
        samples: usize,
        target: f64,
    ) {
        self.push(name, value, unit, samples, Some(target));
    }

    /// The median and the 95th percentile of durations, in milliseconds.
    pub fn add_durations(&mut self, name: &str, durations: &[Duration], target_p95: Option<f64>) {
        let samples = durations.len();
        let median = percentile(durations, 50);
        let high = percentile(durations, 95);
        self.push(&format!("{name}_p50"), median, "ms", samples, None);
        self.push(&format!("{name}_p95"), high, "ms", samples, target_p95);
    }

    /// What a reader must know to judge the figures.
    pub fn note(&mut self, text: impl Into<String>) {
        self.notes.push(text.into());
    }

    /// As they are printed.
    pub fn to_json(&self) -> (Value, Value) {
        (json!(self.list), json!(self.notes))
    }

    fn push(&mut self, name: &str, value: f64, unit: &str, samples: usize, target: Option<f64>) {
        let mut figure = Map::new();
        figure.insert("name".to_owned(), json!(name));
        figure.insert("value".to_owned(), json!(rounded(value)));
        figure.insert("unit".to_owned(), json!(unit));
        figure.insert("n".to_owned(), json!(samples));
        if let Some(target) = target {
            figure.insert("target_at_most".to_owned(), json!(target));
            figure.insert("met".to_owned(), json!(value <= target));
        }
        eprintln!("{name}: {} {unit} (n = {samples})", rounded(value));
        self.list.push(Value::Object(figure));
    }
}

/// Milliseconds, as a number with a fraction.
pub fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1_000.0
}

/// A count as a number with a fraction; exact below 2^53.
#[allow(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
pub fn number(count: u64) -> f64 {
    count as f64
}

fn percentile(durations: &[Duration], percent: usize) -> f64 {
    let mut sorted = durations.to_vec();
    sorted.sort_unstable();
    let place = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
    sorted.get(place).copied().map_or(0.0, milliseconds)
}

fn rounded(value: f64) -> f64 {
    (value * 1_000.0).round() / 1_000.0
}
