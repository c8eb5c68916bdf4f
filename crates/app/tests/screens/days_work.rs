//! A coach's day: what is first, what is asked before something is lost, and what a slip of the thumb comes to.

use handrail_engine::api::{
    CallOutAnswer, CallOutCommand, CallOutInput, CoachingCommand, Command, DetailField, DraftKind,
    EngineError, GrowthCommand, Language, MoneyCommand, Query, Reply, WorkforceCommand,
    WorkforceReply,
};

use crate::{
    live::{Live, orders, refuse},
    sample, shown,
    stage::{self, Canned, open},
};

fn used(path: &str, answer: fn(&Query) -> Option<Reply>) -> Live {
    let session = sample::unlocked();
    Live::open(path, Canned { session, answer })
}

/// What stands in the words at the bottom.
fn toast(page: &Live) -> String {
    let html = page.html();
    let from = html.find("toast-words").unwrap_or(html.len());
    let said = html.get(from..).unwrap_or_default();
    said.split("</div>").next().unwrap_or_default().to_owned()
}

#[test]
fn a_tick_stands_beside_what_was_saved_and_beside_no_refusal() {
    let mut page = used("/calendar", sample::answer);
    refuse(Some(EngineError::StorageFull));
    page.tap("upshot-called-off");
    let said = toast(&page);
    let tick = said.find("</span>").and_then(|end| said.get(..end));
    assert!(tick.is_some_and(|first| !first.contains("<svg")), "{said}");
    refuse(None);
    page.tap("upshot-called-off");
    let said = toast(&page);
    let tick = said.find("</span>").and_then(|end| said.get(..end));
    assert!(tick.is_some_and(|first| first.contains("<svg")), "{said}");
}

#[test]
fn a_contact_that_was_discarded_by_mistake_comes_back_by_one_tap() {
    let mut page = used("/log/01", sample::answer);
    page.tap("log-discard");
    assert_eq!(toast(&page), "", "nothing was typed");
    let mut page = used("/log/01", sample::answer);
    page.put("log-note", "input", "Rang twice");
    page.tap("log-discard");
    assert!(shown(&toast(&page), "Discarded."));
    stage::orders();
    page.tap("undo");
    let all = stage::orders();
    let kept = all.iter().find_map(|command| match command {
        Command::SaveDraft { key, json } => Some((key.as_str(), json.contains("Rang twice"))),
        _ => None,
    });
    assert_eq!(kept, Some(("log:01", true)), "{all:?}");
    assert!(shown(&toast(&page), "What you typed is kept."));
}

#[test]
fn a_contact_that_was_refused_is_kept_as_it_was_typed_last() {
    let mut page = used("/log/01", sample::answer);
    page.put("log-note", "input", "Rang twice");
    refuse(Some(EngineError::StorageFull));
    stage::orders();
    page.submit("log-save");
    let all = stage::orders();
    let logged = |command: &Command| matches!(command, Command::LogEncounter { .. });
    let place = all.iter().position(logged).unwrap_or(all.len());
    let kept = |command: &Command| matches!(command, Command::SaveDraft { key, json } if key == "log:01" && json.contains("Rang twice"));
    assert!(all.iter().skip(place).any(kept), "{all:?}");
    assert!(shown(&page.html(), "What you typed is kept."));
}

/// Nobody has told their number.
fn without_numbers(query: &Query) -> Option<Reply> {
    match sample::answer(query)? {
        Reply::Today(mut view) => {
            for row in &mut view.owed {
                row.phone.clear();
            }
            Some(Reply::Today(view))
        }
        other => Some(other),
    }
}

#[test]
fn who_has_no_number_can_be_given_one_from_both_buttons() {
    for button in ["owed-call", "owed-text"] {
        let mut page = used("/", without_numbers);
        page.tap(button);
        assert!(page.html().contains("guard-edit"), "{button}");
    }
}

#[test]
fn s0_6_why_somebody_is_owed_a_contact_stands_before_the_ways_to_other_pages() {
    let html = open("/people/01", Language::English);
    let place = |testid: &str| {
        let found = html.find(&format!("data-testid=\"{testid}\""));
        found.unwrap_or_else(|| panic!("{testid}"))
    };
    assert!(place("person-log") < place("obligation"));
    assert!(place("obligation") < place("person-plan"));
}

