//! Something is off, who may say what, and supervision.

use handrail_engine::api::{
    Action, CoachingCommand, Command, ConcernCommand, ConcernKind, Language, Query, Reply, Role,
    SupervisionCommand, Teller,
};

use crate::live::{Live, orders};
use crate::sample::{self, concerns};
use crate::shown;
use crate::stage::{Canned, app, open};

fn supervisors(query: &Query) -> Option<Reply> {
    match query {
        Query::Concerns { .. } => Some(Reply::Concerns(Box::new(concerns::for_supervisor()))),
        other => sample::answer(other),
    }
}

fn as_supervisor() -> Canned {
    Canned {
        session: sample::as_role(Role::Supervisor),
        answer: supervisors,
    }
}

fn as_coach() -> Canned {
    Canned {
        session: sample::unlocked(),
        answer: sample::answer,
    }
}

fn concern_orders() -> Vec<ConcernCommand> {
    let all = orders().into_iter();
    all.filter_map(|command| match command {
        Command::Coaching(CoachingCommand::Concern(concern)) => Some(concern),
        _ => None,
    })
    .collect()
}

#[test]
fn s4_10_two_taps_from_a_page_and_from_today_say_that_something_is_off() {
    let page = open("/people/01", Language::English);
    assert!(page.contains("person-off") && page.contains("person-report"));
    let today = open("/", Language::English);
    assert!(today.contains("owed-off") && today.contains("today-off"));
    let mut flow = Live::open("/people/01/off", as_coach());
    for kind in ["struggling", "risk", "child-risk", "confided"] {
        assert!(flow.html().contains(&format!("off-{kind}")), "{kind}");
    }
    flow.tap("off-risk");
    let raised = ConcernCommand::Raise {
        participant: Some("01".to_owned()),
        kind: ConcernKind::Risk,
        words: String::new(),
    };
    assert_eq!(concern_orders(), [raised], "one tap is enough");
}

