use dioxus::prelude::*;
use handrail_engine::api::{
    GroupCommand, LocalDate, MOST_PEOPLE, Mark as Said, MeetingInput, Query, Reply, SheetOfMeeting,
    SheetPerson,
};

use super::{
    changes::{Changes, Team},
    disagreements, group_words, use_meeting, use_order, without,
};
use crate::{
    ask::Load,
    components::{
        Button, ButtonLook, Dialog, Icon, IconName, Mark, MarkTone, Notice, NoticeTone, Page,
        SearchField, Section, Stepper, TextArea, TextField,
    },
    drafts::use_drafts,
    engine_link::use_link,
    routes::LaterRoute,
    session::{use_moment, use_shared},
    words::{
        dates::{self, Moment},
        use_words,
    },
};

/// So many people are offered for what is typed.
const OFFERED: usize = 6;

/// Tonight's sheet.
#[component]
pub fn Meeting(group: String, day: String) -> Element {
    rsx! {
        for (group , day) in [(group, day)] {
            OneMeeting { key: "{group}{day}", group, day }
        }
    }
}

#[component]
fn OneMeeting(group: String, day: String) -> Element {
    let words = use_words();
    let key = LocalDate::parse(&day).unwrap_or(LocalDate::FIRST);
    let answer = use_meeting(&group, key);
    let link = use_link();
    let name = format!("group-saw:{group}:{day}");
    let mut kept = use_signal(|| None::<String>);
    let asked = name.clone();
    use_hook(|| {
        spawn(async move {
            let found = match link.query(Query::Draft { key: asked }).await {
                Ok(Reply::Draft(Some(json))) => serde_json::from_str(&json).unwrap_or_default(),
                _ => String::new(),
            };
            kept.set(Some(found));
        });
    });
    let back = use_callback(move |()| {
        navigator().push(LaterRoute::Group {
            group: group.clone(),
        });
    });
    rsx! {
        div { class: "pane",
            match (answer(), kept()) {
                (Load::Ready(view), Some(kept)) => rsx! { Sheet { view, kept, draft: name, back } },
                (other, _) => without(&words, &other, back),
            }
        }
    }
}

/// Says something about a meeting; `done` follows what was taken.
fn use_say(view: &SheetOfMeeting, done: Option<Callback<()>>) -> Callback<MeetingInput> {
    let on_order = use_order(done);
    let (group, key) = (view.group.clone(), view.meeting.key);
    use_callback(move |change: MeetingInput| {
        on_order.call(GroupCommand::Meeting {
            group: group.clone(),
            key,
            change,
        });
    })
}

#[component]
fn Sheet(view: SheetOfMeeting, kept: String, draft: String, back: EventHandler<()>) -> Element {
    let words = use_words();
    let moment = use_moment();
    let on_order = use_order(None);
    let say = use_say(&view, None);
    let slot = dates::alone(group_words::slot(&words, &moment, view.meeting.slot));
    let elsewhere = group_words::elsewhere(&words, &moment, &view.meeting);
    let is_written =
        view.meeting.heads.is_some() || view.people.iter().any(|one| one.mark.is_some());
    let takes_place = view.meeting.off.is_none() || is_written;
    rsx! {
        Page { title: view.name.clone(), testid: "meeting-sheet", line: slot, back,
            for line in elsewhere.into_iter().chain((!view.place.is_empty()).then(|| view.place.clone())) {
                p { key: "{line}", class: "soft", "{line}" }
            }
            {disagreements(&words, &moment, &view.group, &view.conflicts, on_order)}
            if let Some(off) = view.meeting.off {
                Notice { tone: NoticeTone::Attention, testid: "meeting-off",
                    p { class: "strong", {words.say_with("group-is-off", [("why", words.say(group_words::off(off)).into())])} }
                    if is_written {
                        p { "data-testid": "meeting-off-written", {words.say("group-off-written")} }
                    }
                    Button { label: words.say("group-on-again"), testid: "meeting-on", on_press: move |()| say.call(MeetingInput::Off(None)) }
                }
            }
            if takes_place && view.too_early {
                Notice { testid: "meeting-early", p { {words.say("group-too-early")} } }
            } else if takes_place {
                WhoCame { view: view.clone(), moment, say }
            }
            if takes_place {
                Seen { view: view.clone(), moment, kept, draft, say }
                Team { view: view.clone(), say }
            }
            if is_written {
                p { class: "soft", "data-testid": "meeting-fixed", {words.say("group-fixed")} }
            } else {
                Changes { view, say }
            }
        }
    }
}

