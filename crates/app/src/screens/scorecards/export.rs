//! Figures as a file for a spreadsheet or another program: only what may be told.

use dioxus::prelude::*;
use handrail_engine::api::measure::{self, Line};
use handrail_engine::api::{Export as Exported, MeasureView};

use super::define::Asking;
use super::measure_words as said;
use crate::{
    components::{Button, ButtonLook, Dialog, FileLink, Notice},
    exports::{Leaving, use_exports},
    forms::Open,
    session::use_shared,
    words::{Words, use_words},
};

/// The lines of a measure: its curve, then the parts of its last whole period.
pub fn lines(words: &Words, view: &MeasureView) -> Vec<Line> {
    let name = said::name(words, view);
    let definition = said::definition(words, view).join(" ");
    let line = |slice, period, value| Line {
        measure: name.clone(),
        version: view.version,
        definition: definition.clone(),
        slice,
        period,
        as_of: view.as_of,
        value,
    };
    let whole = view
        .points
        .iter()
        .filter(|point| !point.going_on || !view.hides_small);
    let curve = whole.map(|point| line(None, point.period, point.told));
    let parts = view.parts.iter().flat_map(|parts| {
        let each = parts.told.iter();
        each.map(|(slice, value)| line(Some(slice.clone()), parts.period, *value))
    });
    curve.chain(parts).collect()
}

/// Makes a table or JSON; it stands in the log before it leaves the app.
#[component]
pub fn Export(view: MeasureView, open: Open<Asking>) -> Element {
    let words = use_words();
    let exports = use_exports();
    let asked = use_shared().asked;
    let mut made = use_signal(|| None::<(String, &'static str)>);
    let all = lines(&words, &view);
    let count = u32::try_from(all.len()).unwrap_or(u32::MAX);
    let measure = view.measure.clone();
    let make = use_callback(move |is_json: bool| {
        let (text, name, kind) = if is_json {
            let Ok(text) = measure::json(&all) else {
                return;
            };
            (text, format!("{measure}.json"), "application/json")
        } else {
            (measure::csv(&all), format!("{measure}.csv"), "text/csv")
        };
        let exports = exports.clone();
        spawn(async move {
            let file = Leaving {
                export: Exported::Figures(count),
                name,
                kind,
                text,
                saved: "calendar-saved",
            };
            if let Some(href) = exports.leave(file).await {
                let ending = if is_json {
                    "measure.json"
                } else {
                    "measure.csv"
                };
                made.set(Some((href, ending)));
            }
        });
    });
    rsx! {
        Dialog { title: words.say("measure-export"), testid: "measure-export-dialog", on_close: move |()| open.ask(None),
            p { {words.say_with("measure-export-count", [("count", count.into())])} }
            Notice { testid: "measure-export-outside", p { {words.say("measure-export-outside")} } }
            {asked.refusal(None)}
            div { class: "dialog-actions",
                if let Some((href , name)) = made() {
                    FileLink { href, name, label: words.say("calendar-export-save") }
                } else {
                    Button { label: words.say("measure-export-csv"), look: ButtonLook::Main, testid: "measure-csv", on_press: move |()| make.call(false) }
                    Button { label: words.say("measure-export-json"), testid: "measure-json", on_press: move |()| make.call(true) }
                }
                Button { label: words.say("close"), testid: "measure-export-close", on_press: move |()| open.ask(None) }
            }
        }
    }
}
