//! Writing the bundle, each file also as `.br` and `.gz` where that is smaller.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use brotli::CompressorWriter;
use brotli::enc::BrotliEncoderParams;
use brotli::enc::backward_references::BrotliEncoderMode;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::turn::Turn;

/// How long compression may take.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    Quick,
    Best,
}

/// Bytes of all files together.
#[derive(Default)]
pub struct Sizes {
    pub files: usize,
    pub raw: usize,
    pub gzip: usize,
    pub brotli: usize,
}

impl fmt::Display for Sizes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            files,
            raw,
            gzip,
            brotli,
        } = self;
        write!(
            formatter,
            "web bundle: {files} files, {raw} bytes, {gzip} gzip, {brotli} brotli"
        )
    }
}

/// Replaces the folder by these files. An interrupted run leaves the old folder or none; of two at once,
/// one waits for the other.
pub fn write(files: &BTreeMap<String, Vec<u8>>, out: &Path, effort: Effort) -> Result<Sizes> {
    let _turn = Turn::of(out)?;
    let fresh = out.with_extension("new");
    remove(&fresh)?;
    let mut sizes = Sizes::default();
    for (name, bytes) in files {
        let path = fresh.join(name);
        fs::create_dir_all(path.parent().unwrap_or(&fresh))?;
        fs::write(&path, bytes).with_context(|| format!("{} cannot be written", path.display()))?;
        sizes.files += 1;
        sizes.raw += bytes.len();
        sizes.gzip += beside(&path, "gz", bytes, &gzip(bytes, effort)?)?;
        sizes.brotli += beside(&path, "br", bytes, &brotli(bytes, effort)?)?;
    }
    remove(out)?;
    fs::rename(&fresh, out).with_context(|| format!("{} cannot be written", out.display()))?;
    Ok(sizes)
}

/// Writes the compressed copy if it pays, and gives back how many bytes are sent then.
fn beside(path: &Path, extension: &str, raw: &[u8], compressed: &[u8]) -> Result<usize> {
    if compressed.len() >= raw.len() {
        return Ok(raw.len());
    }
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    fs::write(name, compressed)?;
    Ok(compressed.len())
}

fn gzip(bytes: &[u8], effort: Effort) -> Result<Vec<u8>> {
    let level = match effort {
        Effort::Quick => Compression::fast(),
        Effort::Best => Compression::best(),
    };
    let mut encoder = GzEncoder::new(Vec::new(), level);
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

fn brotli(bytes: &[u8], effort: Effort) -> Result<Vec<u8>> {
    let settings = BrotliEncoderParams {
        quality: match effort {
            Effort::Quick => 3,
            Effort::Best => 11,
        },
        lgwin: 24,
        // For tables of numbers rather than prose: a wasm module gets smaller, a style sheet not larger.
        mode: BrotliEncoderMode::BROTLI_MODE_FONT,
        lgblock: 16,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    CompressorWriter::with_params(&mut compressed, 64 * 1024, &settings).write_all(bytes)?;
    Ok(compressed)
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("{} cannot be removed", folder.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_builds_at_once_leave_one_whole_folder() {
        let place = tempfile::tempdir().unwrap();
        let out = place.path().join("web");
        let files = |word: &str| -> BTreeMap<String, Vec<u8>> {
            (0..40)
                .map(|number| (format!("{number}.js"), word.repeat(600).into_bytes()))
                .collect()
        };
        std::thread::scope(|scope| {
            for word in ["one", "two"] {
                let (files, out) = (files(word), &out);
                scope.spawn(move || write(&files, out, Effort::Quick).unwrap());
            }
        });
        let written = crate::folder::read(&out).unwrap();
        let first = &written["0.js"];
        assert_eq!(
            written
                .keys()
                .filter(|name| name.rsplit('.').next() == Some("js"))
                .count(),
            40
        );
        for (name, bytes) in written
            .iter()
            .filter(|(name, _)| name.rsplit('.').next() == Some("js"))
        {
            assert_eq!(bytes, first, "{name}");
        }
    }

    #[test]
    fn compressed_copies_open_to_the_same_bytes() {
        let bytes = b"a handrail along the stairs ".repeat(400);
        for effort in [Effort::Quick, Effort::Best] {
            let mut unzipped = Vec::new();
            let zipped = gzip(&bytes, effort).unwrap();
            std::io::copy(
                &mut flate2::read::GzDecoder::new(&zipped[..]),
                &mut unzipped,
            )
            .unwrap();
            assert_eq!(unzipped, bytes);
            let mut opened = Vec::new();
            let packed = brotli(&bytes, effort).unwrap();
            std::io::copy(
                &mut brotli::Decompressor::new(&packed[..], 4096),
                &mut opened,
            )
            .unwrap();
            assert_eq!(opened, bytes);
        }
    }
}
