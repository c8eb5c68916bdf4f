//! Where things are in this checkout.

use std::env;
use std::path::{Path, PathBuf};

/// The folder that holds the workspace's `Cargo.toml`.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

/// Cargo's output folder, respecting `CARGO_TARGET_DIR`.
pub fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// Programs and files that setup fetched or built for this checkout only.
pub fn tools() -> PathBuf {
    target().join("tools")
}

/// The finished web app, as the relay serves it.
pub fn web_dist() -> PathBuf {
    root().join("dist").join("web")
}
