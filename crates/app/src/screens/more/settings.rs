use dioxus::prelude::*;
use handrail_engine::api::{
    Command, Language, Query, Reply, SettingChange, SettingsView, Theme, Topic, UnlockedView,
};

use super::{ChangePassphrase, LeaseSetting, PasskeySetting, PinSetting, SignOut, StorageGauge};
use crate::{
    ask::{Load, Revisions, use_view},
    components::{
        Button, ChipRadio, Chips, Notice, NoticeTone, Page, Section, SelectField, Skeleton,
        TextField,
    },
    engine_link::use_link,
    forms::PageOrder,
    giving::use_giving,
    routes::Route,
    screens::shell::use_unlocked,
    session::use_shared,
    toast::Toast,
    words::{errors, labels, use_words},
};

/// Minutes offered for auto-lock.
const MINUTES: [u32; 6] = [1, 2, 5, 10, 15, 30];

/// Settings of this device.
#[component]
pub fn Settings() -> Element {
    let words = use_words();
    let link = use_link();
    let mut shared = use_shared();
    let unlocked = use_unlocked();
    let answer = use_view(
        &[Topic::Settings, Topic::Team],
        || Query::Settings,
        |reply| match reply {
            Reply::Settings(view) => Some(*view),
            _ => None,
        },
    );
    let (changing, said) = (link.clone(), words.clone());
    let change = move |change: SettingChange| {
        if let SettingChange::Language(language) = change {
            shared.choose_language(&changing, language);
            return;
        }
        let order = changing.order(Command::SetSetting(change));
        let (link, words) = (changing.clone(), said.clone());
        spawn(async move {
            let said = match order.await {
                Ok(_) => words.say("saved-here"),
                Err(error) => errors::error_text(&words, &error),
            };
            shared.ask_session(&link);
            shared.toast.set(Some(Toast {
                words: said,
                undo: None,
            }));
        });
    };
    let giving = use_giving();
    let erase = move |typed_name: String| {
        let Some(given) = giving.give(PageOrder {
            said: "",
            ..Command::EraseDevice { typed_name }.into()
        }) else {
            return;
        };
        let link = link.clone();
        dioxus::core::spawn_forever(async move {
            if let Ok(reply) = given.await {
                shared.arrived(&link, reply);
            }
        });
    };
    let mut revisions = use_context::<Signal<Revisions>>();
    let ask_again = move |()| revisions.write().bump(Topic::Settings);
    rsx! {
        Page { title: words.say("settings-title"), testid: "settings", back: move |()| { navigator().push(Route::More {}); },
            match answer() {
                Load::Waiting => rsx! { Skeleton { words: words.say("loading") } },
                Load::Failed(error) => rsx! {
                    Notice { tone: NoticeTone::Attention, alert: true, p { {errors::error_text(&words, &error)} } }
                },
                Load::Ready(view) => rsx! { SettingsContent { view, unlocked, on_change: change, on_erase: erase, on_asked_again: ask_again } },
            }
        }
    }
}

/// Settings as rendered from the engine's view.
#[component]
pub fn SettingsContent(
    view: SettingsView,
    unlocked: UnlockedView,
    on_change: EventHandler<SettingChange>,
    on_erase: EventHandler<String>,
    on_asked_again: EventHandler<()>,
) -> Element {
    let words = use_words();
    let mut name = use_signal(|| view.device_name.clone());
    let mut nickname = use_signal(|| view.nickname.clone());
    let minutes = MINUTES
        .iter()
        .map(|count| {
            (
                count.to_string(),
                words.say_with("minutes-count", [("count", (*count).into())]),
            )
        })
        .collect::<Vec<_>>();
    rsx! {
        Section { title: words.say("settings-look"),
            Chips { label: words.say("settings-language"),
                for language in [Language::English, Language::Spanish] {
                    ChipRadio { key: "{language:?}", group: "settings-language", label: words.say(labels::language(language)), chosen: words.language() == language, testid: if language == Language::English { "language-english" } else { "language-spanish" }, on_choose: move |()| on_change.call(SettingChange::Language(language)) }
                }
            }
            Chips { label: words.say("settings-theme"),
                for theme in [Theme::Device, Theme::Light, Theme::Dark, Theme::HighContrast] {
                    ChipRadio { key: "{theme:?}", group: "settings-theme", label: words.say(labels::theme(theme)), chosen: view.theme == theme, testid: labels::theme(theme), on_choose: move |()| on_change.call(SettingChange::Theme(theme)) }
                }
            }
        }
        Section { title: words.say("settings-safety"),
            SelectField {
                id: "auto-lock",
                label: words.say("settings-auto-lock"),
                hint: words.say("settings-auto-lock-hint"),
                choices: minutes,
                chosen: view.auto_lock_minutes.to_string(),
                testid: "auto-lock",
                on_choose: move |value: String| {
                    if let Ok(minutes) = value.parse() {
                        on_change.call(SettingChange::AutoLockMinutes(minutes));
                    }
                },
            }
            if unlocked.administrator && view.relay.is_some() {
                LeaseSetting { days: view.lease_days, wish: view.lease_wish }
            }
            if !unlocked.sample {
                ChangePassphrase { passkey: view.passkey.is_some(), on_changed: on_asked_again }
                PinSetting { chosen: view.pin, on_changed: on_asked_again }
                PasskeySetting { chosen: view.passkey.clone(), on_changed: on_asked_again }
                form {
                    class: "stack-tight",
                    onsubmit: move |event| {
                        event.prevent_default();
                        on_change.call(SettingChange::Nickname(nickname.peek().trim().to_owned()));
                    },
                    TextField { id: "nickname", label: words.say("settings-nickname"), hint: words.say_with("settings-nickname-hint", [("number", view.profile.into())]), initial: view.nickname.clone(), testid: "nickname", on_input: move |text| nickname.set(text) }
                    Button { label: words.say("save"), submit: true, testid: "nickname-save" }
                }
            }
        }
        Section { title: words.say("settings-device"),
            form {
                class: "stack-tight",
                onsubmit: move |event| {
                    event.prevent_default();
                    on_change.call(SettingChange::DeviceName(name.peek().trim().to_owned()));
                },
                TextField { id: "device-name", label: words.say("settings-device-name"), hint: words.say("settings-device-name-hint"), initial: view.device_name.clone(), testid: "device-name", on_input: move |text| name.set(text) }
                Button { label: words.say("save"), submit: true, testid: "device-name-save" }
            }
            StorageGauge { storage: view.storage }
        }
        Section { title: words.say("settings-about"), testid: "about",
            dl { class: "card facts",
                dt { {words.say("about-version")} }
                dd { "{view.version}" }
                dt { {words.say("about-agency")} }
                dd { "{unlocked.agency_name}" }
                dt { {words.say("about-relay")} }
                dd { {view.relay.clone().unwrap_or_else(|| words.say("about-no-relay"))} }
                dt { {words.say("about-fingerprint")} }
                dd { class: "mono", "data-testid": "fingerprint", "{view.fingerprint}" }
            }
            p { class: "small soft", {words.say("about-fingerprint-words")} }
        }
        SignOut { unlocked, last_administrator: view.last_administrator, on_erase }
    }
}
