//! Dialogs whose order is refused, or answered late, and forms that come back half-written.

use handrail_engine::api::{
    CallOutCommand, CallOutInput, CoachingCommand, Command, EngineError, GrowthCommand, Query,
    Reply, WellbeingState, WorkforceCommand,
};

use crate::{
    live::{Live, orders, refuse},
    sample, shown,
    stage::{self, Canned},
};

const WHY: &str = "No space is left, so this was not saved.";

fn used(path: &str) -> Live {
    answered_by(path, sample::answer)
}

fn answered_by(path: &str, answer: fn(&Query) -> Option<Reply>) -> Live {
    let session = sample::unlocked();
    Live::open(path, Canned { session, answer })
}

fn has(page: &Live, testid: &str) -> bool {
    page.html().contains(&format!("data-testid=\"{testid}\""))
}

/// Sends what stands in a dialog: at first it is refused, and nothing that was typed goes.
fn refused_then_taken(page: &mut Live, dialog: &str, send: impl Fn(&mut Live)) {
    refuse(Some(EngineError::StorageFull));
    orders();
    send(page);
    let refused = orders();
    assert_eq!(refused.len(), 1, "{dialog}");
    assert!(has(page, dialog), "{dialog} stays");
    let html = page.html();
    let said = html.matches("data-testid=\"form-error\"").count();
    assert_eq!(said, 1, "{dialog} says why");
    assert_eq!(html.matches(WHY).count(), 1, "{dialog} says it once");
    refuse(None);
    send(page);
    assert_eq!(orders(), refused, "{dialog} lost nothing");
    assert!(!has(page, dialog), "{dialog} closes");
    assert!(!shown(&page.html(), WHY));
}

#[test]
fn a_hand_over_that_is_refused_stays_with_what_was_typed_and_the_reason() {
    let mut page = used("/people/01");
    page.tap("hand-over");
    page.choose("hand-over-choice");
    page.put("hand-over-reason", "input", "Moves to Beloit");
    refused_then_taken(&mut page, "hand-over-dialog", |page| {
        page.submit("hand-over-go");
    });
}

#[test]
fn s0_6_dates_that_are_refused_stay_as_they_were_typed() {
    let mut page = used("/people/01");
    page.tap("add-discharge");
    page.put("milestone-day", "input", "2026-11-20");
    refused_then_taken(&mut page, "milestone-dialog", |page| {
        page.submit("milestone-save");
    });
    page.tap("add-other-date");
    page.put("milestone-day", "input", "2026-12-02");
    refused_then_taken(&mut page, "milestone-dialog", |page| {
        page.submit("milestone-save");
    });
    page.tap("milestone-void");
    page.put("reason", "input", "Somebody else's");
    refused_then_taken(&mut page, "reason-dialog", |page| {
        page.submit("reason-submit");
    });
    let mut page = used("/people/01/calendar");
    page.tap("appointment-add");
    page.choose("appointment-dental");
    page.put("appointment-day", "input", "2026-12-02");
    refused_then_taken(&mut page, "appointment-form", |page| {
        page.submit("appointment-save");
    });
}

#[test]
fn s0_25_what_is_put_off_muted_or_shown_again_stays_when_it_is_refused() {
    for open in ["put-off", "mute", "show-again"] {
        let mut page = used("/people/01");
        page.tap(open);
        page.put("quiet-reason", "input", "Away with family");
        refused_then_taken(&mut page, "quiet-dialog", |page| {
            page.submit("quiet-save");
        });
    }
}

/// Nobody goes on from here yet.
fn not_handed_off(query: &Query) -> Option<Reply> {
    match sample::answer(query)? {
        Reply::Person(mut view) => {
            for line in view.exit.iter_mut().flat_map(|exit| &mut exit.lines) {
                (line.done, line.record) = (None, None);
            }
            Some(Reply::Person(view))
        }
        other => Some(other),
    }
}

#[test]
fn s0_19_a_way_out_a_share_and_a_void_stay_when_they_are_refused() {
    let mut page = answered_by("/people/01", not_handed_off);
    page.tap("exit-handed-off");
    page.put("exit-to", "input", "Sky at the Family Center");
    refused_then_taken(&mut page, "exit-dialog", |page| page.submit("exit-save"));
    page.tap("share");
    page.put("share-with", "change", "af");
    page.put("share-through", "input", "2026-12-01");
    page.put("share-reason", "input", "Asked for at intake");
    refused_then_taken(&mut page, "share-dialog", |page| page.submit("share-go"));
    page.tap("entry-void-open");
    page.put("reason", "input", "Wrong person");
    refused_then_taken(&mut page, "reason-dialog", |page| {
        page.submit("reason-submit");
    });
}

