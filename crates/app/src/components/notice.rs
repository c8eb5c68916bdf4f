use dioxus::prelude::*;

use super::{Icon, IconName};

/// What a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NoticeTone {
    /// Good to know.
    #[default]
    Info,
    /// Asks for attention.
    Attention,
    /// Went well.
    Good,
}

/// Words in a frame. With `alert` a screen reader says it at once.
#[component]
pub fn Notice(
    #[props(default)] tone: NoticeTone,
    #[props(default)] alert: bool,
    #[props(default)] testid: Option<String>,
    children: Element,
) -> Element {
    let (class, icon) = match tone {
        NoticeTone::Info => ("notice notice-info", IconName::Info),
        NoticeTone::Attention => ("notice notice-attention", IconName::Attention),
        NoticeTone::Good => ("notice notice-good", IconName::Check),
    };
    rsx! {
        div { class, role: alert.then_some("alert"), "data-testid": testid,
            Icon { name: icon }
            div { class: "notice-body", {children} }
        }
    }
}