/// Who came, by few taps.
#[component]
fn WhoCame(view: SheetOfMeeting, moment: Moment, say: Callback<MeetingInput>) -> Element {
    let words = use_words();
    let mut search = use_signal(String::new);
    // Counts up when somebody who was found is ticked: the field is empty for the next one.
    let mut searches = use_signal(|| 0_u32);
    let ticked = use_callback(move |()| {
        search.set(String::new());
        searches += 1;
    });
    let say_found = use_say(&view, Some(ticked));
    let mut asking = use_signal(|| false);
    let wanted = search().trim().to_lowercase();
    let is_near =
        |one: &&SheetPerson| one.regular || one.lately || one.mark.is_some() || one.differs;
    let near: Vec<SheetPerson> = view.people.iter().filter(is_near).cloned().collect();
    let others = view.people.iter().filter(|one| !is_near(one));
    let found: Vec<SheetPerson> = others
        .filter(|one| !wanted.is_empty() && one.name.to_lowercase().contains(&wanted))
        .take(OFFERED)
        .cloned()
        .collect();
    let unsaid: Vec<SheetPerson> = near
        .iter()
        .filter(|one| one.regular && one.mark.is_none())
        .cloned()
        .collect();
    let none_found = !wanted.is_empty() && found.is_empty();
    let missing = !unsaid.is_empty();
    rsx! {
        Section { title: words.say("group-who-came"), testid: "meeting-people",
            p { class: if view.heads == 0 { "soft" } else { "group-heads" }, role: "status", "data-testid": "meeting-heads", {words.say_with("group-heads", [("count", view.heads.into())])} }
            if !near.is_empty() {
                ul { class: "rows",
                    for one in near {
                        PersonRow { key: "{one.participant}", one, say }
                    }
                }
            }
            if view.elsewhere > 0 {
                p { {words.say_with("group-others-came", [("count", view.elsewhere.into())])} }
            }
            for number in [searches()] {
                SearchField { key: "{number}", id: "meeting-search", label: words.say("group-search"), testid: "meeting-search", on_input: move |text| search.set(text) }
            }
            if !found.is_empty() {
                ul { class: "rows",
                    for one in found {
                        PersonRow { key: "{one.participant}", one, say: say_found }
                    }
                }
            } else if none_found {
                p { class: "soft", {words.say("group-search-none")} }
            }
            Names { view: view.clone(), say }
            Stepper { id: "meeting-more", label: words.say("group-more"), value: view.more, step: 1, most: MOST_PEOPLE, testid: "meeting-more", on_change: move |more| say.call(MeetingInput::More(more)) }
            if let Some((name, at)) = view.done.clone() {
                Notice { tone: NoticeTone::Good, testid: "meeting-done-notice",
                    p { {words.say_with("group-done", [("name", name.into()), ("when", dates::day_and_time(&words, &moment, at).into())])} }
                    Button { label: words.say("group-reopen"), look: ButtonLook::Quiet, testid: "meeting-reopen", on_press: move |()| say.call(MeetingInput::Reopen) }
                }
            }
            if view.done.is_none() || missing {
                Button {
                    label: words.say("group-all-written"),
                    icon: IconName::Check,
                    look: ButtonLook::Main,
                    wide: true,
                    large: true,
                    testid: "meeting-done",
                    on_press: move |()| if missing { asking.set(true) } else { say.call(MeetingInput::Done { missed: Vec::new() }) },
                }
            }
            if asking() {
                Missed { people: unsaid, on_close: move |()| asking.set(false), say }
            }
        }
    }
}

