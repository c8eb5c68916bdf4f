//! To what a participant was linked, and what came of it (S2-3).

use dioxus::prelude::*;
use handrail_engine::api::{
    CoachingCommand, Command, LocalDate, Query, Reply, ResourceLinkCommand, ResourceLinkField,
    ResourceLinkView, ResourceLinksView, Topic,
};

use super::{
    linked::{outcome_line, outcomes},
    pages::{VoidEntry, use_back_to},
    use_noted,
};
use crate::{
    ask::{Load, use_view},
    components::{
        Absent, Button, ButtonLook, Empty, FieldKind, FormDialog, IconName, Page, SelectField,
        TextField,
    },
    forms::{Open, PageOrder, use_dialogs, use_form, use_put_aside, use_sending},
    session::use_moment,
    words::{Words, dates::Moment, use_words},
};

/// What the page is asking.
#[derive(Debug, Clone, PartialEq)]
enum Asking {
    /// To what else.
    Form,
    /// Why it does not belong there.
    Void(String),
}

/// To what a participant was linked.
#[component]
pub fn ResourceLinks(participant: String) -> Element {
    let words = use_words();
    let moment = use_moment();
    use_noted(&participant);
    let of = participant.clone();
    let answer = use_view(
        &[Topic::People, Topic::Encounters, Topic::Team],
        move || Query::ResourceLinks {
            participant: of.clone(),
        },
        |reply| match reply {
            Reply::ResourceLinks(view) => Some(*view),
            _ => None,
        },
    );
    let (open, on_order) = use_dialogs::<Asking>();
    let back = use_back_to(&participant);
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! {
                    Content { view: view.clone(), moment, open, on_order, back }
                    match (open.asking)() {
                        None => rsx! {},
                        Some(Asking::Form) => rsx! {
                            LinkForm { view, open, on_order }
                        },
                        Some(Asking::Void(entry)) => rsx! {
                            VoidEntry { participant, entry, on_order, on_close: move |()| open.ask(None) }
                        },
                    }
                },
                other => rsx! { Absent { title: words.say("links-title"), page: "links", why: other.why(), back } },
            }
        }
    }
}

/// The page as rendered from the engine's view.
#[component]
fn Content(
    view: ResourceLinksView,
    moment: Moment,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
    back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let may_write = !view.read_only;
    rsx! {
        Page { title: words.say_with("links-of", [("name", view.name.clone().into())]), testid: "links", back,
            p { class: "soft", {words.say("links-words")} }
            if may_write {
                Button { label: words.say("links-add"), icon: IconName::Plus, look: ButtonLook::Main, testid: "link-add", on_press: move |()| open.ask(Some(Asking::Form)) }
            }
            if view.links.is_empty() {
                Empty { icon: IconName::Seedling, title: words.say("links-empty") }
            }
            ul { class: "rows",
                for link in &view.links {
                    {row(&words, &moment, link, may_write.then_some((open, on_order)))}
                }
            }
        }
    }
}

fn row(
    words: &Words,
    moment: &Moment,
    link: &ResourceLinkView,
    doing: Option<(Open<Asking>, EventHandler<PageOrder>)>,
) -> Element {
    let id = link.id.clone();
    rsx! {
        li { key: "{link.id}", class: "row plan-entry", "data-testid": "link",
            div { class: "row-body",
                span { class: "row-title", "{link.to}" }
                {outcome_line(words, moment, link)}
                if let Some((open, on_order)) = doing {
                    {outcomes(words, link, on_order)}
                    span { class: "entry-tools",
                        Button { label: words.say("entry-void"), look: ButtonLook::Quiet, testid: "link-void", on_press: move |()| open.ask(Some(Asking::Void(id.clone()))) }
                    }
                }
            }
        }
    }
}

/// What is typed and chosen: the entry of the directory, the name, the day.
type Typed = (String, String, String);

