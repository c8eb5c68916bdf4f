use dioxus::prelude::*;
use handrail_engine::api::{Connection, LocalDate, Look, Return, Stage, TreatmentStanding};

use crate::{
    components::{Icon, IconName, Section},
    words::{
        Words,
        dates::{self, Moment},
    },
};

/// How far the connection to treatment is, whether it holds, and the way back after a return to use
/// (S0-8, S4-25). Nothing of it is typed here: it follows from the important dates.
pub fn connection(words: &Words, moment: &Moment, known: &Connection) -> Element {
    if known.stage.is_none() && known.returns.is_empty() {
        return rsx! {};
    }
    let day = |day: LocalDate| dates::day(words, moment, &day.to_string());
    let with = |key: &str, on: LocalDate| words.say_with(key, [("day", day(on).into())]);
    let stage = known.stage.map(|stage| match stage {
        Stage::Asked => words.say("connection-asked"),
        Stage::Tentative(None) => words.say("connection-tentative"),
        Stage::Tentative(Some(on)) => with("connection-tentative-on", on),
        Stage::Confirmed(None) => words.say("connection-confirmed"),
        Stage::Confirmed(Some(on)) => with("connection-confirmed-on", on),
        Stage::Passed(on) => with("connection-passed", on),
        Stage::Attended(on) => with("connection-attended", on),
    });
    let look = |look: &Look| match look.standing {
        TreatmentStanding::Ahead => with("connection-ahead", look.on),
        TreatmentStanding::Active(_) => words.say("connection-active"),
        TreatmentStanding::Left(on) => with("connection-left", on),
        TreatmentStanding::NotSaid => words.say("connection-not-said"),
    };
    let back = |one: &Return| {
        let key = match one.reconnected {
            Some(_) => "connection-back",
            None => "connection-not-back",
        };
        words.say_with(key, [("days", one.days.into())])
    };
    rsx! {
        Section { title: words.say("connection-title"), testid: "connection",
            ul { class: "rows",
                if let Some(stage) = stage {
                    li { class: "row",
                        Icon { name: IconName::Calendar }
                        span { class: "row-body",
                            span { class: "row-title", "{stage}" }
                            for one in &known.looks {
                                span { key: "{one.after}", class: "row-line", "data-testid": "connection-look",
                                    {words.say_with("connection-after", [("days", one.after.into())])}
                                    ": "
                                    {look(one)}
                                }
                            }
                        }
                    }
                }
                for one in known.returns.iter().rev() {
                    li { key: "{one.on}", class: "row", "data-testid": "connection-return",
                        Icon { name: IconName::Seedling }
                        span { class: "row-body",
                            span { class: "row-title", {with("connection-returned", one.on)} }
                            span { class: "row-line", {back(one)} }
                        }
                    }
                }
            }
        }
    }
}
