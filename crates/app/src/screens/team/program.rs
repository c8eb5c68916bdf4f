use dioxus::prelude::*;
use handrail_engine::api::{
    DutyForm, ObligationKind, ProgramChangeView, ProgramDraft, ProgramPack, ProgramView, Site,
};

use super::{
    program_draft::{ProgramPreview, fault_words},
    program_words,
    programs::{local, name, use_programs},
};
use crate::{
    ask::Load,
    components::{
        Button, ButtonLook, FieldKind, IconName, Mark, MarkTone, Notice, NoticeTone, Page, Section,
        Skeleton, TextArea, TextField,
    },
    routes::LaterRoute,
    session::use_moment,
    words::{
        Words,
        dates::{self, Moment},
        errors, labels, use_words,
    },
};

/// One program: what it says, what somebody would change, and for whom.
#[component]
pub fn Program(program: String) -> Element {
    let words = use_words();
    let moment = use_moment();
    let answer = use_programs();
    let back = move |()| {
        navigator().push(LaterRoute::Programs {});
    };
    let loaded = answer();
    let shown = match &loaded {
        Load::Ready(view) => {
            let used = view.in_use.iter().map(|one| (one, true));
            let mut all = used.chain(view.samples.iter().map(|one| (one, false)));
            let found = all.find(|(one, _)| one.pack.id == program);
            Ok(found.map(|(one, in_use)| (one.clone(), in_use, view.may_change)))
        }
        Load::Failed(error) => Err(errors::error_text(&words, error)),
        Load::Waiting => {
            return rsx! {
                div { class: "pane",
                    Page { title: words.say("programs-title"), testid: "program-loading", take_focus: false, back,
                        Skeleton { words: words.say("loading") }
                    }
                }
            };
        }
    };
    let missing = match shown {
        Ok(Some((view, in_use, may_change))) => {
            return rsx! {
                div { class: "pane",
                    ProgramContent { key: "{program} {in_use}", view, in_use, may_change, moment, on_back: back }
                }
            };
        }
        Ok(None) => words.say("program-missing"),
        Err(text) => text,
    };
    rsx! {
        div { class: "pane",
            Page { title: words.say("programs-title"), testid: "program-failed", back,
                Notice { tone: NoticeTone::Attention, alert: true, p { "{missing}" } }
            }
        }
    }
}

/// The page as rendered from the engine's answer.
#[component]
pub fn ProgramContent(
    view: ProgramView,
    in_use: bool,
    may_change: bool,
    moment: Moment,
    on_back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let sample = ProgramDraft::Sample(view.pack.id.clone());
    // A pack of the app is looked at as it is; a program in use, once somebody would change it.
    let mut draft = use_signal(|| (may_change && !in_use).then_some(sample));
    let mut looked = use_signal(|| 0_u32);
    let line = if in_use {
        words.say_with("program-people", [("count", view.people.into())])
    } else {
        words.say("program-not-in-use")
    };
    let text = view.text.clone();
    let mut typed = use_signal(|| text.clone());
    let title = name(&words, &view);
    rsx! {
        Page { title, testid: "program", line, back: on_back,
            div { class: "prose",
                p { {local(&words, &view.pack.about)} }
                p { {status_words(&words, &view.pack)} }
            }
            if !view.changes.is_empty() {
                Changes { changes: view.changes, moment }
            }
            Section { title: words.say("program-duties"), testid: "program-duties",
                for duty in view.pack.duties.clone() {
                    Duty {
                        key: "{duty.id}",
                        duty,
                        editable: in_use && may_change,
                        today: moment.today().to_string(),
                        on_look: {
                            let program = view.pack.id.clone();
                            move |(duty, from, numbers): DutyChange| {
                                draft.set(Some(ProgramDraft::Duty { program: program.clone(), from, duty, numbers }));
                                looked += 1;
                            }
                        },
                    }
                }
                if view.pack.duties.is_empty() {
                    p { {words.say("program-duties-none")} }
                }
            }
            if let Some(draft) = draft() {
                // Each look asks anew.
                ProgramPreview { key: "{looked}", draft }
            }
            Facts { pack: view.pack, moment }
            if may_change {
                details { class: "fold",
                    summary { "data-testid": "program-as-text", {words.say("program-as-text")} }
                    div { class: "stack",
                        p { class: "soft", {words.say("program-as-text-words")} }
                        TextArea { id: "program-text", label: words.say("program-text"), code: true, initial: text, testid: "program-text", on_input: move |text| typed.set(text) }
                        Button { label: words.say("program-look"), icon: IconName::Eye, testid: "program-look", on_press: move |()| draft.set(Some(ProgramDraft::Text(typed()))) }
                    }
                }
            }
        }
    }
}

