//! The legal texts that hold, and the notice among them.

use dioxus::prelude::*;
use handrail_engine::api::{
    ConsentQuery, ConsentReply, Language, LocalDate, Query, Reply, TextsView, Topic,
    consent::{LegalTexts, TEXTS},
};

use crate::{
    ask::{Load, use_view},
    session::use_moment,
    words::language_tag,
};

/// The texts that hold today, asked again when something changes.
pub fn use_texts() -> Signal<Load<TextsView>> {
    use_view(
        &[Topic::Team],
        || Query::Consenting(ConsentQuery::Texts),
        |reply| match reply {
            Reply::Consenting(reply) => match *reply {
                ConsentReply::Texts(view) => Some(*view),
                ConsentReply::ListsDue(_) => None,
            },
            _ => None,
        },
    )
}

/// The notice that travels with what is handed over (42 CFR 2.32): the agency's, or that of the app until
/// it is known which one holds.
#[component]
pub fn DisclosureNotice(language: Language) -> Element {
    let answer = use_texts();
    let day = LocalDate::from_naive(use_moment().today());
    let pack = match answer() {
        Load::Ready(view) => Some(view.pack),
        _ => LegalTexts::parse(TEXTS).ok(),
    };
    let tag = language_tag(language);
    let said = pack.zip(day);
    let said = said.map(|(pack, day)| pack.words("notice", tag, day).to_owned());
    notice(&said.unwrap_or_default(), tag)
}

/// A notice, as it stands on what is handed over.
pub fn notice(said: &str, tag: &'static str) -> Element {
    rsx! {
        p { class: "small strong", lang: tag, "data-testid": "disclosure-notice", "{said}" }
    }
}
