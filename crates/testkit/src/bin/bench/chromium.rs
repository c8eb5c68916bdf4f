//! Chromium without a window, driven over WebDriver.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::http::{Call, Connection};

/// The program that drives it, unless this variable names another.
const DRIVER: &str = "chromedriver";
const DRIVER_VARIABLE: &str = "HANDRAIL_CHROMEDRIVER";
/// What every script may use. `until` answers the time at which it became so.
const TOOLS: &str = include_str!("chromium_tools.js");

/// A browser with an empty profile, on a small screen.
pub struct Chromium {
    driver: Child,
    connection: Connection,
    session: String,
    pub version: String,
}

impl Chromium {
    /// Starts driver and browser.
    pub fn start() -> Result<Self> {
        let program = std::env::var_os(DRIVER_VARIABLE).unwrap_or_else(|| DRIVER.into());
        let mut driver = Command::new(program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("chromedriver cannot be started (cargo xtask setup)")?;
        let port = port_of(&mut driver)?;
        let mut chromium = Self {
            driver,
            connection: Connection::open(SocketAddr::from(([127, 0, 0, 1], port)))?,
            session: String::new(),
            version: String::new(),
        };
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "timeouts": { "script": 300_000 },
            "goog:chromeOptions": { "args": [
                "--headless=new", "--no-sandbox", "--window-size=390,844",
            ]},
        }}});
        let value = chromium.call("POST", "/session", &wanted)?;
        let id = value.get("sessionId").and_then(Value::as_str);
        chromium.session = format!("/session/{}", id.context("no session")?);
        let version = value.pointer("/capabilities/browserVersion");
        let version = version.and_then(Value::as_str).unwrap_or_default();
        version.clone_into(&mut chromium.version);
        Ok(chromium)
    }

    /// Opens the page again.
    pub fn reload(&mut self) -> Result<()> {
        let target = format!("{}/refresh", self.session);
        self.call("POST", &target, &json!({}))?;
        Ok(())
    }

    /// Presses the shown element of this name with the browser's own pointer.
    pub fn press(&mut self, testid: &str) -> Result<()> {
        let script = "return [...document.querySelectorAll(`[data-testid=\"${arguments[0]}\"]`)]
            .find((element) => element.getClientRects().length > 0) ?? null;";
        let body = json!({ "script": script, "args": [testid] });
        let target = format!("{}/execute/sync", self.session);
        let element = self.call("POST", &target, &body)?;
        let id = element
            .as_object()
            .and_then(|element| element.values().next())
            .and_then(Value::as_str)
            .with_context(|| format!("{testid} is not on the screen"))?;
        let target = format!("{}/element/{id}/click", self.session);
        self.call("POST", &target, &json!({}))?;
        Ok(())
    }

    /// Types one letter with the browser's own keyboard.
    pub fn key(&mut self, letter: char) -> Result<()> {
        let letter = letter.to_string();
        let body = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": [
            { "type": "keyDown", "value": letter }, { "type": "keyUp", "value": letter },
        ]}]});
        let target = format!("{}/actions", self.session);
        self.call("POST", &target, &body)?;
        Ok(())
    }

    /// Opens a page.
    pub fn open(&mut self, url: &str) -> Result<()> {
        let target = format!("{}/url", self.session);
        self.call("POST", &target, &json!({ "url": url }))?;
        Ok(())
    }

    /// Runs the body of an async function in the page; its answer.
    pub fn run(&mut self, script: &str, arguments: &Value) -> Result<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
            const given = arguments[0];
            {TOOLS}
            (async () => {{ {script} }})().then(
                (value) => done({{ value: value ?? null }}),
                (error) => done({{ error: String(error) }}));"
        );
        let target = format!("{}/execute/async", self.session);
        let body = json!({ "script": script, "args": [arguments] });
        let answer = self.call("POST", &target, &body)?;
        if let Some(error) = answer.get("error") {
            bail!("in the page: {error}");
        }
        answer
            .get("value")
            .cloned()
            .context("no answer of a script")
    }

    fn call(&mut self, method: &str, target: &str, body: &Value) -> Result<Value> {
        let body = serde_json::to_vec(body)?;
        let answer = self.connection.exchange(&Call {
            method,
            target,
            authorization: None,
            content_type: Some("application/json"),
            body: &body,
        })?;
        let mut whole: Value = serde_json::from_slice(&answer.body)?;
        let value = whole.get_mut("value").map(Value::take).unwrap_or_default();
        if answer.status != 200 {
            bail!("WebDriver: {value}");
        }
        Ok(value)
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        // Ends the browser; the driver goes with it in any case.
        let target = self.session.clone();
        let _ = self.call("DELETE", &target, &Value::Null);
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

fn port_of(driver: &mut Child) -> Result<u16> {
    let output = driver.stdout.take().context("no output to read")?;
    let mut lines = BufReader::new(output).lines();
    for line in lines.by_ref() {
        if let Some((_, rest)) = line?.split_once("successfully on port ") {
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            // A full pipe would stop the program.
            thread::spawn(move || lines.for_each(drop));
            return Ok(digits.parse()?);
        }
    }
    bail!("the browser's driver ended without saying its port")
}
