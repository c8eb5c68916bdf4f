//! How a concern stands, in words that are true.

use handrail_engine::api::{
    Action, ConcernKind, ConcernKnown, ConcernStage, ConcernView, DecisionView, Teller,
};

use crate::{
    components::MarkTone,
    words::{
        Words,
        dates::{self, Moment},
    },
};

/// What is off, on the page of the concern itself.
pub fn kind(kind: Option<ConcernKind>) -> &'static str {
    match kind {
        Some(ConcernKind::Struggling) => "off-struggling",
        Some(ConcernKind::Risk) => "off-risk",
        Some(ConcernKind::ChildRisk) => "off-child",
        Some(ConcernKind::Confided) => "off-confided",
        Some(ConcernKind::Work) => "off-work",
        None => "off-title",
    }
}

/// The same where somebody may look over a shoulder: what was told in confidence is not named.
pub fn kind_in_lists(of: Option<ConcernKind>) -> &'static str {
    match of {
        Some(ConcernKind::Confided) | None => "off-title",
        other => kind(other),
    }
}

/// What a kind is for.
pub fn kind_hint(kind: ConcernKind) -> &'static str {
    match kind {
        ConcernKind::Struggling => "off-struggling-hint",
        ConcernKind::Risk => "off-risk-hint",
        ConcernKind::ChildRisk => "off-child-hint",
        ConcernKind::Confided => "off-confided-hint",
        ConcernKind::Work => "off-work-hint",
    }
}

/// What a supervisor can decide.
pub fn action(action: Action) -> &'static str {
    match action {
        Action::ClinicTalks => "off-action-clinic",
        Action::SupervisorTalks => "off-action-supervisor",
        Action::Visit => "off-action-visit",
        Action::GoOn => "off-action-go-on",
        Action::Other => "off-action-other",
    }
}

/// Who tells the participant.
pub fn teller(teller: Teller) -> &'static str {
    match teller {
        Teller::Clinic => "off-teller-clinic",
        Teller::Supervisor => "off-teller-supervisor",
        Teller::Nobody => "off-teller-nobody",
    }
}

/// What a decision means for the coach.
pub fn decided(words: &Words, decision: &DecisionView) -> String {
    let by = [("by", decision.by.clone().into())];
    match decision.action {
        Action::ClinicTalks => words.say("off-next-clinic"),
        Action::SupervisorTalks => words.say_with("off-next-supervisor", by),
        Action::Visit => words.say("off-next-visit"),
        Action::GoOn => words.say("off-next-go-on"),
        Action::Other => words.say_with("off-next-other", by),
    }
}

/// How far it is, in a few words.
pub fn stage(stage: ConcernStage) -> (&'static str, MarkTone) {
    match stage {
        ConcernStage::Raised => ("off-stage-raised", MarkTone::Attention),
        ConcernStage::Seen => ("off-stage-seen", MarkTone::Primary),
        ConcernStage::Decided => ("off-stage-decided", MarkTone::Primary),
        ConcernStage::Done => ("off-stage-done", MarkTone::Good),
        ConcernStage::TakenBack => ("off-stage-back", MarkTone::Quiet),
    }
}

/// How long it waits for somebody to see it, or waited until somebody did.
pub fn waited(words: &Words, moment: &Moment, one: &ConcernView) -> String {
    let first = one.seen.iter().map(|(_, at)| *at).min();
    let decided = one.decisions.iter().map(|made| made.at).min();
    let seen = first.into_iter().chain(decided).min();
    let minutes = (seen.unwrap_or(moment.at) - one.at).max(0) / 60_000;
    let is_seen = seen.is_some();
    let (key, count) = match minutes {
        0..120 if is_seen => ("off-seen-after", minutes),
        0..120 => ("off-waits", minutes),
        120..2_880 if is_seen => ("off-seen-after-hours", minutes / 60),
        120..2_880 => ("off-waits-hours", minutes / 60),
        _ if is_seen => ("off-seen-after-days", minutes / 1_440),
        _ => ("off-waits-days", minutes / 1_440),
    };
    words.say_with(key, [("count", count.into())])
}

/// How far the words of this device got; nothing for what another device wrote.
pub fn known(known: ConcernKnown) -> Option<&'static str> {
    match known {
        ConcernKnown::HereOnly => Some("off-known-here"),
        ConcernKnown::Sent => Some("off-known-sent"),
        ConcernKnown::Reached => Some("off-known-reached"),
        ConcernKnown::Arrived => None,
    }
}

/// What happens next, one sentence for each thing that is known.
pub fn next(words: &Words, moment: &Moment, one: &ConcernView) -> Vec<String> {
    let at = |at: i64| dates::day_and_time(words, moment, at);
    let mut said = Vec::new();
    for decision in &one.decisions {
        said.push(decided(words, decision));
        if !decision.words.is_empty() {
            said.push(decision.words.clone());
        }
        match (&decision.told, decision.teller) {
            (Some((by, when)), _) => said.push(words.say_with(
                "off-was-told",
                [("by", by.clone().into()), ("when", at(*when).into())],
            )),
            (None, Teller::Nobody) => {}
            (None, teller) => said.push(words.say(match teller {
                Teller::Clinic => "off-to-tell-clinic",
                _ => "off-to-tell-supervisor",
            })),
        }
    }
    for (who, when) in &one.seen {
        let with = [("by", who.clone().into()), ("when", at(*when).into())];
        said.push(words.say_with("off-seen-by", with));
    }
    if one.stage == ConcernStage::Raised {
        said.push(words.say("off-nobody-yet"));
        said.push(match one.asked.as_slice() {
            [] => words.say("off-nobody-asked"),
            all => words.say_with("off-asked", [("names", all.join(", ").into())]),
        });
        if let Some((who, when)) = &one.next {
            let with = [("by", who.clone().into()), ("when", at(*when).into())];
            said.push(words.say_with("off-asked-next", with));
        } else if !one.asked.is_empty() {
            said.push(words.say("off-all-asked"));
        }
    }
    said
}
