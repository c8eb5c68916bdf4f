use dioxus::prelude::*;

use super::{Button, ButtonLook, Icon, IconName};
use crate::engine_link::{PickedFile, use_link};

/// What asks for a file with the device's own dialog of this title, first among those of this ending;
/// none where the page's own field does.
pub fn use_file_dialog(
    title: String,
    ending: &'static str,
    on_file: EventHandler<(String, Vec<u8>)>,
    on_unreadable: EventHandler<()>,
) -> Option<EventHandler<()>> {
    let pick = use_link().device.pick_file?;
    Some(EventHandler::new(move |()| {
        let picked = pick(title.clone(), ending);
        spawn(async move {
            match picked.await {
                PickedFile::Read(name, bytes) => on_file.call((name, bytes)),
                PickedFile::Unreadable => on_unreadable.call(()),
                PickedFile::None => {}
            }
        });
    }))
}

/// Picks a file with the device's own dialog, by the page's field or, with `on_pick`, by whoever
/// hears of the press. Field and button are called `<id>-file` and `<id>-pick`. A file of more than
/// `most_bytes` is not read.
#[component]
pub fn FileField(
    id: String,
    label: String,
    hint: String,
    accept: &'static str,
    on_file: EventHandler<(String, Vec<u8>)>,
    on_unreadable: EventHandler<()>,
    #[props(default = u64::MAX)] most_bytes: u64,
    #[props(default)] on_too_large: EventHandler<()>,
    #[props(default)] on_pick: Option<EventHandler<()>>,
) -> Element {
    rsx! {
        if let Some(on_pick) = on_pick {
            Button { label, icon: IconName::Import, look: ButtonLook::Main, large: true, wide: true, testid: "{id}-pick", on_press: on_pick }
        } else {
            label { class: "file",
                input {
                    id: "{id}-file",
                    r#type: "file",
                    accept,
                    "aria-describedby": "{id}-file-hint",
                    "data-testid": "{id}-file",
                    onchange: move |event| async move {
                        let Some(file) = event.files().into_iter().next() else { return };
                        if file.size() > most_bytes {
                            return on_too_large.call(());
                        }
                        let name = file.name();
                        match file.read_bytes().await {
                            Ok(bytes) => on_file.call((name, bytes.to_vec())),
                            Err(_) => on_unreadable.call(()),
                        }
                    },
                }
                span { class: "button button-main button-large",
                    Icon { name: IconName::Import }
                    span { "{label}" }
                }
            }
        }
        span { class: "field-hint", id: "{id}-file-hint", "{hint}" }
    }
}
