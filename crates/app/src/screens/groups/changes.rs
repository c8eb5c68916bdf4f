use dioxus::prelude::*;
use handrail_engine::api::{
    LocalDate, MeetingInput, MeetingSlot, Off, Part, SheetOfMeeting, TimeOfDay,
};

use super::group_words;
use crate::{
    components::{Button, ButtonLook, FieldKind, Fold, Notice, NoticeTone, SelectField, TextField},
    words::use_words,
};

/// As what each of the team was there.
#[component]
pub fn Team(view: SheetOfMeeting, say: Callback<MeetingInput>) -> Element {
    let words = use_words();
    let parts: Vec<(String, String)> = Part::ALL
        .iter()
        .map(|part| {
            let name = words.say(group_words::part(*part));
            (part.code().to_owned(), name)
        })
        .collect();
    rsx! {
        Fold { label: words.say("group-staff"), testid: "meeting-team",
            div { class: "stack",
                for one in view.staff {
                    SelectField {
                        key: "{one.member}",
                        id: "there-{one.member}",
                        label: one.name,
                        choices: parts.clone(),
                        chosen: one.part.code().to_owned(),
                        testid: "meeting-part",
                        on_choose: move |code: String| {
                            let part = Part::from_code(&code).unwrap_or(Part::Leads);
                            say.call(MeetingInput::With { member: one.member.clone(), part });
                        },
                    }
                }
            }
        }
    }
}

/// Called off, or moved.
#[component]
pub fn Changes(view: SheetOfMeeting, say: Callback<MeetingInput>) -> Element {
    let words = use_words();
    let slot = view.meeting.slot;
    let mut day = use_signal(|| slot.on.to_string());
    let mut time = use_signal(|| slot.at.to_string());
    let mut wrong = use_signal(|| false);
    let mut offs = vec![(String::new(), words.say("group-takes-place"))];
    offs.extend(Off::ALL.iter().map(|off| {
        let name = words.say(group_words::off(*off));
        (off.code().to_owned(), name)
    }));
    let chosen = view.meeting.off.map(Off::code).unwrap_or_default();
    let submit = move |event: FormEvent| {
        event.prevent_default();
        let on = LocalDate::parse(&day.peek());
        let at = TimeOfDay::parse(&time.peek());
        wrong.set(on.is_err() || at.is_err());
        if let (Ok(on), Ok(at)) = (on, at) {
            let minutes = slot.minutes;
            say.call(MeetingInput::Move(Some(MeetingSlot { on, at, minutes })));
        }
    };
    rsx! {
        Fold { label: words.say("group-off-or-move"), testid: "meeting-changes",
            div { class: "stack",
                SelectField {
                    id: "meeting-off-why",
                    label: words.say("group-off-or-not"),
                    choices: offs,
                    chosen,
                    testid: "meeting-off-why",
                    on_choose: move |code: String| say.call(MeetingInput::Off(Off::from_code(&code))),
                }
                form { class: "stack", onsubmit: submit,
                    TextField { id: "meeting-day", label: words.say("group-move-day"), kind: FieldKind::Date, initial: slot.on.to_string(), testid: "meeting-day", on_input: move |text| day.set(text) }
                    TextField { id: "meeting-time", label: words.say("group-at"), kind: FieldKind::Time, initial: slot.at.to_string(), testid: "meeting-time", on_input: move |text| time.set(text) }
                    if wrong() {
                        Notice { tone: NoticeTone::Attention, alert: true, p { {words.say("invalid-date")} } }
                    }
                    div { class: "wrap",
                        Button { label: words.say("group-move"), submit: true, testid: "meeting-move" }
                        if view.meeting.moved && view.meeting.planned {
                            Button { label: words.say("group-move-back"), look: ButtonLook::Quiet, testid: "meeting-move-back", on_press: move |()| say.call(MeetingInput::Move(None)) }
                        }
                    }
                }
            }
        }
    }
}
