//! Scorecards: what their pages show (issue 5.6).

use handrail_engine::api::Language;

use crate::shown;
use crate::stage::open;

#[test]
fn s3_2_s0_8_the_list_says_each_figure_with_what_it_is_made_of_and_what_is_incomplete() {
    let html = open("/team/scorecards", Language::English);
    for text in [
        "How much did we do?",
        "How well did we do it?",
        "Is anyone better off?",
        "October 2026: 27 of 30 (90%); for 2 it is not written down",
        "October 2026: 0 of 14 (0%)",
        "It is not zero.",
        "No definition yet",
        "About everybody in the place",
        "One entry about measures does not count",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    assert!(!html.contains(">90%<"), "never a bare share");
}

#[test]
fn s3_3_s3_24_a_measure_has_a_curve_with_its_table_and_the_five_blocks_in_their_order() {
    let html = open("/team/scorecards/coaches_trained", Language::English);
    let picture = html.find("measure-curve\"").unwrap_or_default();
    assert!(0 < picture && picture < html.find("measure-table").unwrap_or_default());
    for block in [
        "Definition",
        "Story Behind the Curve",
        "Partners",
        "What Works",
        "Action Plan",
    ] {
        assert!(shown(&html, block), "{block}");
    }
    let ids = [
        "block-definition",
        "block-story",
        "block-partners",
        "block-works",
        "block-plan",
    ];
    let places: Vec<usize> = ids.iter().filter_map(|id| html.find(id)).collect();
    assert_eq!(places.len(), 5);
    assert!(places.windows(2).all(|pair| pair[0] < pair[1]));
    // Nought is a figure, and the year before anything was written down has none.
    assert!(shown(&html, ">0<") && shown(&html, "No figure"));
    for text in [
        "from 5 (2020) to 12 (2024)",
        "2025 will be around 26; four times in five between 0 and 64",
        "Fewer volunteers came forward.",
        "Target: 20",
        "Nothing is written here yet.",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    assert!(
        html.contains("href=\"/team/scorecards/coaches_trained/2022\""),
        "each figure opens"
    );
    let spanish = open("/team/scorecards/coaches_trained", Language::Spanish);
    assert!(shown(&spanish, "La historia detrás de la curva"));
}

#[test]
fn s3_20_on_paper_small_numbers_are_hidden_and_what_is_not_over_is_left_out() {
    let html = open("/team/scorecards/connected", Language::English);
    assert!(shown(&html, "27 of 30 (90%)") && shown(&html, "Not over yet"));
    assert!(html.contains("measure-tell\""));
    let paper = open("/team/scorecards/connected/paper", Language::English);
    assert!(shown(&paper, "18 of 30 (60%)"));
    assert!(shown(&paper, "Too small to show, of 30") && !shown(&paper, "27 of 30"));
    assert!(!shown(&paper, "November 2026"));
    assert!(shown(&paper, "Numbers from 1 to 10 are hidden"));
    let paper = open("/team/scorecards/coaches_trained/paper", Language::English);
    assert!(shown(&paper, "EMS") && shown(&paper, "Fewer volunteers came forward."));
    assert!(!paper.contains("measure-open"), "paper opens nothing");
}

#[test]
fn s3_2_a_measure_without_definition_says_so_and_shows_both_of_two_figures() {
    let html = open("/team/scorecards/01OWN", Language::English);
    assert!(shown(&html, "nobody has written what it counts"));
    assert!(shown(&html, "or 15") && html.contains("measure-figure\""));
    assert!(shown(&html, "No forecast"));
    let html = open("/team/scorecards/retention", Language::English);
    assert!(shown(&html, "Not counted yet") && !html.contains("measure-table"));
}

#[test]
fn s0_8_a_figure_opens_to_the_records_that_it_is_counted_from() {
    for path in [
        "/team/scorecards/connected/2026-10",
        "/team/scorecards/connected/2026-10/coach/-",
    ] {
        let html = open(path, Language::English);
        assert_eq!(
            html.matches("data-testid=\"measure-case\"").count(),
            2,
            "{path}"
        );
        assert!(html.contains(&format!("href=\"/people/{}\"", "01".repeat(16))));
        assert!(html.contains("href=\"/call-outs/01C\""));
        assert!(shown(&html, "And 5 more.") && shown(&html, "1 of 2 (50%)"));
    }
    let html = open(
        "/team/scorecards/connected/2026-10/coach/-",
        Language::English,
    );
    assert!(shown(&html, "Not said"));
    assert!(
        open("/team/scorecards/connected/whenever", Language::English)
            .contains("measure-rows-failed")
    );
}

#[test]
fn s3_19_units_stand_with_their_rule_exact_minutes_and_the_reason_where_there_are_none() {
    let html = open("/team/billing", Language::English);
    for text in [
        "H0038, 15 minutes in a unit. Of each contact, full units only.",
        "At most 16 units for one person on one day.",
        "From the age of 18 on.",
        "Nobody has compared this with the source yet.",
        "38 min · H0038 HF",
        "1 over the limit for one day",
        "the birthday is not known",
        "298 min, 18 units",
        "It is time to check whether the payers changed their rules.",
        "The table holds names.",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    assert!(html.contains("bill-save\""));
}

#[test]
fn s3_19_client_reports_say_which_are_late_and_of_whom_no_start_is_known() {
    let html = open("/team/reports", Language::English);
    for text in [
        "Late",
        "Annual, year 2",
        "Follow-ups done in time: 4 of 5",
        "The day on which they came in is not written down",
        "It is not done after all",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    assert_eq!(html.matches("data-testid=\"report-row\"").count(), 4);
    assert_eq!(html.matches("data-testid=\"report-done\"").count(), 2);
}
