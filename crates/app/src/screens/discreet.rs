//! For eyes that should not see: the cover over everything, and the device that shows one person
//! or nobody while it is in other hands (ux.md, Discreet).

mod cover;
mod inspected;
mod limit;

pub use cover::{Cover, HideButton, use_hide};
pub use inspected::{Inspected, InspectedContent};
pub use limit::{LimitContent, LimitDevice, LimitToPerson};
