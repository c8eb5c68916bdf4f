//! Screens rendered from views: what is on them in both languages, and what
//! must never be.

mod among_coaches;
mod carried;
mod coach_day;
mod consenting;
mod days_work;
mod dialogs;
mod half_year;
mod handing_on;
mod legal_texts;
mod live;
mod on_duty;
mod protection;
mod sample;
mod scorecard_pages;
mod staff;
mod stage;
mod using;

use handrail_engine::api::{
    GateWhy, Language, Query, Reply, Role, SessionView, StorageProblem, SyncState, SyncView,
};
use stage::{Canned, app, open};

const EVERY_PATH: [&str; 94] = [
    "/",
    "/people",
    "/people/new",
    "/people/01",
    "/people/01/edit",
    "/today/01",
    "/import",
    "/log",
    "/log/01",
    "/team",
    "/team/invite",
    "/team/ad",
    "/team/ad/d1",
    "/team/ad/d3",
    "/more",
    "/more/settings",
    "/more/lived",
    "/team/fits",
    "/team/accesses",
    "/team/emergency",
    "/team/numbers",
    "/team/forgetting",
    "/team/forgetting/rules",
    "/team/texts",
    "/team/programs",
    "/team/programs/family",
    "/team/programs/pregnancy",
    "/team/billing",
    "/team/reports",
    "/team/scorecards",
    "/team/scorecards/coaches_trained",
    "/team/scorecards/connected",
    "/team/scorecards/01OWN",
    "/team/scorecards/retention",
    "/team/scorecards/connected/paper",
    "/team/scorecards/connected/2026-10",
    "/call-outs",
    "/call-outs/c1",
    "/call-outs/c3",
    "/call-outs/c5",
    "/call-outs/c6/person",
    "/call-outs/c6/new",
    "/people/01/referral",
    "/people/01/keep",
    "/people/01/around",
    "/people/02/around",
    "/people/01/say",
    "/people/02/say",
    "/people/01/say/s1",
    "/people/01/links",
    "/on-call",
    "/on-call/new",
    "/on-call/081040G2081040G2081040G208",
    "/people/01/consents",
    "/people/01/consents/new",
    "/people/01/consents/01040G2081040G2081040G2081/paper",
    "/people/01/accounting",
    "/people/01/plan",
    "/people/01/calendar",
    "/people/02/calendar",
    "/calendar",
    "/people/01/required",
    "/people/01/barc10",
    "/off",
    "/people/01/off",
    "/people/01/report",
    "/concerns",
    "/concerns/c1",
    "/concerns/c2",
    "/team/concerns",
    "/team/desk",
    "/more/supervision",
    "/more/coaches",
    "/team/supervision",
    "/team/supervision/bb",
    "/groups",
    "/groups/new",
    "/groups/e1",
    "/groups/e1/change",
    "/groups/e1/2026-11-21",
    "/more/limit",
    "/crisis/change",
    "/people/01/card",
    "/more/card",
    "/more/hand-on",
    "/people/01/limit",
    "/team/people",
    "/team/people/me",
    "/team/people/me/growth",
    "/team/people/ad/growth",
    "/team/people/me/claims",
    "/team/people/ad/claims",
    "/team/payroll",
    "/team/people/me/card",
];

fn shown(html: &str, text: &str) -> bool {
    html.contains(&text.replace('\'', "&#39;"))
}

