//! The curve of a measure: a picture, and the same as a table that the keyboard walks through.

use dioxus::prelude::*;
use handrail_engine::api::measure::{Forecast, Period, Unit, Value};
use handrail_engine::api::{MeasureView, PointView};

use super::{measure_words as said, rows};
use crate::{components::Go, words::Words};

const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 180.0;
/// Left for the scale.
const LEFT: f64 = 38.0;
const RIGHT: f64 = 16.0;
const TOP: f64 = 20.0;
/// Left for the periods.
const BOTTOM: f64 = 24.0;
/// With more points than these only the first, the highest and the last are labelled.
const MOST_LABELS: usize = 7;
/// As wide as words at a point may be.
const LABEL: f64 = 34.0;
/// All of all, as a share's height is.
const WHOLE: u32 = 10_000;

/// Where everything of the picture stands.
#[derive(Debug, PartialEq)]
struct Drawn {
    /// Runs of points without a gap between them.
    lines: Vec<Vec<(f64, f64)>>,
    /// Index of each point, and where it stands.
    points: Vec<(usize, f64, f64)>,
    /// Where the forecast and its band stand: x, value, low, high.
    forecast: Option<(f64, f64, f64, f64)>,
    /// What is aimed at.
    target: Option<f64>,
    /// The highest number of the scale.
    most: u32,
}

fn drawn(
    heights: &[Option<u32>],
    unit: Unit,
    target: Option<u32>,
    forecast: Option<&Forecast>,
) -> Drawn {
    let high = forecast.map(|next| said::rounded(next.high.ceil()));
    let known = heights.iter().flatten().copied();
    let most = known.chain(target).chain(high).max().unwrap_or(0).max(1);
    let most = if unit == Unit::Share { WHOLE } else { most };
    let slots = heights.len() + usize::from(forecast.is_some());
    let place = |index: usize| f64::from(u32::try_from(index).unwrap_or(0));
    let step = (WIDTH - LEFT - RIGHT) / place(slots.max(1));
    let x = |index: usize| LEFT + step * (place(index) + 0.5);
    let y = |height: f64| HEIGHT - BOTTOM - height / f64::from(most) * (HEIGHT - TOP - BOTTOM);
    let mut drawn = Drawn {
        lines: Vec::new(),
        points: Vec::new(),
        forecast: forecast.map(|next| (x(heights.len()), y(next.value), y(next.low), y(next.high))),
        target: target.map(|target| y(f64::from(target))),
        most,
    };
    let mut run = Vec::new();
    for (index, height) in heights.iter().enumerate() {
        match height {
            Some(height) => {
                let (x, y) = (x(index), y(f64::from(*height)));
                run.push((x, y));
                drawn.points.push((index, x, y));
            }
            // Where there is no figure there is no line: nothing is not nought.
            None => drawn
                .lines
                .extend((!run.is_empty()).then(|| std::mem::take(&mut run))),
        }
    }
    drawn.lines.extend((!run.is_empty()).then_some(run));
    drawn
}

/// Which of these points have room for words: the last one, and before it each that is far enough from the next.
fn with_room(points: &[(usize, f64, f64)]) -> Vec<usize> {
    let mut next = f64::INFINITY;
    let mut found = Vec::new();
    for (index, x, _) in points.iter().rev() {
        if next - x >= LABEL {
            found.push(*index);
            next = *x;
        }
    }
    found
}

fn polyline(run: &[(f64, f64)]) -> String {
    let points = run.iter().map(|(x, y)| format!("{x:.1},{y:.1}"));
    points.collect::<Vec<_>>().join(" ")
}

/// What of a measure's points is drawn: what is counted, or what may be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shows {
    /// On the screen of who reads it.
    Value,
    /// On paper.
    Told,
}

impl Shows {
    /// The value of a point.
    pub const fn of(self, point: &PointView) -> Value {
        match self {
            Self::Value => point.value,
            Self::Told => point.told,
        }
    }
}

