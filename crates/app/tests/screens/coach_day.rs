//! What a coach lived, who fits, who belongs together, what somebody wants to say, and what came of a
//! link.

use handrail_domain::crisis::CrisisPack;
use handrail_engine::api::{
    CardCommand, CoachingCommand, Command, CrisisCardView, Language, MilestoneEvent,
    MilestoneInput, Query, Reply, ResourceCommand, Role,
};

use crate::live::{Live, orders};
use crate::sample;
use crate::shown;
use crate::stage::{Canned, app, open};

/// What was ordered since, but for what keeps the device open while somebody types.
fn ordered() -> Vec<Command> {
    let mut all = orders();
    all.retain(|command| !matches!(command, Command::KeepAwake));
    all
}

#[test]
fn s0_4_what_a_coach_lived_is_for_them_alone_and_says_so_first() {
    let html = open("/more/lived", Language::English);
    for text in [
        "Only on this device",
        "Nobody at your agency can read this, and it is sent nowhere.",
        "This may be for you. Only you see this.",
        "You are ready to say: Court, jail or prison",
        "You keep to yourself: Lost custody of a child",
        "A loved one's experience counts, too.",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    let question = |id: &str| {
        let from = html.find(id).unwrap_or_default();
        html.get(from..).unwrap_or_default().to_owned()
    };
    // Where one thing is asked for, a yes may say more than it should: that is said before.
    assert_eq!(html.matches("question-one-wish").count(), 1);
    assert_eq!(html.matches("question-for-you").count(), 1);
    assert!(!question("question-one-wish").contains("question-for-you"));
    // Nothing is used or told by itself.
    let unsaid = html.find("lived-mental-health-none").unwrap_or_default();
    assert!(0 < unsaid && !html.contains("lived-mental-health-match"));
    assert!(html.contains("lived-trauma-match"));
}

#[test]
fn s2_4_today_shows_a_question_in_the_same_way_to_whoever_it_may_be_for() {
    let html = open("/", Language::English);
    assert!(shown(&html, "Asked of all coaches"));
    for told in ["This may be for you", "Court, jail", "custody"] {
        assert!(!html.contains(told), "{told}");
    }
}

#[test]
fn s3_10_who_asks_reads_names_and_nobodys_history() {
    let asked = |role| {
        let canned = Canned {
            session: sample::as_role(role),
            answer: sample::answer,
        };
        app("/team/fits", Language::English, true, canned)
    };
    let html = asked(Role::Supervisor);
    for text in [
        "They would like to: Jo Park, Marisol Reyes",
        "7 coaches were asked.",
        "Nobody has said yes yet.",
        "Nothing about the participant goes along, no name and no words.",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    for history in [
        "This may be for you",
        "You keep to yourself",
        "ready to say",
    ] {
        assert!(!html.contains(history), "{history}");
    }
    assert_eq!(html.matches("question-over").count(), 2, "one is over");
    let spanish = open("/team/fits", Language::Spanish);
    assert!(shown(&spanish, "Les gustaría: Jo Park, Marisol Reyes"));
}

#[test]
fn s2_10_of_whom_the_record_is_not_here_no_name_is_shown() {
    let html = open("/people/01/around", Language::English);
    for text in [
        "Each record stays by itself.",
        "Mother or father",
        "Somebody whose record you do not hold",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    assert_eq!(html.matches("data-testid=\"tie\"").count(), 2);
    assert_eq!(html.matches("data-testid=\"tie-open\"").count(), 1);
}

/// Issue 4.8: duplicates.
#[test]
fn somebody_who_was_written_down_twice_is_shown_whole_and_says_from_which_record() {
    let html = open("/people/01", Language::English);
    assert!(shown(&html, "This person was written down twice."));
    assert!(shown(&html, "The other record: Jo Park"));
    assert_eq!(html.matches("From the other record").count(), 1);
}

#[test]
fn s4_9_the_page_to_take_along_has_their_own_words_and_no_fear_that_they_keep() {
    let list = open("/people/01/say", Language::English);
    for text in [
        "Nobody sends it, and you report nothing.",
        "To: Dr. Example",
        "Yet to be said",
    ] {
        assert!(shown(&list, text), "{text}");
    }
    let page = |path: &str, language| {
        let html = open(path, language);
        let from = html.find("saying-page").unwrap_or_default();
        let page = html.get(from..).unwrap_or_default();
        page.split("<nav").next().unwrap_or_default().to_owned()
    };
    let kept = page("/people/01/say/s1", Language::English);
    assert!(shown(&kept, "The dose makes me sick in the morning."));
    assert!(shown(&kept, "These are my own words."));
    assert!(!kept.contains("take the medication away"));
    for other in ["Lantern Street", "Marisol", "Lindqvist"] {
        assert!(!kept.contains(other), "{other}");
    }
    let shared = page("/people/01/say/s2", Language::English);
    assert!(shown(&shared, "That they take the medication away."));
}

#[test]
fn s2_3_what_came_of_a_link_is_asked_on_today_and_stands_on_the_page() {
    let today = open("/", Language::English);
    assert!(shown(&today, "What came of it?"));
    for outcome in [
        "link-went",
        "link-did-not-go",
        "link-turned-away",
        "link-no-word",
    ] {
        assert!(today.contains(outcome), "{outcome}");
    }
    let person = open("/people/01", Language::English);
    assert!(shown(&person, "Was turned away, "));
    let all = open("/people/01/links", Language::English);
    assert!(shown(&all, "Sober house Example") && shown(&all, "What Ray was linked to"));
}

#[test]
fn s0_19_the_way_out_shows_each_goal_and_one_tap_says_that_it_is_there() {
    let html = open("/people/01", Language::English);
    for text in [
        "Before contact ends",
        "nobody has to pass a test",
        "Support in the community",
        "to Guadalupe at the Family Center",
        "Not yet",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    let spanish = open("/people/01", Language::Spanish);
    assert!(shown(&spanish, "con Guadalupe at the Family Center"));
    let canned = Canned {
        session: sample::as_role(Role::Coach),
        answer: sample::answer,
    };
    let mut live = Live::open("/people/01", canned);
    live.tap("exit-solid-foundation");
    let [Command::Coaching(CoachingCommand::Exit { event, to, .. })] = &ordered()[..] else {
        panic!("one order");
    };
    assert_eq!((*event, to.as_str()), (MilestoneEvent::SolidFoundation, ""));
}

#[test]
fn s0_29_the_agencys_numbers_stand_below_911_and_988_also_on_the_lock_screen() {
    let at = |session, language| {
        let answer = sample::answer;
        app("/crisis", language, true, Canned { session, answer })
    };
    let locked = at(sample::locked(), Language::English);
    let place = |text: &str| locked.find(text);
    assert!(place("tel:911") < place("tel:988") && place("tel:988") < place("tel:6085550100"));
    for text in [
        "Rock Valley crisis line",
        "We are coaches, not a crisis line.",
        "Not checked: your agency may confirm or remove it.",
        "numbers, in use since November 20, 2026",
    ] {
        assert!(shown(&locked, text), "{text}");
    }
    assert!(
        !locked.contains("tel:18002221222"),
        "theirs stand in place of the app's"
    );
    assert!(
        !locked.contains("crisis-change"),
        "nothing is changed from the lock screen"
    );
    let open = at(sample::unlocked(), Language::Spanish);
    assert!(shown(&open, "Línea de crisis de Rock Valley") && open.contains("crisis-change"));
}

#[test]
fn s0_29_a_card_that_cannot_be_read_leaves_the_apps_numbers_where_they_are() {
    let broken = |query: &Query| match query {
        Query::CrisisCard => Some(Reply::CrisisCard(Box::new(CrisisCardView {
            own: Some("{\"format\":1}".to_owned()),
            by: String::new(),
            may_change: false,
        }))),
        other => sample::answer(other),
    };
    for answer in [broken, |_: &Query| None] {
        let canned = Canned {
            session: sample::locked(),
            answer,
        };
        let html = app("/crisis", Language::English, true, canned);
        for number in ["tel:911", "tel:988", "tel:18002221222"] {
            assert!(html.contains(number), "{number}");
        }
        assert!(!html.contains("6085550100"));
    }
}

#[test]
fn s0_29_a_supervisor_looks_at_the_card_and_puts_it_in_force() {
    let canned = Canned {
        session: sample::as_role(Role::Supervisor),
        answer: sample::answer,
    };
    let put = |orders: &[Command]| match orders {
        [Command::Resource(ResourceCommand::CrisisCard(card))] => card.clone(),
        other => panic!("{} orders", other.len()),
    };
    let mut live = Live::open("/crisis/change", canned);
    assert_eq!(live.html().matches("crisis-kept").count(), 2);
    live.tap("crisis-line-down-0");
    live.tap("crisis-put");
    let pack = CrisisPack::parse(&put(&ordered()).unwrap()).unwrap();
    let names: Vec<_> = pack
        .entries
        .iter()
        .map(|one| one.name.en.as_str())
        .collect();
    assert_eq!(names, ["Warm line", "Rock Valley crisis line"]);
    assert_eq!(pack.valid_from.to_string(), "2026-11-21");

    // A card with nothing on it is told, and not ordered.
    live.tap("crisis-line-away-0");
    live.tap("crisis-line-away-0");
    live.tap("crisis-put");
    assert!(shown(&live.html(), "Add at least one line."));
    assert_eq!(ordered(), Vec::new());

    live.tap("crisis-line-add");
    for (field, typed) in [
        ("crisis-name-en", "Night line"),
        ("crisis-name-es", "Línea nocturna"),
        ("crisis-about-en", "At night."),
        ("crisis-about-es", "De noche."),
        ("crisis-number", "(608) 555-0142"),
    ] {
        live.put(field, "input", typed);
    }
    live.submit("crisis-line-save");
    assert!(shown(&live.html(), "Write where the number comes from."));
    live.put("crisis-from", "input", "County website");
    live.submit("crisis-line-save");
    live.tap("crisis-put");
    let pack = CrisisPack::parse(&put(&ordered()).unwrap()).unwrap();
    let [only] = pack
        .entries
        .try_into()
        .unwrap_or_else(|_| panic!("one line"));
    assert_eq!(only.call.as_deref(), Some("6085550142"));
    assert!(!only.verified, "nobody made sure of it");

    live.tap("crisis-back");
    live.tap("crisis-back-sure");
    assert_eq!(put(&ordered()), None);
}

#[test]
fn s3_11_after_an_overdose_the_attempts_are_told_by_how_they_were_made() {
    let html = open("/people/01", Language::English);
    for text in [
        "Nobody has tried yet. In time through: Mon, Nov 23",
        "First tried in time: Tue, Nov 3",
        "By phone: 2 · By text: 1 · In person: 1",
        "Reached: Thu, Nov 5",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    let spanish = open("/people/01", Language::Spanish);
    assert!(shown(
        &spanish,
        "Por teléfono: 2 · Por mensaje de texto: 1 · En persona: 1"
    ));
    let canned = Canned {
        session: sample::as_role(Role::Supervisor),
        answer: sample::answer,
    };
    let html = app("/team/numbers", Language::English, true, canned);
    assert_eq!(html.matches("numbers-outreach").count(), 1);
    assert!(shown(&html, "By phone: 9 · In person: 3"));
}

#[test]
fn s0_3_who_said_no_before_enrolling_is_written_down_and_then_only_counted() {
    let canned = Canned {
        session: sample::as_role(Role::Coach),
        answer: sample::answer,
    };
    let mut live = Live::open("/people/01/keep", canned.clone());
    live.tap("say-no");
    assert!(shown(&live.html(), "what remains is one more in a count"));
    live.tap("said-no-save");
    let [Command::RecordMilestone { milestone, .. }] = &ordered()[..] else {
        panic!("one order");
    };
    let said = MilestoneInput::Dated {
        event: MilestoneEvent::SaidNo,
        on: "2026-11-21".to_owned(),
    };
    assert_eq!(*milestone, said);
    let html = app("/team/forgetting", Language::English, true, canned);
    assert!(shown(
        &html,
        "Marisol Reyes. Said no before enrolling: October 30, 2026"
    ));
    assert!(shown(&html, "3 people said no and were forgotten."));
}

#[test]
fn s0_20_the_calendar_shows_groups_on_their_day_and_the_way_to_the_sheet() {
    let html = open("/calendar", Language::English);
    assert_eq!(html.matches("data-testid=\"calendar-groups\"").count(), 1);
    assert!(shown(&html, "Evening at the clinic (sample)"));
    assert!(html.contains("href=\"/groups/e2/2026-11-21\""));
    assert!(!open("/people/01/calendar", Language::English).contains("calendar-groups"));
}

#[test]
fn a_supervisor_reads_first_who_waits_for_somebody_and_nobody_out_alone_is_below_it() {
    let at = |role| {
        let canned = Canned {
            session: sample::as_role(role),
            answer: sample::answer,
        };
        app("/", Language::English, true, canned)
    };
    let place = |html: &str, testid: &str| {
        let found = html.find(&format!("data-testid=\"{testid}\""));
        found.unwrap_or_else(|| panic!("{testid}"))
    };
    let supervisor = at(Role::Supervisor);
    assert!(place(&supervisor, "check-ins") < place(&supervisor, "today-owed"));
    for later in ["call-out-begin", "today-groups"] {
        assert!(
            place(&supervisor, "today-owed") < place(&supervisor, later),
            "{later}"
        );
    }
    let coach = at(Role::Coach);
    assert!(place(&coach, "call-out-begin") < place(&coach, "today-owed"));
    assert!(place(&coach, "today-owed") < place(&coach, "today-groups"));
}

#[test]
fn a_card_holds_what_was_ticked_and_nothing_else_in_the_order_in_which_it_is_shown() {
    let canned = Canned {
        session: sample::as_role(Role::Coach),
        answer: sample::answer,
    };
    let html = open("/people/01/card", Language::English);
    for text in [
        "Only what is ticked goes on it.",
        "Coach: Marisol Reyes",
        "Goals",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    let sealed = || match &ordered()[..] {
        [Command::Coaching(CoachingCommand::Card(CardCommand::Seal { lines, word, .. }))] => {
            (lines.clone(), word.clone())
        }
        other => panic!("{} orders", other.len()),
    };
    let mut live = Live::open("/people/01/card", canned);
    live.put("card-word", "input", "blue kitchen door");
    live.submit("card-make");
    assert_eq!(
        sealed().0,
        Vec::<String>::new(),
        "nothing is ticked beforehand"
    );
    live.put("card-line-coach", "change", "true");
    live.put("card-own", "input", "Walk first.\nThen call.");
    live.submit("card-make");
    let (lines, word) = sealed();
    assert_eq!(lines, ["Coach: Marisol Reyes", "Walk first.", "Then call."]);
    assert_eq!(word, "blue kitchen door");
    let spanish = open("/more/card", Language::Spanish);
    assert!(shown(
        &spanish,
        "Escriba su palabra solo junto con la persona."
    ));
}
