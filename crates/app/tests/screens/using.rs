//! What taps and typing come to.

use std::cell::RefCell;

use handrail_domain::group::Off;
use handrail_engine::api::{
    Command, EngineError, GroupCommand, GroupInput, MeetingInput, Part, Query, Reply,
};

use crate::{
    live::{Live, orders, refuse},
    sample, shown,
    stage::{self, Canned},
};

const SHEET: &str = "/groups/e1/2026-11-21";

fn answers(answer: fn(&Query) -> Option<Reply>) -> Canned {
    Canned {
        session: sample::unlocked(),
        answer,
    }
}

fn used(path: &str) -> Live {
    Live::open(path, answers(sample::answer))
}

fn of_meeting(command: &Command) -> Option<&MeetingInput> {
    match command {
        Command::Group(GroupCommand::Meeting { change, .. }) => Some(change),
        _ => None,
    }
}

/// What was said of a meeting since this was asked last.
fn said() -> Vec<MeetingInput> {
    let all = orders();
    all.iter().filter_map(of_meeting).cloned().collect()
}

fn is_end_of_draft(command: &Command) -> bool {
    matches!(command, Command::DiscardDraft { .. })
}

#[test]
fn whoever_opens_a_participants_calendar_has_it_noted() {
    let _page = used("/people/01/calendar");
    let noted = |command: &Command| matches!(command, Command::NoteOpened { participant } if participant == "01");
    assert_eq!(stage::orders().iter().filter(|one| noted(one)).count(), 1);
    let _everybodys = used("/calendar");
    let any = |command: &Command| matches!(command, Command::NoteOpened { .. });
    assert!(
        !stage::orders().iter().any(any),
        "nobody's record is opened"
    );
}

#[test]
fn s0_21_a_first_name_that_was_refused_stands_in_its_field_still() {
    let mut page = used(SHEET);
    page.put("meeting-name", "input", "Kim");
    refuse(Some(EngineError::StorageFull));
    page.submit("meeting-name-add");
    let kim = [MeetingInput::Name("Kim".to_owned())];
    assert_eq!(said(), kim);
    refuse(None);
    page.submit("meeting-name-add");
    assert_eq!(said(), kim, "no word was lost");
    page.submit("meeting-name-add");
    assert!(said().is_empty(), "it was taken once");
}

#[test]
fn s4_11_an_observation_that_was_refused_is_kept_until_it_is_taken() {
    let mut page = used(SHEET);
    page.put("meeting-saw", "input", "Quiet at first.");
    refuse(Some(EngineError::StorageFull));
    stage::orders();
    page.submit("meeting-saw-save");
    let saw = MeetingInput::Saw("Quiet at first.".to_owned());
    let refused = stage::orders();
    assert_eq!(refused.iter().find_map(of_meeting), Some(&saw));
    assert!(!refused.iter().any(is_end_of_draft), "its draft stays");
    refuse(None);
    page.submit("meeting-saw-save");
    let taken = stage::orders();
    assert_eq!(taken.iter().find_map(of_meeting), Some(&saw));
    assert!(taken.iter().any(is_end_of_draft));
}

#[test]
fn s0_20_the_field_is_empty_for_the_next_one_when_whoever_was_found_is_ticked() {
    let mut page = used(SHEET);
    page.put("meeting-search", "input", "ines");
    assert!(page.html().contains("Ines Moreau"));
    page.tap("meeting-tick");
    assert!(
        matches!(said().as_slice(), [MeetingInput::Came { participant, .. }] if participant == "05")
    );
    assert!(
        !page.html().contains("Ines Moreau"),
        "nobody is searched for"
    );
    // What cannot be written down leaves the search as it is.
    page.put("meeting-search", "input", "ines");
    refuse(Some(EngineError::StorageFull));
    page.tap("meeting-tick");
    assert!(page.html().contains("Ines Moreau"));
}

#[test]
fn s0_22_nobody_is_let_in_or_taken_out_before_it_is_said_what_they_read_then() {
    let mut page = used("/groups/e1");
    let theo = "03".repeat(16);
    page.put("group-let-in", "change", &theo);
    assert!(orders().is_empty(), "choosing is not letting in");
    page.tap("group-let-in-ask");
    let html = page.html();
    assert!(shown(&html, "Let Theo Lindqvist in?"));
    assert!(shown(
        &html,
        "read everything that is here, also from before"
    ));
    assert!(orders().is_empty());
    page.tap("group-staff-yes");
    let let_in = GroupCommand::LetIn {
        group: "e1".to_owned(),
        member: theo,
        part: Part::Leads,
    };
    assert_eq!(orders(), [Command::Group(let_in)]);
    page.tap("group-take-out");
    assert!(orders().is_empty());
    assert!(shown(
        &page.html(),
        "They read nothing that is written from then on."
    ));
    page.tap("group-staff-cancel");
    assert!(orders().is_empty() && !page.html().contains("group-staff-ask"));
}

#[test]
fn s0_22_who_reads_a_group_in_any_case_is_shown_with_the_reason() {
    let html = used("/groups/e1").html();
    assert_eq!(html.matches("data-testid=\"group-stays\"").count(), 1);
    assert!(shown(
        &html,
        "Reads it in any case: the group began with them."
    ));
}

thread_local! {
    static DRAFT: RefCell<String> = const { RefCell::new(String::new()) };
}

fn kept_and_renamed(query: &Query) -> Option<Reply> {
    match (query, sample::answer(query)) {
        (Query::Draft { key }, _) if key == "group:e1" => {
            Some(Reply::Draft(Some(DRAFT.with_borrow(Clone::clone))))
        }
        (_, Some(Reply::Group(mut view))) => {
            "Renamed by a colleague".clone_into(&mut view.name);
            Some(Reply::Group(view))
        }
        (_, other) => other,
    }
}

