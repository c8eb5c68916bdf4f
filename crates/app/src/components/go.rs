use dioxus::prelude::*;

use crate::routes::Address;

/// A link to another screen. With a modifier key the browser does what it
/// does with any link.
#[component]
pub fn Go(
    #[props(into)] to: Address,
    class: String,
    #[props(default)] spoken: Option<String>,
    /// In place of the screen that it stands on, which nobody is to come back to.
    #[props(default)]
    instead: bool,
    #[props(default)] current: Option<String>,
    #[props(default)] testid: Option<String>,
    #[props(default)] on_mounted: Option<EventHandler<std::rc::Rc<MountedData>>>,
    #[props(default)] on_focus: Option<EventHandler<()>>,
    children: Element,
) -> Element {
    let href = to.to_string();
    rsx! {
        a {
            class,
            href,
            "aria-label": spoken,
            "aria-current": current,
            "data-testid": testid,
            onmounted: move |event| {
                if let Some(handler) = on_mounted {
                    handler.call(event.data());
                }
            },
            onfocus: move |_| {
                if let Some(handler) = on_focus {
                    handler.call(());
                }
            },
            onclick: move |event| {
                if event.modifiers().is_empty() {
                    event.prevent_default();
                    if instead {
                        navigator().replace(to.clone());
                    } else {
                        navigator().push(to.clone());
                    }
                }
            },
            {children}
        }
    }
}
