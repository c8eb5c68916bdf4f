//! Makes the folder of files that the relay serves to browsers.
//!
//! In: the wasm module as cargo linked it, `assets/web` and the style sheets. Out: file names that change
//! with their content, the service worker's list of every file, and a compressed copy beside each file.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use clap::Parser;

mod arrange;
mod bindgen;
mod bundle;
mod comments;
mod compress;
mod folder;
mod later;
mod template;
mod turn;

/// What Chromium compiles at once for a page that cannot wait (`handrailLoadLater` in `assets/web/later.js`).
const MOST_LATER_BYTES: usize = 8 * 1024 * 1024;

/// Make the web app's folder from a compiled wasm module.
#[derive(Parser)]
struct Arguments {
    /// The module that cargo built.
    #[arg(long)]
    wasm: PathBuf,
    /// Folder with index.html, boot.js, worker.js, sw.js and files that are copied as they are.
    #[arg(long)]
    assets: PathBuf,
    /// A file that names the style sheets beside it, one per line, in order.
    #[arg(long)]
    styles: Option<PathBuf>,
    /// Folder to write; what was in it is replaced.
    #[arg(long)]
    out: PathBuf,
    /// A file that lists what the first screens do without; it becomes a module of its own.
    #[arg(long)]
    later: Option<PathBuf>,
    /// A folder of texts in the module that come with it.
    #[arg(long, requires = "later")]
    later_texts: Option<PathBuf>,
    /// Compress quickly instead of well, keep one module, and leave the functions as wasm-bindgen orders them.
    #[arg(long)]
    quick: bool,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let mut glue = bindgen::generate(&arguments.wasm, !arguments.quick)?;
    if !arguments.quick {
        let mut arranged = arrange::arrange(&glue.module)?;
        if let Some(path) = &arguments.later {
            let text = fs::read_to_string(path)
                .with_context(|| format!("{} cannot be read", path.display()))?;
            let list = later::List::parse(&text);
            let texts = arguments.later_texts.as_deref().map(folder::read);
            let texts: Vec<_> = texts.transpose()?.into_iter().flatten().collect();
            let mut texts: Vec<Vec<u8>> = texts.into_iter().map(|(_, text)| text).collect();
            texts.push(later::products());
            let parts = later::divide(&arranged, &list, &texts, later::Least::SHIPPED)?;
            beside(&arguments.out, "later.symbols", &parts.later.symbols())?;
            ensure!(
                parts.later.module.len() <= MOST_LATER_BYTES,
                "the later part has {} bytes, and a page that asks for it at once can take {MOST_LATER_BYTES}",
                parts.later.module.len()
            );
            glue.later = Some(parts.later.module);
            arranged = parts.first;
        }
        beside(&arguments.out, "symbols", &arranged.symbols())?;
        glue.module = arranged.module;
    }
    let styles = arguments
        .styles
        .as_deref()
        .map(folder::joined_styles)
        .transpose()?
        .unwrap_or_default();
    let assets = folder::read(&arguments.assets)?;
    let files = bundle::bundle(glue, styles, assets)?;
    let effort = if arguments.quick {
        compress::Effort::Quick
    } else {
        compress::Effort::Best
    };
    let sizes = compress::write(&files, &arguments.out, effort)?;
    eprintln!("{sizes}");
    Ok(())
}

/// Writes a file beside the folder, not in it: for those who build, never served.
fn beside(folder: &Path, extension: &str, text: &str) -> Result<()> {
    let path = folder.with_extension(extension);
    path.parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| fs::write(&path, text))
        .with_context(|| format!("{} cannot be written", path.display()))
}
