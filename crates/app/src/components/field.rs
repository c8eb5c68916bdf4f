use dioxus::prelude::*;

use super::{Button, ButtonLook, Icon, IconName};
use crate::words::use_words;

/// What a text field takes, which decides keyboard and autofill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FieldKind {
    /// Words.
    #[default]
    Text,
    /// The person's own name.
    OwnName,
    /// An organisation's name.
    Organisation,
    /// A phone number.
    Phone,
    /// A web address.
    Address,
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// A number with a point.
    Decimal,
    /// The passphrase of this device.
    Passphrase,
    /// A passphrase to be chosen.
    NewPassphrase,
    /// A few digits that nobody may read over the shoulder.
    Pin,
    /// A word of the recovery kit: no autofill, no correction.
    KitWord,
    /// Digits that are to be remembered for a while, or that somebody reads out.
    Code,
}

impl FieldKind {
    fn html_type(self) -> &'static str {
        match self {
            Self::Phone => "tel",
            Self::Address => "url",
            Self::Date => "date",
            Self::Time => "time",
            Self::Passphrase | Self::NewPassphrase | Self::Pin => "password",
            _ => "text",
        }
    }

    fn autofill(self) -> &'static str {
        match self {
            Self::OwnName => "name",
            Self::Organisation => "organization",
            Self::Passphrase => "current-password",
            Self::NewPassphrase => "new-password",
            _ => "off",
        }
    }

    fn show(self) -> &'static str {
        if self == Self::Pin {
            "field-show-pin"
        } else {
            "field-show-passphrase"
        }
    }

    fn hide(self) -> &'static str {
        if self == Self::Pin {
            "field-hide-pin"
        } else {
            "field-hide-passphrase"
        }
    }

    fn keyboard(self) -> Option<&'static str> {
        match self {
            Self::Decimal => Some("decimal"),
            Self::Pin | Self::Code => Some("numeric"),
            _ => None,
        }
    }

    fn is_secret(self) -> bool {
        matches!(self, Self::Passphrase | Self::NewPassphrase | Self::Pin)
    }
}

