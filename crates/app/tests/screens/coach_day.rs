//! What a coach lived, who fits, who belongs together, what somebody wants to say, and what came of a
//! link.

use handrail_engine::api::{Language, Role};

use crate::sample;
use crate::shown;
use crate::stage::{Canned, app, open};

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
        "Someone whose record you do not hold",
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