#[test]
fn a_form_that_comes_back_writes_only_what_was_typed_into_it_and_can_be_put_away() {
    let mut page = used("/groups/e1/change");
    page.put("group-place", "input", "Room 9");
    let draft = stage::orders()
        .into_iter()
        .find_map(|command| match command {
            Command::SaveDraft { key, json } if key == "group:e1" => Some(json),
            _ => None,
        });
    DRAFT.set(draft.unwrap_or_default());
    // Weeks later, a colleague has given it another name.
    let mut page = Live::open("/groups/e1/change", answers(kept_and_renamed));
    page.submit("group-save");
    let change = GroupCommand::Change {
        group: "e1".to_owned(),
        changes: vec![GroupInput::Place("Room 9".to_owned())],
    };
    assert_eq!(orders(), [Command::Group(change)]);
    let mut page = Live::open("/groups/e1/change", answers(kept_and_renamed));
    page.tap("group-discard");
    let put_away = stage::orders();
    assert!(put_away.iter().any(is_end_of_draft));
}

fn called_off(query: &Query) -> Option<Reply> {
    match sample::answer(query) {
        Some(Reply::Meeting(mut view)) => {
            view.meeting.off = Some(Off::Weather);
            Some(Reply::Meeting(view))
        }
        Some(Reply::GroupsDue(mut due)) => {
            if let Some(first) = due.first_mut() {
                first.meeting.off = Some(Off::Weather);
                first.meeting.heads = Some(8);
            }
            Some(Reply::GroupsDue(due))
        }
        Some(Reply::Group(mut view)) => {
            if let Some(second) = view.past.get_mut(1) {
                second.off = Some(Off::Weather);
            }
            Some(Reply::Group(view))
        }
        other => other,
    }
}

#[test]
fn s0_20_a_meeting_that_was_called_off_and_written_down_shows_both() {
    let html = Live::open(SHEET, answers(called_off)).html();
    assert!(shown(&html, "Does not take place: Weather"));
    assert!(shown(&html, "and another wrote down who came"));
    assert_eq!(html.matches("data-testid=\"meeting-tick\"").count(), 4);
    assert!(
        !html.contains("meeting-off-why"),
        "nothing is called off under the contacts"
    );
    let today = Live::open("/", answers(called_off)).html();
    assert!(shown(&today, "and another wrote down who came"));
    let group = Live::open("/groups/e1", answers(called_off)).html();
    assert!(shown(&group, "7, though it was called off"));
    assert!(shown(&group, "8 meetings: 8 came on average"), "they count");
}

#[test]
fn s0_20_a_record_that_says_otherwise_is_brought_to_the_sheet_by_one_tap() {
    let mut page = used(SHEET);
    let html = page.html();
    assert!(shown(&html, "Their record says something else"));
    page.tap("meeting-differs");
    assert!(matches!(
        said().as_slice(),
        [MeetingInput::Came {
            mark: handrail_engine::api::Mark::Missed,
            ..
        }]
    ));
}

#[test]
fn s0_20_a_group_that_could_not_be_started_says_why_and_is_tried_again() {
    let mut page = used("/groups");
    let html = page.html();
    assert!(shown(&html, "Fathers (sample) could not be started"));
    assert!(shown(&html, "is not in the team any more"));
    assert!(
        !html.contains("data-testid=\"group-again\""),
        "with nobody to lead it"
    );
    let dana = "02".repeat(16);
    page.put("group-again-member", "change", &dana);
    page.tap("group-again");
    let again = GroupCommand::MakeAgain {
        failed: "f1".repeat(16),
        member: dana,
    };
    assert_eq!(orders(), [Command::Group(again)]);
}

#[test]
fn what_was_refused_is_not_offered_to_be_undone() {
    let mut page = used("/calendar");
    refuse(Some(EngineError::StorageFull));
    page.tap("upshot-called-off");
    assert_eq!(orders().len(), 1);
    assert!(page.html().contains("data-testid=\"toast\""));
    assert!(!page.html().contains("data-testid=\"undo\""));
    refuse(None);
    page.tap("upshot-called-off");
    assert!(page.html().contains("data-testid=\"undo\""));
}

#[test]
fn s0_8_the_calendar_says_where_two_devices_disagree_on_an_intake() {
    let html = used("/calendar").html();
    assert_eq!(
        html.matches("Two devices do not agree on how firm this is")
            .count(),
        1
    );
}

#[test]
fn today_leads_to_each_half_written_form() {
    let html = used("/").html();
    assert!(shown(&html, "Contact with Jo Park") && shown(&html, "Plan of Jo Park"));
    let plan = format!("href=\"/people/{}/plan\"", "05".repeat(16));
    assert!(html.contains(&plan));
}

#[test]
fn s0_22_what_a_device_can_open_names_the_groups_too() {
    let html = used("/team/ad/d1").html();
    assert!(shown(
        &html,
        "The group Women's group (sample): first names"
    ));
}

#[test]
fn s0_20_one_more_meeting_is_added_from_the_page_of_a_group() {
    let mut page = used("/groups/e1");
    page.submit("group-extra-add");
    assert!(orders().is_empty(), "a day is missing");
    page.put("group-extra-day", "input", "2026-11-25");
    page.submit("group-extra-add");
    assert!(matches!(
        said().as_slice(),
        [MeetingInput::Add(slot)] if slot.on.to_string() == "2026-11-25" && slot.minutes == 90
    ));
}