#[test]
fn s4_20_what_is_known_of_a_concern_is_said_and_nothing_more() {
    let html = open("/concerns/c1", Language::English);
    for text in [
        "Nobody is known to have seen this yet. If it cannot wait, call.",
        "Asked now: Ana Whitfield.",
        "Waits for 60 minutes",
        "If nobody answers, Theo Lindqvist is asked next",
        "It is saved here. It is not known to have left this device.",
        "Did not eat since Monday.",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    assert!(!shown(&html, "saw this"));
    assert!(html.contains("off-crisis") && html.contains("off-report"));
    let spanish = open("/concerns/c1", Language::Spanish);
    assert!(shown(&spanish, "Se le pide ahora a: Ana Whitfield."));
}

#[test]
fn s4_21_s4_22_the_coach_reads_that_the_clinic_talks_and_need_not_say_it_themselves() {
    let html = open("/concerns/c2", Language::English);
    for text in [
        "The clinic will talk with them.",
        "The clinic tells them. You do not have to.",
        "Ana Whitfield saw this",
        "Keep being there.",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    for other in [
        "concern-decide",
        "concern-see",
        "concern-told",
        "concern-desk",
        "level of care is",
    ] {
        assert!(!html.contains(other), "{other}");
    }
    let done = open("/concerns/c4", Language::English);
    assert!(shown(&done, "Dr. Example told them"));
}

#[test]
fn s4_12_what_was_told_in_confidence_is_named_in_no_list_and_the_way_to_reach_them_is_asked() {
    for path in ["/concerns", "/", "/people/01/off"] {
        let html = open(path, Language::English);
        let rows = html.split("concern-row").skip(1);
        let named = rows.filter(|row| row.contains("confidence")).count();
        assert_eq!(named, 0, "{path}");
    }
    let html = open("/concerns/c2", Language::English);
    assert!(shown(&html, "Ask them how it is safe to reach them"));
    assert!(html.contains("concern-rule"));
}

#[test]
fn s4_21_a_supervisor_says_that_they_see_it_and_decides_who_tells_and_never_the_coach() {
    let mut page = Live::open("/concerns/c1", as_supervisor());
    page.tap("concern-see");
    let seen = ConcernCommand::Seen {
        concern: "c1".to_owned(),
    };
    assert_eq!(concern_orders(), [seen]);
    page.submit("off-decide-save");
    assert!(concern_orders().is_empty(), "nothing was chosen");
    page.put("off-action-clinic-talks", "change", "true");
    let html = page.html();
    assert!(html.contains("off-teller-clinic") && !html.contains("off-teller-supervisor"));
    page.submit("off-decide-save");
    let decided = ConcernCommand::Decide {
        concern: "c1".to_owned(),
        action: Action::ClinicTalks,
        teller: Teller::Clinic,
        words: String::new(),
    };
    assert_eq!(concern_orders(), [decided]);
    let list = app("/concerns", Language::English, false, as_supervisor());
    for text in ["Your turn", "Set aside", "Reported by members themselves"] {
        assert!(shown(&list, text), "{text}");
    }
}

#[test]
fn s4_23_whoever_must_report_dials_and_the_supervisors_are_told_also_without_a_line() {
    let mut page = Live::open("/people/01/report", as_coach());
    let html = page.html();
    assert!(html.contains("tel:6085550100") && html.contains("tel:911"));
    assert!(shown(&html, "nobody may stop you"));
    page.tap("report-call");
    let reported = ConcernCommand::OwnReport {
        participant: "01".to_owned(),
        concern: None,
        line: "Example County (608) 555-0100".to_owned(),
    };
    assert_eq!(concern_orders(), [reported]);
    let none = Canned {
        session: sample::unlocked(),
        answer: |query| match query {
            Query::Concerns { .. } => None,
            other => sample::answer(other),
        },
    };
    let html = app("/people/01/report", Language::English, true, none);
    assert!(
        html.contains("tel:911") && html.contains("no-line"),
        "never blocked"
    );
}

#[test]
fn s4_22_the_desk_has_a_level_in_the_clinics_words_and_no_list_of_levels_to_pick_from() {
    let html = app("/team/desk", Language::English, false, as_supervisor());
    for text in [
        "3.1 · ASAM, 4th edition",
        "Given by Dr. Example",
        "Dr. Example reported to Example County",
        "No coach has the key.",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    for level in ["2.1", "2.5", "3.5", "3.7"] {
        assert!(!shown(&html, &format!(">{level}<")), "{level} is offered");
    }
    let decided = app("/concerns/c2", Language::English, false, as_supervisor());
    assert!(decided.contains("concern-desk"));
    let team = open("/team", Language::English);
    assert!(!team.contains("team-desk"), "a coach is not shown the way");
}

#[test]
fn s4_15_supervision_says_who_is_due_and_a_coach_signs_what_was_held() {
    let html = app(
        "/team/supervision",
        Language::English,
        false,
        as_supervisor(),
    );
    for text in [
        "Due now: 31 hours of service since the last one",
        "Missed once",
        "Not signed by the coach",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    let mut own = Live::open("/more/supervision", as_coach());
    own.tap("supervision-sign");
    let signed = SupervisionCommand::Sign {
        session: "n2".to_owned(),
    };
    let signed = Command::Coaching(CoachingCommand::Supervision(signed));
    assert_eq!(orders(), [signed]);
    let html = own.html();
    assert!(
        !html.contains("supervision-hold"),
        "a coach writes down none"
    );
    assert!(shown(&html, "whichever comes first"));
}

#[test]
fn s2_6_s2_8_the_role_is_said_and_what_was_shared_of_ones_own_story_is_on_the_shelf_alone() {
    let html = open("/more/supervision", Language::English);
    for text in [
        "You walk beside people. You help, and you enforce nothing.",
        "You write no sanctions, no test results and no reports to a court.",
        "I told how I got my kids back.",
        "Only on this device.",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    let other = app(
        "/team/supervision/bb",
        Language::English,
        false,
        as_supervisor(),
    );
    assert!(!other.contains("on-shelf") && !shown(&other, "my kids"));
    assert!(shown(&other, "She asked for my own number."));
}

#[test]
fn s4_14_a_boundary_is_asked_for_and_what_gathered_stands_on_the_agenda() {
    let mut own = Live::open("/more/supervision", as_coach());
    assert!(shown(&own.html(), "Where was it close or unclear?"));
    own.put("bring-words", "input", "She asked for my own number.");
    own.submit("bring-save");
    let brought = orders().into_iter().any(|command| {
        matches!(command, Command::Coaching(CoachingCommand::Supervision(SupervisionCommand::Bring { words, .. })) if words.contains("number"))
    });
    assert!(brought);
    let html = app(
        "/team/supervision/bb",
        Language::English,
        false,
        as_supervisor(),
    );
    for text in ["A concern that is not done", "The end comes near"] {
        assert!(shown(&html, text), "{text}");
    }
}