/// To what, and on which day.
#[component]
fn LinkForm(
    view: ResourceLinksView,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let today = view.today.to_string();
    let participant = view.participant.clone();
    let form = use_form(format!("resource-link:{participant}"), || {
        (String::new(), String::new(), today.clone())
    });
    let mut typed: Signal<Typed> = form.typed;
    let sending = use_sending(open, on_order);
    let put_aside = use_put_aside(&form, open);
    let (draft, directory) = (form.draft.clone(), view.directory.clone());
    let submit = move |()| {
        let said = fields(&typed.peek(), &directory, &today);
        sending.send(said.map(|fields| {
            let command = ResourceLinkCommand::Add {
                participant: participant.clone(),
                fields,
            };
            PageOrder {
                draft: Some(draft.clone()),
                ..Command::Coaching(CoachingCommand::ResourceLink(command)).into()
            }
        }));
    };
    let problem = sending.shown(&words);
    if !(form.ready)() {
        return rsx! {};
    }
    let initial = typed.peek().clone();
    let none = (String::new(), words.say("links-directory-none"));
    let choices: Vec<(String, String)> = std::iter::once(none).chain(view.directory).collect();
    rsx! {
        FormDialog { title: words.say("links-add"), testid: "link", problem, on_submit: submit, on_close: put_aside,
            if choices.len() > 1 {
                SelectField { id: "link-directory", label: words.say("links-directory"), choices, chosen: typed.read().0.clone(), testid: "link-directory", on_choose: move |id| typed.write().0 = id }
            }
            if typed.read().0.is_empty() {
                TextField { id: "link-name", label: words.say("links-name"), initial: initial.1.clone(), testid: "link-name", on_input: move |text| typed.write().1 = text }
            }
            TextField { id: "link-day", label: words.say("links-on"), kind: FieldKind::Date, initial: initial.2.clone(), testid: "link-day", on_input: move |text| typed.write().2 = text }
        }
    }
}

/// What the fields say, or the key of what is missing.
fn fields(
    (chosen, name, day): &Typed,
    directory: &[(String, String)],
    today: &str,
) -> Result<Vec<ResourceLinkField>, &'static str> {
    let known = directory.iter().find(|(id, _)| id == chosen);
    let name = known.map_or(name.trim(), |(_, name)| name.as_str());
    if name.is_empty() {
        return Err("links-name-missing");
    }
    // Days as text are in the order of the days.
    if day.as_str() > today {
        return Err("links-on-missing");
    }
    let on = LocalDate::parse(day).map_err(|_| "links-on-missing")?;
    let resource = known.and_then(|(id, _)| id.parse().ok());
    Ok(vec![
        ResourceLinkField::Resource(resource),
        ResourceLinkField::Name(name.to_owned()),
        ResourceLinkField::On(on),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s2_3_a_link_is_to_something_and_on_a_day_that_has_come() {
        let id = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
        let directory = [(id.to_owned(), "Sober house Example".to_owned())];
        let typed = |id: &str, name: &str, day: &str| {
            let typed = (id.to_owned(), name.to_owned(), day.to_owned());
            fields(&typed, &directory, "2026-05-04")
        };
        assert_eq!(typed("", " ", "2026-05-04"), Err("links-name-missing"));
        assert_eq!(typed(id, "", "2026-05-05"), Err("links-on-missing"));
        assert_eq!(typed(id, "", ""), Err("links-on-missing"));
        let said = typed(id, "Something else", "2026-05-03").unwrap_or_default();
        assert_eq!(
            said.get(1),
            Some(&ResourceLinkField::Name("Sober house Example".to_owned()))
        );
        assert!(matches!(
            said.first(),
            Some(ResourceLinkField::Resource(Some(_)))
        ));
        let typed = typed("", "Meeting", "2026-05-04").unwrap_or_default();
        assert_eq!(typed.first(), Some(&ResourceLinkField::Resource(None)));
    }
}