/// The curve as a picture. What it says stands beside it for who does not see it.
pub fn picture(
    words: &Words,
    view: &MeasureView,
    points: &[PointView],
    shows: Shows,
    forecast: Option<&(Period, Forecast)>,
) -> Element {
    let unit = view.definition.unit;
    let values: Vec<Value> = points.iter().map(|point| shows.of(point)).collect();
    let heights: Vec<Option<u32>> = values.iter().map(Value::height).collect();
    let all = drawn(
        &heights,
        unit,
        view.definition.target,
        forecast.map(|(_, next)| next),
    );
    if all.points.is_empty() {
        return rsx! {
            p { class: "soft", {words.say("measure-no-curve")} }
        };
    }
    let label = summary(words, view, points, shows, forecast);
    let count = all.points.len();
    let highest = heights.iter().copied().max().flatten();
    let mut worth = all.points.clone();
    if count > MOST_LABELS {
        let ends = [worth.first(), worth.last()].map(|end| end.map(|point| point.0));
        worth.retain(|(index, _, _)| {
            ends.contains(&Some(*index)) || heights.get(*index).copied().flatten() == highest
        });
    }
    let with_figure = with_room(&worth);
    let with_period = with_room(&all.points);
    let base = HEIGHT - BOTTOM;
    let middle = f64::midpoint(TOP, base);
    let scale = [(all.most, TOP), (all.most / 2, middle), (0, base)];
    let scale = if all.most < 2 {
        vec![scale[0], scale[2]]
    } else {
        scale.to_vec()
    };
    rsx! {
        svg { class: "curve", view_box: "0 0 {WIDTH} {HEIGHT}", role: "img", "aria-label": label, "data-testid": "measure-curve",
            for (number , y) in scale {
                line { class: "curve-grid", x1: "{LEFT}", x2: "{WIDTH - RIGHT}", y1: "{y}", y2: "{y}" }
                text { class: "curve-scale", x: "{LEFT - 6.0}", y: "{y + 4.0}", text_anchor: "end", {said::height(unit, number)} }
            }
            if let Some(y) = all.target {
                line { class: "curve-cut-off", x1: "{LEFT}", x2: "{WIDTH - RIGHT}", y1: "{y}", y2: "{y}" }
            }
            if let Some((x , value , low , high)) = all.forecast {
                line { class: "curve-band", x1: "{x}", x2: "{x}", y1: "{low}", y2: "{high}" }
                circle { class: "curve-next", cx: "{x}", cy: "{value}", r: "4" }
            }
            for run in &all.lines {
                polyline { class: "curve-line", points: polyline(run) }
            }
            for (index , x , y) in all.points.iter().copied() {
                circle { class: "curve-point", cx: "{x}", cy: "{y}", r: "4" }
                if with_figure.contains(&index) {
                    text { class: "curve-total", x: "{x}", y: "{y - 9.0}", text_anchor: "middle", {values.get(index).map(|value| said::short_value(unit, value)).unwrap_or_default()} }
                }
                if with_period.contains(&index) {
                    text { class: "curve-scale", x: "{x}", y: "{HEIGHT - 8.0}", text_anchor: "middle", {points.get(index).map(|point| said::short_period(point.period)).unwrap_or_default()} }
                }
            }
        }
    }
}

/// The curve in a sentence: where it begins and ends, and what comes next.
fn summary(
    words: &Words,
    view: &MeasureView,
    points: &[PointView],
    shows: Shows,
    forecast: Option<&(Period, Forecast)>,
) -> String {
    let unit = view.definition.unit;
    let known = || {
        points
            .iter()
            .filter(|point| shows.of(point).height().is_some())
    };
    let said_of = |point: Option<&PointView>| {
        point.map(|point| {
            (
                said::period(words, point.period),
                said::short_value(unit, &shows.of(point)),
            )
        })
    };
    let (first, first_value) = said_of(known().next()).unwrap_or_default();
    let (last, last_value) = said_of(known().next_back()).unwrap_or_default();
    let count = u32::try_from(known().count()).unwrap_or(u32::MAX);
    let mut text = words.say_with(
        "measure-curve",
        [
            ("name", said::name(words, view).into()),
            ("count", count.into()),
            ("first", first.into()),
            ("first-value", first_value.into()),
            ("last", last.into()),
            ("last-value", last_value.into()),
        ],
    );
    if let Some((period, next)) = forecast {
        text.push(' ');
        text.push_str(&said::forecast(words, unit, *period, next));
    }
    text
}