/// The agency's own changes, and what is wrong with them.
#[component]
fn Changes(changes: Vec<ProgramChangeView>, moment: Moment) -> Element {
    let words = use_words();
    rsx! {
        Section { title: words.say("program-changes"), testid: "program-changes",
            ul { class: "rows",
                for (place , change) in changes.iter().enumerate() {
                    li { class: "row", key: "{place}",
                        div { class: "row-body",
                            span { class: "row-title", {part_words(&words, &change.part)} }
                            span { class: "row-line", {words.say_with("program-from", [("day", dates::day(&words, &moment, &change.from.to_string()).into())])} }
                            if change.disagree {
                                Mark { tone: MarkTone::Attention, icon: IconName::Attention, words: words.say("program-disagree") }
                            }
                            if let Some(fault) = &change.fault {
                                span { class: "field-error", {fault_words(&words, fault)} }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Id of a duty, the first day, and a number for each of its fields.
type DutyChange = (String, String, Vec<(String, u16)>);

/// One duty: its numbers, to be changed from a day on.
#[component]
fn Duty(
    duty: DutyForm,
    editable: bool,
    today: String,
    on_look: EventHandler<DutyChange>,
) -> Element {
    let words = use_words();
    let there = numbers(&duty);
    let mut typed = use_signal(|| {
        let text = |(field, number): &(String, u16)| (field.clone(), number.to_string());
        there.iter().map(text).collect::<Vec<_>>()
    });
    let mut from = use_signal(|| today.clone());
    let mut error = use_signal(|| None::<String>);
    let title = duty_title(&words, &duty);
    let said_of = lines(&words, &duty);
    let id = duty.id.clone();
    let said = words.clone();
    let submit = move |event: FormEvent| {
        event.prevent_default();
        let read =
            |(field, text): &(String, String)| Some((field.clone(), text.trim().parse().ok()?));
        let numbers: Option<Vec<_>> = typed.peek().iter().map(read).collect();
        match numbers {
            Some(numbers) => {
                error.set(None);
                on_look.call((id.clone(), from.peek().clone(), numbers));
            }
            None => error.set(Some(said.say("program-number"))),
        }
    };
    rsx! {
        div { class: "card card-stack", "data-testid": "duty",
            h3 { "{title}" }
            ul { class: "stack-tight",
                for line in said_of {
                    li { key: "{line}", "{line}" }
                }
                if there.is_empty() {
                    li { {words.say("program-every-day")} }
                }
            }
            if editable && !there.is_empty() {
                details { class: "fold",
                    summary { "data-testid": "duty-change", {words.say("program-change")} }
                    form { class: "stack", onsubmit: submit,
                        for (place , (field , number)) in there.into_iter().enumerate() {
                            TextField {
                                key: "{field}",
                                id: "{duty.id}-{field}",
                                label: field_words(&words, &field),
                                kind: FieldKind::Decimal,
                                initial: number.to_string(),
                                required: true,
                                testid: format!("duty-{}", field.replace('_', "-")),
                                on_input: move |text| {
                                    if let Some(kept) = typed.write().get_mut(place) {
                                        kept.1 = text;
                                    }
                                },
                            }
                        }
                        TextField { id: "{duty.id}-from", label: words.say("program-from-label"), kind: FieldKind::Date, initial: today, required: true, testid: "duty-from", on_input: move |text| from.set(text) }
                        if let Some(error) = error() {
                            Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { "{error}" } }
                        }
                        Button { label: words.say("program-look"), icon: IconName::Eye, look: ButtonLook::Plain, submit: true, testid: "duty-look" }
                    }
                }
            }
        }
    }
}

/// Phases, who is eligible, and where it takes place.
#[component]
fn Facts(pack: ProgramPack, moment: Moment) -> Element {
    let words = use_words();
    let today = moment.today().to_string();
    let newest = pack
        .eligibility
        .iter()
        .filter(|one| one.from.to_string() <= today)
        .max_by_key(|one| one.from);
    let routes = newest.map(|one| one.routes.clone()).unwrap_or_default();
    rsx! {
        if !pack.phases.is_empty() {
            Section { title: words.say("program-phases"), testid: "program-phases",
                ol { class: "stack-tight",
                    for phase in pack.phases {
                        li { key: "{phase.id}", {local(&words, &phase.name)} }
                    }
                }
            }
        }
        if !routes.is_empty() {
            Section { title: words.say("program-eligible"), testid: "program-eligible",
                ul { class: "stack-tight",
                    for route in routes {
                        li { key: "{route.id}", {local(&words, &route.words)} }
                    }
                }
            }
        }
        for (key , named) in [("program-partners", pack.partners), ("program-funders", pack.funders)] {
            if !named.is_empty() {
                Section { key: "{key}", title: words.say(key), testid: key,
                    ul { class: "stack-tight",
                        for one in named {
                            li { key: "{one.id}", "{one.name}" }
                        }
                    }
                }
            }
        }
        if !pack.sites.is_empty() {
            Section { title: words.say("program-sites"), testid: "program-sites",
                ul { class: "rows",
                    for site in pack.sites {
                        SiteLine { key: "{site.id}", site, moment }
                    }
                }
            }
        }
    }
}

#[component]
fn SiteLine(site: Site, moment: Moment) -> Element {
    let words = use_words();
    let opens = if site.planned {
        Some(words.say("program-site-planned"))
    } else {
        site.opens_on.map(|day| {
            let day = dates::day(&words, &moment, &day.to_string());
            words.say_with("program-site-opens", [("day", day.into())])
        })
    };
    rsx! {
        li { class: "row", "data-testid": "site",
            div { class: "row-body",
                span { class: "row-title", "{site.name}" }
                if let Some(opens) = opens {
                    span { class: "row-line", "{opens}" }
                }
            }
            if let Some(intercept) = site.intercept {
                span { class: "row-end",
                    Mark { words: words.say_with("program-intercept", [("number", intercept.get().into())]) }
                }
            }
        }
    }
}

/// Whether it runs, and since when as far as that is known.
fn status_words(words: &Words, pack: &ProgramPack) -> String {
    let status = words.say(labels::program_status(pack.status));
    match &pack.started {
        Some(started) => words.say_with(
            "program-started",
            [
                ("status", status.into()),
                ("started", started.clone().into()),
            ],
        ),
        None => status,
    }
}

/// The numbers of a duty, each with the name by which the engine knows it.
fn numbers(duty: &DutyForm) -> Vec<(String, u16)> {
    let single = [
        ("every_days", duty.every_days),
        ("days", duty.days),
        ("months", duty.months),
        ("lead_days", duty.lead_days),
        ("judge_after_days", duty.judge_after_days),
    ];
    let mut found = Vec::new();
    for (place, step) in duty.steps.iter().enumerate() {
        found.push((format!("step-{place}-every"), step.every_days));
        found.extend(
            step.for_days
                .map(|days| (format!("step-{place}-for"), days)),
        );
    }
    let there = single
        .into_iter()
        .filter_map(|(field, number)| Some((field.to_owned(), number?)));
    found.extend(there);
    found
}

/// What is owed by a duty: each step in a line, then its other numbers.
fn lines(words: &Words, duty: &DutyForm) -> Vec<String> {
    let mut found = Vec::new();
    for (step, form) in (1_u32..).zip(&duty.steps) {
        found.push(match form.for_days {
            Some(days) => words.say_with(
                "program-step-for",
                [
                    ("step", step.into()),
                    ("every", form.every_days.into()),
                    ("days", days.into()),
                ],
            ),
            None => words.say_with(
                "program-step",
                [("step", step.into()), ("every", form.every_days.into())],
            ),
        });
    }
    for (field, number) in numbers(duty) {
        if !field.starts_with("step-") {
            let what = field_words(words, &field);
            found.push(words.say_with(
                "program-value",
                [("what", what.into()), ("number", number.into())],
            ));
        }
    }
    found
}

fn field_words(words: &Words, field: &str) -> String {
    match field
        .strip_prefix("step-")
        .and_then(|rest| rest.split_once('-'))
    {
        Some((place, part)) => {
            let step = place.parse::<u32>().unwrap_or(0).saturating_add(1);
            words.say_with(program_words::program_field(part), [("step", step.into())])
        }
        None => words.say(program_words::program_field(field)),
    }
}

fn duty_title(words: &Words, duty: &DutyForm) -> String {
    let kind = match duty.kind.as_str() {
        "daily_until_intake" => Some(ObligationKind::Daily),
        code => ObligationKind::from_code(code),
    };
    kind.map_or_else(
        || duty.kind.clone(),
        |kind| words.say(labels::obligation(kind)),
    )
}

/// `duty:daily` in words, as far as there are some.
fn part_words(words: &Words, part: &str) -> String {
    let (kind, id) = part.split_once(':').unwrap_or((part, ""));
    match program_words::program_part(kind) {
        Some(key) => words.say_with(key, [("id", id.to_owned().into())]),
        None => part.to_owned(),
    }
}
