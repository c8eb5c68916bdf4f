//! Puts the parts together: names by content, addresses filled in, the list of every file.

use std::collections::BTreeMap;
use std::str;

use anyhow::{Context, Result};

use crate::bindgen::Glue;
use crate::comments;
use crate::template;

/// Text files of the assets that mention others by `{{name}}`.
const BOOT: &str = "boot.js";
const LATER: &str = "later.js";
const WORKER: &str = "worker.js";
const LATER_MODULE: &str = "later_bg.wasm";
const INDEX: &str = "index.html";
const SERVICE_WORKER: &str = "sw.js";
/// In the path of each script that is this project's own.
const OURS: &str = "/handrail-";

/// All files of the web app by their path below the root.
///
/// Scripts, styles and the module carry 16 hexadecimal digits of their own hash in the name and may be
/// cached for ever. The rest (`index.html`, `sw.js`, the manifest, icons) keeps its name. Without an
/// `sw.js` among the assets the bundle has no service worker.
pub fn bundle(
    glue: Glue,
    styles: String,
    mut assets: BTreeMap<String, Vec<u8>>,
) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut templates = BTreeMap::new();
    for name in [BOOT, LATER, WORKER, INDEX, SERVICE_WORKER] {
        if let Some(bytes) = assets.remove(name) {
            let text = String::from_utf8(bytes).with_context(|| format!("{name} is not UTF-8"))?;
            let is_script = name != INDEX;
            templates.insert(
                name,
                if is_script {
                    comments::without(&text)
                } else {
                    text
                },
            );
        }
    }
    let mut bundle = Bundle {
        files: assets,
        addresses: BTreeMap::new(),
    };
    let mut script = glue.script;
    for (number, (path, snippet)) in glue.snippets.into_iter().enumerate() {
        let is_ours = path.contains(OURS);
        let snippet = if is_ours {
            comments::without(&snippet)
        } else {
            snippet
        };
        let address = bundle.add_by_content(&format!("snippet{number}.js"), snippet.into_bytes());
        script = script.replace(&format!("from '{path}'"), &format!("from '{address}'"));
        script = script.replace(&format!("from \"{path}\""), &format!("from \"{address}\""));
    }
    bundle.add_by_content("app.js", script.into_bytes());
    bundle.add_by_content("app_bg.wasm", glue.module);
    // Nobody asks for the later part of a module that was not divided.
    bundle
        .addresses
        .insert(LATER_MODULE.to_owned(), String::new());
    if let Some(module) = glue.later {
        bundle.add_by_content(LATER_MODULE, module);
    }
    bundle.add_by_content("styles.css", styles.into_bytes());
    for name in [LATER, WORKER, BOOT] {
        if name == LATER && !templates.contains_key(name) {
            continue;
        }
        let text = bundle.filled(&templates, name)?;
        bundle.add_by_content(name, text.into_bytes());
    }
    let index = bundle.filled(&templates, INDEX)?;
    bundle.files.insert(INDEX.to_owned(), index.into_bytes());
    if templates.contains_key(SERVICE_WORKER) {
        let list = bundle.list()?;
        let version = bundle.version();
        bundle.addresses.insert("files".to_owned(), list);
        bundle.addresses.insert("version".to_owned(), version);
        let text = bundle.filled(&templates, SERVICE_WORKER)?;
        bundle
            .files
            .insert(SERVICE_WORKER.to_owned(), text.into_bytes());
    }
    Ok(bundle.files)
}

struct Bundle {
    files: BTreeMap<String, Vec<u8>>,
    /// What `{{name}}` stands for.
    addresses: BTreeMap<String, String>,
}

impl Bundle {
    /// Adds `stem-<hash>.extension` and gives back its address on the site.
    fn add_by_content(&mut self, name: &str, bytes: Vec<u8>) -> String {
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
        let file = format!("{stem}-{}.{extension}", short_hash(blake3::hash(&bytes)));
        let address = format!("/{file}");
        self.addresses.insert(name.to_owned(), address.clone());
        self.files.insert(file, bytes);
        address
    }

    fn filled(&self, templates: &BTreeMap<&str, String>, name: &str) -> Result<String> {
        let text = templates
            .get(name)
            .with_context(|| format!("{name} is missing"))?;
        template::fill(text, &self.addresses).with_context(|| format!("in {name}"))
    }

    /// Addresses of all files so far as a JSON array; the page itself goes by `/`.
    fn list(&self) -> Result<String> {
        let address = |name: &String| {
            if name == INDEX {
                "/".to_owned()
            } else {
                format!("/{name}")
            }
        };
        let list: Vec<String> = self.files.keys().map(address).collect();
        Ok(serde_json::to_string_pretty(&list)?)
    }

    fn version(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        for (name, bytes) in &self.files {
            hasher.update(blake3::hash(name.as_bytes()).as_bytes());
            hasher.update(blake3::hash(bytes).as_bytes());
        }
        short_hash(hasher.finalize())
    }
}

fn short_hash(hash: blake3::Hash) -> String {
    hash.to_hex().chars().take(16).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glue(module: &[u8]) -> Glue {
        let path = "./snippets/lib-1/inline0.js".to_owned();
        Glue {
            script: format!("import {{ f }} from '{path}';\nimports['{path}'] = f;"),
            module: module.to_vec(),
            later: None,
            snippets: BTreeMap::from([(path, "export const f = 1;".to_owned())]),
        }
    }

    fn assets() -> BTreeMap<String, Vec<u8>> {
        [
            (BOOT, "{{app.js}} {{worker.js}}"),
            (WORKER, "{{app.js}} {{app_bg.wasm}}"),
            (INDEX, "{{boot.js}} {{styles.css}}"),
            (SERVICE_WORKER, "{{version}} {{files}}"),
            ("icons/mark.svg", "<svg/>"),
        ]
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .into()
    }

    fn build(module: &[u8]) -> BTreeMap<String, Vec<u8>> {
        bundle(glue(module), "body {}".to_owned(), assets()).unwrap()
    }

    fn text<'a>(files: &'a BTreeMap<String, Vec<u8>>, start: &str) -> &'a str {
        let found = files
            .iter()
            .find(|(name, _)| name.starts_with(start))
            .unwrap();
        str::from_utf8(found.1).unwrap()
    }

    #[test]
    fn the_service_worker_lists_every_file_but_itself() {
        let files = build(b"module");
        let service_worker = text(&files, SERVICE_WORKER);
        for name in files
            .keys()
            .filter(|name| *name != SERVICE_WORKER && *name != INDEX)
        {
            assert!(service_worker.contains(&format!("\"/{name}\"")), "{name}");
        }
        assert!(service_worker.contains("\"/\""));
        assert!(!service_worker.contains("sw.js"));
    }

    #[test]
    fn imports_follow_a_renamed_snippet_and_the_module_keeps_its_import_name() {
        let files = build(b"module");
        let script = text(&files, "app-");
        assert!(script.contains("from '/snippet0-"));
        assert!(script.contains("imports['./snippets/lib-1/inline0.js']"));
    }

    #[test]
    fn a_changed_module_changes_its_name_and_the_version() {
        let (one, two) = (build(b"one"), build(b"two"));
        let module = |files: &BTreeMap<String, Vec<u8>>| {
            files
                .keys()
                .find(|name| name.starts_with("app_bg-"))
                .unwrap()
                .clone()
        };
        assert_ne!(module(&one), module(&two));
        assert_ne!(text(&one, SERVICE_WORKER), text(&two, SERVICE_WORKER));
    }

    #[test]
    fn equal_parts_make_equal_files() {
        assert_eq!(build(b"module"), build(b"module"));
    }
}
