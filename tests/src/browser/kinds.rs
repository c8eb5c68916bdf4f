//! How each browser is started.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::{
    Capabilities, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver,
};

use super::desktop;
use crate::program::Program;

/// Which browser, or the program with a window of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Chromium, headless.
    Chromium,
    /// Firefox, headless.
    Firefox,
    /// The desktop program: it opens no addresses and has no other page.
    Desktop,
}

/// How large the page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// 390 × 844, touched with fingers where the browser can do that.
    Phone,
    /// 1280 × 800.
    Desk,
    /// 320 × 640, touched with fingers: as narrow as a page may get.
    Narrow,
    /// As [`Screen::Phone`], with text twice as large by the browser's own setting.
    LargeText,
}

impl Screen {
    /// Width and height in CSS pixels.
    pub fn size(self) -> (u32, u32) {
        match self {
            Self::Phone | Self::LargeText => (390, 844),
            Self::Narrow => (320, 640),
            Self::Desk => (1280, 800),
        }
    }
}

impl Kind {
    /// Starts a driver and, by it, the browser on that profile folder.
    pub(super) async fn start(
        self,
        screen: Screen,
        profile: &Path,
        camera: Option<&Path>,
    ) -> Result<(WebDriver, Program)> {
        let (service, wanted) = match self {
            Self::Chromium => {
                let before_port = "successfully on port ";
                let service =
                    Program::start("HANDRAIL_CHROMEDRIVER", &["--port=0"], before_port, None)?;
                (service, chromium(screen, profile, camera)?)
            }
            Self::Firefox => {
                let arguments = ["--port", "0", "--websocket-port", "0"];
                let before_port = "Listening on 127.0.0.1:";
                let service =
                    Program::start("HANDRAIL_GECKODRIVER", &arguments, before_port, None)?;
                (service, firefox(profile)?)
            }
            Self::Desktop => desktop::prepare(screen, profile).await?,
        };
        // The drivers are asked without TLS; the client wants a provider all the same.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let driver = WebDriver::new(format!("http://127.0.0.1:{}", service.port), wanted)
            .await
            .with_context(|| format!("{self:?} did not start"))?;
        if self == Self::Firefox {
            let (width, height) = screen.size();
            driver.set_window_rect(0, 0, width, height).await?;
        }
        Ok((driver, service))
    }
}

fn chromium(screen: Screen, profile: &Path, camera: Option<&Path>) -> Result<Capabilities> {
    let (width, height) = screen.size();
    let mut wanted = DesiredCapabilities::chrome();
    wanted.set_browser_log_level(LoggingPrefsLogLevel::Warning)?;
    wanted.add_arg("--headless=new")?;
    wanted.add_arg("--no-sandbox")?;
    wanted.add_arg("--disable-dev-shm-usage")?;
    wanted.add_arg("--lang=en-US")?;
    wanted.add_arg(&format!("--window-size={width},{height}"))?;
    wanted.add_arg(&format!("--user-data-dir={}", profile.display()))?;
    if let Some(film) = camera {
        wanted.add_arg("--use-fake-ui-for-media-stream")?;
        wanted.add_arg("--use-fake-device-for-media-stream")?;
        let film = film.display();
        wanted.add_arg(&format!("--use-file-for-fake-video-capture={film}"))?;
    }
    let device = json!({
        "width": width,
        "height": height,
        "pixelRatio": 1.0,
        "touch": screen != Screen::Desk,
        "mobile": screen != Screen::Desk,
    });
    wanted.add_experimental_option("mobileEmulation", json!({ "deviceMetrics": device }))?;
    if screen == Screen::LargeText {
        let preferences = json!({ "webkit.webprefs.default_font_size": 32 });
        wanted.add_experimental_option("prefs", preferences)?;
    }
    Ok(wanted.into())
}

fn firefox(profile: &Path) -> Result<Capabilities> {
    let mut wanted = DesiredCapabilities::firefox();
    wanted.set_headless()?;
    wanted.add_arg("-profile")?;
    wanted.add_arg(&profile.to_string_lossy())?;
    Ok(wanted.into())
}
