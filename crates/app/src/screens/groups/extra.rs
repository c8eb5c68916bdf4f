use dioxus::prelude::*;
use handrail_engine::api::{
    GroupCommand, GroupView, Known, LocalDate, MeetingInput, MeetingSlot, Rhythm, TimeOfDay,
};

use super::{group_words, use_order};
use crate::{
    components::{Button, FieldKind, Fold, IconName, Notice, NoticeTone, Stepper, TextField},
    session::use_moment,
    words::use_words,
};

const AN_HOUR: u16 = 60;

/// One more meeting, on a day on which there is none.
#[component]
pub fn Extra(view: GroupView) -> Element {
    let words = use_words();
    let today = group_words::today(&use_moment());
    let rhythms = view.rhythms.iter().rev();
    let known = rhythms.filter_map(|one| match one.known {
        Known::Meets(rhythm) => Some(rhythm),
        Known::Rests | Known::Newer(_) => None,
    });
    let usual: Option<Rhythm> = known.into_iter().next();
    let at = use_hook(|| usual.map_or(TimeOfDay::NOON, |usual| usual.at).to_string());
    let mut day = use_signal(String::new);
    let mut time = use_signal(|| at.clone());
    let mut minutes = use_signal(|| usual.map_or(AN_HOUR, |usual| usual.minutes));
    let mut wrong = use_signal(|| false);
    let mut added = use_signal(|| 0_u32);
    let done = use_callback(move |()| {
        day.set(String::new());
        added += 1;
    });
    let order = use_order(Some(done));
    let group = view.group;
    let submit = move |event: FormEvent| {
        event.prevent_default();
        let on = LocalDate::parse(&day.peek()).ok().filter(|on| *on >= today);
        let at = TimeOfDay::parse(&time.peek()).ok();
        wrong.set(on.is_none() || at.is_none());
        if let (Some(on), Some(at)) = (on, at) {
            let minutes = *minutes.peek();
            let change = MeetingInput::Add(MeetingSlot { on, at, minutes });
            let (group, key) = (group.clone(), on);
            order.call(GroupCommand::Meeting { group, key, change });
        }
    };
    rsx! {
        Fold { label: words.say("group-extra"), testid: "group-extra",
            form { class: "stack", onsubmit: submit,
                for number in [added()] {
                    TextField { key: "{number}", id: "group-extra-day", label: words.say("group-move-day"), kind: FieldKind::Date, testid: "group-extra-day", on_input: move |text| day.set(text) }
                }
                TextField { id: "group-extra-time", label: words.say("group-at"), kind: FieldKind::Time, initial: at, testid: "group-extra-time", on_input: move |text| time.set(text) }
                Stepper { id: "group-extra-minutes", label: words.say("group-minutes"), value: u32::from(minutes()), step: 15, most: 600, testid: "group-extra-minutes", on_change: move |long| minutes.set(u16::try_from(long).unwrap_or(AN_HOUR)) }
                if wrong() {
                    Notice { tone: NoticeTone::Attention, alert: true, p { {words.say("invalid-date")} } }
                }
                Button { label: words.say("group-extra-add"), icon: IconName::Plus, submit: true, testid: "group-extra-add" }
            }
        }
    }
}
