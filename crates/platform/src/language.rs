//! From the languages of the system to one of ours.

use handrail_engine::api::Language;

/// The first language of the user that the screens speak, else English.
pub fn preferred_language() -> Language {
    choose(&crate::host::preferred_languages())
}

fn choose(tags: &[String]) -> Language {
    tags.iter()
        .find_map(|tag| match tag.split(['-', '_', '.']).next() {
            Some("en") => Some(Language::English),
            Some("es") => Some(Language::Spanish),
            _ => None,
        })
        .unwrap_or(Language::English)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(tags: &[&str]) -> Language {
        let tags: Vec<String> = tags.iter().map(ToString::to_string).collect();
        choose(&tags)
    }

    #[test]
    fn the_first_language_we_speak_wins() {
        assert_eq!(chosen(&["fr-FR", "es-MX", "en-US"]), Language::Spanish);
        assert_eq!(chosen(&["en", "es"]), Language::English);
        assert_eq!(chosen(&["es_ES.UTF-8"]), Language::Spanish);
    }

    #[test]
    fn english_is_spoken_when_no_language_is_known() {
        assert_eq!(chosen(&[]), Language::English);
        assert_eq!(chosen(&["C", "ht"]), Language::English);
    }
}
