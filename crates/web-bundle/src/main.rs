//! Makes the folder of files that the relay serves to browsers.
//!
//! In: the wasm module as cargo linked it, `assets/web` and the style sheets. Out: file names that change
//! with their content, the service worker's list of every file, and a compressed copy beside each file.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Parser;

mod arrange;
mod bindgen;
mod bundle;
mod compress;
mod folder;
mod template;
mod turn;

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
    /// Compress quickly instead of well, and leave the functions as wasm-bindgen orders them.
    #[arg(long)]
    quick: bool,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let mut glue = bindgen::generate(&arguments.wasm, !arguments.quick)?;
    if !arguments.quick {
        let (module, symbols) = arrange::arrange(&glue.module)?;
        glue.module = module;
        // Beside the folder, not in it: for those who build, never served.
        let beside = arguments.out.with_extension("symbols");
        beside
            .parent()
            .map_or(Ok(()), std::fs::create_dir_all)
            .and_then(|()| std::fs::write(&beside, symbols))
            .with_context(|| format!("{} cannot be written", beside.display()))?;
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
