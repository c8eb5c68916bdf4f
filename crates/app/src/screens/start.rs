//! Screens before anything is open.

mod blocked;
mod found;
mod gate;
mod gated;
mod help;
mod join;
mod lock;
mod profiles;
mod recovery_kit;
mod removed;
mod restore;
mod starting;
mod unfinished;
mod welcome;

pub use blocked::{Blocked, BlockedContent, Elsewhere, ElsewhereContent};
pub use found::{Found, FoundContent, FoundForm};
pub use gate::{GatePage, SideDoor};
pub use gated::{Gated, GatedContent};
pub use help::{Help, HelpContent};
pub use join::{Join, JoinContent, JoinForm, JoinStep};
pub use lock::{Lock, LockContent};
pub use profiles::LockProfiles;
pub use recovery_kit::{KitAsk, KitWords, RecoveryKit};
pub use removed::{Removed, RemovedContent};
pub use restore::{Restore, RestoreContent, RestoreForm};
pub use starting::Starting;
pub use unfinished::{Unfinished, UnfinishedContent};
pub use welcome::{Start, WelcomeContent};