#[test]
fn what_is_asked_about_keeping_a_record_stays_when_it_is_refused() {
    let mut page = used("/people/01/keep");
    page.tap("hold-set");
    page.put("reason", "input", "Subpoena, case 12-35");
    refused_then_taken(&mut page, "reason-dialog", |page| {
        page.submit("reason-submit");
    });
    page.tap("say-no");
    refused_then_taken(&mut page, "said-no-dialog", |page| page.tap("said-no-save"));
    page.tap("forget-open");
    page.put("forget-sure", "change", "true");
    refused_then_taken(&mut page, "forget-dialog", |page| page.submit("forget-go"));
    assert!(
        !has(&page, "keep"),
        "it leads to what is being forgotten only then"
    );
}

/// Nobody is out alone.
fn may_go(query: &Query) -> Option<Reply> {
    match sample::answer(query)? {
        Reply::CheckIns(mut view) => {
            (view.may_begin, view.own) = (true, None);
            Some(Reply::CheckIns(view))
        }
        other => Some(other),
    }
}

#[test]
fn s4_8_a_check_in_that_is_refused_is_not_taken_for_one_that_began() {
    let mut page = answered_by("/", may_go);
    page.tap("check-in-begin");
    page.choose("check-in-120");
    page.put("check-in-place", "input", "County jail");
    refused_then_taken(&mut page, "check-in-form", |page| {
        page.submit("check-in-start");
    });
}

#[test]
fn s0_2_s0_20_times_of_a_call_out_and_who_was_missed_stay_when_they_are_refused() {
    let mut page = used("/call-outs/c1");
    page.tap("call-out-time-left");
    page.put("call-out-day", "input", "2026-11-20");
    refused_then_taken(&mut page, "call-out-time-dialog", |page| {
        page.submit("call-out-time-save");
    });
    let mut page = used("/groups/e1/2026-11-21");
    page.tap("meeting-done");
    refused_then_taken(&mut page, "meeting-missed", |page| {
        page.tap("meeting-missed-yes");
    });
}

#[test]
fn who_leaves_which_device_is_lost_and_signing_out_are_asked_until_they_are_taken() {
    let mut page = used("/team/ad");
    page.tap("leave");
    refused_then_taken(&mut page, "leave-dialog", |page| page.tap("leave-go"));
    let mut page = used("/team/ad/d1");
    page.tap("device-lost");
    refused_then_taken(&mut page, "device-remove-dialog", |page| {
        page.tap("device-remove-go");
    });
    let mut page = used("/more/settings");
    page.tap("erase");
    refused_then_taken(&mut page, "erase-dialog", |page| page.submit("erase-go"));
}

#[test]
fn a_name_for_a_list_of_people_stays_when_it_is_refused() {
    let mut page = used("/people");
    page.put("filter-owed", "change", "true");
    page.tap("filter-keep");
    page.put("filter-name", "input", "Call this week");
    refused_then_taken(&mut page, "filter-naming", |page| {
        page.submit("filter-save");
    });
}

#[test]
fn a_dialog_waits_for_its_answer_and_gives_no_second_order_meanwhile() {
    let mut page = used("/people/01");
    page.tap("add-discharge");
    orders();
    stage::hold();
    page.submit("milestone-save");
    assert!(has(&page, "milestone-dialog"));
    assert!(page.html().contains("aria-disabled=\"true\""));
    page.submit("milestone-save");
    assert_eq!(orders().len(), 1, "one tap too many is none");
    page.answered();
    assert!(!has(&page, "milestone-dialog"));
    assert!(shown(&page.html(), "Saved on this phone"));
    assert!(!page.html().contains("aria-disabled=\"true\""));
}

#[test]
fn what_became_of_an_order_is_said_when_its_dialog_is_gone_and_closes_no_other() {
    for refused in [None, Some(EngineError::StorageFull)] {
        let said = if refused.is_some() {
            WHY
        } else {
            "Saved on this phone"
        };
        let mut page = used("/people/01");
        page.tap("hand-over");
        page.choose("hand-over-choice");
        refuse(refused);
        stage::hold();
        page.submit("hand-over-go");
        page.tap("hand-over-cancel");
        page.tap("add-discharge");
        page.answered();
        assert!(has(&page, "milestone-dialog"), "the next one stays");
        assert!(!has(&page, "form-error"), "it is not about that");
        assert!(has(&page, "toast") && shown(&page.html(), said), "{said}");
    }
}

