use dioxus::prelude::*;

use super::{Go, Icon, IconName};
use crate::routes::Address;

/// A row of a list that leads to another page.
#[component]
pub fn LinkRow(
    #[props(into)] to: Address,
    icon: IconName,
    title: String,
    testid: String,
) -> Element {
    rsx! {
        li {
            Go { to, class: "row", testid,
                Icon { name: icon }
                span { class: "row-body", span { class: "row-title", "{title}" } }
                span { class: "row-end", Icon { name: IconName::Right } }
            }
        }
    }
}
