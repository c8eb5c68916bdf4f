//! What rustc is told for the bundle that people get, beyond cargo's profile.

use std::env;
use std::fs;
use std::path::PathBuf;

use crate::wasm::CompactCompiler;

/// SHA-2 as a loop rather than unrolled; only short texts are hashed with it.
const COMPACT_HASH: &str = "--cfg=sha2_backend_soft=\"compact\"";

/// Flags for rustc, added to those of the environment.
///
/// The places of the libraries' sources are shortened: a panic names `zlib-rs-0.6.8/src/..` wherever the
/// bundle was built, the builder's folders stay out of what is shipped, and the module is smaller.
pub fn shipped(compiler: Option<&CompactCompiler>) -> String {
    let given = env::var("RUSTFLAGS").unwrap_or_default();
    let mut flags: Vec<String> = given.split_whitespace().map(str::to_owned).collect();
    flags.push(COMPACT_HASH.to_owned());
    flags.extend(compiler.map(|compiler| compiler.flags.to_owned()));
    for folder in registries() {
        flags.push(format!("--remap-path-prefix={}/=", folder.display()));
    }
    flags.join(" ")
}

/// Where cargo unpacks libraries, a folder for each registry.
fn registries() -> Vec<PathBuf> {
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let Some(Ok(entries)) = home.map(|home| fs::read_dir(home.join("registry/src"))) else {
        return Vec::new();
    };
    let mut folders: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    folders.sort();
    folders
}
