use dioxus::prelude::*;
use handrail_engine::api::consent::{BOX_HEIGHT, BOX_WIDTH, Strokes};

use crate::{
    components::{Button, ButtonLook},
    words::use_words,
};

/// Where somebody signs with a finger, a pen or a mouse. Typing the name is beside it for whoever
/// cannot draw.
#[component]
pub fn SignaturePad(strokes: Strokes, on_change: EventHandler<Strokes>) -> Element {
    let words = use_words();
    let mut drawing = use_signal(|| false);
    let mut drawn = use_signal(|| strokes.clone());
    // Another form, or a change of what was signed, begins with an empty box.
    use_effect(use_reactive!(|strokes| {
        if *drawn.peek() != strokes {
            drawn.set(strokes);
        }
    }));
    let point = |event: &PointerEvent| {
        let place = event.element_coordinates();
        (place.x, place.y)
    };
    rsx! {
        div { class: "stack-tight",
            div {
                class: "signature-pad",
                role: "img",
                "aria-label": words.say("consent-sign-here"),
                "data-testid": "signature-pad",
                onpointerdown: move |event| {
                    event.prevent_default();
                    drawing.set(true);
                    let (x, y) = point(&event);
                    drawn.write().begin(x, y);
                },
                onpointermove: move |event| {
                    if drawing() {
                        let (x, y) = point(&event);
                        drawn.write().go_on(x, y);
                    }
                },
                onpointerup: move |_| {
                    drawing.set(false);
                    on_change.call(drawn.peek().clone());
                },
                onpointerleave: move |_| {
                    if drawing() {
                        drawing.set(false);
                        on_change.call(drawn.peek().clone());
                    }
                },
                {drawing_of(&drawn.read())}
            }
            Button { label: words.say("consent-sign-again"), look: ButtonLook::Quiet, testid: "signature-clear", on_press: move |()| {
                drawn.set(Strokes::default());
                on_change.call(Strokes::default());
            } }
        }
    }
}

/// The lines of a signature.
pub fn drawing_of(strokes: &Strokes) -> Element {
    let lines: Vec<String> = strokes
        .lines()
        .iter()
        .map(|line| {
            let points: Vec<String> = line.iter().map(|(x, y)| format!("{x},{y}")).collect();
            points.join(" ")
        })
        .collect();
    rsx! {
        svg { class: "signature", view_box: "0 0 {BOX_WIDTH} {BOX_HEIGHT}", width: "{BOX_WIDTH}", height: "{BOX_HEIGHT}", "aria-hidden": "true", "focusable": "false",
            for (index , line) in lines.iter().enumerate() {
                polyline { key: "{index}", points: "{line}" }
            }
        }
    }
}
