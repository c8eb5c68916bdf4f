use dioxus::prelude::*;
use handrail_engine::api::{Barc10View, CUT_OFF, LocalDate};

use super::Asking;
use crate::{
    components::{Button, Empty, Fold, IconName},
    forms::Open,
    words::{
        Words,
        dates::{self, Moment},
        use_words,
    },
};

/// Width and height of the picture, in its own units.
const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 170.0;
/// Left for the scale.
const LEFT: f64 = 28.0;
/// Left free at the other sides.
const RIGHT: f64 = 14.0;
const TOP: f64 = 18.0;
const BOTTOM: f64 = 12.0;
/// The least and the most that a total can be.
const SCALE: (u8, u8) = (10, 60);
/// With more points than these only the first and the last are labelled.
const MOST_LABELS: usize = 6;

/// Recovery capital over time: a picture, and the same as a table. It shows change and gives no
/// verdict.
#[component]
pub fn Curve(
    results: Vec<Barc10View>,
    moment: Moment,
    may_write: bool,
    open: Open<Asking>,
) -> Element {
    let words = use_words();
    if results.is_empty() {
        return rsx! {
            Empty { icon: IconName::Seedling, title: words.say("barc10-empty"), words: words.say("barc10-empty-words") }
        };
    }
    let totals: Vec<(LocalDate, u8)> = results
        .iter()
        .filter_map(|result| Some((result.on, result.total?)))
        .collect();
    rsx! {
        div { class: "card card-stack",
            if totals.len() > 1 {
                Picture { totals }
            }
            Table { results: results.clone(), moment }
            if may_write {
                Mistakes { results, moment, open }
            }
            p { class: "small soft", {words.say_with("barc10-cut-off", [("total", u32::from(CUT_OFF).into())])} }
        }
    }
}

fn height_of(total: u8) -> f64 {
    let share = f64::from(total.saturating_sub(SCALE.0)) / f64::from(SCALE.1 - SCALE.0);
    HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)
}

/// Where each total stands, by its day.
fn points(totals: &[(LocalDate, u8)]) -> Vec<(f64, f64)> {
    let (Some((first, _)), Some((last, _))) = (totals.first(), totals.last()) else {
        return Vec::new();
    };
    let days = |to: LocalDate| i32::try_from(to.days_since(*first)).map_or(0.0, f64::from);
    let all = days(*last).max(1.0);
    let start = LEFT + RIGHT;
    let width = WIDTH - start - RIGHT;
    totals
        .iter()
        .map(|(on, total)| (start + days(*on) / all * width, height_of(*total)))
        .collect()
}

#[component]
fn Picture(totals: Vec<(LocalDate, u8)>) -> Element {
    let words = use_words();
    let points = points(&totals);
    let line = points
        .iter()
        .map(|(x, y)| format!("{x:.1},{y:.1}"))
        .collect::<Vec<_>>()
        .join(" ");
    let last = points.len().saturating_sub(1);
    let cut_off = height_of(CUT_OFF);
    let label = summary(&words, &totals);
    rsx! {
        svg { class: "curve", view_box: "0 0 {WIDTH} {HEIGHT}", role: "img", "aria-label": label, "data-testid": "barc10-curve",
            for mark in [SCALE.0, 20, 30, 40, 50, SCALE.1] {
                line { class: "curve-grid", x1: "{LEFT}", x2: "{WIDTH - RIGHT}", y1: "{height_of(mark)}", y2: "{height_of(mark)}" }
                text { class: "curve-scale", x: "{LEFT - 6.0}", y: "{height_of(mark) + 4.0}", text_anchor: "end", "{mark}" }
            }
            line { class: "curve-cut-off", x1: "{LEFT}", x2: "{WIDTH - RIGHT}", y1: "{cut_off}", y2: "{cut_off}" }
            polyline { class: "curve-line", points: line }
            for (index , ((x , y) , (_ , total))) in points.into_iter().zip(&totals).enumerate() {
                circle { class: "curve-point", cx: "{x}", cy: "{y}", r: "4" }
                if last < MOST_LABELS || index == 0 || index == last {
                    text { class: "curve-total", x: "{x}", y: "{y - 9.0}", text_anchor: "middle", "{total}" }
                }
            }
        }
    }
}

