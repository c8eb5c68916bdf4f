use std::{cell::RefCell, rc::Rc};

use dioxus::prelude::*;
use futures_channel::mpsc::{UnboundedReceiver, unbounded};
use futures_util::StreamExt as _;
use handrail_engine::api::EngineError;

use super::{Button, ButtonLook, IconName, Notice, NoticeTone};
use crate::{
    engine_link::{PutOff, Seen, use_link},
    words::{errors, use_words},
};

/// Where the picture is.
const VIDEO: &str = "codes-picture";

/// How far it is.
#[derive(Debug, Clone, PartialEq)]
enum Standing {
    /// The camera is asked for.
    Waits,
    /// It looks.
    Looks,
    /// Nothing more comes of the camera.
    Over(Seen),
    /// What it saw cannot be taken.
    Refused(EngineError),
}

/// What whoever holds the device is told.
#[derive(Clone, Copy, PartialEq)]
pub struct Looking {
    standing: Signal<Standing>,
    /// Key of what is said of the last code.
    said: Signal<Option<&'static str>>,
}

/// A camera that is on, code by code.
pub struct Camera {
    hear: UnboundedReceiver<Seen>,
    looking: Looking,
}

impl Camera {
    /// The text of the next code; the same one comes again while it is in the picture. None when nothing
    /// more comes, which is shown then.
    pub async fn next_code(&mut self) -> Option<String> {
        loop {
            match self.hear.next().await? {
                Seen::Runs => self.looking.standing.set(Standing::Looks),
                Seen::Code(text) => return Some(text),
                over => {
                    self.looking.standing.set(Standing::Over(over));
                    return None;
                }
            }
        }
    }

    /// Says the words of this key of the last code, or how to hold the camera.
    pub fn say(&mut self, key: Option<&'static str>) {
        self.looking.said.set(key);
    }

    /// Shows why what it saw cannot be taken. Nothing more is looked for.
    pub fn refuse(&mut self, error: EngineError) {
        self.looking.standing.set(Standing::Refused(error));
    }
}

/// Puts the camera on as soon as its [`Viewfinder`] is there, and off when `watch` has ended or this is
/// shown no more.
pub fn use_camera<Watching>(watch: impl Fn(Camera) -> Watching + 'static) -> Looking
where
    Watching: Future<Output = ()> + 'static,
{
    let camera = use_link().device.camera;
    let put_off = use_hook(|| Rc::new(RefCell::new(None::<PutOff>)));
    let looking = Looking {
        standing: use_signal(|| Standing::Waits),
        said: use_signal(|| None),
    };
    use_screen_on();
    let ended = put_off.clone();
    use_effect(move || {
        let (tell, hear) = unbounded();
        let heard = move |seen| {
            // Nobody hears it once the screen is closed.
            let _closed = tell.unbounded_send(seen);
        };
        ended.replace(camera.map(|on| on(VIDEO, Box::new(heard))));
        let watching = watch(Camera { hear, looking });
        let ended = ended.clone();
        spawn(async move {
            watching.await;
            end(&ended);
        });
    });
    use_drop(move || end(&put_off));
    looking
}

/// The screen stays on while this is shown.
pub fn use_screen_on() {
    let keep_on = use_link().device.keep_screen_on;
    use_hook(move || keep_on(true));
    use_drop(move || keep_on(false));
}

/// What the camera sees, what is said of it, and why it is over; `children` stand there while it is on.
/// `instead` is the key of what can be done without a camera. The person may want to look `again`, or to
/// `stop`.
#[component]
pub fn Viewfinder(
    looking: Looking,
    instead: &'static str,
    again: EventHandler<()>,
    stop: EventHandler<()>,
    children: Element,
) -> Element {
    let words = use_words();
    let standing = (looking.standing)();
    let is_on = matches!(standing, Standing::Waits | Standing::Looks);
    let (why, instead) = match &standing {
        Standing::Waits | Standing::Looks => (None, None),
        Standing::Over(seen) => {
            let (why, is_lasting) = why_over(seen);
            (Some(words.say(why)), is_lasting.then_some(instead))
        }
        Standing::Refused(error) => (Some(errors::error_text(&words, error)), None),
    };
    rsx! {
        div { class: "stack", "data-testid": "look",
            if is_on {
                div { class: "viewfinder",
                    video { id: VIDEO, "aria-label": words.say("camera-picture") }
                }
                p { role: "status", "data-testid": "look-said",
                    {words.say(match (looking.said)() {
                        Some(key) => key,
                        None if standing == Standing::Waits => "camera-wait",
                        None => "camera-aim",
                    })}
                }
                {children}
            }
            if let Some(why) = why {
                Notice { tone: NoticeTone::Attention, alert: true, testid: "look-over",
                    p {
                        "{why}"
                        if let Some(instead) = instead {
                            " "
                            {words.say(instead)}
                        }
                    }
                }
            }
            div { class: "wrap",
                if !is_on && standing != Standing::Over(Seen::Missing) {
                    Button { label: words.say("camera-again"), icon: IconName::Video, look: ButtonLook::Main, testid: "look-again", on_press: again }
                }
                Button { label: words.say(if is_on { "camera-stop" } else { "close" }), testid: "look-stop", on_press: stop }
            }
        }
    }
}

fn end(put_off: &RefCell<Option<PutOff>>) {
    let put_off = put_off.borrow_mut().take();
    if let Some(put_off) = put_off {
        put_off();
    }
}

/// The key of why nothing is seen, and whether that may last.
fn why_over(seen: &Seen) -> (&'static str, bool) {
    match seen {
        Seen::Refused => ("camera-not-allowed", true),
        Seen::Missing => ("camera-missing", true),
        Seen::Broken => ("camera-broken", true),
        Seen::Ended | Seen::Runs | Seen::Code(_) => ("camera-ended", false),
    }
}
