//! What is owed, and why, in words (issue 4.3).

use handrail_engine::api::{
    Because, EndsBy, Hushed, LocalDate, MilestoneEvent, Obligation, ObligationKind, ObligationState,
};

use super::{
    Words,
    dates::{self, Moment},
    labels,
};

/// "Court. Due: today" or "Court: Wed, May 6".
pub fn title(words: &Words, moment: &Moment, one: &Obligation) -> String {
    let (key, day) = match one.state {
        ObligationState::Owed { due, .. } => ("obligation-owed", due),
        ObligationState::Kept { next } => ("obligation-next", next),
        ObligationState::Ahead { on } | ObligationState::Over { on, .. } => {
            ("obligation-ahead", on)
        }
        ObligationState::Watch { through } => ("obligation-watch", through),
    };
    with(words, moment, key, labels::obligation(one.kind), day)
}

/// Why it is there, by whose rule, and what ends it: one sentence for each.
pub fn reasons(words: &Words, moment: &Moment, one: &Obligation) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for because in &one.because {
        said.extend(reason(words, moment, because));
    }
    if let Some(program) = &one.program {
        said.push(words.say_with("because-program", [("program", program.clone().into())]));
    }
    said.push(match one.ends {
        EndsBy::IntakeConfirmed => words.say("duty-until"),
        EndsBy::Judgement => words.say("ends-judgement"),
        EndsBy::Release => words.say("ends-release"),
        EndsBy::Day { on, provisional } => {
            let key = if provisional {
                "ends-day-provisional"
            } else {
                "ends-day"
            };
            said_on(words, moment, key, on)
        }
        EndsBy::HandOff => words.say("ends-hand-off"),
        EndsBy::Contact => words.say("ends-contact"),
        EndsBy::NextInjection => words.say("ends-injection"),
    });
    said
}

/// "Court date: Wed, May 6".
pub fn milestone(words: &Words, moment: &Moment, event: MilestoneEvent, day: &str) -> String {
    let day = dates::day(words, moment, day);
    let what = words.say(labels::milestone(event));
    words.say_with(
        "obligation-ahead",
        [("what", what.into()), ("day", day.into())],
    )
}

/// Until when it is quiet, and why.
pub fn hushed(words: &Words, moment: &Moment, hushed: &Hushed) -> String {
    let reason = hushed.reason.clone();
    match hushed.until {
        Some(until) => {
            let day = dates::day(words, moment, &until.to_string());
            words.say_with(
                "hushed-until",
                [("day", day.into()), ("reason", reason.into())],
            )
        }
        None => words.say_with("hushed-muted", [("reason", reason.into())]),
    }
}

fn reason(words: &Words, moment: &Moment, because: &Because) -> Option<String> {
    let (key, day) = match because {
        Because::Discharged(day) => ("owed-since", *day),
        Because::IntakeConfirmed { confirmed_on, .. } => ("because-confirmed", *confirmed_on),
        Because::InProgramSince(day) => ("because-in-program", *day),
        Because::LastReached(Some(day)) => ("because-last-reached", *day),
        Because::MissedGroup(day) => ("because-missed-group", *day),
        Because::InjectionDue(day) => ("because-injection", *day),
        Because::ReleaseDayPassed(day) => ("because-release-passed", *day),
        Because::NotYet(event) => {
            let what = words.say(labels::milestone(*event));
            return Some(words.say_with("because-not-yet", [("what", what.into())]));
        }
        Because::Event { event, on, .. } => {
            return Some(milestone(words, moment, *event, &on.to_string()) + ".");
        }
        Because::Every(days) => {
            return Some(words.say_with("because-every", [("count", (*days).into())]));
        }
        Because::Tried(times) => {
            let said = || words.say_with("because-tried", [("count", (*times).into())]);
            return (*times > 0).then(said);
        }
        Because::LastReached(None) => return Some(words.say("because-never-reached")),
        Because::NotJudged => return Some(words.say("because-not-judged")),
        Because::NotHandedOff => return Some(words.say("because-not-handed-off")),
        Because::HighRisk(_) => return Some(words.say("because-high-risk")),
        // Daily contact says it in its own words.
        Because::Intake(_) => return None,
    };
    Some(said_on(words, moment, key, day))
}