#[test]
fn s2_2_a_program_that_is_refused_is_refused_before_anything_else_is_written() {
    let mut page = used("/people/01/edit", sample::answer);
    page.put("detail-preferred-name", "input", "Jo");
    page.put("detail-program", "input", "Re-entry (test)");
    refuse(Some(EngineError::NotTrained {
        coach: "Marisol Reyes".to_owned(),
    }));
    orders();
    page.submit("details-submit");
    let all = orders();
    let program = |command: &Command| {
        matches!(
            command,
            Command::SetDetail {
                field: DetailField::Program,
                ..
            }
        )
    };
    assert!(all.len() == 1 && all.iter().all(program), "{all:?}");
}

/// Somebody wrote something to remember at a bedside.
fn with_words(query: &Query) -> Option<Reply> {
    match query {
        Query::Draft { key } if key == "call-out:c1" => {
            Some(Reply::Draft(Some("\"Bed four\"".to_owned())))
        }
        _ => sample::answer(query),
    }
}

fn answers() -> Vec<CallOutInput> {
    let said = |command| match command {
        Command::CallOut(CallOutCommand::Change { change, .. }) => Some(change),
        _ => None,
    };
    orders().into_iter().filter_map(said).collect()
}

#[test]
fn s0_3_what_was_written_at_a_bedside_is_not_erased_by_one_tap_beside_another() {
    let mut page = used("/call-outs/c1", with_words);
    page.tap("call-out-answer-declined");
    assert!(answers().is_empty(), "it asks first");
    page.tap("call-out-erase-cancel");
    page.tap("call-out-answer-accepted");
    let accepted = CallOutInput::Answer(Some(CallOutAnswer::Accepted));
    assert_eq!(answers(), [accepted]);
    page.tap("call-out-answer-declined");
    page.tap("call-out-erase-go");
    let declined = CallOutInput::Answer(Some(CallOutAnswer::Declined));
    assert_eq!(answers(), std::slice::from_ref(&declined));
    // With nothing written nothing is asked.
    let mut page = used("/call-outs/c1", sample::answer);
    page.tap("call-out-answer-declined");
    assert_eq!(answers(), [declined]);
}

/// The last of the list is the only one who is owed a contact.
fn last_is_owed(query: &Query) -> Option<Reply> {
    match sample::answer(query)? {
        Reply::People(mut view) => {
            let last = view.rows.len().saturating_sub(1);
            for (place, row) in view.rows.iter_mut().enumerate() {
                row.owed_today = place == last;
                row.name = format!("Person {place}");
            }
            Some(Reply::People(view))
        }
        other => Some(other),
    }
}

#[test]
fn s0_5_who_is_owed_a_contact_is_first_where_a_contact_is_logged() {
    let html = used("/log", last_is_owed).html();
    let names: Vec<&str> = html.split("Person ").skip(1).collect();
    let first = names.first().and_then(|rest| rest.chars().next());
    assert!(names.len() > 1 && first != Some('0'), "{first:?}");
    assert!(shown(&html, "Needs a contact today"));
}

/// What was approved has somebody who will pay.
fn with_a_funder(query: &Query) -> Option<Reply> {
    match sample::answer(query)? {
        Reply::Workforce(mut reply) => {
            if let WorkforceReply::Claims(view) = &mut *reply {
                for one in &mut view.stipends {
                    "County (test)".clone_into(&mut one.decided.funder);
                }
            }
            Some(Reply::Workforce(reply))
        }
        other => Some(other),
    }
}

#[test]
fn s3_14_what_is_approved_says_where_the_money_comes_from_and_not_that_it_was_paid() {
    let html = used("/team/people/me/claims", with_a_funder).html();
    assert!(shown(&html, "The money comes from County (test)"));
    assert!(!shown(&html, "Paid by"));
}

/// Somebody new was half written down.
fn half_a_person(query: &Query) -> Option<Reply> {
    match query {
        Query::Draft { key } if key == "add-participant" => {
            let kept = [(DetailField::Phone, "608 555 0100")];
            Some(Reply::Draft(serde_json::to_string(&kept).ok()))
        }
        Query::Today => match sample::answer(query)? {
            Reply::Today(mut view) => {
                for draft in &mut view.drafts {
                    draft.kind = DraftKind::New;
                }
                Some(Reply::Today(view))
            }
            other => Some(other),
        },
        _ => sample::answer(query),
    }
}

