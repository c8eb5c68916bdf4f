//! A signature: drawn, typed, or on paper.

use serde::{Deserialize, Serialize};

/// Width of the box in which somebody signs; points lie within it.
pub const BOX_WIDTH: u16 = 280;
/// Height of it.
pub const BOX_HEIGHT: u16 = 120;
/// Most points of one signature; more are left out.
pub const MOST_POINTS: usize = 600;
/// Fewer points than this are a slip of the finger.
const FEWEST_POINTS: usize = 4;

/// Lines drawn without lifting the finger, each a list of points from the upper left corner.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Strokes(Vec<Vec<(u16, u16)>>);

impl Strokes {
    /// A finger was put down there.
    pub fn begin(&mut self, x: f64, y: f64) {
        if self.points() < MOST_POINTS {
            self.0.push(vec![within(x, y)]);
        }
    }

    /// It moved there. The same place again is left out.
    pub fn go_on(&mut self, x: f64, y: f64) {
        let (point, is_full) = (within(x, y), self.points() >= MOST_POINTS);
        if let Some(stroke) = self.0.last_mut()
            && !is_full
            && stroke.last() != Some(&point)
        {
            stroke.push(point);
        }
    }

    /// Every line.
    pub fn lines(&self) -> &[Vec<(u16, u16)>] {
        &self.0
    }

    fn points(&self) -> usize {
        self.0.iter().map(Vec::len).sum()
    }

    /// As one text: points by spaces, lines by semicolons.
    pub fn to_text(&self) -> String {
        let line = |line: &Vec<(u16, u16)>| {
            let points: Vec<String> = line.iter().map(|(x, y)| format!("{x},{y}")).collect();
            points.join(" ")
        };
        let lines: Vec<String> = self.0.iter().map(line).collect();
        lines.join(";")
    }

    /// Reads what [`Strokes::to_text`] wrote; what lies outside the box or is too much is left out.
    pub fn from_text(text: &str) -> Self {
        let mut strokes = Self::default();
        for line in text.split(';').filter(|line| !line.is_empty()) {
            let points = line.split(' ').filter_map(|point| {
                let (x, y) = point.split_once(',')?;
                Some((x.parse::<u16>().ok()?, y.parse::<u16>().ok()?))
            });
            for (place, (x, y)) in points.enumerate() {
                if place == 0 {
                    strokes.begin(f64::from(x), f64::from(y));
                } else {
                    strokes.go_on(f64::from(x), f64::from(y));
                }
            }
        }
        strokes
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the numbers are held within the box"
)]
fn within(x: f64, y: f64) -> (u16, u16) {
    let held = |value: f64, most: u16| value.clamp(0.0, f64::from(most)).round() as u16;
    (held(x, BOX_WIDTH), held(y, BOX_HEIGHT))
}

/// How it was signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Signature {
    /// Drawn on the screen.
    Drawn(Strokes),
    /// The name, typed by who signs.
    Typed(String),
    /// On paper, and where that is kept.
    OnPaper(String),
}

impl Signature {
    /// Whether there is something to it.
    pub fn is_there(&self) -> bool {
        match self {
            Self::Drawn(strokes) => strokes.points() >= FEWEST_POINTS,
            Self::Typed(words) | Self::OnPaper(words) => !words.trim().is_empty(),
        }
    }
}
