//! Picking and saving a file with the dialog of the window's own toolkit.
//!
//! Left to itself, Dioxus asks the desktop's portal or zenity for a dialog, and
//! where neither is installed a press does nothing.

use dioxus::desktop::tao::platform::unix::WindowExtUnix as _;
use gtk::{FileChooserAction, FileChooserNative, FileFilter, ResponseType, prelude::*};

use crate::engine_link::{Local, PickedFile};

/// A name and the files it stands for, by the ending that asks for them.
const FILTERS: [(&str, &str, &[&str]); 3] = [
    ("csv", "CSV", &["*.csv", "*.CSV", "*.txt", "*.TXT"]),
    ("json", "JSON", &["*.json", "*.JSON"]),
    ("handrail", "Handrail", &["*.handrail"]),
];
const EVERYTHING: (&str, &str, &[&str]) = ("", "*.*", &["*"]);

/// Opens the dialog, with the files of this ending in it; answers when it is closed.
pub(crate) fn pick(title: String, ending: &'static str) -> Local<PickedFile> {
    let window = dioxus::desktop::window();
    Box::pin(async move {
        let dialog = FileChooserNative::new(
            Some(&title),
            Some(window.gtk_window()),
            FileChooserAction::Open,
            None,
            None,
        );
        let asked = FILTERS.into_iter().filter(|(of, ..)| *of == ending);
        for (_, name, patterns) in asked.chain([EVERYTHING]) {
            let filter = FileFilter::new();
            filter.set_name(Some(name));
            for pattern in patterns {
                filter.add_pattern(pattern);
            }
            dialog.add_filter(filter);
        }
        let response = dialog.run_future().await;
        match dialog.filename() {
            Some(path) if response == ResponseType::Accept => {
                let name = path.file_name().unwrap_or_default();
                match std::fs::read(&path) {
                    Ok(bytes) => PickedFile::Read(name.to_string_lossy().into_owned(), bytes),
                    Err(_) => PickedFile::Unreadable,
                }
            }
            _ => PickedFile::None,
        }
    })
}

/// Opens the dialog to save a file; answers, when it is closed, whether the file is there.
pub(crate) fn save(name: String, content: Vec<u8>) -> Local<bool> {
    let window = dioxus::desktop::window();
    Box::pin(async move {
        let dialog = FileChooserNative::new(
            Some(&name),
            Some(window.gtk_window()),
            FileChooserAction::Save,
            None,
            None,
        );
        dialog.set_current_name(&name);
        dialog.set_do_overwrite_confirmation(true);
        let response = dialog.run_future().await;
        match dialog.filename() {
            Some(path) if response == ResponseType::Accept => {
                std::fs::write(&path, content).is_ok()
            }
            _ => false,
        }
    })
}
