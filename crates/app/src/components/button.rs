use dioxus::prelude::*;

use super::{FocusMemory, Icon, IconName};

/// How much weight a button has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ButtonLook {
    /// The one thing to do here.
    Main,
    /// Another choice.
    #[default]
    Plain,
    /// A tinted choice.
    Soft,
    /// Words only.
    Quiet,
    /// Danger to life only.
    Danger,
}

impl ButtonLook {
    fn class(self) -> &'static str {
        match self {
            Self::Main => "button button-main",
            Self::Plain => "button button-plain",
            Self::Soft => "button button-soft",
            Self::Quiet => "button button-quiet",
            Self::Danger => "button button-danger",
        }
    }
}

fn classes(look: ButtonLook, wide: bool, large: bool) -> String {
    let wide = if wide { " button-wide" } else { "" };
    let large = if large { " button-large" } else { "" };
    format!("{}{wide}{large}", look.class())
}

/// A button. `spoken` replaces the label for screen readers where the label
/// alone does not say whom it is about. While `busy` it stays focusable and
/// does nothing.
#[component]
pub fn Button(
    label: String,
    #[props(default)] spoken: Option<String>,
    #[props(default)] icon: Option<IconName>,
    #[props(default)] look: ButtonLook,
    #[props(default)] wide: bool,
    #[props(default)] large: bool,
    #[props(default)] submit: bool,
    #[props(default)] busy: bool,
    #[props(default)] icon_only: bool,
    #[props(default)] testid: Option<String>,
    #[props(default)] on_press: Option<EventHandler<()>>,
) -> Element {
    let mut own = use_signal(|| None);
    let memory = try_use_context::<FocusMemory>();
    let kind = if submit { "submit" } else { "button" };
    let name = spoken.or_else(|| icon_only.then(|| label.clone()));
    rsx! {
        button {
            class: classes(look, wide, large),
            r#type: kind,
            "aria-label": name,
            "aria-disabled": busy.then_some("true"),
            "data-testid": testid,
            onmounted: move |event| own.set(Some(event.data())),
            onclick: move |event| {
                if busy {
                    event.prevent_default();
                    return;
                }
                if let (Some(memory), Some(own)) = (&memory, own.peek().clone()) {
                    memory.remember(own);
                }
                if let Some(handler) = on_press {
                    handler.call(());
                }
            },
            if let Some(icon) = icon {
                Icon { name: icon }
            }
            if !icon_only {
                span { "{label}" }
            }
        }
    }
}

/// A link outside of the app that looks like a button: `tel:`, `sms:`, or with
/// `outside` a web page in another tab.
#[component]
pub fn LinkButton(
    label: String,
    href: String,
    #[props(default)] spoken: Option<String>,
    #[props(default)] icon: Option<IconName>,
    #[props(default)] look: ButtonLook,
    #[props(default)] large: bool,
    #[props(default)] outside: bool,
    #[props(default)] testid: Option<String>,
    #[props(default)] on_press: Option<EventHandler<()>>,
) -> Element {
    rsx! {
        a {
            class: classes(look, false, large),
            href,
            target: outside.then_some("_blank"),
            rel: outside.then_some("noopener noreferrer"),
            "aria-label": spoken,
            "data-testid": testid,
            onclick: move |_| {
                if let Some(handler) = on_press {
                    handler.call(());
                }
            },
            if let Some(icon) = icon {
                Icon { name: icon }
            }
            span { "{label}" }
        }
    }
}