fn summary(words: &Words, totals: &[(LocalDate, u8)]) -> String {
    let (Some((_, first)), Some((_, last))) = (totals.first(), totals.last()) else {
        return String::new();
    };
    words.say_with(
        "barc10-curve",
        [
            (
                "count",
                u32::try_from(totals.len()).unwrap_or(u32::MAX).into(),
            ),
            ("first", u32::from(*first).into()),
            ("last", u32::from(*last).into()),
        ],
    )
}

#[component]
fn Table(results: Vec<Barc10View>, moment: Moment) -> Element {
    let words = use_words();
    let mut before = None;
    let mut rows = Vec::new();
    for result in results {
        let change = result
            .total
            .zip(before)
            .map(|(total, before): (u8, u8)| i16::from(total) - i16::from(before));
        before = result.total.or(before);
        rows.push((result, change));
    }
    rows.reverse();
    rsx! {
        div { class: "table-wrap",
            table { class: "table", "data-testid": "barc10-table",
                thead {
                    tr {
                        th { scope: "col", {words.say("barc10-day")} }
                        th { scope: "col", {words.say("barc10-total")} }
                        th { scope: "col", {words.say("barc10-change")} }
                    }
                }
                tbody {
                    for (result , change) in rows {
                        tr { key: "{result.id}",
                            td { class: "curve-day", {dates::alone(dates::day(&words, &moment, &result.on.to_string()))} }
                            td {
                                match result.total {
                                    Some(total) => rsx! { span { class: "strong tabular", "{total}" } },
                                    None => rsx! { {words.say_with("barc10-part", [("count", u32::from(result.answered).into())])} },
                                }
                            }
                            td { class: "tabular", {change.map(signed).unwrap_or_default()} }
                        }
                    }
                }
            }
        }
    }
}

/// Answers that are not valid are chosen by their day.
#[component]
fn Mistakes(results: Vec<Barc10View>, moment: Moment, open: Open<Asking>) -> Element {
    let words = use_words();
    rsx! {
        Fold { label: words.say("barc10-void"), testid: "barc10-mistakes",
            div { class: "wrap",
                for result in results.into_iter().rev() {
                    Button {
                        key: "{result.id}",
                        label: dates::alone(dates::day(&words, &moment, &result.on.to_string())),
                        spoken: words.say_with("barc10-void-of", [("day", dates::day(&words, &moment, &result.on.to_string()).into())]),
                        testid: "barc10-void",
                        on_press: move |()| open.ask(Some(Asking::Void(result.id.clone()))),
                    }
                }
            }
        }
    }
}

/// With its sign; no change is `0`.
fn signed(change: i16) -> String {
    match change {
        0 => "0".to_owned(),
        less if less < 0 => format!("−{}", less.unsigned_abs()),
        more => format!("+{more}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s2_15_each_total_stands_at_its_day_and_its_height() {
        let on = |text| LocalDate::parse(text).unwrap_or(LocalDate::LAST);
        let totals = [
            (on("2026-01-01"), 10),
            (on("2026-01-11"), 35),
            (on("2026-01-21"), 60),
        ];
        let points = points(&totals);
        let close = |one: f64, other: f64| (one - other).abs() < 0.01;
        assert!(close(points[0].0, LEFT + RIGHT) && close(points[0].1, HEIGHT - BOTTOM));
        assert!(close(points[1].0, f64::midpoint(LEFT, WIDTH)));
        assert!(close(points[2].0, WIDTH - RIGHT) && close(points[2].1, TOP));
        assert_eq!(
            (signed(-3), signed(0), signed(4)),
            ("−3".to_owned(), "0".to_owned(), "+4".to_owned())
        );
    }
}
