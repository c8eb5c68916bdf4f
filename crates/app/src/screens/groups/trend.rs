use dioxus::prelude::*;
use handrail_engine::api::MeetingView;

use crate::{
    components::Go,
    routes::LaterRoute,
    words::{
        Words,
        dates::{self, Moment},
    },
};

use super::group_words;

const WIDTH: u32 = 320;
const HEIGHT: u32 = 120;
/// Left above the highest bar for its number.
const TOP: u32 = 18;
/// With more bars than these only the highest and the last are labelled.
const MOST_LABELS: usize = 9;

/// One bar for each meeting: where it begins, how wide and how high it is.
fn bars(heads: &[u32]) -> Vec<(u32, u32, u32)> {
    let most = heads.iter().copied().max().unwrap_or(0).max(1);
    let count = u32::try_from(heads.len()).unwrap_or(1).max(1);
    let each = WIDTH / count;
    let wide = (each * 7 / 10).clamp(4, 40);
    (0..count)
        .zip(heads)
        .map(|(place, heads)| {
            let x = place * each + (each - wide.min(each)) / 2;
            (x, wide, (HEIGHT - TOP) * heads / most)
        })
        .collect()
}

/// How many came to each of the meetings that were, as a picture and as a table; the newest first in
/// the table and last in the picture.
pub fn trend(words: &Words, moment: &Moment, group: &str, past: &[MeetingView]) -> Element {
    let mut counted: Vec<(&MeetingView, u32)> = past
        .iter()
        .filter_map(|one| Some((one, one.heads?)))
        .collect();
    counted.reverse();
    let heads: Vec<u32> = counted.iter().map(|(_, heads)| *heads).collect();
    let last = heads.len().saturating_sub(1);
    let most = heads.iter().copied().max().unwrap_or(0);
    let highest = heads.iter().position(|one| *one == most);
    let labelled = |index: usize| last < MOST_LABELS || index == last || Some(index) == highest;
    let sum: u32 = heads.iter().sum();
    let average = u32::try_from(heads.len())
        .ok()
        .filter(|count| *count > 0)
        .map_or(0, |count| (sum * 10 / count + 5) / 10);
    let label = words.say_with(
        "group-trend",
        [
            ("count", u32::try_from(heads.len()).unwrap_or(0).into()),
            ("average", average.into()),
            ("most", most.into()),
        ],
    );
    rsx! {
        div { class: "card card-stack",
            if heads.len() > 1 {
                p { {label.clone()} }
                svg { class: "curve", view_box: "0 0 {WIDTH} {HEIGHT}", role: "img", "aria-label": label, "data-testid": "group-trend",
                    line { class: "curve-grid", x1: "0", x2: "{WIDTH}", y1: "{HEIGHT}", y2: "{HEIGHT}" }
                    for (index , ((x , wide , high) , heads)) in bars(&heads).into_iter().zip(&heads).enumerate() {
                        rect { key: "{index}", class: "group-bar", x: "{x}", y: "{HEIGHT - high}", width: "{wide}", height: "{high}", rx: "2" }
                        if labelled(index) {
                            text { class: "curve-total", x: "{x + wide / 2}", y: "{HEIGHT - high - 5}", text_anchor: "middle", "{heads}" }
                        }
                    }
                }
            }
            div { class: "table-wrap",
                table { class: "table", "data-testid": "group-past",
                    thead {
                        tr {
                            th { scope: "col", {words.say("barc10-day")} }
                            th { scope: "col", {words.say("group-came")} }
                        }
                    }
                    tbody {
                        for one in past {
                            tr { key: "{one.key}",
                                td { class: "curve-day",
                                    Go { to: LaterRoute::Meeting { group: group.to_owned(), day: one.key.to_string() }, class: "cell-link",
                                        {dates::alone(dates::day(words, moment, &one.slot.on.to_string()))}
                                    }
                                }
                                td { class: "tabular", {came(words, one)} }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn came(words: &Words, one: &MeetingView) -> String {
    match (one.off, one.heads) {
        // Somebody wrote down who came all the same.
        (Some(_), Some(heads)) => words.say_with("group-off-and-came", [("count", heads.into())]),
        (Some(off), None) => words.say_with(
            "group-is-off",
            [("why", words.say(group_words::off(off)).into())],
        ),
        (None, Some(heads)) if one.done => heads.to_string(),
        (None, Some(heads)) => words.say_with("group-so-far", [("count", heads.into())]),
        (None, None) => words.say("group-not-written"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s0_20_each_bar_is_as_high_as_its_number_and_stands_in_the_picture() {
        let found = bars(&[0, 5, 10]);
        let heights: Vec<u32> = found.iter().map(|(_, _, high)| *high).collect();
        assert_eq!(heights, [0, (HEIGHT - TOP) / 2, HEIGHT - TOP]);
        for many in 1..=26 {
            let found = bars(&vec![3; many]);
            assert_eq!(found.len(), many);
            assert!(found.iter().all(|(x, wide, _)| x + wide <= WIDTH));
            assert!(
                found
                    .windows(2)
                    .all(|pair| pair[0].0 + pair[0].1 <= pair[1].0)
            );
        }
        assert!(bars(&[]).is_empty());
    }
}
