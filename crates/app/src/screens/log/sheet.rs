use dioxus::prelude::*;
use handrail_engine::api::{Activity, Circumstance, CircumstanceGroup, EncounterKind, Outcome};

use super::LogForm;
use crate::{
    components::{
        Back, Button, ButtonLook, ChipCheck, ChipRadio, Chips, FieldKind, Icon, IconName, Notice,
        NoticeTone, Stepper, TextArea, TextField, plain,
    },
    screens::person::picture,
    words::{Words, dates::Moment, fields::all, labels, use_words},
};

/// The sheet. Chips and steppers first; nothing that must be typed.
#[component]
pub fn LogContent(
    title: String,
    form: LogForm,
    moment: Moment,
    busy: bool,
    error: Option<String>,
    discardable: bool,
    on_change: EventHandler<LogForm>,
    on_save: EventHandler<()>,
    on_discard: EventHandler<()>,
    on_back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let mut typed = use_signal(|| form.clone());
    let change = use_callback(move |next: LogForm| {
        typed.set(next.clone());
        on_change.call(next);
    });
    let now = typed();
    rsx! {
        form {
            class: "page sheet",
            "data-testid": "log-sheet",
            onsubmit: move |event| {
                event.prevent_default();
                on_save.call(());
            },
            div { class: "page-head",
                Back { on_press: on_back }
                h1 {
                    tabindex: "-1",
                    onmounted: move |event| {
                        spawn(async move {
                            let _gone = event.set_focus(true).await;
                        });
                    },
                    "{title}"
                }
            }
            Chips { label: words.say("log-how"),
                for kind in all::KINDS {
                    ChipRadio { key: "{kind:?}", group: "log-kind", label: words.say(labels::kind(kind)), icon: picture(kind), chosen: now.kind == kind, testid: kind_testid(kind), on_choose: move |()| with(typed, change, |form| form.set_kind(kind)) }
                }
            }
            Chips { label: words.say("log-outcome"),
                for outcome in all::OUTCOMES {
                    ChipRadio { key: "{outcome:?}", group: "log-outcome", label: words.say(labels::outcome(outcome)), chosen: now.outcome == outcome, testid: outcome_testid(outcome), on_choose: move |()| with(typed, change, |form| form.set_outcome(outcome)) }
                }
            }
            {circumstances(&words, typed, change, CircumstanceGroup::Missed)}
            Stepper { id: "log-minutes", label: words.say("field-minutes"), value: now.minutes, step: 5, most: 1440, testid: "log-minutes", on_change: move |minutes| with(typed, change, |form| form.set_minutes(minutes)) }
            Chips { label: words.say("log-activities"),
                for activity in Activity::ALL {
                    ChipCheck { key: "{activity:?}", label: words.say(labels::activity(activity)), chosen: now.activities.contains(&activity), testid: "log-activity", on_toggle: move |done| with(typed, change, |form| form.set_activity(activity, done)) }
                }
            }
            div { class: "sheet-grid",
                Stepper { id: "log-naloxone", label: words.say("field-naloxone"), value: now.naloxone_kits, step: 1, most: 99, testid: "log-naloxone", on_change: move |kits| with(typed, change, |form| form.naloxone_kits = kits) }
                TextField { id: "log-miles", label: words.say("field-miles"), kind: FieldKind::Decimal, initial: form.miles.clone(), testid: "log-miles", on_input: move |text| with(typed, change, |form| form.miles = text) }
            }
            TextArea { id: "log-note", label: words.say("log-note"), hint: words.say("log-note-hint"), initial: form.note.clone(), testid: "log-note", on_input: move |text| with(typed, change, |form| form.note = text) }
            details { class: "fold", open: !form.circumstances.is_empty(),
                summary { "data-testid": "log-more", Icon { name: IconName::Right } {words.say("log-more")} }
                div { class: "stack",
                    for group in CircumstanceGroup::ALL.into_iter().filter(|group| *group != CircumstanceGroup::Missed) {
                        {circumstances(&words, typed, change, group)}
                    }
                }
            }
            When { earlier: now.earlier.clone(), moment, on_change: move |earlier| with(typed, change, |form| form.earlier = earlier) }
            if let Some(error) = error {
                Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error",
                    p { "{error}" }
                    p { {words.say("log-kept")} }
                }
            }
            div { class: "sheet-foot",
                if discardable {
                    Button { label: words.say("log-discard"), look: ButtonLook::Quiet, testid: "log-discard", on_press: on_discard }
                }
                Button { label: words.say(if busy { "saving" } else { "save" }), icon: IconName::Check, look: ButtonLook::Main, large: true, submit: true, busy, testid: "log-save" }
            }
        }
    }
}

