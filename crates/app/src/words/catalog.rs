use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use handrail_engine::api::Language;
use unic_langid::LanguageIdentifier;

const ENGLISH: &str = include_str!("../../../../assets/locales/en.ftl");
const SPANISH: &str = include_str!("../../../../assets/locales/es.ftl");
// In a browser these come with the code of their screens; until then there are zeros in their place.
const ENGLISH_LATER: &str = include_str!("../../../../assets/locales/later/en.ftl");
const SPANISH_LATER: &str = include_str!("../../../../assets/locales/later/es.ftl");

static LATER_WORDS_ARE_HERE: AtomicBool = AtomicBool::new(!handrail_platform::COMES_IN_PARTS);

/// Says that the words of the later screens may be read from now on.
pub fn later_words_are_here() {
    LATER_WORDS_ARE_HERE.store(true, Ordering::Relaxed);
}

/// The words of one language. Cheap to clone; equal when language and place are, and as many words.
#[derive(Clone)]
pub struct Words {
    language: Language,
    place: Place,
    whole: bool,
    bundle: Rc<FluentBundle<FluentResource>>,
}

/// What the words call the thing in front of the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// "this phone".
    Phone,
    /// "this computer", in a browser.
    Computer,
    /// "this computer", in a window of its own.
    Window,
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language && self.place == other.place && self.whole == other.whole
    }
}

impl Words {
    /// Reads the built-in translation file of `language`, for a phone.
    pub fn of(language: Language) -> Self {
        Self::at(language, Place::Phone)
    }

    /// Reads the built-in translation file of `language`.
    pub fn at(language: Language, place: Place) -> Self {
        let (first, later, id) = match language {
            Language::English => (ENGLISH, ENGLISH_LATER, "en-US"),
            Language::Spanish => (SPANISH, SPANISH_LATER, "es-US"),
        };
        let whole = LATER_WORDS_ARE_HERE.load(Ordering::Relaxed);
        let later = whole.then_some(later);
        Self {
            language,
            place,
            whole,
            bundle: Rc::new(bundle([Some(first), later].into_iter().flatten(), id)),
        }
    }

    /// Which language these words are in.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The words for `key`. An unknown key gives the key itself; a test keeps
    /// that from happening.
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, [])
    }

    /// The words for `key` with named values put in; numbers choose plurals.
    pub fn say_with<'a>(
        &self,
        key: &str,
        values: impl IntoIterator<Item = (&'static str, FluentValue<'a>)>,
    ) -> String {
        let mut arguments = FluentArgs::new();
        let place = match self.place {
            Place::Phone => "phone",
            Place::Computer => "computer",
            Place::Window => "window",
        };
        arguments.set("place", FluentValue::from(place));
        for (name, value) in values {
            arguments.set(name, value);
        }
        self.format(key, &arguments)
    }

    /// Whether the translation file has `key`.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    fn format(&self, key: &str, arguments: &FluentArgs<'_>) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
        else {
            return key.to_owned();
        };
        let mut problems = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(arguments), &mut problems)
            .into_owned()
    }
}

/// Language tag for `lang` attributes.
pub fn language_tag(language: Language) -> &'static str {
    match language {
        Language::English => "en",
        Language::Spanish => "es",
    }
}

fn bundle<'a>(sources: impl Iterator<Item = &'a str>, id: &str) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new(vec![id.parse::<LanguageIdentifier>().unwrap_or_default()]);
    bundle.set_use_isolating(false);
    for source in sources {
        // A message that does not parse is left out; a test compares the files of both languages.
        let resource = match FluentResource::try_new(source.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_files_parse_without_a_broken_message() {
        for source in [ENGLISH, SPANISH, ENGLISH_LATER, SPANISH_LATER] {
            if let Err((_, problems)) = FluentResource::try_new(source.to_owned()) {
                panic!("{problems:?}");
            }
        }
    }

    #[test]
    fn a_window_of_its_own_is_no_tab_of_a_browser() {
        for language in [Language::English, Language::Spanish] {
            let words = Words::at(language, Place::Window);
            let browser = Words::at(language, Place::Computer);
            for key in [
                "elsewhere-title",
                "elsewhere-words",
                "elsewhere-unanswered",
                "elsewhere-asking",
                "storage-newer-help",
                "storage-unavailable-help",
            ] {
                let said = words.say(key);
                assert_ne!(said, browser.say(key));
                for stranger in ["tab", "pestaña", "browser", "navegador"] {
                    assert!(!said.contains(stranger), "{said}");
                }
            }
            assert_eq!(words.say("saved-here"), browser.say("saved-here"));
        }
    }

    #[test]
    fn a_value_is_put_into_its_place() {
        let words = Words::of(Language::English);
        let text = words.say_with("today-owed-count", [("count", 1.into())]);
        assert!(text.starts_with("1 person"), "{text}");
        let text = words.say_with("today-owed-count", [("count", 3.into())]);
        assert!(text.starts_with("3 people"), "{text}");
    }
}
