//! Issue 4.9: what is new, given and taken with no signal.

use handrail_app::engine_link::Seen;
use handrail_app::words::{Words, errors::error_text};
use handrail_engine::api::{
    Command, EngineError, Language, ParcelCommand, ParcelProblem, Query, Reply, SyncState,
};

use crate::live::{Live, orders, refuse};
use crate::sample::{self, parcels::code};
use crate::shown;
use crate::stage::{BLIND, Canned, app, cameras_on, canned, look_at, open};

fn taking() -> Live {
    let mut page = Live::open("/more/hand-on", canned());
    page.choose("hand-on-take");
    page
}

fn ordered() -> Vec<ParcelCommand> {
    let all = orders().into_iter();
    all.filter_map(|command| match command {
        Command::Parcel(command) => Some(command),
        _ => None,
    })
    .collect()
}

/// Texts of each scan.
fn scans() -> Vec<Vec<String>> {
    let all = ordered().into_iter();
    all.filter_map(|command| match command {
        ParcelCommand::Scan { texts } => Some(texts),
        _ => None,
    })
    .collect()
}

fn codes(parcel: &str, places: &[u32]) -> Vec<Seen> {
    let each = places.iter().map(|place| Seen::Code(code(parcel, *place)));
    [Seen::Runs].into_iter().chain(each).collect()
}