/// Somebody with a record: one tap says that they came, another takes it back.
#[component]
fn PersonRow(one: SheetPerson, say: Callback<MeetingInput>) -> Element {
    let words = use_words();
    let here = one.mark == Some(Said::Here);
    let reason = words.say("group-mistake");
    let twice = words.say("group-twice-reason");
    let participant = one.participant.clone();
    let same = one.participant.clone();
    let again = MeetingInput::Came {
        participant: one.participant.clone(),
        mark: one.mark.unwrap_or(Said::Nothing),
        reason: words.say("group-differs-reason"),
    };
    rsx! {
        li { "data-testid": "meeting-person",
            button {
                class: "row",
                r#type: "button",
                "aria-pressed": if here { "true" } else { "false" },
                "data-testid": "meeting-tick",
                onclick: move |_| say.call(MeetingInput::Came {
                    participant: participant.clone(),
                    mark: if here { Said::Nothing } else { Said::Here },
                    reason: reason.clone(),
                }),
                span { class: if here { "plan-mark is-done" } else { "plan-mark" },
                    if here {
                        Icon { name: IconName::Check }
                    }
                }
                span { class: "row-body",
                    span { class: "row-title", "{one.name}" }
                    if here {
                        span { class: "row-line", {words.say("group-was-here")} }
                    } else if one.mark == Some(Said::Missed) {
                        span { class: "row-line", {words.say("group-was-missed")} }
                    } else if one.regular {
                        span { class: "row-line", {words.say("group-expected")} }
                    }
                }
            }
            if one.differs {
                div { class: "plan-foot wrap",
                    Mark { words: words.say("group-differs"), tone: MarkTone::Attention, icon: IconName::Attention }
                    Button {
                        label: words.say("group-differs-mend"),
                        spoken: words.say_with("group-differs-mend-of", [("name", one.name.clone().into())]),
                        look: ButtonLook::Quiet,
                        testid: "meeting-differs",
                        on_press: move |()| say.call(again.clone()),
                    }
                }
            }
            if one.twice {
                div { class: "plan-foot wrap",
                    Mark { words: words.say("group-twice"), tone: MarkTone::Attention, icon: IconName::Attention }
                    Button {
                        label: words.say("group-once"),
                        spoken: words.say_with("group-once-of", [("name", one.name.clone().into())]),
                        look: ButtonLook::Quiet,
                        testid: "meeting-once",
                        on_press: move |()| say.call(MeetingInput::Once { participant: same.clone(), reason: twice.clone() }),
                    }
                }
            }
        }
    }
}

/// First names for this one time.
#[component]
fn Names(view: SheetOfMeeting, say: Callback<MeetingInput>) -> Element {
    let words = use_words();
    let mut typed = use_signal(String::new);
    let mut round = use_signal(|| 0_u32);
    let taken = use_callback(move |()| {
        typed.set(String::new());
        round += 1;
    });
    let add = use_say(&view, Some(taken));
    let names = view.names;
    rsx! {
        form {
            class: "stack-tight",
            onsubmit: move |event: FormEvent| {
                event.prevent_default();
                let name = typed.peek().trim().to_owned();
                if !name.is_empty() {
                    add.call(MeetingInput::Name(name));
                }
            },
            for version in [round()] {
                TextField { key: "{version}", id: "meeting-name", label: words.say("group-first-name"), hint: words.say("group-first-name-hint"), focus: version > 0, testid: "meeting-name", on_input: move |text| typed.set(text) }
            }
            Button { label: words.say("group-first-name-add"), icon: IconName::Plus, submit: true, testid: "meeting-name-add" }
        }
        if !names.is_empty() {
            ul { class: "rows", "data-testid": "meeting-names",
                for (id , name) in names {
                    li { key: "{id}", class: "row",
                        span { class: "row-body", span { class: "row-title", "{name}" } }
                        Button {
                            label: words.say("group-remove"),
                            spoken: words.say_with("group-remove-of", [("name", name.clone().into())]),
                            look: ButtonLook::Quiet,
                            testid: "meeting-name-back",
                            on_press: move |()| say.call(MeetingInput::NameBack(id.clone())),
                        }
                    }
                }
            }
        }
    }
}

