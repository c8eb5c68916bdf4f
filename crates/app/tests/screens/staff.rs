//! What is shown of the people who work here.

use handrail_engine::api::{Command, EngineError, Language, Role};

use crate::live::{Live, orders, refuse};
use crate::sample;
use crate::shown;
use crate::stage::{Canned, app, open, picks_files};

fn as_role(role: Role, path: &str) -> String {
    let canned = Canned {
        session: sample::as_role(role),
        answer: sample::answer,
    };
    app(path, Language::English, true, canned)
}

#[test]
fn s2_5_s4_17_a_credential_says_until_when_and_what_is_missing_by_then() {
    let html = open("/team/people/me", Language::English);
    for text in [
        "My training",
        "Certified Peer Specialist",
        "Ends within 20 days",
        "Continuing education: 15.5 of 20 hours. 4.5 hours are missing by",
        "This rule came with the app. Your agency should check it.",
        "Recovery Coach Academy",
        "Cost $850.00",
        "Paid by Prevention coalition (sample)",
        "Own word, not confirmed yet",
        "Two versions",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    // One's own word is confirmed by somebody else, and nobody excepts themselves.
    assert!(!html.contains("training-confirm") && !html.contains("except-add"));
    let spanish = open("/team/people/me", Language::Spanish);
    assert!(shown(&spanish, "Vence dentro de 20 días"));
    let today = open("/", Language::English);
    assert!(shown(
        &today,
        "Certified Peer Specialist: Ends within 20 days"
    ));
    assert!(shown(&today, "Credentials of 2 people need a look"));
}

#[test]
fn s2_12_both_fields_of_training_stand_beside_each_other() {
    let html = open("/team/people/me", Language::English);
    assert!(html.contains("field-peer-support") && html.contains("field-recovery-coaching"));
    let fields = html.split("training-fields").nth(1).unwrap_or_default();
    let fields = fields.split("</section>").next().unwrap_or_default();
    assert_eq!(fields.matches("On file").count(), 2);
}

#[test]
fn s2_2_what_is_required_and_missing_is_said_with_the_way_to_an_exception() {
    let html = as_role(Role::Supervisor, "/team/people/ad");
    for text in [
        "Required for Pregnancy (sample) and not on file: Giving naloxone",
        "Nobody new is given to this coach until it is confirmed on file",
        "The academy begins in January; Dana goes along.",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    for id in ["except-add", "exception-end", "training-confirm"] {
        assert!(html.contains(id), "{id}");
    }
    let people = as_role(Role::Supervisor, "/team/people");
    assert!(shown(&people, "Recovery coaching, Giving naloxone"));
    assert!(shown(&people, "Everybody, whatever the program"));
}

#[test]
fn s2_2_an_import_says_before_it_begins_what_its_coach_lacks_in_the_words_of_an_assignment() {
    picks_files();
    let canned = Canned {
        session: sample::as_role(Role::Coach),
        answer: sample::answer,
    };
    let mut page = Live::open("/import", canned);
    page.tap("import-pick");
    let lacking = [
        "Required for Pregnancy (sample) and not on file: Giving naloxone",
        "Nobody new is given to this coach until it is confirmed on file",
    ];
    for text in lacking {
        assert!(shown(&page.html(), text), "{text}");
    }
    orders();
    page.tap("import-run");
    let begun = |all: &[Command]| {
        let mut all = all.iter();
        all.any(|one| matches!(one, Command::ImportRun { .. }))
    };
    assert!(!begun(&orders()));
    // Without the column of programs nothing is required, and the engine has the last word.
    page.put("import-column-1", "change", "");
    for text in lacking {
        assert!(!shown(&page.html(), text), "{text}");
    }
    refuse(Some(EngineError::NotTrained {
        coach: "Marisol Reyes".to_owned(),
    }));
    page.tap("import-run");
    assert!(begun(&orders()));
    let html = page.html();
    assert!(shown(
        &html,
        "A required training of Marisol Reyes is not confirmed on file. Nothing was changed."
    ));
    assert!(html.contains("import-column-1"), "the columns stay");
}

#[test]
fn s3_6_trained_available_and_active_are_three_figures_and_s1_5_counts_who_has_no_device() {
    let html = as_role(Role::ProgramManager, "/team/people");
    let pool = html
        .split("data-testid=\"pool\"")
        .nth(1)
        .unwrap_or_default();
    let pool = pool.split("</dl>").next().unwrap_or_default();
    for figure in [">12<", ">7<", ">5<"] {
        assert_eq!(pool.matches(figure).count(), 1, "{figure}");
    }
    assert!(shown(&html, "Peer 12 (sample)") && shown(&html, "Peer in custody"));
    assert!(shown(&html, "Trainings on offer") && shown(&html, "Cost $125.00"));
}

#[test]
fn s0_17_how_a_coach_is_says_first_that_it_stays_here_and_nobody_else_sees_it() {
    let html = open("/team/people/me/growth", Language::English);
    for text in [
        "Only on this device",
        "Nobody at your agency can read this, and it is sent nowhere.",
        "Two nights on call",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    let theirs = as_role(Role::Supervisor, "/team/people/ad/growth");
    assert!(!theirs.contains("data-testid=\"wellbeing\""));
    assert!(!shown(&theirs, "Two nights on call"));
}

#[test]
fn s3_13_s3_16_s3_21_a_page_says_what_was_seen_who_guides_and_what_is_planned() {
    let own = open("/team/people/me/growth", Language::English);
    for text in [
        "Seen by Marisol Reyes",
        "Not seen yet",
        "1 of 2 seen",
        "Sky Lindqvist guides Jo Park",
        "A talk was due by",
        "Welcomes new coaches",
        "Lead the Monday group",
        "With the help of: Sky",
        "Can be asked, about 12 hours a week.",
        "Applied",
    ] {
        assert!(shown(&own, text), "{text}");
    }
    // Nobody ticks their own.
    assert!(!own.contains("competency-listens") && !own.contains("ready-support-true"));
    let theirs = as_role(Role::Supervisor, "/team/people/ad/growth");
    assert!(theirs.contains("competency-listens") && theirs.contains("ready-support-true"));
    let spanish = open("/team/people/me/growth", Language::Spanish);
    assert!(shown(&spanish, "Sky Lindqvist guía a Jo Park"));
}

#[test]
fn g_4_a_claim_says_of_each_trip_its_day_its_rate_and_its_amount() {
    let html = open("/team/people/me/claims", Language::English);
    for text in [
        "24.8 miles, $15.00",
        "12.4 miles at 58.5 ¢, $7.25",
        "12.4 miles at 62.5 ¢, $7.75",
        "One trip is left out: an earlier claim has it.",
        "One trip is not claimed yet: 18.4 miles.",
        "Exam fee: $50.00",
        "Decided by Marisol Reyes",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    // Nobody decides about their own.
    for id in ["money-approve", "money-decline", "money-pay"] {
        assert!(!html.contains(id), "{id}");
    }
    assert!(html.contains("claim-add") && html.contains("stipend-add"));
    let theirs = as_role(Role::Supervisor, "/team/people/ad/claims");
    for id in ["money-approve", "money-decline", "money-pay"] {
        assert!(theirs.contains(id), "{id}");
    }
    assert!(!theirs.contains("claim-add") && !theirs.contains("stipend-add"));
    let aside = "One entry is not counted: whoever wrote it may not say that.";
    assert!(shown(&theirs, aside) && !shown(&html, aside));
    let spanish = open("/team/people/me/claims", Language::Spanish);
    assert!(shown(&spanish, "12.4 millas a 58.5 ¢, $7.25"));
}

#[test]
fn s3_18_the_payroll_page_says_what_waits_what_a_mile_is_paid_and_that_a_file_leaves_the_app() {
    let html = as_role(Role::Supervisor, "/team/payroll");
    for text in [
        "2 waiting, $65.00",
        "60 ¢ a mile for trips from",
        "14 ¢ a mile today",
        "Board, March (sample)",
        "2 approved or paid trips.",
        "Outside the app nothing protects it.",
    ] {
        assert!(shown(&html, text), "{text}");
    }
}

#[test]
fn s2_25_a_card_shows_what_its_coach_approved_and_asks_them_about_a_suggestion() {
    let html = open("/team/people/me/card", Language::English);
    let page = html
        .split("data-testid=\"coach-card-page\"")
        .nth(1)
        .unwrap_or_default();
    let page = page.split("coach-card-approved").next().unwrap_or_default();
    assert!(shown(page, "I like coffee and long walks."));
    assert!(
        !page.contains("walked this road"),
        "a suggestion is not on the card"
    );
    assert!(shown(&html, "Somebody suggests these words for your card:"));
    assert!(html.contains("coach-card-approve"));
    let theirs = as_role(Role::Supervisor, "/team/people/ad/card");
    assert!(
        shown(&theirs, "Suggest words") && !theirs.contains("data-testid=\"coach-card-approve\"")
    );
    let spanish = open("/team/people/me/card", Language::Spanish);
    assert!(shown(&spanish, "Me gustan el café y los paseos largos."));
}

#[test]
fn s3_16_a_talk_that_is_late_is_said_on_today() {
    let html = open("/", Language::English);
    assert!(shown(&html, "A talk with Dana Reyes was due by"));
    let html = open("/", Language::Spanish);
    assert!(shown(&html, "Tocaba hablar con Dana Reyes"));
}
