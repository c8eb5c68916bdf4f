use dioxus::prelude::*;
use handrail_engine::api::{Command, ParcelCommand, ParcelMadeView, Reply};

use super::{Codes, NAME};
use crate::{
    components::{
        Button, ButtonLook, Empty, FileLink, IconName, Notice, NoticeTone, Section, bytes_address,
    },
    engine_link::use_link,
    words::{errors, use_words},
};

/// Makes a parcel, and shows or saves it; says when it wants the `whole` screen.
#[component]
pub fn Give(mut whole: Signal<bool>) -> Element {
    let words = use_words();
    let link = use_link();
    let mut made = use_signal(|| None::<(bool, ParcelMadeView)>);
    let mut busy = use_signal(|| false);
    let mut problem = use_signal(|| None::<String>);
    let save = link.device.save_file;
    use_effect(move || whole.set(made.read().is_some()));
    let said = words.clone();
    let make = use_callback(move |small: bool| {
        if busy() {
            return;
        }
        busy.set(true);
        problem.set(None);
        let order = link.order(Command::Parcel(ParcelCommand::Make { small }));
        let words = said.clone();
        spawn(async move {
            let result = order.await;
            busy.set(false);
            match result {
                Ok(Reply::ParcelMade(view)) => {
                    let saved = match save.filter(|_| !small && !view.bytes.is_empty()) {
                        Some(save) => save(NAME.to_owned(), view.bytes.clone()).await,
                        None => true,
                    };
                    made.set(saved.then_some((small, *view)));
                }
                Ok(_) => {}
                Err(error) => problem.set(Some(errors::error_text(&words, &error))),
            }
        });
    });
    rsx! {
        if let Some((small, view)) = made() {
            MadeContent { view, small, saved: save.is_some(), on_file: move |()| make.call(false), on_done: move |()| made.set(None) }
        } else {
            if let Some(problem) = problem() {
                Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { "{problem}" } }
            }
            div { class: "card card-stack",
                Button { label: words.say("hand-on-show"), icon: IconName::Device, look: ButtonLook::Main, large: true, wide: true, busy: busy(), testid: "hand-on-show", on_press: move |()| make.call(true) }
                p { class: "field-hint", {words.say("hand-on-show-hint")} }
                Button { label: words.say("hand-on-file"), icon: IconName::Import, large: true, wide: true, busy: busy(), testid: "hand-on-file", on_press: move |()| make.call(false) }
                p { class: "field-hint", {words.say("hand-on-file-hint")} }
            }
        }
    }
}

/// A parcel that was made: what is in it, and the codes or the file. `saved` says that the device has
/// saved the file by itself.
#[component]
pub fn MadeContent(
    view: ParcelMadeView,
    small: bool,
    saved: bool,
    on_file: EventHandler<()>,
    on_done: EventHandler<()>,
) -> Element {
    let words = use_words();
    let has_any = !view.bytes.is_empty() || !view.codes.is_empty();
    let href = (has_any && !small && !saved).then(|| bytes_address(&view.bytes));
    let counted = |key, count: u32| words.say_with(key, [("count", count.into())]);
    rsx! {
        if has_any {
            if small {
                Codes { codes: view.codes.clone() }
            }
            Section { title: words.say("hand-on-made"), testid: "hand-on-made",
                ul { class: "plain",
                    if view.own > 0 {
                        li { "data-testid": "hand-on-own",
                            {counted("hand-on-own", view.own)}
                            if view.people > 0 {
                                ", "
                                {counted("hand-on-people", view.people)}
                            }
                        }
                    }
                    if view.others > 0 {
                        li { "data-testid": "hand-on-others", {counted("hand-on-others", view.others)} }
                    }
                    if view.sent > 0 {
                        li { {counted("hand-on-sent", view.sent)} }
                    }
                }
                p { class: "soft", {words.say("hand-on-counts-then")} }
            }
        } else if view.left_out == 0 {
            Empty { icon: IconName::Reached, title: words.say("hand-on-none"), words: words.say("hand-on-none-words") }
        }
        if view.left_out > 0 {
            Notice { tone: NoticeTone::Attention, testid: "hand-on-left",
                p { {counted(if small { "hand-on-left" } else { "hand-on-left-file" }, view.left_out)} }
                if small {
                    Button { label: words.say("hand-on-file"), icon: IconName::Import, testid: "hand-on-left-file", on_press: on_file }
                }
            }
        }
        if has_any && !small {
            p { class: "soft", {words.say("hand-on-file-kept")} }
        }
        div { class: "wrap",
            if let Some(href) = href {
                FileLink { href, name: NAME, label: words.say("hand-on-save"), testid: "hand-on-save" }
            } else if has_any && !small {
                p { role: "status", {words.say("hand-on-saved")} }
            }
            Button { label: words.say("hand-on-done"), testid: "hand-on-done", on_press: on_done }
        }
    }
}
