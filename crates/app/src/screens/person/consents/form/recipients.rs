use dioxus::prelude::*;
use handrail_engine::api::consent::{MOST_RECIPIENTS, Recipient, Side};

use crate::{
    components::{Button, ButtonLook, Check, IconName, SelectField, TextArea, TextField},
    words::{consents as said, use_words},
};

/// Who may be told: by name or as a class, with the members of an intermediary.
#[component]
pub fn Recipients(
    typed_recipients: Vec<Recipient>,
    suggestions: Vec<String>,
    is_court: bool,
    is_proceedings: bool,
    on_change: EventHandler<Vec<Recipient>>,
) -> Element {
    let words = use_words();
    // Fields keep what was typed into them; one that is taken out takes its own along.
    let mut keys = use_signal(|| (0..typed_recipients.len()).collect::<Vec<usize>>());
    let mut next = use_signal(|| typed_recipients.len());
    let side = if is_court {
        Side::Justice
    } else if is_proceedings {
        Side::Prosecution
    } else {
        Side::Provider
    };
    let all = typed_recipients;
    let adding = all.clone();
    let add = move |()| {
        let mut all = adding.clone();
        all.push(Recipient {
            name: String::new(),
            side,
            is_class: false,
            members: Vec::new(),
            treating_members: false,
        });
        keys.write().push(next());
        next += 1;
        on_change.call(all);
    };
    let is_full = all.len() >= MOST_RECIPIENTS;
    rsx! {
        fieldset { class: "stack",
            legend { class: "field-label", {words.say("consent-recipients")} }
            for (index , one) in all.iter().cloned().enumerate() {
                One {
                    key: "{keys.read().get(index).copied().unwrap_or(index)}",
                    index,
                    recipient: one,
                    suggestions: suggestions.clone(),
                    on_change: {
                        let all = all.clone();
                        move |one: Option<Recipient>| {
                            let mut all = all.clone();
                            match (one, index < all.len()) {
                                (Some(one), true) => {
                                    if let Some(place) = all.get_mut(index) {
                                        *place = one;
                                    }
                                }
                                (None, true) => {
                                    all.remove(index);
                                    if index < keys.peek().len() {
                                        keys.write().remove(index);
                                    }
                                }
                                _ => {}
                            }
                            on_change.call(all);
                        }
                    },
                }
            }
            if !is_full {
                Button { label: words.say("consent-recipient-add"), icon: IconName::Plus, testid: "consent-recipient-add", on_press: add }
            }
        }
    }
}

/// One of them; nothing takes it out.
#[component]
fn One(
    index: usize,
    recipient: Recipient,
    suggestions: Vec<String>,
    on_change: EventHandler<Option<Recipient>>,
) -> Element {
    let words = use_words();
    let first = use_hook(|| recipient.clone());
    let sides = Side::ALL.iter();
    let sides = sides.map(|one| (one.code().to_owned(), words.say(said::side(*one))));
    let is_intermediary = recipient.side == Side::Intermediary;
    let edit = move |recipient: &Recipient, change: &dyn Fn(&mut Recipient)| {
        let mut recipient = recipient.clone();
        change(&mut recipient);
        on_change.call(Some(recipient));
    };
    let each = [(); 5].map(|()| recipient.clone());
    let [named, sided, classed, membered, treated] = each;
    rsx! {
        div { class: "card card-stack", "data-testid": "consent-recipient",
            TextField { id: "recipient-name-{index}", label: words.say("consent-recipient-name"), hint: words.say("consent-recipient-hint"), initial: first.name, suggestions, testid: "recipient-name", on_input: move |text: String| edit(&named, &|one| one.name.clone_from(&text)) }
            SelectField { id: "recipient-side-{index}", label: words.say("tell-side"), choices: sides.collect::<Vec<_>>(), chosen: recipient.side.code(), testid: "recipient-side", on_choose: move |code: String| edit(&sided, &|one| {
                one.side = Side::from_code(&code).unwrap_or(Side::Other);
                // An intermediary is named.
                one.is_class &= one.side != Side::Intermediary;
            }) }
            if !is_intermediary {
                Check { label: words.say("consent-recipient-class"), checked: recipient.is_class, testid: "recipient-class", on_toggle: move |on| edit(&classed, &|one| one.is_class = on) }
            }
            if is_intermediary {
                TextArea { id: "recipient-members-{index}", label: words.say("consent-recipient-members"), initial: first.members.join("\n"), testid: "recipient-members", on_input: move |text: String| edit(&membered, &|one| one.members = lines(&text)) }
                Check { label: words.say("consent-recipient-treating"), checked: recipient.treating_members, testid: "recipient-treating", on_toggle: move |on| edit(&treated, &|one| one.treating_members = on) }
            }
            Button { label: words.say("consent-recipient-remove"), look: ButtonLook::Quiet, testid: "recipient-remove", on_press: move |()| on_change.call(None) }
        }
    }
}

/// One name on each line.
fn lines(text: &str) -> Vec<String> {
    let each = text.lines().map(str::trim).filter(|line| !line.is_empty());
    each.map(str::to_owned).collect()
}
