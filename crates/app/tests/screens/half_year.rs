//! How somebody lives half a year after they came in, on their plan.

use handrail_engine::api::{Command, Language, MilestoneEvent, MilestoneInput};

use crate::live::{Live, orders};
use crate::stage::{Canned, open};
use crate::{sample, shown};

fn plan() -> Live {
    let canned = Canned {
        session: sample::unlocked(),
        answer: sample::answer,
    };
    Live::open("/people/01/plan", canned)
}

#[test]
fn s0_27_s2_17_a_plan_says_what_is_known_of_home_and_work_after_six_months() {
    let html = open("/people/01/plan", Language::English);
    for text in [
        "After six months",
        "A stable place to live",
        "Yes: ",
        "Work, school or training",
        "Not written down",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    let spanish = open("/people/01/plan", Language::Spanish);
    assert!(shown(&spanish, "A los seis meses") && shown(&spanish, "Sin anotar"));
    // Before that there is nothing to ask.
    assert!(!open("/people/02/plan", Language::English).contains("plan-half-year"));
}

#[test]
fn s0_27_s2_17_how_it_is_is_written_down_as_one_of_the_important_dates() {
    let mut page = plan();
    page.tap("half-year-write-work");
    assert!(shown(&page.html(), "Paid work of any hours"));
    page.submit("half-year-save");
    assert!(shown(&page.html(), "Choose one of the two."));
    page.choose("half-year-no");
    let is_date = |order: &Command| matches!(order, Command::RecordMilestone { .. });
    // More than 30 days before six months are over, and a day that has not come.
    for wrong in ["2026-10-12", "2026-11-22", ""] {
        page.put("half-year-day", "input", wrong);
        page.submit("half-year-save");
        assert!(!orders().iter().any(is_date), "{wrong}");
    }
    page.put("half-year-day", "input", "2026-10-13");
    page.submit("half-year-save");
    match orders().as_slice() {
        [
            Command::RecordMilestone {
                milestone: MilestoneInput::Dated { event, on },
                ..
            },
        ] => assert_eq!(
            (*event, on.as_str()),
            (MilestoneEvent::NotInWork, "2026-10-13")
        ),
        other => panic!("{other:?}"),
    }
}
