//! The words of a screen are fetched with its code: `assets/locales/later` with what `assets/later.txt`
//! lists, the others with the first screens.

#![allow(
    clippy::unwrap_used,
    reason = "a test stops at what it does not expect"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Source files of the app by module path, such as `screens::team`.
fn sources(folder: &Path, module: &str, into: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let inner = if module.is_empty() {
            name
        } else {
            format!("{module}::{name}")
        };
        if path.is_dir() {
            sources(&path, &inner, into);
        } else {
            into.insert(inner, fs::read_to_string(path).unwrap());
        }
    }
}

fn is_within(module: &str, path: &str) -> bool {
    module
        .strip_prefix(path)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// Modules that come later as a whole: nothing of them is kept among the first.
fn later_modules(sources: &BTreeMap<String, String>) -> BTreeSet<String> {
    let list = fs::read_to_string(project().join("assets/later.txt")).unwrap();
    let (mut later, mut kept) = (Vec::new(), Vec::new());
    for line in list.lines() {
        let path = line.trim_start_matches('!');
        let Some(path) = path.strip_prefix("handrail_app::") else {
            continue;
        };
        if line.starts_with('!') {
            kept.push(path);
        } else {
            later.push(path);
        }
    }
    let holds = |module: &String, path: &&str| {
        let owner = sources
            .keys()
            .filter(|module| is_within(path, module))
            .max_by_key(|module| module.len());
        owner == Some(module) || is_within(module, path)
    };
    let comes_later = |module: &&String| {
        later.iter().any(|path| is_within(module, path))
            && !kept.iter().any(|path| holds(module, path))
    };
    sources.keys().filter(comes_later).cloned().collect()
}

#[test]
fn words_that_only_later_screens_say_come_with_them_and_all_others_before() {
    let mut all = BTreeMap::new();
    sources(&project().join("crates/app/src"), "", &mut all);
    let later = later_modules(&all);
    assert!(later.len() > 40, "{} modules come later", later.len());
    let mut said_by: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (module, text) in &all {
        for literal in text.split('"') {
            said_by.entry(literal).or_default().insert(module.clone());
        }
    }
    for (file, come_later) in [
        ("en.ftl", false),
        ("es.ftl", false),
        ("later/en.ftl", true),
        ("later/es.ftl", true),
    ] {
        let text = fs::read_to_string(project().join("assets/locales").join(file)).unwrap();
        let keys = text
            .lines()
            .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
            .map(|line| line.split('=').next().unwrap().trim());
        let misplaced: Vec<&str> = keys
            .filter(|key| {
                let said_by = said_by.get(key);
                let only_later = said_by.is_some_and(|modules| modules.is_subset(&later));
                only_later != come_later
            })
            .collect();
        assert_eq!(misplaced, Vec::<&str>::new(), "in {file}");
    }
}