#[test]
fn the_screen_says_what_a_colleague_can_and_cannot_do_with_it() {
    let html = open("/more/hand-on", Language::English);
    for text in [
        "or let them carry it to where there is signal",
        "They cannot read it unless it is about somebody they serve.",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    let menu = open("/more", Language::English);
    assert!(menu.contains("href=\"/more/hand-on\"") && shown(&menu, "Without signal"));
}

#[test]
fn codes_are_shown_one_by_one_with_what_is_in_them_and_when_it_counts() {
    let mut page = Live::open("/more/hand-on", canned());
    page.tap("hand-on-show");
    assert!(matches!(
        ordered().as_slice(),
        [ParcelCommand::Make { small: true }]
    ));
    for text in [
        "1 of 3",
        "4 entries of yours that the relay does not have",
        "about 2 people",
        "3 entries of others that travel with you",
        "They count as sent only when the relay has them.",
        "6 entries found no room in the codes.",
    ] {
        assert!(shown(&page.html(), text), "{text}");
    }
    page.tap("code-next");
    assert!(shown(&page.html(), "2 of 3"));
    assert!(page.html().contains("aria-label=\"Code 2 of 3\""));
    assert!(page.html().contains("code-run"), "a press stops the round");
    page.tap("code-previous");
    page.tap("code-previous");
    assert!(shown(&page.html(), "3 of 3"));
    assert!(
        !page.html().contains("hand-on-take"),
        "the code has the screen"
    );
    page.tap("hand-on-done");
    assert!(page.html().contains("hand-on-show") && page.html().contains("hand-on-take"));
}

#[test]
fn a_file_to_save_has_nobodys_name() {
    let mut page = Live::open("/more/hand-on", canned());
    page.tap("hand-on-file");
    assert!(matches!(
        ordered().as_slice(),
        [ParcelCommand::Make { small: false }]
    ));
    let html = page.html();
    assert!(html.contains("download=\"parcel.handrail\""));
    assert!(html.contains("data:application/octet-stream;base64,SFJQQVJDRUw="));
    assert!(!html.contains("data-testid=\"codes\""));
}

#[test]
fn what_was_refused_is_said_and_can_be_tried_again() {
    let mut page = Live::open("/more/hand-on", canned());
    refuse(Some(EngineError::StorageFull));
    page.tap("hand-on-show");
    assert!(page.html().contains("data-testid=\"form-error\""));
    refuse(None);
    page.tap("hand-on-show");
    assert!(page.html().contains("data-testid=\"codes\""));
    assert!(!page.html().contains("data-testid=\"form-error\""));
}

#[test]
fn each_code_goes_to_the_engine_once_with_those_before_until_the_parcel_is_whole() {
    look_at(codes("A", &[2, 2, 1, 2, 3]));
    let mut page = taking();
    page.tap("hand-on-camera");
    let (one, two, three) = (code("A", 1), code("A", 2), code("A", 3));
    let expected = [
        vec![two.clone()],
        vec![two.clone(), one.clone()],
        vec![two, one, three],
    ];
    assert_eq!(scans(), expected);
    for text in [
        "5 entries can be read here now.",
        "About 1 person.",
        "3 entries travel with this device to the relay.",
        "1 entry waits here for an earlier one",
        "What you carry counts as sent only when the relay has it.",
    ] {
        assert!(shown(&page.html(), text), "{text}");
    }
    assert_eq!(cameras_on(), 0, "the camera is off");
    page.tap("hand-on-another");
    assert!(page.html().contains("hand-on-camera"));
}

#[test]
fn another_parcel_begins_anew_and_other_codes_are_passed_over() {
    let mut seen = codes("A", &[1, 2]);
    seen.push(Seen::Code("https://example.org".to_owned()));
    look_at(seen.clone());
    let mut page = taking();
    page.tap("hand-on-camera");
    assert!(shown(&page.html(), "That is a code of another kind"));
    assert!(shown(&page.html(), "2 of 3 codes"));
    drop(page);
    seen.extend(codes("B", &[3]));
    look_at(seen);
    let mut page = taking();
    page.tap("hand-on-camera");
    assert!(shown(
        &page.html(),
        "This is another parcel. It begins anew."
    ));
    assert!(shown(&page.html(), "1 of 3 codes"));
    assert_eq!(scans().pop(), Some(vec![code("B", 3)]));
    assert_eq!(cameras_on(), 1);
    page.looks_until_stopped("hand-on-camera");
}

#[test]
fn why_the_camera_sees_nothing_is_said_in_words() {
    for (seen, text, again) in BLIND {
        look_at(vec![seen]);
        let mut page = taking();
        page.tap("hand-on-camera");
        assert!(shown(&page.html(), text), "{text}");
        assert_eq!(page.html().contains("look-again"), again, "{text}");
        assert!(
            page.html().contains("data-testid=\"parcel-file\""),
            "a file"
        );
        assert_eq!(cameras_on(), 0);
    }
    look_at(codes("A", &[1]));
    let mut page = taking();
    refuse(Some(EngineError::Parcel(ParcelProblem::OtherAgency)));
    page.tap("hand-on-camera");
    assert!(shown(&page.html(), "This parcel comes from another agency"));
    refuse(None);
    page.tap("look-again");
    assert!(shown(&page.html(), "1 of 3 codes"));
}

#[test]
fn a_window_of_its_own_says_that_it_has_no_camera() {
    let mut page = Live::open_on_desk("/more/hand-on", canned());
    page.choose("hand-on-take");
    assert!(shown(
        &page.html(),
        "There is no camera for this program. Take a file."
    ));
    assert!(!page.html().contains("hand-on-camera\""));
}

#[test]
fn the_sync_page_counts_what_is_carried_and_leads_here_without_a_connection() {
    let carrying = |query: &Query| match query {
        Query::Sync => {
            let mut view = sample::sync();
            view.state = SyncState::Offline { retry_at: 0 };
            view.carried = 3;
            Some(Reply::Sync(view))
        }
        other => sample::answer(other),
    };
    let canned = Canned {
        session: sample::unlocked(),
        answer: carrying,
    };
    let html = app("/more/sync", Language::English, true, canned);
    assert!(shown(&html, "Carried for others") && shown(&html, "3 entries"));
    assert!(html.contains("href=\"/more/hand-on\""));
    assert!(!shown(
        &open("/more/sync", Language::English),
        "Carried for others"
    ));
}

#[test]
fn who_signs_out_is_told_what_they_carry_for_others() {
    let words = Words::of(Language::English);
    let said = |waiting, carried| error_text(&words, &EngineError::Unsent { waiting, carried });
    let (own, others) = ("1 entry is on no other device", "entries of others travel");
    assert!(said(1, 0).starts_with(own) && !said(1, 0).contains(others));
    assert!(said(0, 2).starts_with("2 entries of others travel"));
    assert!(said(1, 2).starts_with(own) && said(1, 2).contains(others));
    assert!(said(0, 0).starts_with("Signing out here would lose something"));
}
