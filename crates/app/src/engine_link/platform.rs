//! The link of the running program.

use super::{Device, EngineLink, Passkeys, Watch};

impl EngineLink {
    /// Starts the engine beside the screens.
    pub fn start() -> Self {
        let handle = handrail_platform::start(start_options());
        let (asking, listening, taking) = (handle.clone(), handle.clone(), handle);
        Self::new(
            // Asked at once: the page draws while the engine works.
            move |request| Box::pin(asking.request(request)),
            move || listening.subscribe(),
            move || taking.take_over(),
            device(),
        )
    }
}

/// What the engine is told at its start.
pub fn start_options() -> handrail_platform::StartOptions {
    handrail_platform::StartOptions {
        app_version: env!("CARGO_PKG_VERSION").to_owned(),
        default_device_name: default_device_name(),
        data_directory: None,
    }
}

fn default_device_name() -> String {
    crate::words::Words::of(handrail_platform::preferred_language()).say("device-default-name")
}

fn device() -> Device {
    Device {
        now: || handrail_platform::now().at,
        offset_at: handrail_platform::offset_minutes_at,
        sleep: |milliseconds| Box::pin(handrail_platform::sleep(milliseconds)),
        copy: |text| Box::pin(async move { handrail_platform::copy_to_clipboard(&text).await }),
        language: handrail_platform::preferred_language,
        is_phone: handrail_platform::is_phone,
        set_page: handrail_platform::set_page,
        origin: handrail_platform::current_origin,
        on_later_ready: |callback| handrail_platform::on_later_ready(callback),
        on_update_ready: |callback| handrail_platform::on_update_ready(callback),
        apply_update: handrail_platform::apply_update,
        is_installed: handrail_platform::is_installed,
        on_install_ready: |callback| handrail_platform::on_install_ready(callback),
        ask_install: handrail_platform::ask_install,
        #[cfg(not(feature = "desktop"))]
        print: handrail_platform::page_printer(),
        #[cfg(feature = "desktop")]
        print: Some(crate::desktop::print),
        read_aloud: handrail_platform::voice(),
        #[cfg(not(all(feature = "desktop", target_os = "linux")))]
        pick_file: None,
        #[cfg(all(feature = "desktop", target_os = "linux"))]
        pick_file: Some(crate::desktop::pick_file),
        #[cfg(not(all(feature = "desktop", target_os = "linux")))]
        save_file: None,
        #[cfg(all(feature = "desktop", target_os = "linux"))]
        save_file: Some(crate::desktop::save_file),
        wants_stillness: handrail_platform::wants_stillness,
        keep_screen_on: handrail_platform::keep_screen_on,
        camera: handrail_platform::MAY_HAVE_CAMERA
            .then_some(handrail_platform::watch_camera as Watch),
        passkeys: handrail_platform::passkeys().map(|passkeys| Passkeys {
            may: passkeys.may,
            make: passkeys.make,
            ask: passkeys.ask,
            forget: passkeys.forget,
        }),
    }
}
