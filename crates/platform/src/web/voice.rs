//! Reading aloud with a voice of the device itself: others send what they read to a server.

use wasm_bindgen::JsCast as _;
use web_sys::{SpeechSynthesisUtterance, SpeechSynthesisVoice};

use super::browser::window;
use super::js;

/// What reads a text aloud in a language, such as `es`, in place of what is being read; it says whether
/// there is a voice on the device for it. `None` where the browser reads nothing.
pub fn voice() -> Option<fn(&str, &str) -> bool> {
    let window = window()?;
    js::property(&window, "speechSynthesis")?;
    Some(|text, language| read_aloud(text, language).is_some())
}

fn read_aloud(text: &str, language: &str) -> Option<()> {
    let synthesis = window()?.speech_synthesis().ok()?;
    let voices = synthesis.get_voices();
    let voices = voices
        .iter()
        .filter_map(|voice| voice.dyn_into::<SpeechSynthesisVoice>().ok());
    let is_here = |voice: &SpeechSynthesisVoice| {
        voice.local_service() && voice.lang().to_lowercase().starts_with(language)
    };
    let voice = voices.into_iter().find(is_here)?;
    let said = SpeechSynthesisUtterance::new_with_text(text).ok()?;
    said.set_voice(Some(&voice));
    said.set_lang(&voice.lang());
    synthesis.cancel();
    synthesis.speak(&said);
    Some(())
}