#[test]
fn s0_2_a_call_out_shows_its_next_step_first_and_what_was_written_later() {
    let html = open("/call-outs/c5", Language::English);
    let next = html.find(">I&#39;ll go<").unwrap_or_default();
    let times = html.find("call-out-steps").unwrap_or_default();
    assert!(0 < next && next < times, "the next step comes first");
    assert!(!html.contains("call-out-figures"), "nobody has arrived");
    let html = open("/call-outs/c1", Language::English);
    for text in [
        "SSM Health St. Mary's Hospital (sample)",
        "Call to bedside: 31 min",
        "Yes, they want to connect",
        "Written today, 5:13 pm",
        "Two of your devices say different things.",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    let today = open("/", Language::English);
    assert!(shown(&today, "I've been called to somebody"));
    assert!(shown(&today, "Under way"));
}

#[test]
fn s0_3_who_declined_leaves_no_words_field_and_no_name_and_who_accepted_is_named() {
    let declined = open("/call-outs/c3", Language::English);
    assert!(shown(&declined, "Nothing about the person was kept"));
    assert!(!declined.contains("call-out-words"));
    assert!(!declined.contains("call-out-choose-person"));
    let unnamed = open("/call-outs/c6", Language::English);
    assert!(unnamed.contains("href=\"/call-outs/c6/person\""));
    assert!(
        unnamed.contains("call-out-words"),
        "words wait for a record"
    );
    let accepted = open("/call-outs/c2", Language::English);
    assert!(shown(&accepted, "Dee Okafor") && !accepted.contains("call-out-words"));
    let another = open("/call-outs/c4", Language::English);
    assert!(shown(&another, "Devon Blake"));
    for own in [
        "call-out-next",
        "call-out-answers",
        "call-out-time-",
        "call-out-take-back",
    ] {
        assert!(!another.contains(own), "{own}");
    }
}

#[test]
fn s2_23_a_program_says_on_the_referral_who_refers_and_s1_9_by_when() {
    let html = open("/people/01/referral", Language::English);
    for text in [
        "County social worker · CCS Service Facilitator",
        "ask your social worker, or your CCS Service Facilitator",
        "A referral was due by",
        "In the hospital after an overdose",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    // What stands there came from somebody who does not refer: it is said at once.
    assert!(html.contains("role=\"alert\" data-testid=\"referral-rule\""));
    let today = open("/", Language::English);
    assert!(today.contains("href=\"/people/04040404040404040404040404040404/referral\""));
    let spanish = open("/people/01/referral", Language::Spanish);
    assert!(shown(&spanish, "Pida a su trabajador social"));
}

#[test]
fn s2_23_who_is_typed_in_again_is_found_before_saving() {
    let html = open("/people/new", Language::English);
    assert!(shown(&html, "Is it one of these?"));
    assert!(html.contains("data-testid=\"resembling-row\""));
    let notice = html.find("resembling-row").unwrap_or_default();
    let save = html.find("details-submit").unwrap_or_default();
    assert!(0 < notice && notice < save, "before the button that saves");
    let called = open("/call-outs/c6/new", Language::English);
    assert!(
        !called.contains("<a class=\"row\" href=\"/people/"),
        "chosen, not left"
    );
}

#[test]
fn s0_6_today_says_who_is_owed_a_contact_and_why() {
    let html = open("/", Language::English);
    assert!(shown(&html, "3 people need you today · 1 done"));
    assert!(shown(
        &html,
        "Daily contact, day 4: intake not confirmed (tentative: Tue, Nov 24)"
    ));
    assert!(shown(&html, "Daily contact, day 1: no intake date yet"));
    assert!(shown(&html, "2 days missed"));
    assert!(shown(&html, "Tried today"));
    assert!(shown(&html, "Contact with Jo Park"));
    assert!(shown(
        &html,
        "Guadalupe Maximiliana Fernández-Villanueva de la Torre"
    ));
}

#[test]
fn today_with_nobody_on_the_caseload_leads_to_the_first_person() {
    let html = app(
        "/",
        Language::English,
        true,
        Canned {
            session: sample::unlocked(),
            answer: |query| match query {
                Query::Today => Some(Reply::Today(sample::empty_today())),
                other => sample::answer(other),
            },
        },
    );
    assert!(shown(&html, "Nobody here yet"));
    assert!(html.contains("href=\"/people/new\"") && html.contains("href=\"/import\""));
}

/// Issue 4.1.
#[test]
fn programs_say_who_is_in_them_what_they_would_change_and_what_to_settle() {
    let html = open("/team/programs", Language::English);
    assert!(shown(&html, "Hospital response") && shown(&html, "12 people are in it"));
    assert!(shown(&html, "Something to settle") && shown(&html, "Samples to begin with"));
    let html = open("/team/programs/family", Language::English);
    assert!(shown(&html, "Two people changed this differently."));
    assert!(shown(
        &html,
        "mobile names “triage”, which is not in the program."
    ));
    assert!(html.contains("data-testid=\"duty-every-days\""));
    assert!(!html.contains("data-testid=\"program-put\""));
    let html = open("/team/programs/pregnancy", Language::Spanish);
    assert!(shown(&html, "Dee Okafor") && html.contains("data-testid=\"program-put\""));
    let html = open("/team/programs/elsewhere", Language::English);
    assert!(shown(&html, "There is no program here any more."));
}

/// Issue 4.5.
#[test]
fn s4_8_of_whom_nobody_has_heard_today_says_so_and_whoever_is_out_knows_who_knows() {
    let html = open("/", Language::English);
    assert_eq!(html.matches("data-testid=\"check-in-other\"").count(), 2);
    assert_eq!(html.matches("data-testid=\"check-in-heard\"").count(), 1);
    assert!(shown(&html, "Not heard from"));
    let (missed, begin) = (html.find("check-in-other"), html.find("call-out-begin"));
    assert!(missed < begin, "before anything of one's own");
    assert!(shown(&html, "No supervisor's device has fetched it yet."));
    assert!(html.contains("data-testid=\"check-in-longer\""));
    assert!(
        !html.contains("data-testid=\"check-in-begin\""),
        "one at a time"
    );
}

#[test]
fn s0_20_s0_21_s4_11_tonights_sheet_has_ticks_first_names_a_count_and_both_of_two_counts() {
    let html = open("/groups/e1/2026-11-21", Language::English);
    assert!(shown(&html, "7 people"));
    assert_eq!(html.matches("aria-pressed=\"true\"").count(), 2);
    // Whoever never came is found by name and does not stand in the way.
    assert_eq!(html.matches("data-testid=\"meeting-tick\"").count(), 4);
    assert!(!html.contains("Ines Moreau"));
    assert_eq!(html.matches("data-testid=\"meeting-once\"").count(), 1);
    for text in [
        "Was not there",
        "Usually comes",
        "2 more came whose coach is somebody else.",
        "It was easy to talk.",
        "Two versions: And how many more?",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    let today = open("/", Language::English);
    assert!(shown(&today, "Write down who came"));
    assert!(shown(&today, "Takes part as a peer"));
}

#[test]
fn s0_20_s0_22_a_group_shows_what_comes_who_leads_and_how_many_came_as_a_picture_and_a_table() {
    let html = open("/groups/e1", Language::English);
    for text in [
        "Every Monday, Saturday, 6:00 pm to 7:30 pm",
        "Does not take place: Nobody to lead it",
        "Public holiday",
        "8 meetings: 8 came on average, 12 at most",
        "9, not finished",
        "Does not take place: Weather",
        "Every Tuesday, 6:00 pm to 7:30 pm",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    let picture = html.find("group-trend\"").unwrap_or_default();
    assert!(picture < html.find("group-past").unwrap_or_default());
    let form = open("/groups/e1/change", Language::English);
    let preview = form.split("group-preview").nth(1).unwrap_or_default();
    assert!(preview.contains("Every Monday, Saturday") && preview.contains("Mon, Nov 23"));
    let ask = open("/groups", Language::Spanish);
    assert!(shown(
        &ask,
        "New parents (sample) estará aquí en cuanto haya señal."
    ));
}

#[test]
fn s0_8_s4_25_a_page_says_whether_they_are_in_treatment_and_how_long_the_way_back_took() {
    let html = open("/people/01", Language::English);
    for text in [
        "Went to the first appointment: Thu, Sep 10",
        "After 30 days: In treatment",
        "After 60 days: Not written down",
        "After 90 days: Wed, Dec 9",
        "Connected again after 14 days",
        "Not connected again yet, for one day",
    ] {
        assert!(
            shown(&html.replace("<!--", "").replace("-->", ""), text),
            "{text}"
        );
    }
}

#[test]
fn s4_7_the_directory_says_when_somebody_made_sure_and_what_is_there_no_more() {
    let html = open("/more/resources", Language::English);
    assert_eq!(html.matches("data-testid=\"resource\"").count(), 3);
    assert_eq!(
        html.matches("data-testid=\"resource-still-right\"").count(),
        1
    );
    assert!(shown(&html, "No longer there") && html.contains("tel:6085550177"));
    assert_eq!(html.matches("data-testid=\"resource-keep\"").count(), 2);
    // Nobody is sent to a place that is there no more.
    assert_eq!(html.matches("data-testid=\"resource-call\"").count(), 2);
}

#[test]
fn s1_23_s4_24_people_around_are_apart_from_professionals_and_a_lapse_says_what_it_leaves() {
    let html = open("/people/01/around", Language::English);
    let circle = html.find("around-circle").unwrap_or_default();
    let professionals = html.find("around-professionals").unwrap_or_default();
    let (friend, clinic) = (html.find("Tess Example"), html.find("Lakeside Clinic"));
    assert!(circle < friend.unwrap() && friend.unwrap() < professionals);
    assert!(professionals < clinic.unwrap());
    assert!(html.contains("tel:6085550133"));
    assert!(shown(&html, "This changes nothing between you and them."));
    assert_eq!(html.matches("data-testid=\"around-change\"").count(), 4);
    let empty = open("/people/02/around", Language::Spanish);
    assert!(shown(&empty, "Nadie todavía"));
}

#[test]
fn s2_22_a_plan_says_whose_each_goal_is_and_that_a_coach_does_not_report() {
    let html = open("/people/01/plan", Language::English);
    assert!(shown(&html, "A job with my hands, and my own money again"));
    assert!(shown(&html, "Purpose · Work") && shown(&html, "Community · Family"));
    assert_eq!(
        html.matches("You help with it. You never report on it.")
            .count(),
        1
    );
    assert_eq!(html.matches("data-testid=\"goal\"").count(), 3);
    assert!(shown(&html, "Speak up for them") && shown(&html, "By: Tue, Dec 1"));
    assert!(shown(&html, "Reached: ") && shown(&html, "Being worked on: "));
    // Only what stands can be brought to its end or changed.
    assert_eq!(html.matches("data-testid=\"plan-change\"").count(), 10);
    assert_eq!(html.matches("data-testid=\"plan-done\"").count(), 7);
    assert!(shown(&html, "Not valid: Wrong person"));
    assert!(shown(&html, "Two versions: What it is about") && shown(&html, "Life skills"));
    let empty = open("/people/02/plan", Language::Spanish);
    assert!(shown(&empty, "Aún no hay metas") && shown(&empty, "Aún sin responder"));
    assert!(open("/people/01", Language::English).contains("href=\"/people/01"));
}

/// Issue 4.5.
#[test]
fn s2_14_the_page_to_take_along_lists_what_is_open_and_nothing_else() {
    let html = open("/people/01/required", Language::English);
    assert!(shown(&html, "What is required of you"));
    assert!(shown(&html, "Bring the signed form to room 204"));
    assert!(shown(&html, "By: Tuesday, November 24"));
    assert!(shown(&html, "Asked by: Dunn County court"));
    assert!(shown(&html, "Call the case manager each Monday"));
    for other in [
        "Hand in the pay slips",
        "Pay the fine",
        "parenting class",
        "my own money",
    ] {
        assert!(!html.contains(other), "{other}");
    }
    assert!(html.contains("data-testid=\"required-print\""));
    let paper = html.split("data-testid=\"required-paper\"").nth(1);
    let paper = paper.and_then(|rest| rest.split("</ol>").next());
    for name in ["Jo", "Lantern", "Reyes"] {
        assert!(paper.is_some_and(|paper| !paper.contains(name)), "{name}");
    }
}

/// Issue 4.5, BARC-10.
#[test]
fn s2_15_ten_statements_are_asked_word_for_word_and_their_totals_stand_in_a_curve_and_a_table() {
    let html = open("/people/01/barc10", Language::English);
    assert_eq!(html.matches("data-testid=\"barc10-item\"").count(), 10);
    assert_eq!(html.matches("type=\"radio\"").count(), 60);
    assert!(shown(
        &html,
        "I regard my life as challenging and fulfilling without the need for using drugs or alcohol."
    ));
    assert!(shown(&html, "Do not answer for them.") && shown(&html, "10 statements are open."));
    assert!(!shown(&html, "translation"));
    let spanish = open("/people/01/barc10", Language::Spanish);
    assert!(shown(
        &spanish,
        "No se ha puesto a prueba como la versión en inglés."
    ));
    let html = open("/people/01/plan", Language::English);
    assert_eq!(
        html.matches("class=\"curve-point\"").count(),
        3,
        "no point without a total"
    );
    assert!(shown(&html, "8 of 10") && shown(&html, "+11") && shown(&html, "−2"));
    assert!(shown(&html, "The first is 31, the last is 40."));
}

#[test]
fn in_other_hands_the_app_shows_one_name_and_no_way_into_anything_else() {
    let html = app(
        "/people/01",
        Language::English,
        true,
        Canned {
            session: SessionView::Inspecting(Box::new(sample::inspected())),
            answer: |_| None,
        },
    );
    assert!(shown(&html, "Limited view") && shown(&html, "Jo Park"));
    assert!(shown(&html, "No voicemail."));
    assert!(html.contains("data-testid=\"open-crisis\"") && !html.contains("href=\"/people"));
}

#[test]
fn who_opened_records_is_told_on_the_record_and_for_all_of_them() {
    let html = open("/team/accesses", Language::English);
    assert!(shown(&html, "Ana Whitfield") && shown(&html, "Opened the record of Dee Okafor"));
    assert!(shown(&html, "You") && html.contains("data-testid=\"accesses-copy\""));
    for line in [
        "Gave a code for a device of Devon Blake",
        "Changed the role of Devon Blake: Lead",
        "Asked Devon Blake to cover the caseload of Marisol Reyes",
        "Handed Dee Okafor over to Devon Blake",
        "Copied the access log (lines: 12)",
        "Ordered that record 01010101010101010101010101010101 is forgotten",
        "They asked for it. 2 devices have not confirmed",
        "Gave new keys after somebody was forgotten",
        "Invited somebody (Coach)",
        "Time not known",
    ] {
        assert!(shown(&html, line), "{line}");
    }
    let html = open("/people/01", Language::English);
    assert!(shown(&html, "Who opened this record") && shown(&html, "Ana Whitfield"));
    assert!(!shown(&html, "Opened the record of"));
}

/// Issue 3.3.
#[test]
fn a_record_says_with_whom_it_is_shared_until_when_and_why() {
    let html = open("/people/01", Language::English);
    assert!(shown(&html, "Also reads this record"));
    assert!(shown(&html, "Dr. Guadalupe Fernández-Villanueva"));
    assert!(shown(&html, "Opened in an emergency"));
    assert_eq!(html.matches("data-testid=\"share-end\"").count(), 2);
    assert!(html.contains("data-testid=\"share\""));
    let log = open("/team/accesses", Language::English);
    assert!(
        shown(
            &log,
            "Opened for Keisha Coleman-Fitzgerald in an emergency, until tomorrow, 4:38 am"
        ) || shown(
            &log,
            "Opened for Keisha Coleman-Fitzgerald in an emergency, until Sun, Nov 22, 4:38 am"
        )
    );
    assert!(shown(&log, "found down, no answer from the coach."));
}

fn as_role(path: &str, role: Role, answer: fn(&Query) -> Option<Reply>) -> String {
    let session = sample::as_role(role);
    app(path, Language::English, true, Canned { session, answer })
}

/// Issue 3.1.
#[test]
fn a_provider_may_look_at_a_record_and_finds_no_button_that_writes() {
    let html = as_role("/people/01", Role::ClinicalProvider, |query| match query {
        Query::Person { participant, .. } => {
            let mut view = sample::person(participant);
            view.read_only = true;
            view.share_with = Vec::new();
            view.hand_over_to = Vec::new();
            for guest in &mut view.guests {
                guest.may_end = false;
            }
            Some(Reply::Person(Box::new(view)))
        }
        other => sample::answer(other),
    });
    assert!(html.contains("data-testid=\"entry\"") && html.contains("data-testid=\"milestone\""));
    for writes in [
        "person-log",
        "person-edit",
        "entry-edit",
        "entry-void-open",
        "entry-restore",
        "add-intake",
        "milestone-change",
        "milestone-void",
        "conflict-choose",
        "share",
        "share-end",
        "hand-over",
        "place-log",
        "people-add",
    ] {
        assert!(
            !html.contains(&format!("data-testid=\"{writes}\"")),
            "{writes}"
        );
    }
}

/// Issue 3.1.
#[test]
fn who_has_no_caseload_first_sees_what_there_is_for_them() {
    let manager = as_role("/", Role::ProgramManager, sample::answer);
    assert!(manager.contains("data-testid=\"numbers\""));
    assert!(shown(&manager, "September 2026") && shown(&manager, "316"));
    let spanish = open("/team/numbers", Language::Spanish);
    assert!(shown(&spanish, "Septiembre de 2026"));
    assert!(shown(&manager, "Too small to show"));
    assert!(shown(
        &manager,
        "Shared by Ana Whitfield, counted Fri, Oct 2"
    ));
    let it = as_role("/", Role::AgencyIt, sample::answer);
    assert!(shown(&it, "Devices in use") && shown(&it, "https://relay.example.org"));
    let referrer = as_role("/", Role::Referrer, sample::answer);
    assert!(shown(
        &referrer,
        "referring in the app is not in this version"
    ));
    let provider = as_role("/", Role::ClinicalProvider, sample::answer);
    assert!(shown(&provider, "Records shared with you"));
    for html in [manager, it, referrer, provider] {
        assert!(!html.contains("data-testid=\"place-log\""));
        assert!(!html.contains("href=\"/people/new\"") && !shown(&html, "Okafor"));
    }
}

/// Issue 3.3.
#[test]
fn a_supervisor_on_call_asks_with_a_reason_and_sees_what_became_of_it() {
    let html = as_role("/team/emergency", Role::OnCallSupervisor, sample::answer);
    for testid in [
        "emergency-coach",
        "emergency-name",
        "emergency-reason",
        "emergency-go",
    ] {
        assert!(
            html.contains(&format!("data-testid=\"{testid}\"")),
            "{testid}"
        );
    }
    assert!(html.contains("href=\"/people/01010101010101010101010101010101\""));
    assert!(shown(
        &html,
        "That coach has nobody of that name, or more than one"
    ));
    let team = as_role("/team", Role::OnCallSupervisor, sample::answer);
    assert!(team.contains("href=\"/team/emergency\"") && !team.contains("href=\"/team/numbers\""));
    let team = as_role("/team", Role::Supervisor, sample::answer);
    assert!(team.contains("href=\"/team/numbers\""));
}

/// Issue 3.5.
#[test]
fn a_lock_with_a_passkey_offers_it_and_one_without_does_not() {
    let of = |session: SessionView| {
        let answer = |_: &Query| None;
        app("/", Language::English, true, Canned { session, answer })
    };
    let with = of(sample::locked_for_two());
    assert!(shown(&with, "Open with a passkey"));
    assert!(!of(sample::locked()).contains("lock-by-passkey"));
    let settings = open("/more/settings", Language::English);
    assert!(shown(&settings, "Set up another passkey") && shown(&settings, "Remove the passkey"));
}

/// Issue 3.8.
#[test]
fn a_certificate_says_who_has_not_confirmed_and_what_it_does_not_prove() {
    let html = open("/team/forgetting", Language::English);
    assert!(shown(&html, "Dee Okafor") && shown(&html, "Legal hold"));
    assert!(shown(&html, "One device has not confirmed"));
    assert!(shown(
        &html,
        "Keisha Coleman-Fitzgerald, Tablet at the front desk: not confirmed"
    ));
    assert!(shown(&html, "still open a backup of the relay from before"));
    assert!(html.contains("data-testid=\"renew-keys\""));
    assert!(!shown(&html, "Complete: every device confirmed"));
    assert!(shown(&html, "The law may have changed"));
    let html = open("/people/01/keep", Language::English);
    assert!(shown(&html, "It was to be kept through") && shown(&html, "The case is closed."));
    assert!(html.contains("data-testid=\"forget-open\""));
    assert!(html.contains("data-testid=\"hold-set\""));
    assert!(!html.contains("data-testid=\"hold-end\""), "it has ended");
}

/// Issue 3.8: own rules of retention are seen through before they hold, and faults have a place.
#[test]
fn rules_of_the_agency_say_whose_they_are_what_they_would_change_and_what_to_mend() {
    let html = open("/team/forgetting", Language::English);
    assert!(shown(&html, "Rules of your agency: lakeside 2026-11"));
    assert!(shown(&html, "Put in force by Alex Kim"));
    assert!(shown(
        &html,
        "Other rules are set and apply from January 1, 2027 on."
    ));
    assert!(html.contains("href=\"/team/forgetting/rules\""));
    let html = open("/team/forgetting/rules", Language::English);
    assert!(shown(
        &html,
        "One person could be forgotten earlier than now"
    ));
    assert!(shown(&html, "52 people would be kept longer than now"));
    assert!(shown(&html, "52 more change and are not listed."));
    assert!(shown(
        &html,
        "With Marisol Reyes. Kept through: now no end, then October 30, 2026."
    ));
    assert!(html.contains("data-testid=\"rules-put\""));
    let answer = |query: &Query| match query {
        Query::PreviewRules { .. } => Some(Reply::RulesPreview(Box::new(
            sample::forgetting::preview(true),
        ))),
        other => sample::answer(other),
    };
    let session = sample::unlocked();
    let canned = Canned { session, answer };
    let html = app("/team/forgetting/rules", Language::English, true, canned);
    assert!(shown(
        &html,
        "Line 12, character 18: “-7” does not fit here."
    ));
    assert!(shown(&html, "rules have no field “yearz”"));
    assert!(shown(
        &html,
        "Rule 2 (declined-30d): it keeps records for no time at all"
    ));
    assert!(!html.contains("data-testid=\"rules-put\""));
}

#[test]
fn a_member_page_says_which_devices_there_are_and_what_they_hold() {
    let html = open("/team/ad", Language::English);
    assert!(shown(&html, "Devon's new phone"));
    assert!(shown(&html, "A device without a name"));
    assert!(shown(&html, "Will be taken out when there is a connection"));
    assert!(shown(&html, "Caseload of Devon Blake: 14 people"));
    assert_eq!(html.matches("data-testid=\"device-open\"").count(), 3);
}

/// Issue 3.4.
#[test]
fn a_device_page_says_in_words_how_it_keeps_what_it_has_and_lets_it_be_lost() {
    let html = open("/team/ad/d1", Language::English);
    assert!(shown(&html, "Devon's new phone") && shown(&html, "Last heard: today, 4:38 pm"));
    assert!(shown(&html, "Encrypted, each page with ChaCha20-Poly1305"));
    assert!(shown(&html, "64 MiB and 3 passes for each guess"));
    assert!(shown(&html, "Locks by itself after 30 days"));
    assert!(html.contains("data-testid=\"device-lost\""));
    assert!(!html.contains("data-testid=\"sheet-copy\""));
}

/// Issue 3.4.
#[test]
fn the_sheet_of_a_lost_device_has_all_that_a_decision_needs_and_no_advice() {
    let html = open("/team/ad/d3", Language::English);
    for words in [
        "Lost device: Devon's phone",
        "Devon Blake, Coach",
        "By Ana Whitfield, November 21, 2026, 4:38 pm (roster entry 41)",
        "November 20, 2026, 11:38 am",
        "5 participants: Dee Okafor; Guadalupe",
        "1 entry that another device had.",
        "7 entries, set aside",
        "The agency's own; Devon Blake",
        "It said, signed by itself, that it handed over what it had and wiped itself,",
        "Nothing was left unsent.",
        "42 CFR 2.16",
        "no legal advice",
        "Phone · Reached",
        "35 min · Check-in · 2 naloxone kits · 12.5 miles",
        "Called about the apartment.",
        "Called about the room.",
        "Taking it in keeps what is shown above.",
        "Take into the record",
        "1 date, such as an intake",
        "Court date",
        "Tue, Dec 1",
        "Take in the goal that it leads to first.",
        "Tag added",
        "608-555-0188",
        "Locked or off? Who knew the passphrase?",
    ] {
        assert!(shown(&html, words), "{words}");
    }
    assert!(html.contains("data-testid=\"sheet-print\""));
    assert!(!html.contains("data-testid=\"device-lost\""));
}

/// Issue 3.4.
#[test]
fn a_device_that_was_taken_out_or_away_says_so_plainly_and_shows_nobody() {
    let show = |session| {
        let canned = Canned {
            session,
            answer: |_| None,
        };
        app("/people/01", Language::English, true, canned)
    };
    let away = show(sample::away());
    assert!(shown(&away, "did not reach the team for 30 days"));
    assert!(shown(&away, "60667684-3-5") && shown(&away, "2 entries wait to be sent."));
    let removed = show(sample::removed());
    assert!(shown(&removed, "Only “Night shift” is gone."));
    assert!(shown(&removed, "call your supervisor"));
    assert!(shown(&removed, "1 note could not be handed over"));
    assert!(shown(&removed, "2 entries of colleagues"));
    let dismissed = show(sample::gated(GateWhy::Dismissed { waiting: 3 }));
    assert!(shown(&dismissed, "3 entries wait to be handed over."));
    for html in [&away, &removed, &dismissed] {
        assert!(html.contains("data-testid=\"open-crisis\""));
        assert!(!html.contains("href=\"/"));
    }
    let calling = show(sample::gated(GateWhy::CallingIn));
    assert!(shown(&calling, "Checking with your team"));
    let mut worker = sample::worker();
    worker.days_until_away = Some(5);
    let canned = Canned {
        session: SessionView::Unlocked(Box::new(worker)),
        answer: sample::answer,
    };
    let html = app("/", Language::English, true, canned);
    assert!(shown(&html, "Connect it once within 5 days"));
}

#[test]
fn a_call_goes_through_the_safe_contact_rule_and_others_dial_at_once() {
    let html = open("/", Language::English);
    // Dee has a rule: a button that asks. Ray has none: a plain link.
    assert!(html.contains("aria-label=\"Call Ray Lindqvist\""));
    assert_eq!(html.matches("href=\"tel:6085550142\"").count(), 2);
    let person = open("/people/01", Language::English);
    assert!(shown(
        &person,
        "No voicemail. Not after 6:00 pm. Ask for Dee, say you are from the gym."
    ));
    // Whoever is on call dials at once.
    let person = person.replace("href=\"tel:6085550190\"", "");
    assert!(!person.contains("href=\"tel:"));
}

#[test]
fn two_versions_are_shown_with_author_and_time_until_one_is_chosen() {
    let html = open("/people/01", Language::English);
    assert!(shown(&html, "Two versions: Phone"));
    assert!(shown(&html, "608 555 0199"));
    assert!(shown(&html, "Ana Whitfield, today, 1:38 pm"));
    assert_eq!(html.matches("data-testid=\"conflict-choose\"").count(), 2);
}

#[test]
fn each_contact_says_how_far_it_got() {
    let html = open("/people/01", Language::English);
    for words in [
        "On this phone, waits to be sent",
        "reached the supervisor's device",
        "From another device",
        "Not valid: Wrong person (Marisol Reyes, yesterday, 5:38 pm)",
        "25 min · Check-in, Getting into treatment · 1 naloxone kit · 12.5 miles",
    ] {
        assert!(shown(&html, words), "{words}");
    }
}

#[test]
fn spanish_is_spanish_on_every_screen() {
    for path in EVERY_PATH {
        let html = open(path, Language::Spanish);
        assert!(html.contains("lang=\"es\""), "{path}");
        for english in [
            ">Save<",
            ">Back<",
            "Loading",
            "Reached ",
            "People<",
            "contact with",
            ">Log<",
            "Details",
        ] {
            assert!(!html.contains(english), "{path} shows {english}");
        }
    }
    let today = open("/", Language::Spanish);
    assert!(shown(&today, "3 personas le necesitan hoy · 1 hecho"));
    assert!(shown(
        &today,
        "Contacto diario, día 4: ingreso sin confirmar (tentativo: mar, 24 nov)"
    ));
}

#[test]
fn no_screen_shows_a_key_instead_of_words() {
    for language in [Language::English, Language::Spanish] {
        for path in EVERY_PATH
            .into_iter()
            .chain(["/crisis", "/more/sync", "/more/resources"])
        {
            let html = open(path, language);
            let text: String = html
                .split('<')
                .filter_map(|piece| piece.split_once('>'))
                .map(|(_, text)| text)
                .collect::<Vec<_>>()
                .join("\n");
            for line in text.lines().map(str::trim) {
                let key = line.contains('-')
                    && !line.is_empty()
                    && line.chars().all(|c| c.is_ascii_lowercase() || c == '-');
                assert!(!key, "{path} shows {line}");
            }
        }
    }
}

#[test]
fn every_screen_has_one_main_landmark_and_a_heading() {
    for path in EVERY_PATH
        .into_iter()
        .chain(["/crisis", "/more/sync", "/more/resources"])
    {
        let html = open(path, Language::English);
        assert_eq!(html.matches("<main").count(), 1, "{path}");
        assert!(html.contains("<h1"), "{path}");
        assert!(html.contains("<nav"), "{path}");
        assert!(
            !html.contains(" style=\""),
            "{path}: an inline style would be refused by the page's policy"
        );
    }
}

#[test]
fn the_lock_screen_names_nobody_and_offers_crisis_numbers() {
    for path in ["/", "/people/01"] {
        let html = app(
            path,
            Language::English,
            true,
            Canned {
                session: sample::locked(),
                answer: sample::answer,
            },
        );
        assert!(html.contains("data-testid=\"lock-passphrase\""));
        assert!(html.contains("data-testid=\"open-crisis\""));
        assert!(html.contains("data-testid=\"language-switch\""));
        for name in ["Okafor", "Reyes", "Lantern"] {
            assert!(!html.contains(name), "{path} names {name}");
        }
    }
}

/// Issue 3.6.
#[test]
fn a_shared_phone_asks_who_it_is_by_nickname_and_takes_one_more() {
    let html = app(
        "/",
        Language::English,
        true,
        Canned {
            session: sample::locked_for_two(),
            answer: sample::answer,
        },
    );
    assert!(shown(&html, "Who are you?"));
    assert!(shown(&html, "Person 1") && shown(&html, "Night shift"));
    assert!(html.contains("data-testid=\"lock-pin\""));
    assert!(html.contains("inputmode=\"numeric\""));
    assert!(html.contains("data-testid=\"lock-other-way\""));
    assert!(html.contains("data-testid=\"lock-add\""));
    for name in ["Okafor", "Reyes", "Lantern"] {
        assert!(!html.contains(name), "{name}");
    }
    let alone = app(
        "/",
        Language::Spanish,
        true,
        Canned {
            session: sample::locked(),
            answer: sample::answer,
        },
    );
    assert!(!alone.contains("lock-profile-1"), "one person is not asked");
    assert!(shown(&alone, "Agregar a otra persona en este teléfono"));
}

/// Issue 3.5.
#[test]
fn a_forgotten_passphrase_leads_to_help_where_somebody_can_give_it() {
    let with = |session| {
        app(
            "/",
            Language::English,
            true,
            Canned {
                session,
                answer: sample::answer,
            },
        )
    };
    let html = with(sample::locked());
    assert!(html.contains("data-testid=\"lock-help\""));
    assert!(!shown(&html, "Ask your supervisor for a new invitation"));
    let html = with(sample::locked_for_two());
    assert!(!html.contains("data-testid=\"lock-help\""));
    assert!(shown(&html, "Ask your supervisor for a new invitation"));
    let give = open("/more/help", Language::Spanish);
    assert!(give.contains("data-testid=\"help-give-request\""));
    assert!(shown(&give, "Reconoce la voz"));
}

#[test]
fn one_more_person_gets_the_ways_in_and_the_way_back() {
    let html = app(
        "/",
        Language::English,
        true,
        Canned {
            session: SessionView::Adding { back_to: 1 },
            answer: |_| None,
        },
    );
    for testid in [
        "welcome-join",
        "welcome-found",
        "welcome-restore",
        "gate-back",
    ] {
        assert!(
            html.contains(&format!("data-testid=\"{testid}\"")),
            "{testid}"
        );
    }
    assert!(!html.contains("welcome-sample"));
    assert!(shown(&html, "stay locked"));
}

#[test]
fn settings_offer_passphrase_pin_nickname_and_signing_out() {
    let html = open("/more/settings", Language::English);
    for testid in [
        "passphrase-change",
        "pin-choose",
        "pin-remove",
        "nickname",
        "erase",
    ] {
        assert!(
            html.contains(&format!("data-testid=\"{testid}\"")),
            "{testid}"
        );
    }
}

#[test]
fn s0_30_crisis_numbers_open_while_locked() {
    let html = app(
        "/crisis",
        Language::Spanish,
        true,
        Canned {
            session: sample::locked(),
            answer: sample::answer,
        },
    );
    assert!(html.contains("href=\"tel:911\""));
    assert!(html.contains("href=\"tel:988\"") && html.contains("href=\"sms:988\""));
    assert!(shown(&html, "Comprobado el 21 de noviembre de 2026"));
}

#[test]
fn an_empty_device_offers_three_ways_in_and_the_way_back() {
    let html = app(
        "/",
        Language::English,
        true,
        Canned {
            session: SessionView::Empty,
            answer: |_| None,
        },
    );
    for testid in [
        "welcome-join",
        "welcome-found",
        "welcome-sample",
        "welcome-restore",
    ] {
        assert!(html.contains(&format!("data-testid=\"{testid}\"")));
    }
}

#[test]
fn an_unconfirmed_recovery_kit_comes_before_everything_else() {
    let mut worker = sample::worker();
    worker.recovery_unconfirmed = true;
    let html = app(
        "/people",
        Language::English,
        true,
        Canned {
            session: SessionView::Unlocked(Box::new(worker)),
            answer: sample::answer,
        },
    );
    assert!(html.contains("data-testid=\"kit-words\""));
    assert!(html.contains("data-testid=\"kit-qr\"") && shown(&html, "The last 8 are only here"));
    assert!(shown(&html, "meadow"));
    assert!(!html.contains("data-testid=\"people\""));
}

#[test]
fn files_that_cannot_be_used_are_told_apart_in_words() {
    let mut told = Vec::new();
    for problem in [
        StorageProblem::Damaged,
        StorageProblem::Foreign,
        StorageProblem::Newer,
        StorageProblem::Full,
        StorageProblem::Unavailable,
        StorageProblem::Io,
    ] {
        let html = app(
            "/",
            Language::English,
            true,
            Canned {
                session: SessionView::Blocked(problem),
                answer: |_| None,
            },
        );
        assert!(shown(&html, "Nothing on this device was changed."));
        told.push(html);
    }
    told.sort();
    told.dedup();
    assert_eq!(told.len(), 6);
}

#[test]
fn the_pill_is_on_every_screen_and_speaks_of_this_computer_on_one() {
    let canned = || Canned {
        session: sample::unlocked(),
        answer: |query| match query {
            Query::Sync => Some(Reply::Sync(SyncView {
                state: SyncState::Idle,
                last_sent_at: None,
                ..sample::sync()
            })),
            other => sample::answer(other),
        },
    };
    assert!(shown(
        &app("/team", Language::English, true, canned()),
        "All on this phone"
    ));
    assert!(shown(
        &app("/team", Language::English, false, canned()),
        "All on this computer"
    ));
    assert!(shown(
        &open("/people", Language::English),
        "Sent 5:34 pm, reached your supervisor 5:35 pm"
    ));
}

/// Issue 4.3: "why is this here?"
#[test]
fn what_is_due_is_shown_with_its_reasons_and_can_be_put_off() {
    let today = open("/", Language::English);
    for text in [
        "Contact after a missed group. Due: yesterday",
        "1 day late",
        "Days of higher overdose risk, through: Mon, Nov 30",
        "Coming up",
        "Court: Wed, Nov 25",
        "Put off for now",
        "Put off until: Tue, Nov 24.",
    ] {
        assert!(shown(&today, text), "{text}");
    }
    let person = open("/people/01", Language::English);
    for text in [
        "What is due, and why",
        "Missed the group: Wed, Nov 18.",
        "Tried 2 times since then.",
        "Ends when they are reached.",
        "Court date: Wed, Nov 25",
        "Show again",
        "Mute for now",
    ] {
        assert!(shown(&person, text), "{text}");
    }
}

#[test]
fn s2_16_s4_8_a_calendar_says_when_where_and_who_goes_along_and_asks_how_it_went() {
    let html = open("/calendar", Language::English);
    for text in [
        "How did it go?",
        "Yesterday, 10:00 am",
        "Dentist",
        "12 Example Street, second floor",
        "The coach goes along",
        "By bus",
        "No way there yet",
        "Treatment intake: Tentative",
        "Required: Parenting class certificate",
        "Two people wrote different times: Fri, Nov 27, 9:00 am / Fri, Dec 4",
        "June 1, 2027",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    let spanish = open("/calendar", Language::Spanish);
    for text in ["¿Cómo fue?", "Dentista", "Aún no hay cómo llegar"] {
        assert!(shown(&spanish, text), "{text}");
    }
    let nobody = open("/people/02/calendar", Language::English);
    assert!(shown(&nobody, "Nothing with a day yet"));
}

#[test]
fn today_has_appointments_of_the_day_and_of_tomorrow() {
    let html = open("/", Language::English);
    let (went, today, tomorrow) = (
        html.find("today-begun").unwrap_or_default(),
        html.find("today-appointments").unwrap_or_default(),
        html.find("today-tomorrow").unwrap_or_default(),
    );
    assert!(0 < went && went < today && today < tomorrow);
    assert!(shown(&html, "Appointments tomorrow"));
    assert!(shown(&html, "6:00 pm"));
}

#[test]
fn people_are_shown_by_what_was_kept_on_the_device() {
    let html = open("/people", Language::English);
    for text in [
        "Waiting, mine",
        "More filters",
        "Waiting for an intake date",
    ] {
        assert!(shown(&html, text), "{text}");
    }
}
