//! What a browser is asked beyond taps and keys.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::TypingData;
use thirtyfour::components::SelectElement;

use super::{Browser, css};
use crate::wait::PATIENCE;

impl Browser {
    /// Chooses from a list by the value of the choice.
    pub async fn choose(&self, selector: &str, value: &str) -> Result<()> {
        self.with_field(selector, async |field| {
            let list = SelectElement::new(field).await?;
            list.select_by_value(value).await
        })
        .await
    }

    /// Chooses from a list the first choice with the words in it, as soon as there is one.
    pub async fn choose_named(&self, selector: &str, words: &str) -> Result<()> {
        let script = "return [...document.querySelector(arguments[0])?.options ?? []]\
            .find((choice) => choice.textContent.includes(arguments[1]))?.value";
        let what = format!("{words:?} in {selector}");
        let value = self
            .until(&what, PATIENCE, async || {
                let arguments = vec![json!(css(selector)), json!(words)];
                let value = self.script(script, arguments).await?;
                Ok(value.as_str().map(str::to_owned))
            })
            .await?;
        self.choose(selector, &value).await
    }

    /// Today, as fields take it.
    pub async fn today(&self) -> Result<String> {
        let script = "const day = new Date(); \
                      const two = (number) => String(number).padStart(2, '0'); \
                      return [day.getFullYear(), two(day.getMonth() + 1), two(day.getDate())].join('-')";
        let day = self.script(script, vec![]).await?;
        Ok(day.as_str().context("no day")?.to_owned())
    }

    /// Empties a text field as a person does and types anew.
    pub async fn retype(&self, selector: &str, text: &str) -> Result<()> {
        self.with_field(selector, async |field| {
            field.clear().await?;
            field.send_keys(text).await
        })
        .await
    }

    /// Presses a key where the focus is.
    pub async fn key(&self, key: impl Into<TypingData>) -> Result<()> {
        let focused = self.driver()?.active_element().await?;
        Ok(focused.send_keys(key).await?)
    }

    /// Opens the address in another tab, does what is to be done there, and
    /// comes back.
    pub async fn in_another_tab(
        &self,
        address: &str,
        there: impl AsyncFnOnce() -> Result<()>,
    ) -> Result<()> {
        let here = self.driver()?.window().await?;
        let other = self.driver()?.new_tab().await?;
        self.driver()?.switch_to_window(other).await?;
        self.visit(address).await?;
        there().await?;
        self.driver()?.close_window().await?;
        Ok(self.driver()?.switch_to_window(here).await?)
    }

    /// Lets Chromium show the page as for this medium (`screen`, `print`) and
    /// these colors of the device (`light`, `dark`).
    pub async fn show_as(&self, medium: &str, colors: &str) -> Result<()> {
        let wanted = json!({
            "media": medium,
            "features": [{ "name": "prefers-color-scheme", "value": colors }],
        });
        self.ask_chromium("Emulation.setEmulatedMedia", wanted)
            .await
            .map(drop)
    }

    /// Pages that the screen would take on paper.
    pub async fn printed_pages(&self) -> Result<usize> {
        let wanted = json!({ "printBackground": false });
        let answer = self.ask_chromium("Page.printToPDF", wanted).await?;
        let paper = answer.get("data").and_then(Value::as_str);
        let paper = decode(paper.context("nothing was printed")?);
        let marks = b"/Type /Page\n";
        Ok(paper
            .windows(marks.len())
            .filter(|part| part == marks)
            .count())
    }

    /// The bytes that a link of the page saves as a file.
    pub async fn saved(&self, selector: &str) -> Result<Vec<u8>> {
        let address = self.attribute(selector, "href").await?;
        let (_, letters) = address.split_once(";base64,").context("no such address")?;
        Ok(decode(letters))
    }

    /// Gives Chromium a keeper of passkeys that knows its person, as phones have one. Lasts as long as
    /// the browser runs.
    pub async fn add_passkeys(&self) -> Result<Passkeys<'_>> {
        self.ask_chromium("WebAuthn.enable", json!({})).await?;
        let options = json!({
            "protocol": "ctap2",
            "ctap2Version": "ctap2_1",
            "transport": "internal",
            "hasResidentKey": true,
            "hasUserVerification": true,
            "isUserVerified": true,
            "hasPrf": true,
            "automaticPresenceSimulation": true,
        });
        let answer = self
            .ask_chromium(
                "WebAuthn.addVirtualAuthenticator",
                json!({ "options": options }),
            )
            .await?;
        let id = answer.get("authenticatorId").and_then(Value::as_str);
        Ok(Passkeys {
            browser: self,
            id: id.context("no keeper of passkeys was made")?.to_owned(),
        })
    }

    async fn ask_chromium(&self, command: &str, wanted: Value) -> Result<Value> {
        let tools = self.driver()?.cdp();
        Ok(tools.send_raw(command, wanted).await?)
    }
}

/// Chromium's keeper of passkeys.
pub struct Passkeys<'a> {
    browser: &'a Browser,
    id: String,
}

impl Passkeys<'_> {
    /// How many passkeys it keeps.
    pub async fn count(&self) -> Result<usize> {
        let wanted = json!({ "authenticatorId": self.id });
        let answer = self.browser.ask_chromium("WebAuthn.getCredentials", wanted);
        let answer = answer.await?;
        let kept = answer.get("credentials").and_then(Value::as_array);
        Ok(kept.context("no list of passkeys")?.len())
    }

    /// Whether it recognises the finger that it is shown.
    pub async fn knows_the_finger(&self, knows: bool) -> Result<()> {
        let wanted = json!({ "authenticatorId": self.id, "isUserVerified": knows });
        let answer = self
            .browser
            .ask_chromium("WebAuthn.setUserVerified", wanted);
        answer.await.map(drop)
    }
}

/// Base 64, as drivers and pages write bytes.
fn decode(text: &str) -> Vec<u8> {
    let value = |letter: u8| match letter {
        b'A'..=b'Z' => Some(u32::from(letter - b'A')),
        b'a'..=b'z' => Some(u32::from(letter - b'a') + 26),
        b'0'..=b'9' => Some(u32::from(letter - b'0') + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let values: Vec<u32> = text.bytes().filter_map(value).collect();
    let mut bytes = Vec::new();
    for four in values.chunks(4) {
        let joined = four.iter().fold(0, |all, part| all << 6 | part);
        let joined = joined << (6 * (4 - four.len()));
        let [_, first, second, third] = joined.to_be_bytes();
        bytes.extend([first, second, third].into_iter().take(four.len() * 6 / 8));
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn bytes_come_back_from_base_64() {
        assert_eq!(decode("aGFuZHJhaWw="), b"handrail");
        assert_eq!(decode("+/8="), [0xfb, 0xff]);
    }
}