#[test]
fn somebody_new_who_was_half_written_down_is_found_from_today_and_can_be_put_away() {
    let html = used("/", half_a_person).html();
    let drafts = html.split("today-drafts").nth(1).unwrap_or_default();
    assert!(drafts.contains("href=\"/people/new\"") && shown(drafts, "Add a person"));
    let mut page = used("/people/new", half_a_person);
    assert!(shown(&page.html(), "is not saved yet") && page.html().contains("608 555 0100"));
    stage::orders();
    page.tap("details-discard");
    let away = |command: &Command| matches!(command, Command::DiscardDraft { key } if key == "add-participant");
    assert!(stage::orders().iter().any(away));
    assert!(!page.html().contains("608 555 0100") && !page.html().contains("details-unsaved"));
}

/// Nobody is here yet.
fn nobody(query: &Query) -> Option<Reply> {
    match sample::answer(query)? {
        Reply::People(mut view) => {
            view.rows.clear();
            Some(Reply::People(view))
        }
        other => Some(other),
    }
}

#[test]
fn who_has_nobody_yet_is_not_told_to_search_in_another_spelling() {
    let html = used("/log", nobody).html();
    assert!(shown(&html, "Nobody here yet") && !shown(&html, "another spelling"));
}

fn asked_for() -> Vec<MoneyCommand> {
    let said = |command| match command {
        Command::Coaching(CoachingCommand::Workforce(WorkforceCommand::Money(asked))) => {
            Some(asked)
        }
        _ => None,
    };
    orders().into_iter().filter_map(said).collect()
}

#[test]
fn s3_18_a_claim_without_a_trip_says_what_is_missing() {
    let mut page = used("/team/people/me/claims", sample::answer);
    page.tap("claim-add");
    page.put("claim-trip", "change", "false");
    page.submit("claim-save");
    assert!(asked_for().is_empty());
    assert!(shown(&page.html(), "Choose at least one trip."));
    page.put("claim-trip", "change", "true");
    page.submit("claim-save");
    assert_eq!(asked_for().len(), 1);
}

/// What was typed of a goal and of a stipend before the phone went off.
fn half_typed(query: &Query) -> Option<Reply> {
    let json = |before: &str, typed: &str| {
        let json = format!("{{\"before\":{before},\"typed\":{typed}}}");
        Some(Reply::Draft(Some(json)))
    };
    match query {
        Query::Draft { key } if key.starts_with("growth-goal:new:") => json(
            r#"{"words":"","help":"","by":""}"#,
            r#"{"words":"Lead a group","help":"","by":""}"#,
        ),
        Query::Draft { key } if key == "stipend:new" => json(
            r#"{"offer":"","what":"","money":""}"#,
            r#"{"offer":"","what":"Exam fee","money":"50"}"#,
        ),
        _ => sample::answer(query),
    }
}

#[test]
fn s3_21_s3_14_a_goal_and_a_stipend_that_were_half_typed_come_back() {
    let mut page = used("/team/people/me/growth", half_typed);
    page.tap("growth-goal-add");
    assert!(page.html().contains("Lead a group"));
    page.submit("growth-goal-save");
    let goal = |command: &Command| matches!(command, Command::Coaching(CoachingCommand::Workforce(WorkforceCommand::Growth(GrowthCommand::Goal { entry: None, goal }))) if goal.words == "Lead a group");
    assert!(orders().iter().any(goal));
    let mut page = used("/team/people/me/claims", half_typed);
    page.tap("stipend-add");
    page.submit("stipend-save");
    assert!(matches!(
        asked_for().as_slice(),
        [MoneyCommand::Stipend { what, cents: 5_000, .. }] if what == "Exam fee"
    ));
}

/// Nothing was put off yet.
fn all_owed(query: &Query) -> Option<Reply> {
    match sample::answer(query)? {
        Reply::Person(mut view) => {
            view.obligations.retain(|one| one.hushed.is_none());
            Some(Reply::Person(view))
        }
        other => Some(other),
    }
}

#[test]
fn s0_25_a_reason_that_is_missing_is_asked_for_in_the_words_of_the_app() {
    let mut page = used("/people/01", all_owed);
    page.tap("mute");
    assert!(page.html().contains("novalidate"));
    page.submit("quiet-save");
    assert!(shown(&page.html(), "Say why, in a few words."));
    let hushed = |command: &Command| matches!(command, Command::Quiet(_));
    assert!(!orders().iter().any(hushed));
}