/// The same as a table, the newest first. A figure that opens to what it is counted from is a link.
pub fn table(words: &Words, view: &MeasureView, points: &[PointView], shows: Shows) -> Element {
    let unit = view.definition.unit;
    let companions = if shows == Shows::Value {
        view.companions.as_slice()
    } else {
        &[]
    };
    let opens = view.opens && shows == Shows::Value;
    let name = said::name(words, view);
    rsx! {
        div { class: "table-wrap",
            table { class: "table", "data-testid": "measure-table",
                caption { class: "small soft", {words.say_with("measure-table", [("name", name.into())])} }
                thead {
                    tr {
                        th { scope: "col", {words.say("measure-period")} }
                        th { scope: "col", {words.say("measure-value")} }
                        for (other , _) in companions {
                            th { scope: "col", {words.say(said::builtin(*other))} }
                        }
                    }
                }
                tbody {
                    for (index , point) in points.iter().enumerate().rev() {
                        tr { key: "{point.period}",
                            th { scope: "row", class: "curve-day",
                                {said::period(words, point.period)}
                                if point.going_on {
                                    br {}
                                    span { class: "small soft", {words.say("measure-going-on")} }
                                }
                            }
                            td { class: "tabular",
                                if opens && point.value != Value::Missing {
                                    Go { to: rows::route(&view.measure, point.period, None), class: "cell-link", testid: "measure-open",
                                        {said::value(words, unit, &point.value)}
                                    }
                                } else {
                                    {said::value(words, unit, &shows.of(point))}
                                }
                                for other in point.others.iter() {
                                    br {}
                                    {words.say_with("measure-or", [("value", said::value(words, unit, other).into())])}
                                }
                            }
                            for (other , values) in companions {
                                td { class: "tabular",
                                    if let Some(value) = values.get(index) {
                                        Go { to: rows::route(other.code(), point.period, None), class: "cell-link", {said::value(words, other.unit(), value)} }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s3_3_nought_stands_on_the_base_line_and_what_is_missing_breaks_the_curve() {
        let heights = [Some(5), Some(0), None, Some(10)];
        let all = drawn(&heights, Unit::Number, Some(5), None);
        assert_eq!(all.points.len(), 3);
        assert_eq!(all.lines.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1]);
        let close = |one: f64, other: f64| (one - other).abs() < 0.01;
        assert!(close(all.points[1].2, HEIGHT - BOTTOM), "nought");
        assert!(close(all.points[2].2, TOP), "the highest");
        assert!(all.target.is_some_and(|y| close(y, all.points[0].2)));
        let share = drawn(&[Some(5_000)], Unit::Share, None, None);
        assert!(close(
            share.points[0].2,
            f64::midpoint(TOP, HEIGHT - BOTTOM)
        ));
    }

    #[test]
    fn words_at_points_do_not_touch_and_the_newest_has_its_own() {
        let near = [(0, 40.0, 0.0), (3, 100.0, 0.0), (4, 120.0, 0.0)];
        assert_eq!(with_room(&near), [4, 0]);
        assert_eq!(with_room(&near[..2]), [3, 0]);
        assert!(with_room(&[]).is_empty());
    }

    #[test]
    fn the_forecast_stands_after_the_last_point_and_all_of_it_in_the_picture() {
        let next = Forecast {
            value: 26.0,
            low: 0.0,
            high: 64.0,
        };
        let all = drawn(
            &[Some(5), Some(14), Some(0), Some(39), Some(12)],
            Unit::Number,
            None,
            Some(&next),
        );
        let (x, value, low, high) = all.forecast.unwrap();
        assert!(all.points.iter().all(|(_, other, _)| *other < x) && x < WIDTH - RIGHT);
        assert!(high < value && value < low && (TOP - 0.01..=HEIGHT - BOTTOM).contains(&high));
        assert!(
            drawn(&[None, None], Unit::Number, None, None)
                .points
                .is_empty()
        );
    }
}
