//! Texts among the module's data: those of later screens come with the later part.
//!
//! Memory is all zeros where they will stand; the later part puts them there when it arrives.

use anyhow::{Context, Result, ensure};
use wasm_encoder::{ConstExpr, DataSection};

/// Bytes that a module puts into its memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    pub memory: u32,
    pub address: u32,
    pub bytes: &'a [u8],
}

impl Piece<'_> {
    pub fn write(&self, data: &mut DataSection) {
        let address = ConstExpr::i32_const(self.address.cast_signed());
        data.active(self.memory, &address, self.bytes.iter().copied());
    }

    /// The bytes of the range, where they stand.
    fn part(&self, from: usize, to: usize) -> Result<Self> {
        Ok(Self {
            memory: self.memory,
            address: self.address + u32::try_from(from)?,
            bytes: self.bytes.get(from..to).unwrap_or_default(),
        })
    }
}

/// Divides the data into what stays, and the texts.
///
/// Fails if a text does not stand in the data just once.
pub fn divide<'a>(
    data: &[Piece<'a>],
    texts: &[Vec<u8>],
) -> Result<(Vec<Piece<'a>>, Vec<Piece<'a>>)> {
    let mut kept = data.to_vec();
    let mut later = Vec::new();
    for text in texts {
        let found = |kept: &[Piece<'a>]| {
            kept.iter().enumerate().find_map(|(number, piece)| {
                let start = piece.bytes.windows(text.len()).position(|at| at == text)?;
                Some((number, start))
            })
        };
        ensure!(!text.is_empty(), "a text to come later is empty");
        let (number, start) = found(&kept).context("a text to come later is not in the module")?;
        let (piece, end) = (kept.remove(number), start + text.len());
        later.push(piece.part(start, end)?);
        kept.push(piece.part(0, start)?);
        kept.push(piece.part(end, piece.bytes.len())?);
        ensure!(
            found(&kept).is_none(),
            "a text to come later stands in the module twice"
        );
    }
    kept.retain(|piece| !piece.bytes.is_empty());
    kept.sort_by_key(|piece| (piece.memory, piece.address));
    Ok((kept, later))
}
