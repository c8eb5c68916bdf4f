use dioxus::prelude::*;

use super::{Icon, IconName};

/// What stands behind a line until that is pressed.
#[component]
pub fn Fold(
    label: String,
    #[props(default)] testid: Option<String>,
    #[props(default)] open: Option<bool>,
    children: Element,
) -> Element {
    rsx! {
        details { class: "fold", open,
            summary { "data-testid": testid,
                Icon { name: IconName::Right }
                span { "{label}" }
            }
            {children}
        }
    }
}