/// The chips of one question, of those that fit how the contact ended.
fn circumstances(
    words: &Words,
    typed: Signal<LogForm>,
    change: Callback<LogForm>,
    group: CircumstanceGroup,
) -> Element {
    let now = typed();
    let offered: Vec<Circumstance> = Circumstance::ALL
        .iter()
        .copied()
        .filter(|circumstance| {
            circumstance.group() == group && circumstance.fits(now.was_reached())
        })
        .collect();
    if offered.is_empty() {
        return rsx! {};
    }
    rsx! {
        Chips { label: words.say(labels::circumstance_group(group)),
            for circumstance in offered {
                ChipCheck { key: "{circumstance:?}", label: words.say(labels::circumstance(circumstance)), chosen: now.circumstances.contains(&circumstance), testid: "log-{plain(circumstance.code())}", on_toggle: move |holds| with(typed, change, |form| form.set_circumstance(circumstance, holds)) }
            }
        }
    }
}

fn with(typed: Signal<LogForm>, change: Callback<LogForm>, edit: impl FnOnce(&mut LogForm)) {
    let mut next = typed.peek().clone();
    edit(&mut next);
    change.call(next);
}

/// Just now, or an earlier day and time.
#[component]
pub fn When(
    earlier: Option<(String, String)>,
    moment: Moment,
    on_change: EventHandler<Option<(String, String)>>,
) -> Element {
    let words = use_words();
    let (day, time) = earlier
        .clone()
        .unwrap_or_else(|| (moment.today().to_string(), moment.clock_now()));
    let start = (day.clone(), time.clone());
    let (kept_time, kept_day) = (time.clone(), day.clone());
    rsx! {
        Chips { label: words.say("field-when"),
            ChipRadio { group: "log-when", label: words.say("log-now"), chosen: earlier.is_none(), testid: "log-now", on_choose: move |()| on_change.call(None) }
            ChipRadio { group: "log-when", label: words.say("log-earlier"), chosen: earlier.is_some(), testid: "log-earlier", on_choose: move |()| on_change.call(Some(start.clone())) }
        }
        if earlier.is_some() {
            div { class: "field-pair",
                TextField { id: "log-day", label: words.say("field-day"), kind: FieldKind::Date, initial: day, testid: "log-day", on_input: move |text| on_change.call(Some((text, kept_time.clone()))) }
                TextField { id: "log-time", label: words.say("field-time"), kind: FieldKind::Time, initial: time, testid: "log-time", on_input: move |text| on_change.call(Some((kept_day.clone(), text))) }
            }
        }
    }
}

fn kind_testid(kind: EncounterKind) -> &'static str {
    match kind {
        EncounterKind::Bedside => "log-kind-bedside",
        EncounterKind::Phone => "log-kind-phone",
        EncounterKind::Text => "log-kind-text",
        EncounterKind::Video => "log-kind-video",
        EncounterKind::Community => "log-kind-community",
        EncounterKind::Custody => "log-kind-custody",
        EncounterKind::Court => "log-kind-court",
        EncounterKind::Appointment => "log-kind-appointment",
        EncounterKind::Group => "log-kind-group",
        EncounterKind::Other => "log-kind-other",
    }
}

fn outcome_testid(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Reached => "log-outcome-reached",
        Outcome::LeftMessage => "log-outcome-left-message",
        Outcome::NoAnswer => "log-outcome-no-answer",
        Outcome::NotThere => "log-outcome-not-there",
        Outcome::DeclinedForNow => "log-outcome-declined",
    }
}