fn said_on(words: &Words, moment: &Moment, key: &str, day: LocalDate) -> String {
    let day = dates::day(words, moment, &day.to_string());
    words.say_with(key, [("day", day.into())])
}

fn with(words: &Words, moment: &Moment, key: &str, what: &str, day: LocalDate) -> String {
    let day = dates::day(words, moment, &day.to_string());
    words.say_with(key, [("what", words.say(what).into()), ("day", day.into())])
}

/// Whether daily contact, which has words of its own, is meant.
pub fn is_daily(one: &Obligation) -> bool {
    one.kind == ObligationKind::Daily
}

#[cfg(test)]
mod tests {
    use handrail_engine::api::Language;

    use super::*;

    fn at(day: &str) -> Moment {
        let offset_at: fn(i64) -> i32 = |_| 0;
        let moment = Moment { at: 0, offset_at };
        Moment {
            at: moment.instant_of(day, "12:00").unwrap(),
            offset_at,
        }
    }

    fn day(text: &str) -> LocalDate {
        LocalDate::parse(text).unwrap()
    }

    fn birth() -> Obligation {
        Obligation {
            kind: ObligationKind::Perinatal,
            anchor: day("2026-11-01"),
            since: day("2026-11-01"),
            rule: "perinatal".into(),
            program: Some("Pregnancy2recovery".into()),
            state: ObligationState::Owed {
                due: day("2026-11-21"),
                days_late: 0,
                tried_today: false,
            },
            because: vec![
                Because::Event {
                    event: MilestoneEvent::Birth,
                    on: day("2026-11-01"),
                    record: None,
                },
                Because::Every(7),
                Because::LastReached(None),
                Because::Tried(0),
            ],
            ends: EndsBy::Day {
                on: day("2027-02-01"),
                provisional: false,
            },
            hushed: None,
        }
    }

    /// Issue 4.3: "why is this here?"
    #[test]
    fn an_obligation_says_what_is_due_why_by_whose_rule_and_until_when() {
        let now = at("2026-11-21");
        let english = Words::of(Language::English);
        assert_eq!(
            title(&english, &now, &birth()),
            "Contact in pregnancy and after the birth. Due: today"
        );
        assert_eq!(
            reasons(&english, &now, &birth()),
            [
                "Birth: Sun, Nov 1.",
                "A contact is due every 7 days.",
                "Not reached so far.",
                "Program: Pregnancy2recovery.",
                "Ends after: Mon, Feb 1.",
            ]
        );
        let spanish = Words::of(Language::Spanish);
        assert_eq!(
            title(&spanish, &now, &birth()),
            "Contacto en el embarazo y después del parto. Para: hoy"
        );
        assert_eq!(
            reasons(&spanish, &now, &birth())[1],
            "Corresponde un contacto cada 7 días."
        );
    }

    /// Issue 4.3.
    #[test]
    fn every_kind_milestone_and_reason_has_words_in_both_languages() {
        let now = at("2026-11-21");
        for language in [Language::English, Language::Spanish] {
            let words = Words::of(language);
            for kind in ObligationKind::ALL {
                assert!(words.has(labels::obligation(*kind)), "{kind:?}");
            }
            for event in MilestoneEvent::ALL {
                assert!(words.has(labels::milestone(*event)), "{event:?}");
            }
            let on = day("2026-11-20");
            for because in [
                Because::Discharged(on),
                Because::IntakeConfirmed {
                    confirmed_on: on,
                    intake_on: None,
                },
                Because::InProgramSince(on),
                Because::Every(1),
                Because::LastReached(Some(on)),
                Because::Tried(2),
                Because::MissedGroup(on),
                Because::InjectionDue(on),
                Because::ReleaseDayPassed(on),
                Because::NotJudged,
                Because::NotHandedOff,
                Because::NotYet(MilestoneEvent::CommunitySupport),
            ] {
                let said = reason(&words, &now, &because).unwrap();
                assert!(said.ends_with('.') && !said.contains("because"), "{said}");
            }
        }
    }
}
