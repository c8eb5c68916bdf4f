//! Scorecards: measures with their curve and the five blocks around it (S3-24).

mod curve;
mod define;
mod export;
mod list;
mod measure_words;
mod page;
mod paper;
mod rows;
mod tell;

pub use list::{Scorecards, ScorecardsContent};
pub use page::{Scorecard, ScorecardContent};
pub use paper::{PaperContent, ScorecardPaper};
pub use rows::{RowsContent, ScorecardPart, ScorecardRows};

use dioxus::prelude::*;
use handrail_engine::api::measure::{Dimension, Grain};
use handrail_engine::api::{MeasureView, Query, Reply, ScorecardQuery, ScorecardReply, Topic};

use crate::ask::{Load, use_view};

/// The view of one measure, kept current.
fn use_measure(
    measure: &str,
    chosen: impl Fn() -> (Option<Grain>, Option<Dimension>) + 'static,
) -> Signal<Load<MeasureView>> {
    let measure = measure.to_owned();
    use_view(
        &[Topic::Team, Topic::Encounters, Topic::People],
        move || {
            let (grain, by) = chosen();
            Query::Scorecard(ScorecardQuery::Measure {
                measure: measure.clone(),
                grain,
                by,
            })
        },
        |reply| match reply {
            Reply::Scorecard(ScorecardReply::Measure(view)) => Some(*view),
            _ => None,
        },
    )
}
