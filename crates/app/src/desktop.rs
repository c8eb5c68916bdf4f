//! The window of the desktop program.

use std::time::Duration;

use dioxus::desktop::{
    Config, LogicalSize, WindowBuilder, icon_from_memory,
    tao::{event::Event, window::Icon},
};

#[cfg(target_os = "linux")]
mod file;

#[cfg(target_os = "linux")]
pub(crate) use file::{pick as pick_file, save as save_file};

const INDEX: &str = include_str!("../../../assets/desktop/index.html");
const ICON: &[u8] = include_bytes!("../../../assets/web/icons/handrail-192.png");
/// What was ordered before the window closed is finished within this time.
const LAST_ORDERS: Duration = Duration::from_secs(10);

/// Says why no window can be opened here; nothing where one can.
pub(crate) fn obstacle() -> Option<&'static str> {
    const NO_SCREEN: &str = "Handrail needs a screen, and there is none here: neither DISPLAY nor \
        WAYLAND_DISPLAY is set. Start it from a desktop session.";
    (!handrail_platform::has_screen()).then_some(NO_SCREEN)
}

/// Prints the page, with a dialog.
pub(crate) fn print() {
    // What the page says to this is nothing.
    let _ = dioxus::document::eval("window.print()");
}

/// Size, title, icon and page.
pub(crate) fn window() -> Config {
    let mut window = WindowBuilder::new()
        .with_title("Handrail")
        .with_inner_size(LogicalSize::new(1280.0, 800.0))
        .with_min_inner_size(LogicalSize::new(320.0, 480.0));
    if let Ok(icon) = icon_from_memory::<Icon>(ICON) {
        window = window.with_window_icon(Some(icon));
    }
    let config = Config::new()
        .with_window(window)
        .with_menu(None)
        .with_custom_index(INDEX.to_owned())
        .with_custom_head(format!("<style>{}</style>", crate::theme::stylesheet()))
        .with_custom_event_handler(|event, _| {
            if matches!(event, Event::LoopDestroyed) {
                // The program ends right after this: what was ordered is done first.
                handrail_platform::wait_for_engines(LAST_ORDERS);
            }
        });
    match handrail_platform::window_directory() {
        Some(directory) => config.with_data_directory(directory),
        None => config,
    }
}
