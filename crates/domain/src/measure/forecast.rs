//! What comes next if nothing changes.
//!
//! The method, in full: a straight line through the whole periods that have a value, by least squares
//! (missing ones are left out, not taken for nought), read off at the next period. The band is the
//! prediction interval of that line at 80 percent: four of five such forecasts hold what then comes,
//! if things go on as before and scatter as before. Below [`LEAST_POINTS`] values there is neither,
//! for a line through so few says nothing.

use serde::{Deserialize, Serialize};

/// The fewest values from which something is forecast.
pub const LEAST_POINTS: usize = 5;

/// The point that leaves a tenth above it in Student's distribution, for 3 to 10 degrees of freedom;
/// above them the next lower, which makes the band wider, never narrower.
const TENTH_ABOVE: [f64; 8] = [1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372];

/// The next value, with the band in which four of five lie.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Forecast {
    /// The value on the line.
    pub value: f64,
    /// The lower end of the band.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// The value after the last of these; not below nought and not above `most`.
pub fn forecast(heights: &[Option<u32>], most: Option<u32>) -> Option<Forecast> {
    let place = |index: usize| u32::try_from(index).map(f64::from).ok();
    let mut points = Vec::new();
    for (index, height) in heights.iter().enumerate() {
        if let Some(height) = height {
            points.push((place(index)?, f64::from(*height)));
        }
    }
    if points.len() < LEAST_POINTS {
        return None;
    }
    let count = place(points.len())?;
    let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / count;
    let (mean_x, mean_y) = (mean(|point| point.0), mean(|point| point.1));
    let spread: f64 = points.iter().map(|(x, _)| (x - mean_x).powi(2)).sum();
    let together: f64 = points
        .iter()
        .map(|(x, y)| (x - mean_x) * (y - mean_y))
        .sum();
    let slope = together / spread;
    let line = |x: f64| mean_y + slope * (x - mean_x);
    let off: f64 = points.iter().map(|(x, y)| (y - line(*x)).powi(2)).sum();
    let free = points.len() - 2;
    let deviation = (off / (count - 2.0)).sqrt();
    let next = place(heights.len())?;
    let reach = (1.0 + 1.0 / count + (next - mean_x).powi(2) / spread).sqrt();
    let last = TENTH_ABOVE.len() - 1;
    let tenth = TENTH_ABOVE.get((free - 3).min(last))?;
    let half = tenth * deviation * reach;
    let keep = |value: f64| value.clamp(0.0, most.map_or(f64::MAX, f64::from));
    Some(Forecast {
        value: keep(line(next)),
        low: keep(line(next) - half),
        high: keep(line(next) + half),
    })
}
