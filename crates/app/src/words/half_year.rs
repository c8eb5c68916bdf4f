//! The words for how people live half a year after they came in.

use handrail_engine::api::{Aspect, AspectState, MilestoneEvent};

use super::{
    Words,
    dates::{self, Moment},
};

/// What a day stands for: a part of its own, so that its words come with the later screens.
#[inline(never)]
pub fn milestone(event: MilestoneEvent) -> &'static str {
    match event {
        MilestoneEvent::Housed => "milestone-housed",
        MilestoneEvent::NotHoused => "milestone-not-housed",
        MilestoneEvent::InWork => "milestone-in-work",
        _ => "milestone-not-in-work",
    }
}

/// What is looked at.
pub fn aspect(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Home => "half-year-home",
        Aspect::Work => "half-year-work",
    }
}

/// What counts as that.
pub fn meaning(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Home => "half-year-home-words",
        Aspect::Work => "half-year-work-words",
    }
}

/// What is known of it.
pub fn state(words: &Words, moment: &Moment, state: AspectState) -> String {
    let (key, on) = match state {
        AspectState::Yes(on) => ("half-year-yes", on),
        AspectState::No(on) => ("half-year-no", on),
        AspectState::Both(on) => ("half-year-both", on),
        AspectState::NotSaid => return words.say("half-year-not-said"),
    };
    let day = dates::day(words, moment, &on.to_string());
    words.say_with(key, [("day", day.into())])
}
