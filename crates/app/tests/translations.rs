//! Both translation files are complete, and the code and the files know the
//! same keys.

#![allow(
    clippy::unwrap_used,
    reason = "a test stops at what it does not expect"
)]

use std::{collections::BTreeSet, fs, path::Path};

use handrail_app::words::Words;
use handrail_engine::api::Language;

fn crate_folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The words of the first screens and of the later ones.
fn translation(file: &str) -> String {
    let locales = crate_folder().join("../../assets/locales");
    [locales.join(file), locales.join("later").join(file)]
        .map(|path| fs::read_to_string(path).unwrap())
        .join("\n")
}

fn keys_of(file: &str) -> BTreeSet<String> {
    translation(file)
        .lines()
        .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
        .map(|line| line.split('=').next().unwrap().trim().to_owned())
        .collect()
}

fn sources(folder: &Path, into: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            into.push(fs::read_to_string(&path).unwrap());
        }
    }
}

fn literals(text: &str) -> BTreeSet<String> {
    text.split('"')
        .filter(|piece| {
            !piece.is_empty()
                && piece
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        })
        .map(str::to_owned)
        .collect()
}

/// The literals handed to `say` and `say_with`, and those of the label tables.
fn asked_for(text: &str) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for call in [".say(", ".say_with("] {
        for (at, _) in text.match_indices(call) {
            let rest = text[at + call.len()..].trim_start();
            if let Some(literal) = rest.strip_prefix('"') {
                keys.insert(literal.split('"').next().unwrap().to_owned());
            }
        }
    }
    keys
}

#[test]
fn english_and_spanish_have_the_same_keys() {
    let (english, spanish) = (keys_of("en.ftl"), keys_of("es.ftl"));
    assert_eq!(
        english.difference(&spanish).collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
    assert_eq!(
        spanish.difference(&english).collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
    assert!(english.len() > 400);
}

#[test]
fn every_key_that_the_code_asks_for_exists() {
    let mut texts = Vec::new();
    sources(&crate_folder().join("src"), &mut texts);
    let words = Words::of(Language::English);
    let mut asked: BTreeSet<String> = texts.iter().flat_map(|text| asked_for(text)).collect();
    let labels = fs::read_to_string(crate_folder().join("src/words/labels.rs")).unwrap();
    asked.extend(literals(&labels));
    let missing: Vec<_> = asked.iter().filter(|key| !words.has(key)).collect();
    assert!(asked.len() > 300, "the search found only {}", asked.len());
    assert_eq!(missing, Vec::<&String>::new());
}

#[test]
fn no_key_is_unused() {
    let mut texts = Vec::new();
    sources(&crate_folder().join("src"), &mut texts);
    let used: BTreeSet<String> = texts.iter().flat_map(|text| literals(text)).collect();
    let unused: Vec<_> = keys_of("en.ftl")
        .into_iter()
        .filter(|key| !used.contains(key))
        .collect();
    assert_eq!(unused, Vec::<String>::new());
}

#[test]
fn every_message_uses_the_same_values_in_both_languages() {
    let values = |file: &str| {
        let text = translation(file);
        let mut found = Vec::new();
        let mut key = String::new();
        for line in text.lines() {
            if line.starts_with(|first: char| first.is_ascii_lowercase()) {
                key = line.split('=').next().unwrap().trim().to_owned();
            }
            for piece in line.split('$').skip(1) {
                let name: String = piece
                    .chars()
                    .take_while(char::is_ascii_alphabetic)
                    .collect();
                found.push((key.clone(), name));
            }
        }
        found.into_iter().collect::<BTreeSet<_>>()
    };
    let free = |(key, name): &(String, String)| {
        (key.as_str(), name.as_str()) != ("today-settled-count", "count")
            && name != "year"
            && name != "weekday"
    };
    let english: BTreeSet<_> = values("en.ftl").into_iter().filter(free).collect();
    let spanish: BTreeSet<_> = values("es.ftl").into_iter().filter(free).collect();
    assert_eq!(english, spanish);
}

#[test]
fn the_words_respect_the_people_they_are_about() {
    for file in ["en.ftl", "es.ftl"] {
        let text = translation(file).to_lowercase();
        for word in [
            "addict",
            "relapse",
            "non-compliant",
            "substance abuse",
            "adicto",
            "recaída",
            "drogadicto",
            "incumplidor",
        ] {
            assert!(!text.contains(word), "{file} says {word}");
        }
    }
}
