use dioxus::prelude::*;

use crate::{
    components::{Button, ButtonLook, Icon, IconName, Notice, NoticeTone, Skeleton},
    words::use_words,
};

/// A file is picked with the device's own dialog, by the page's field or, with
/// `on_pick`, by whoever hears of the press.
#[component]
pub fn PickContent(
    error: Option<String>,
    reading: bool,
    on_file: EventHandler<(String, Vec<u8>)>,
    on_unreadable: EventHandler<()>,
    #[props(default)] on_pick: Option<EventHandler<()>>,
) -> Element {
    let words = use_words();
    rsx! {
        div { class: "prose",
            p { {words.say("import-words")} }
            p { class: "soft", {words.say("import-private")} }
        }
        if let Some(error) = error {
            Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { "{error}" } }
        }
        if reading {
            Skeleton { words: words.say("import-reading") }
        }
        div { class: "card card-stack",
            if let Some(on_pick) = on_pick {
                Button { label: words.say("import-file"), icon: IconName::Import, look: ButtonLook::Main, large: true, wide: true, testid: "import-pick", on_press: on_pick }
            } else {
                label { class: "file",
                    input {
                        id: "import-file",
                        r#type: "file",
                        accept: ".csv,.txt,text/csv,text/plain",
                        "aria-describedby": "import-file-hint",
                        "data-testid": "import-file",
                        onchange: move |event| async move {
                            let Some(file) = event.files().into_iter().next() else { return };
                            let name = file.name();
                            match file.read_bytes().await {
                                Ok(bytes) => on_file.call((name, bytes.to_vec())),
                                Err(_) => on_unreadable.call(()),
                            }
                        },
                    }
                    span { class: "button button-main button-large",
                        Icon { name: IconName::Import }
                        span { {words.say("import-file")} }
                    }
                }
            }
            span { class: "field-hint", id: "import-file-hint", {words.say("import-file-hint")} }
        }
    }
}
