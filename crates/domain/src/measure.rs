//! Measures of what a program does and what came of it (S0-8, S3-1 to S3-8, S3-24).
//!
//! A measure says what it counts, is counted for any period when it is asked for, and never shows a
//! bare share: numerator, denominator and day stand beside it. Nothing and nought are two things.

mod card;
mod cases;
mod export;
mod facts;
mod forecast;
mod period;
mod tally;
mod telling;

pub use card::{
    Block, Card, Definition, MOST_PARTNERS, MeasureBody, MeasureWord, Said, StoryWord, Told,
    ToldPoint, cards,
};
pub use cases::{Builtin, WINDOW_DAYS, cases, counted_since};
pub use export::{Line, csv, csv_field, json};
pub use facts::{
    CallOutFact, ContactDay, Facts, Makes, PersonFacts, ShiftFact, SiteFact, SoughtFact,
    SupervisionFact, Tags, TrainingFact, WorkDay,
};
pub use forecast::{Forecast, LEAST_POINTS, forecast};
pub use period::{Grain, Period};
pub use tally::{Case, Dimension, Found, Slice, Subject, Tally, Value, slices};
pub use telling::{TOLD_BY, told_cases, told_parts, told_value};

use crate::coded::coded;

coded! {
    /// The question that a measure answers (Results-Based Accountability).
    Question {
        /// How much was done.
        HowMuch = "how_much",
        /// How well it was done.
        HowWell = "how_well",
        /// Whether anybody is better off.
        BetterOff = "better_off",
    }
}

coded! {
    /// What a measure says something about. No program alone answers for a population.
    Level {
        /// Everybody in a place, whoever serves them.
        Population = "population",
        /// What a program does and what came of it.
        Performance = "performance",
    }
}

coded! {
    /// What a measure's value is.
    Unit {
        /// So many.
        Number = "number",
        /// So many of so many.
        Share = "share",
        /// Minutes; the middle one of all.
        Minutes = "minutes",
        /// Days; the middle one of all.
        Days = "days",
    }
}

#[cfg(test)]
mod tests;