/// One line of text. Uncontrolled: `initial` is written once; give another
/// `key` to start anew.
#[component]
pub fn TextField(
    id: String,
    label: String,
    on_input: EventHandler<String>,
    #[props(default)] kind: FieldKind,
    #[props(default)] initial: String,
    #[props(default)] hint: Option<String>,
    #[props(default)] error: Option<String>,
    #[props(default)] required: bool,
    #[props(default)] focus: bool,
    #[props(default)] testid: Option<String>,
    #[props(default)] suggestions: Vec<String>,
) -> Element {
    let words = use_words();
    let mut shown = use_signal(|| false);
    let html_type = if shown() { "text" } else { kind.html_type() };
    let (toggle_label, toggle_spoken) = if shown() {
        (words.say("field-hide"), words.say(kind.hide()))
    } else {
        (words.say("field-show"), words.say(kind.show()))
    };
    rsx! {
        div { class: "field",
            label { r#for: "{id}", "{label}" }
            if let Some(hint) = &hint {
                span { class: "field-hint", id: "{id}-hint", "{hint}" }
            }
            div { class: "field-joined",
                input {
                    class: "input",
                    id: "{id}",
                    r#type: html_type,
                    initial_value: initial,
                    required,
                    autocomplete: kind.autofill(),
                    autocapitalize: matches!(kind, FieldKind::KitWord | FieldKind::Passphrase | FieldKind::NewPassphrase | FieldKind::Address).then_some("none"),
                    spellcheck: (kind.is_secret() || matches!(kind, FieldKind::KitWord | FieldKind::Code)).then_some("false"),
                    inputmode: kind.keyboard(),
                    list: (!suggestions.is_empty()).then(|| format!("{id}-list")),
                    "aria-invalid": error.is_some().then_some("true"),
                    "aria-describedby": described_by(&id, hint.is_some(), error.is_some()),
                    "data-testid": testid,
                    onmounted: move |event| {
                        if focus {
                            spawn(async move {
                                let _gone = event.set_focus(true).await;
                            });
                        }
                    },
                    onkeydown: |event| event.stop_propagation(),
                    oninput: move |event| on_input.call(event.value()),
                }
                if !suggestions.is_empty() {
                    datalist { id: "{id}-list",
                        for suggestion in suggestions.clone() {
                            option { key: "{suggestion}", value: "{suggestion}" }
                        }
                    }
                }
                if kind.is_secret() {
                    Button {
                        label: toggle_label,
                        spoken: toggle_spoken,
                        look: ButtonLook::Plain,
                        on_press: move |()| shown.toggle(),
                    }
                }
            }
            FieldError { id: id.clone(), error: error.clone() }
        }
    }
}

/// Several lines of text; uncontrolled like [`TextField`]. `code` is for what no
/// keyboard may correct and no spelling service may read.
#[component]
pub fn TextArea(
    id: String,
    label: String,
    on_input: EventHandler<String>,
    #[props(default)] code: bool,
    #[props(default)] initial: String,
    #[props(default)] hint: Option<String>,
    #[props(default)] error: Option<String>,
    #[props(default)] testid: Option<String>,
) -> Element {
    rsx! {
        div { class: "field",
            label { r#for: "{id}", "{label}" }
            if let Some(hint) = &hint {
                span { class: "field-hint", id: "{id}-hint", "{hint}" }
            }
            textarea {
                class: "input",
                id: "{id}",
                rows: "3",
                initial_value: initial,
                autocomplete: "off",
                autocapitalize: code.then_some("none"),
                spellcheck: code.then_some("false"),
                "aria-invalid": error.is_some().then_some("true"),
                "aria-describedby": described_by(&id, hint.is_some(), error.is_some()),
                "data-testid": testid,
                onkeydown: |event| event.stop_propagation(),
                oninput: move |event| on_input.call(event.value()),
            }
            FieldError { id: id.clone(), error: error.clone() }
        }
    }
}

/// Search as you type.
#[component]
pub fn SearchField(
    id: String,
    label: String,
    on_input: EventHandler<String>,
    #[props(default)] initial: String,
    #[props(default)] focus: bool,
    #[props(default)] testid: Option<String>,
) -> Element {
    rsx! {
        div { class: "field", role: "search",
            label { class: "field-hint", r#for: "{id}", "{label}" }
            div { class: "search",
                Icon { name: IconName::Search }
                input {
                    class: "input",
                    id: "{id}",
                    r#type: "search",
                    initial_value: initial,
                    autocomplete: "off",
                    spellcheck: "false",
                    "data-testid": testid,
                    onmounted: move |event| {
                        if focus {
                            spawn(async move {
                                let _gone = event.set_focus(true).await;
                            });
                        }
                    },
                    onkeydown: |event| event.stop_propagation(),
                    oninput: move |event| on_input.call(event.value()),
                }
            }
        }
    }
}

/// A list to choose one from: `(value, words)`.
#[component]
pub fn SelectField(
    id: String,
    label: String,
    choices: Vec<(String, String)>,
    chosen: String,
    on_choose: EventHandler<String>,
    #[props(default)] hint: Option<String>,
    #[props(default)] testid: Option<String>,
) -> Element {
    rsx! {
        div { class: "field",
            label { r#for: "{id}", "{label}" }
            if let Some(hint) = &hint {
                span { class: "field-hint", id: "{id}-hint", "{hint}" }
            }
            select {
                class: "input",
                id: "{id}",
                "aria-describedby": described_by(&id, hint.is_some(), false),
                "data-testid": testid,
                // Letters choose in the list; they are no shortcuts.
                onkeydown: |event| event.stop_propagation(),
                onchange: move |event| on_choose.call(event.value()),
                for (value, words) in choices {
                    option { key: "{value}", value: "{value}", selected: value == chosen, "{words}" }
                }
            }
        }
    }
}

/// A box to tick.
#[component]
pub fn Check(
    label: String,
    checked: bool,
    on_toggle: EventHandler<bool>,
    #[props(default)] testid: Option<String>,
) -> Element {
    rsx! {
        label { class: "check",
            input {
                r#type: "checkbox",
                checked,
                "data-testid": testid,
                onchange: move |event| on_toggle.call(event.checked()),
            }
            span { "{label}" }
        }
    }
}

#[component]
fn FieldError(id: String, error: Option<String>) -> Element {
    rsx! {
        if let Some(error) = error {
            p { class: "field-error", id: "{id}-error", role: "alert",
                Icon { name: IconName::Attention }
                span { "{error}" }
            }
        }
    }
}

fn described_by(id: &str, hint: bool, error: bool) -> Option<String> {
    match (hint, error) {
        (true, true) => Some(format!("{id}-hint {id}-error")),
        (true, false) => Some(format!("{id}-hint")),
        (false, true) => Some(format!("{id}-error")),
        (false, false) => None,
    }
}
