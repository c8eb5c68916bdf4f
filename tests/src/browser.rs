//! A real browser with a profile of its own, as one person uses it.
//!
//! Elements are named by CSS selectors in which `@name` stands for
//! `[data-testid="name"]`.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::error::{WebDriverError, WebDriverErrorInner, WebDriverResult};
use thirtyfour::{WebDriver, WebElement};

use crate::program::{Program, kill_all_using};
use crate::wait::{PATIENCE, until};

mod desktop;
mod kinds;
mod special;

pub use kinds::{Kind, Screen};
pub use special::Passkeys;

/// Finds the first shown element of `arguments[0]` with the text `arguments[1]`
/// in it. A chip's box is hidden: a person touches its label.
const FIND: &str = r"
    const found = [...document.querySelectorAll(arguments[0])].find((element) => {
        const touched = element.matches('label input') ? element.closest('label') : element;
        return touched.getClientRects().length > 0 && touched.innerText.includes(arguments[1]);
    });
    if (!found) return null;
    const touched = found.matches('.chip input') ? found.closest('label') : found;
    touched.scrollIntoView({ block: 'center' });
    return touched;
";

/// Open or closed; the profile stays until the test ends.
pub struct Browser {
    kind: Kind,
    screen: Screen,
    profile: TempDir,
    camera: Option<PathBuf>,
    running: Option<(WebDriver, Program)>,
    taps: Cell<usize>,
}

impl Browser {
    /// Opens with an empty profile.
    pub async fn open(kind: Kind, screen: Screen) -> Result<Self> {
        Self::open_with(kind, screen, None).await
    }

    /// Opens Chromium with an empty profile and a camera that shows this film, over and over: it may be
    /// made later. The page may use the camera.
    pub async fn open_with_camera(screen: Screen, film: &Path) -> Result<Self> {
        Self::open_with(Kind::Chromium, screen, Some(film.to_owned())).await
    }

    async fn open_with(kind: Kind, screen: Screen, camera: Option<PathBuf>) -> Result<Self> {
        let mut browser = Self {
            kind,
            screen,
            profile: tempfile::Builder::new().prefix("profile-").tempdir()?,
            camera,
            running: None,
            taps: Cell::new(0),
        };
        browser.open_again().await?;
        Ok(browser)
    }

    /// Opens on the same profile after [`Browser::close`] or [`Browser::kill`].
    pub async fn open_again(&mut self) -> Result<()> {
        self.running = Some(
            self.kind
                .start(self.screen, self.profile.path(), self.camera.as_deref())
                .await?,
        );
        Ok(())
    }

    /// Closes as a person does.
    pub async fn close(&mut self) -> Result<()> {
        if let Some((driver, service)) = self.running.take() {
            driver.quit().await?;
            drop(service);
        }
        Ok(())
    }

    /// Kills every process of the browser at once (SIGKILL); says how many.
    pub fn kill(&mut self) -> Result<usize> {
        let Some((driver, service)) = self.running.take() else {
            return Ok(0);
        };
        let killed = kill_all_using(self.profile.path())?;
        drop(service);
        driver.leak()?;
        Ok(killed)
    }

    /// Everything the browser keeps on disk.
    pub fn profile(&self) -> &Path {
        self.profile.path()
    }

    /// How large the page is.
    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// The session, for what this type has no words for.
    pub fn driver(&self) -> Result<&WebDriver> {
        let (driver, _) = self.running.as_ref().context("the browser is closed")?;
        Ok(driver)
    }

    /// Opens an address.
    pub async fn visit(&self, address: &str) -> Result<()> {
        Ok(self.driver()?.goto(address).await?)
    }

    /// Loads the page again, from the network or from the service worker.
    pub async fn reload(&self) -> Result<()> {
        self.script("window.handrailOld = true; location.reload()", vec![])
            .await?;
        self.until("the page to load again", PATIENCE, async || {
            let answer = self
                .script("return window.handrailOld === undefined", vec![])
                .await?;
            Ok((answer == json!(true)).then_some(()))
        })
        .await
    }

