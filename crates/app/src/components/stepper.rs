use dioxus::prelude::*;

use super::{Button, IconName};
use crate::words::use_words;

/// A number with a button on each side; the exact number can be typed.
#[component]
pub fn Stepper(
    id: String,
    label: String,
    value: u32,
    step: u32,
    most: u32,
    on_change: EventHandler<u32>,
    #[props(default)] testid: Option<String>,
) -> Element {
    let words = use_words();
    let mut typed = use_signal(|| None::<u32>);
    // The field starts anew when a button changed the number, not while typing.
    let version = if typed() == Some(value) {
        "typed".to_owned()
    } else {
        format!("set-{value}")
    };
    let less = testid.as_ref().map(|id| format!("{id}-less"));
    let more = testid.as_ref().map(|id| format!("{id}-more"));
    let mut change = move |value: u32| {
        typed.set(None);
        on_change.call(value.min(most));
    };
    let down = if value.is_multiple_of(step) {
        value.saturating_sub(step)
    } else {
        value - value % step
    };
    let up = (value - value % step).saturating_add(step);
    rsx! {
        div { class: "field",
            label { r#for: "{id}", "{label}" }
            div { class: "stepper",
                Button { label: words.say_with("stepper-less", [("what", label.clone().into())]), icon: IconName::Minus, icon_only: true, testid: less, on_press: move |()| change(down) }
                for version in [version] {
                    input {
                        key: "{version}",
                        class: "input tabular",
                        id: "{id}",
                        r#type: "number",
                        inputmode: "numeric",
                        min: "0",
                        max: "{most}",
                        initial_value: "{value}",
                        "data-testid": testid.clone(),
                        onkeydown: |event| event.stop_propagation(),
                        oninput: move |event| {
                            if let Ok(number) = event.value().trim().parse::<u32>() {
                                let number = number.min(most);
                                typed.set(Some(number));
                                on_change.call(number);
                            }
                        },
                    }
                }
                Button { label: words.say_with("stepper-more", [("what", label.clone().into())]), icon: IconName::Plus, icon_only: true, testid: more, on_press: move |()| change(up) }
            }
        }
    }
}
