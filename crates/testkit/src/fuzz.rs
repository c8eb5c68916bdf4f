//! Bytes that mean harm, for everything that reads bytes from outside.
//!
//! Each [`Target`] begins with good inputs and a kept corpus, alters them, and
//! remembers those whose outcome was new: which error, how far it came. That is
//! less than what a compiler's coverage tells a fuzzer, and runs anywhere, with no
//! other toolchain. What once broke a target is kept in the corpus for good.

mod targets;

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use rand_core::Rng;

use crate::random::{below, index, pick, seeded};

pub use targets::TARGETS;

/// Something that reads bytes.
pub struct Target {
    /// Its name on the command line, and the folder of its corpus.
    pub name: &'static str,
    /// How many inputs `cargo xtask test` tries.
    pub tries: u64,
    /// Good inputs to begin with.
    pub begin: fn() -> Vec<Vec<u8>>,
    /// Reads an input, panics when a promise is broken, and says what became of it.
    pub read: fn(&[u8]) -> String,
}

/// An input that breaks a target.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the target {target} breaks on {} bytes: {input:02x?}", input.len())]
pub struct Crash {
    /// Name of the target.
    pub target: &'static str,
    /// The input.
    pub input: Vec<u8>,
}

/// Largest input.
const MOST_BYTES: usize = 16 * 1024;
/// Inputs remembered in one run.
const MOST_REMEMBERED: usize = 4_000;
/// Numbers at which something often changes.
const EDGES: [u64; 14] = [
    0,
    1,
    0x17,
    0x18,
    0x7f,
    0x80,
    0xff,
    0x100,
    0x7fff,
    0xffff,
    0x7fff_ffff,
    0xffff_ffff,
    0x7fff_ffff_ffff_ffff,
    u64::MAX,
];

/// Where the corpus of a target is kept.
pub fn corpus_folder(target: &Target) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("corpus")
        .join(target.name)
}

/// A run over one target.
pub struct Run<'a> {
    target: &'a Target,
    rng: rand_chacha::ChaCha20Rng,
    inputs: Vec<Vec<u8>>,
    outcomes: BTreeSet<String>,
}

impl<'a> Run<'a> {
    /// Tries what there is: good inputs and the kept corpus.
    pub fn begin(target: &'a Target, seed: u64) -> Result<Self, Crash> {
        let mut run = Self {
            target,
            rng: seeded(seed),
            inputs: Vec::new(),
            outcomes: BTreeSet::new(),
        };
        let kept = std::fs::read_dir(corpus_folder(target))
            .into_iter()
            .flatten();
        let mut files: Vec<PathBuf> = kept.filter_map(|file| Some(file.ok()?.path())).collect();
        files.sort();
        let kept = files.iter().filter_map(|file| std::fs::read(file).ok());
        for input in (target.begin)().into_iter().chain(kept) {
            let outcome = run.read(&input)?;
            run.outcomes.insert(outcome);
            run.inputs.push(input);
        }
        Ok(run)
    }

    /// Tries one more input; answers it when its outcome is new.
    pub fn step(&mut self) -> Result<Option<&[u8]>, Crash> {
        let mut input = pick(&mut self.rng, &self.inputs)
            .cloned()
            .unwrap_or_default();
        for _ in 0..=below(&mut self.rng, 4) {
            let other = pick(&mut self.rng, &self.inputs).cloned();
            alter(&mut input, &other.unwrap_or_default(), &mut self.rng);
        }
        input.truncate(MOST_BYTES);
        let outcome = self.read(&input)?;
        let is_new = self.inputs.len() < MOST_REMEMBERED && self.outcomes.insert(outcome);
        if !is_new {
            return Ok(None);
        }
        self.inputs.push(input);
        Ok(self.inputs.last().map(Vec::as_slice))
    }

    /// Different outcomes seen so far.
    pub fn outcomes(&self) -> usize {
        self.outcomes.len()
    }

    fn read(&self, input: &[u8]) -> Result<String, Crash> {
        let read = self.target.read;
        catch_unwind(AssertUnwindSafe(|| read(input))).map_err(|_| Crash {
            target: self.target.name,
            input: input.to_vec(),
        })
    }
}

/// Alters an input in one way.
fn alter(input: &mut Vec<u8>, other: &[u8], rng: &mut impl Rng) {
    let at = index(rng, input.len());
    match below(rng, 9) {
        0 => {
            if let Some(byte) = input.get_mut(at) {
                *byte ^= 1 << below(rng, 8);
            }
        }
        1 => {
            if let Some(byte) = input.get_mut(at) {
                *byte = u8::try_from(below(rng, 256)).unwrap_or(0);
            }
        }
        2 => input.truncate(at),
        3 => {
            let end = (at + 1 + index(rng, 16)).min(input.len());
            input.drain(at..end);
        }
        4 => {
            // A part of itself once more.
            let end = (at + 1 + index(rng, 64)).min(input.len());
            let part = input.get(at..end).unwrap_or_default().to_vec();
            input.splice(at..at, part);
        }
        5 => {
            // A part of another.
            let from = index(rng, other.len());
            let end = (from + 1 + index(rng, 64)).min(other.len());
            let part = other.get(from..end).unwrap_or_default().to_vec();
            input.splice(at..at, part);
        }
        6 => {
            // Its beginning and the end of another.
            input.truncate(at);
            input.extend_from_slice(other.get(index(rng, other.len())..).unwrap_or_default());
        }
        7 => {
            // A number on the edge, in one of the widths.
            let number = pick(rng, &EDGES).copied().unwrap_or(0).to_be_bytes();
            let width = 1 << below(rng, 4);
            let part = number.get(8 - width..).unwrap_or_default();
            for (slot, byte) in input.iter_mut().skip(at).zip(part) {
                *slot = *byte;
            }
        }
        _ => {
            let length = 1 + index(rng, 8);
            let mut random = vec![0; length];
            rng.fill_bytes(&mut random);
            input.splice(at..at, random);
        }
    }
}
