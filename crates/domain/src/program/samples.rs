//! The packs that ship with the app: samples to begin with, each to be changed by the agency.

use super::{ProgramError, ProgramPack};

/// The pack of what is owed to everybody, whatever program they are in.
pub const EVERYONE: &str = include_str!("../../../../assets/programs/everyone.json");

/// A pack that ships, by its text.
pub type Sample = &'static str;

const SAMPLES: [Sample; 5] = [
    include_str!("../../../../assets/programs/ed-overdose.json"),
    include_str!("../../../../assets/programs/pregnancy.json"),
    include_str!("../../../../assets/programs/re-entry.json"),
    include_str!("../../../../assets/programs/family.json"),
    include_str!("../../../../assets/programs/overdose-response.json"),
];

/// The five sample programs.
///
/// # Errors
/// [`ProgramError`] only when this build is damaged; a test reads them all.
pub fn sample_packs() -> Result<Vec<ProgramPack>, ProgramError> {
    SAMPLES.into_iter().map(ProgramPack::parse).collect()
}