/// Somebody wrote something to remember at a bedside, and half a place.
fn half_a_call_out(query: &Query) -> Option<Reply> {
    let kept = |json: &str| Some(Reply::Draft(Some(json.to_owned())));
    match query {
        Query::Draft { key } if key == "call-out:c1" => kept("\"Bed four\""),
        Query::Draft { key } if key == "call-out-place:c1" => {
            kept(r#"{"before":"","typed":"Willow cli"}"#)
        }
        _ => sample::answer(query),
    }
}

#[test]
fn s0_3_what_was_written_at_a_bedside_stays_where_its_end_was_refused() {
    let mut page = answered_by("/call-outs/c1", half_a_call_out);
    page.tap("call-out-answer-declined");
    refuse(Some(EngineError::StorageFull));
    page.tap("call-out-erase-go");
    assert!(has(&page, "call-out-erase") && shown(&page.html(), WHY));
    page.tap("call-out-erase-cancel");
    orders();
    refuse(None);
    page.tap("call-out-answer-declined");
    assert!(
        orders().is_empty(),
        "it is asked again: the words are there"
    );
    page.tap("call-out-erase-go");
    assert!(!has(&page, "call-out-erase"));
    orders();
    page.tap("call-out-answer-declined");
    assert_eq!(orders().len(), 1, "nothing is left to ask about");
}

fn is_draft(command: &Command, name: &str, words: &str) -> bool {
    matches!(command, Command::SaveDraft { key, json } if key == name && json.contains(words))
}

fn ends_draft(command: &Command, name: &str) -> bool {
    matches!(command, Command::DiscardDraft { key } if key == name)
}

#[test]
fn s0_2_a_place_that_is_half_written_comes_back_and_goes_once_it_was_taken() {
    let mut page = used("/call-outs/c1");
    page.put("call-out-site", "change", "other");
    page.put("call-out-place", "input", "Willow cli");
    let kept = |command: &Command| is_draft(command, "call-out-place:c1", "Willow cli");
    assert!(stage::orders().iter().any(kept));
    let mut page = answered_by("/call-outs/c1", half_a_call_out);
    stage::orders();
    page.submit("call-out-place-save");
    let all = stage::orders();
    let said = |command: &Command| matches!(command, Command::CallOut(CallOutCommand::Change { change: CallOutInput::Site { site, .. }, .. }) if site == "Willow cli");
    assert!(all.iter().any(said));
    assert!(all.iter().any(|one| ends_draft(one, "call-out-place:c1")));
}

/// How a hard day was half said, and half a training on offer.
fn half_typed(query: &Query) -> Option<Reply> {
    let kept = |json: &str| Some(Reply::Draft(Some(json.to_owned())));
    let offer = |name: &str, hours: &str| {
        format!(
            r#"{{"offer":{{"kind":"continuing_education","name":"{name}"}},"hours":"{hours}","cost":""}}"#
        )
    };
    match query {
        Query::Draft { key } if key == "wellbeing" => kept(
            r#"{"before":{"state":null,"words":""},"typed":{"state":"Hard","words":"Two funerals"}}"#,
        ),
        Query::Draft { key } if key == "offer:new" => kept(&format!(
            r#"{{"before":{},"typed":{}}}"#,
            offer("", ""),
            offer("Naloxone", "1.5")
        )),
        _ => sample::answer(query),
    }
}

#[test]
fn s0_17_how_a_day_was_is_kept_while_it_is_written_and_goes_once_it_was_taken() {
    let mut page = used("/team/people/me/growth");
    page.put("wellbeing-text", "input", "Two funerals");
    let kept = |command: &Command| is_draft(command, "wellbeing", "Two funerals");
    assert!(stage::orders().iter().any(kept));
    let mut page = answered_by("/team/people/me/growth", half_typed);
    refuse(Some(EngineError::StorageFull));
    stage::orders();
    page.tap("wellbeing-keep");
    let refused = stage::orders();
    assert!(!refused.iter().any(|one| ends_draft(one, "wellbeing")));
    refuse(None);
    page.tap("wellbeing-keep");
    let all = stage::orders();
    let said = |command: &Command| matches!(command, Command::Coaching(CoachingCommand::Workforce(WorkforceCommand::Growth(GrowthCommand::Wellbeing(day)))) if day.words == "Two funerals" && day.state == WellbeingState::Hard);
    assert!(refused.iter().any(said) && all.iter().any(said));
    assert!(all.iter().any(|one| ends_draft(one, "wellbeing")));
}

#[test]
fn s3_12_a_training_on_offer_that_is_half_written_comes_back() {
    let mut page = used("/team/people");
    page.tap("offer-add");
    page.put("offer-name", "input", "Naloxone");
    let kept = |command: &Command| is_draft(command, "offer:new", "Naloxone");
    assert!(stage::orders().iter().any(kept));
    let mut page = answered_by("/team/people", half_typed);
    page.tap("offer-add");
    stage::orders();
    page.submit("offer-save");
    let all = stage::orders();
    let said = |command: &Command| matches!(command, Command::Coaching(CoachingCommand::Workforce(WorkforceCommand::Offer { entry: None, offer })) if offer.name == "Naloxone" && offer.minutes == 90);
    assert!(all.iter().any(said), "{all:?}");
    assert!(all.iter().any(|one| ends_draft(one, "offer:new")));
    assert!(!has(&page, "offer-form"));
}