/// Of whom was expected nothing is said: were they not there?
#[component]
fn Missed(
    people: Vec<SheetPerson>,
    on_close: EventHandler<()>,
    say: Callback<MeetingInput>,
) -> Element {
    let words = use_words();
    let asked = use_shared().asked;
    let missed: Vec<String> = people.iter().map(|one| one.participant.clone()).collect();
    rsx! {
        Dialog { title: words.say("group-missed-title"), testid: "meeting-missed", on_close,
            ul {
                for one in people {
                    li { key: "{one.participant}", class: "strong", "{one.name}" }
                }
            }
            p { {words.say("group-missed-words")} }
            {asked.refusal(None)}
            div { class: "dialog-actions",
                Button {
                    label: words.say("group-missed-yes"),
                    look: ButtonLook::Main,
                    testid: "meeting-missed-yes",
                    busy: asked.waits(),
                    on_press: move |()| say.call(MeetingInput::Done { missed: missed.clone() }),
                }
                Button { label: words.say("cancel"), testid: "meeting-missed-cancel", on_press: move |()| on_close.call(()) }
            }
        }
    }
}

/// What was noticed about the group as a whole.
#[component]
fn Seen(
    view: SheetOfMeeting,
    moment: Moment,
    kept: String,
    draft: String,
    say: Callback<MeetingInput>,
) -> Element {
    let words = use_words();
    let drafts = use_drafts();
    let first = use_hook(|| kept);
    let mut typed = use_signal(|| first.clone());
    let mut round = use_signal(|| 0_u32);
    let (saving, key) = (drafts.clone(), draft.clone());
    let taken = use_callback(move |()| {
        drafts.discard(&draft);
        typed.set(String::new());
        round += 1;
    });
    let add = use_say(&view, Some(taken));
    rsx! {
        Section { title: words.say("group-seen"), testid: "meeting-seen",
            for one in view.seen {
                div { key: "{one.id}", class: "card card-stack",
                    p { class: "keep-lines", "{one.words}" }
                    p { class: "small soft",
                        {words.say_with("conflict-by", [("author", one.author.clone().into()), ("when", dates::day_and_time(&words, &moment, one.at).into())])}
                    }
                    span { class: "entry-tools",
                        Button { label: words.say("group-remove"), look: ButtonLook::Quiet, testid: "meeting-saw-back", on_press: move |()| say.call(MeetingInput::SawBack(one.id.clone())) }
                    }
                }
            }
            form {
                class: "stack-tight",
                onsubmit: move |event: FormEvent| {
                    event.prevent_default();
                    let text = typed.peek().trim().to_owned();
                    if !text.is_empty() {
                        add.call(MeetingInput::Saw(text));
                    }
                },
                for version in [round()] {
                    TextArea {
                        key: "{version}",
                        id: "meeting-saw",
                        label: words.say("group-saw"),
                        hint: words.say("group-saw-hint"),
                        initial: if version == 0 { first.clone() } else { String::new() },
                        testid: "meeting-saw",
                        on_input: {
                            let (saving, key) = (saving.clone(), key.clone());
                            move |text: String| {
                                if let Ok(json) = serde_json::to_string(&text) {
                                    saving.save(&key, json);
                                }
                                typed.set(text);
                            }
                        },
                    }
                }
                Button { label: words.say("save"), submit: true, testid: "meeting-saw-save" }
            }
        }
    }
}
