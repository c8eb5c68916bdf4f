//! Building blocks of the screens: semantic HTML first, props in, callbacks
//! out, one stylesheet each in `assets/theme/`.

mod avatar;
mod button;
mod chips;
mod dialog;
mod field;
mod file_field;
mod file_link;
mod fold;
mod form_dialog;
mod go;
mod icon;
mod language_switch;
mod link_row;
mod list;
mod notice;
mod page;
mod progress;
mod qr_code;
mod stepper;
mod sync_pill;
mod viewfinder;

pub use avatar::Avatar;
pub use button::{Button, ButtonLook, LinkButton};
pub use chips::{ChipCheck, ChipRadio, Chips};
pub use dialog::{Asked, Dialog, FocusMemory, use_asked};
pub use field::{Check, FieldKind, SearchField, SelectField, TextArea, TextField};
pub use file_field::{FileField, use_file_dialog};
pub use file_link::{FileLink, bytes_address, file_address};
pub use fold::Fold;
pub use form_dialog::{FormDialog, FormEnd};
pub use go::Go;
pub use icon::{Icon, IconName, Logo};
pub use language_switch::LanguageSwitch;
pub use link_row::LinkRow;
pub use list::{Empty, Mark, MarkTone, RowFocus, use_row_focus};
pub use notice::{Notice, NoticeTone};
pub use page::{Absent, Back, Page, Section};
pub use progress::{Meter, Moving, Progress, Skeleton};
pub use qr_code::QrCode;
pub use stepper::Stepper;
pub use sync_pill::SyncPill;
pub use viewfinder::{Camera, Viewfinder, use_camera, use_screen_on};

/// A code of the domain as a test id can have it.
pub fn plain(code: &str) -> String {
    code.replace('_', "-")
}
