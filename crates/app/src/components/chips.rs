use dioxus::prelude::*;

use super::{Icon, IconName};

/// A group of chips under one label.
#[component]
pub fn Chips(
    label: String,
    #[props(default)] row: bool,
    #[props(default)] hide_label: bool,
    children: Element,
) -> Element {
    let class = if row { "chips chips-row" } else { "chips" };
    let legend = if hide_label {
        "only-read"
    } else {
        "field-label"
    };
    rsx! {
        fieldset { class: "stack-tight",
            legend { class: legend, "{label}" }
            div { class, {children} }
        }
    }
}

/// One choice of a group in which one is chosen.
#[component]
pub fn ChipRadio(
    group: String,
    label: String,
    chosen: bool,
    on_choose: EventHandler<()>,
    #[props(default)] icon: Option<IconName>,
    #[props(default)] testid: Option<String>,
) -> Element {
    rsx! {
        label { class: "chip",
            input {
                r#type: "radio",
                name: group,
                checked: chosen,
                "data-testid": testid,
                onchange: move |_| on_choose.call(()),
            }
            ChipFace { label, icon }
        }
    }
}

/// One choice that stands alone.
#[component]
pub fn ChipCheck(
    label: String,
    chosen: bool,
    on_toggle: EventHandler<bool>,
    #[props(default)] testid: Option<String>,
) -> Element {
    rsx! {
        label { class: "chip",
            input {
                r#type: "checkbox",
                checked: chosen,
                "data-testid": testid,
                onchange: move |event| on_toggle.call(event.checked()),
            }
            ChipFace { label, icon: None }
        }
    }
}

#[component]
fn ChipFace(label: String, icon: Option<IconName>) -> Element {
    rsx! {
        span { class: "chip-face",
            span { class: "chip-mark", Icon { name: IconName::Check } }
            if let Some(icon) = icon {
                span { class: "chip-picture", Icon { name: icon } }
            }
            span { "{label}" }
        }
    }
}