    /// Waits until the app would open with no network: its service worker has all files.
    pub async fn ready_for_no_signal(&self) -> Result<()> {
        let script = "const done = arguments[0]; \
                      navigator.serviceWorker.ready.then((ready) => { \
                          const tell = () => ready.active.state === 'activated' && done(true); \
                          ready.active.addEventListener('statechange', tell); tell(); })";
        self.driver()?.execute_async(script, vec![]).await?;
        Ok(())
    }

    /// Goes to a place of the open app without loading the page.
    pub async fn go(&self, path: &str) -> Result<()> {
        let script = "history.pushState(null, '', arguments[0]); \
                      dispatchEvent(new PopStateEvent('popstate', { state: null }))";
        self.script(script, vec![json!(path)]).await?;
        Ok(())
    }

    /// Path of the place that is open.
    pub async fn path(&self) -> Result<String> {
        let path = self.script("return location.pathname", vec![]).await?;
        Ok(path.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the element is shown.
    pub async fn see(&self, selector: &str) -> Result<()> {
        self.see_text(selector, "").await.map(drop)
    }

    /// Waits until a shown element has the text in it; gives all of its text.
    pub async fn see_text(&self, selector: &str, text: &str) -> Result<String> {
        self.see_within(PATIENCE, selector, text).await
    }

    /// As [`Browser::see_text`], with other patience.
    pub async fn see_within(
        &self,
        patience: Duration,
        selector: &str,
        text: &str,
    ) -> Result<String> {
        let what = format!("{selector} with {text:?}");
        self.until(&what, patience, async || {
            let texts = self.texts(selector).await?;
            Ok(texts.into_iter().find(|shown| shown.contains(text)))
        })
        .await
    }

    /// Waits until no such element is shown.
    pub async fn see_no(&self, selector: &str) -> Result<()> {
        self.until(&format!("no {selector}"), PATIENCE, async || {
            Ok(self.texts(selector).await?.is_empty().then_some(()))
        })
        .await
    }

    /// Texts of all shown elements, now.
    pub async fn texts(&self, selector: &str) -> Result<Vec<String>> {
        let script = "return [...document.querySelectorAll(arguments[0])]\
            .filter((element) => element.getClientRects().length > 0)\
            .map((element) => element.innerText)";
        let texts = self.script(script, vec![json!(css(selector))]).await?;
        Ok(serde_json::from_value(texts)?)
    }

    /// What stands in a field, once it is there.
    pub async fn value(&self, selector: &str) -> Result<String> {
        let script = "return document.querySelector(arguments[0])?.value";
        self.until(selector, PATIENCE, async || {
            let value = self.script(script, vec![json!(css(selector))]).await?;
            Ok(value.as_str().map(str::to_owned))
        })
        .await
    }

    /// An attribute of the first such element, once it is there.
    pub async fn attribute(&self, selector: &str, name: &str) -> Result<String> {
        let script = "return document.querySelector(arguments[0])?.getAttribute(arguments[1])";
        self.until(selector, PATIENCE, async || {
            let arguments = vec![json!(css(selector)), json!(name)];
            let value = self.script(script, arguments).await?;
            Ok(value.as_str().map(str::to_owned))
        })
        .await
    }

    /// Taps the first such element, as soon as it can be tapped.
    pub async fn press(&self, selector: &str) -> Result<()> {
        self.press_one(selector, "").await
    }

    /// Taps the first such element with the text in it.
    pub async fn press_one(&self, selector: &str, text: &str) -> Result<()> {
        self.until(&format!("{selector} {text}"), PATIENCE, async || match self
            .find(selector, text)
            .await?
        {
            None => Ok(None),
            Some(element) => Ok(Some(element.click().await?)),
        })
        .await?;
        self.taps.set(self.taps.get() + 1);
        Ok(())
    }

    /// Taps so far.
    pub fn taps(&self) -> usize {
        self.taps.get()
    }

    /// Types at the end of what stands in a field, or picks a file.
    pub async fn enter(&self, selector: &str, text: &str) -> Result<()> {
        self.with_field(selector, async |field| field.send_keys(text).await)
            .await
    }

    /// Does something with a field. One that was replaced by its like meanwhile
    /// is looked for again: what was typed went with it.
    async fn with_field(
        &self,
        selector: &str,
        act: impl AsyncFn(&WebElement) -> WebDriverResult<()>,
    ) -> Result<()> {
        loop {
            let field = self
                .until(selector, PATIENCE, || self.find(selector, ""))
                .await?;
            match act(&field).await {
                Err(error) if is_stale(&error) => {}
                done => return Ok(done?),
            }
        }
    }

    /// Puts a value into a field whose keys depend on the browser's language.
    pub async fn set(&self, selector: &str, value: &str) -> Result<()> {
        self.see(selector).await?;
        let script = "const field = document.querySelector(arguments[0]); \
                      field.value = arguments[1]; \
                      field.dispatchEvent(new Event('input', { bubbles: true }))";
        let arguments = vec![json!(css(selector)), json!(value)];
        self.script(script, arguments).await?;
        Ok(())
    }

    /// Runs a script in the page.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        let answer = self.driver()?.execute(script, arguments).await?;
        Ok(answer.json().clone())
    }

    /// Waits; when in vain, says what the page shows instead.
    pub async fn until<T>(
        &self,
        what: &str,
        patience: Duration,
        ask: impl AsyncFn() -> Result<Option<T>>,
    ) -> Result<T> {
        match until(what, patience, || ask()).await {
            Ok(answer) => Ok(answer),
            Err(error) => {
                let page = "return location.href + '\\n' + document.body.innerText";
                let shown = self.script(page, vec![]).await.unwrap_or_default();
                let shown: String = shown
                    .as_str()
                    .unwrap_or_default()
                    .chars()
                    .take(1500)
                    .collect();
                let told = self.console().await;
                Err(error.context(format!("{:?} shows {shown}\n{told}", self.kind)))
            }
        }
    }

    /// What the page and its worker told the console, if the browser gives it.
    async fn console(&self) -> String {
        let Ok(driver) = self.driver() else {
            return String::new();
        };
        let lines = driver.browser_log().await.unwrap_or_default();
        let lines: Vec<String> = lines.into_iter().map(|line| line.message).collect();
        lines.join("\n")
    }

    async fn find(&self, selector: &str, text: &str) -> Result<Option<WebElement>> {
        let arguments = vec![json!(css(selector)), json!(text)];
        let answer = self.driver()?.execute(FIND, arguments).await?;
        if answer.json().is_null() {
            return Ok(None);
        }
        Ok(Some(answer.element()?))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // A test that failed half-way: nothing may stay behind.
        let _ = self.kill();
    }
}

fn is_stale(error: &WebDriverError) -> bool {
    matches!(
        error.as_inner(),
        WebDriverErrorInner::StaleElementReference(_)
    )
}

/// `@name` becomes `[data-testid="name"]`.
fn css(selector: &str) -> String {
    let mut parts = selector.split('@');
    let mut css = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part
            .find(|letter: char| !letter.is_ascii_alphanumeric() && !"-_".contains(letter))
            .unwrap_or(part.len());
        let (name, rest) = part.split_at(end);
        css.push_str("[data-testid=\"");
        css.push_str(name);
        css.push_str("\"]");
        css.push_str(rest);
    }
    css
}

#[cfg(test)]
mod tests {
    use super::css;

    #[test]
    fn names_stand_for_test_ids() {
        assert_eq!(
            css("@entry-note, main @log-1 > p"),
            "[data-testid=\"entry-note\"], main [data-testid=\"log-1\"] > p"
        );
        assert_eq!(css("p.small"), "p.small");
    }
}
