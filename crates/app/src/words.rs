//! Every word on the screens: translation files, dates, times and labels.

pub mod appointments;
mod catalog;
pub mod coaching;
pub mod consents;
pub mod dates;
pub mod errors;
pub mod fields;
pub mod half_year;
pub mod labels;
pub mod obligations;
pub mod on_call;
pub mod owed;
pub mod parcels;
pub mod plans;
pub mod sync_words;
pub mod workforce;

pub use catalog::{Place, Words, language_tag, later_words_are_here};

use dioxus::prelude::*;

/// The words of the language now chosen; re-renders when it changes.
pub fn use_words() -> Words {
    use_context::<Signal<Words>>()()
}
