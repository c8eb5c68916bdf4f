use dioxus::prelude::*;
use handrail_engine::api::{
    Command, EngineError, ParcelCommand, ParcelScannedView, ParcelTakenView, Reply,
};

use crate::{
    components::{Camera, Progress, Viewfinder, use_camera},
    engine_link::{EngineLink, use_link},
    words::use_words,
};

/// How many codes of the parcel are there.
type Got = Signal<Option<ParcelScannedView>>;

/// Looks through the camera until all codes of a parcel are there and it is taken. The person may want to
/// look `again`, or to `stop`.
#[component]
pub fn Look(
    on_taken: EventHandler<ParcelTakenView>,
    again: EventHandler<()>,
    stop: EventHandler<()>,
) -> Element {
    let words = use_words();
    let link = use_link();
    let progress = use_signal(|| None::<ParcelScannedView>);
    let looking = use_camera(move |mut camera| {
        let link = link.clone();
        async move {
            match gather(&link, &mut camera, progress).await {
                Ok(Some(view)) => on_taken.call(view),
                Ok(None) => {}
                Err(error) => camera.refuse(error),
            }
        }
    });
    rsx! {
        Viewfinder { looking, instead: "hand-on-instead", again, stop,
            if let Some(ParcelScannedView { have, of }) = progress() {
                Progress {
                    label: words.say("hand-on-codes"),
                    done: u64::from(have),
                    total: u64::from(of),
                    words: words.say_with("hand-on-got", [("have", have.into()), ("of", of.into())]),
                }
            }
        }
    }
}

/// What the engine says of some codes.
enum Answer {
    Some(ParcelScannedView),
    Taken(ParcelTakenView),
}

async fn scan(link: &EngineLink, texts: Vec<String>) -> Result<Answer, EngineError> {
    let order = Command::Parcel(ParcelCommand::Scan { texts });
    match link.order(order).await? {
        Reply::ParcelTaken(view) => Ok(Answer::Taken(view)),
        Reply::ParcelScanned(view) => Ok(Answer::Some(view)),
        _ => Err(EngineError::Interrupted),
    }
}

/// Gives each code to the engine with those before, until the parcel is whole; none when the camera sees
/// nothing more.
async fn gather(
    link: &EngineLink,
    camera: &mut Camera,
    progress: Got,
) -> Result<Option<ParcelTakenView>, EngineError> {
    let mut texts: Vec<String> = Vec::new();
    let mut passed_over = None;
    while let Some(text) = camera.next_code().await {
        // It stays in the picture for a while.
        if texts.contains(&text) || passed_over.as_ref() == Some(&text) {
            continue;
        }
        match take_up(link, camera, &mut texts, text, progress).await? {
            Next::Taken(view) => return Ok(Some(view)),
            Next::PassedOver(text) => passed_over = Some(text),
            Next::More => {}
        }
    }
    Ok(None)
}

/// What comes of one code.
enum Next {
    Taken(ParcelTakenView),
    PassedOver(String),
    More,
}

/// A code that adds nothing to those before is of another parcel, which begins anew, or of none.
async fn take_up(
    link: &EngineLink,
    camera: &mut Camera,
    texts: &mut Vec<String>,
    text: String,
    mut progress: Got,
) -> Result<Next, EngineError> {
    let before = progress.peek().map_or(0, |progress| progress.have);
    texts.push(text.clone());
    let mut view = match scan(link, texts.clone()).await? {
        Answer::Taken(view) => return Ok(Next::Taken(view)),
        Answer::Some(view) => view,
    };
    let mut said = None;
    if view.have <= before {
        view = match scan(link, vec![text.clone()]).await? {
            Answer::Taken(view) => return Ok(Next::Taken(view)),
            Answer::Some(alone) => alone,
        };
        if view.of == 0 {
            texts.pop();
            camera.say(Some("hand-on-other-code"));
            return Ok(Next::PassedOver(text));
        }
        *texts = vec![text];
        said = Some("hand-on-anew");
    }
    camera.say(said);
    progress.set(Some(view));
    Ok(Next::More)
}
