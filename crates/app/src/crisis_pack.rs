//! The crisis numbers in one language: those of the app, and the agency's own in their place.

use chrono::NaiveDate;
use fluent_bundle::FluentValue;
use handrail_domain::LocalDate;
use handrail_domain::crisis::{CrisisEntry, CrisisPack, Language as PackLanguage, LocalText};
use handrail_engine::api::Language;

use crate::words::Words;

/// The pack that ships with the app.
const BUILT_IN: &str = include_str!("../../../assets/hotlines/us-2026.json");

/// Crisis numbers as shown.
#[derive(Debug, Clone, PartialEq)]
pub struct CrisisCard {
    /// What these numbers are, and what the agency is not.
    pub scope: String,
    /// Version of the pack.
    pub version: String,
    /// Day from which the pack holds.
    pub valid_from: NaiveDate,
    /// They are the agency's own.
    pub own: bool,
    /// In the order of the pack.
    pub entries: Vec<CrisisEntryView>,
}

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub struct CrisisEntryView {
    /// Id in the pack.
    pub id: String,
    /// Name.
    pub name: String,
    /// What it is for.
    pub about: String,
    /// Digits to dial.
    pub call: Option<String>,
    /// The number as printed.
    pub call_shown: Option<String>,
    /// How to send a text.
    pub text: Option<TextLine>,
    /// Address for chat.
    pub chat: Option<String>,
    /// What the line says first: "For Veterans press 1".
    pub prompts: Vec<String>,
    /// Day on which the number was last checked.
    pub checked_on: Option<NaiveDate>,
    /// Where that was read.
    pub source: String,
}

/// A number that takes texts.
#[derive(Debug, Clone, PartialEq)]
pub struct TextLine {
    /// Number.
    pub to: String,
    /// First word to send, where one is asked for.
    pub body: Option<String>,
}

impl TextLine {
    /// "Text 988" or "Text HOME to 741741".
    pub fn words(&self, words: &Words) -> String {
        let to: FluentValue = self.to.clone().into();
        match &self.body {
            Some(body) => words.say_with(
                "crisis-text-word",
                [("to", to), ("body", body.clone().into())],
            ),
            None => words.say_with("crisis-text", [("to", to)]),
        }
    }

    /// Link that opens the messages app.
    pub fn href(&self) -> String {
        match &self.body {
            Some(body) => format!("sms:{}?&body={}", self.to, body.replace(' ', "%20")),
            None => format!("sms:{}", self.to),
        }
    }
}

/// The built-in pack; `None` when it cannot be read, which a test rules out.
pub fn built_in_pack() -> Option<CrisisPack> {
    CrisisPack::parse(BUILT_IN).ok()
}

/// The card with an agency's own lines, where it has some that can be read.
pub fn card(language: Language, own: Option<&str>) -> Option<CrisisCard> {
    let own = own.filter(|own| CrisisPack::parse(own).is_ok());
    let pack = built_in_pack()?.with_own(own);
    Some(shown(&pack, own.is_some(), language))
}

/// A pack as it is shown.
fn shown(pack: &CrisisPack, own: bool, language: Language) -> CrisisCard {
    let language = match language {
        Language::English => PackLanguage::English,
        Language::Spanish => PackLanguage::Spanish,
    };
    CrisisCard {
        scope: say(&pack.scope, language),
        version: pack.version.clone(),
        valid_from: pack.valid_from.as_naive(),
        own,
        entries: pack
            .entries
            .iter()
            .map(|entry| line(entry, language))
            .collect(),
    }
}

fn line(entry: &CrisisEntry, language: PackLanguage) -> CrisisEntryView {
    CrisisEntryView {
        id: entry.id.clone(),
        name: say(&entry.name, language),
        about: say(&entry.about, language),
        call: entry.call.clone(),
        call_shown: entry.call_shown.clone().or_else(|| entry.call.clone()),
        text: entry.text.as_ref().map(|text| TextLine {
            to: text.to.clone(),
            body: text.body.as_ref().map(|body| say(body, language)),
        }),
        chat: entry.chat.clone(),
        prompts: entry
            .prompts
            .iter()
            .map(|prompt| say(prompt, language))
            .collect(),
        checked_on: entry
            .checked_on
            .filter(|_| entry.verified)
            .map(LocalDate::as_naive),
        source: entry.source.clone(),
    }
}

fn say(text: &LocalText, language: PackLanguage) -> String {
    text.get(language).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s0_29_the_built_in_pack_has_the_lines_in_both_languages() {
        for language in [Language::English, Language::Spanish] {
            let card = card(language, None).unwrap();
            let numbers: Vec<_> = card
                .entries
                .iter()
                .filter_map(|entry| entry.call.as_deref())
                .collect();
            assert!(numbers.contains(&"911"));
            assert!(numbers.contains(&"988"));
            assert!(
                card.entries
                    .iter()
                    .all(|entry| !entry.name.is_empty() && !entry.about.is_empty())
            );
        }
    }

    #[test]
    fn a_text_line_opens_the_messages_app_with_its_word() {
        let line = TextLine {
            to: "741741".to_owned(),
            body: Some("HOME".to_owned()),
        };
        assert_eq!(line.href(), "sms:741741?&body=HOME");
        assert_eq!(
            line.words(&Words::of(Language::English)),
            "Text HOME to 741741"
        );
    }
}
