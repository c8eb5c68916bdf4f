//! The one place that touches the platform: the engine's messages and the
//! device's facilities, as plain values that a test can replace.

use std::{future::Future, pin::Pin, rc::Rc};

use dioxus::prelude::*;
use futures_channel::mpsc::UnboundedReceiver;
use handrail_engine::api::{Command, EngineError, Event, Language, Query, Reply, Request};

#[cfg(any(feature = "web", feature = "desktop"))]
mod platform;
#[cfg(any(feature = "web", feature = "desktop"))]
pub use platform::start_options;

pub use handrail_platform::{Hear, PutOff, Seen};

/// A future of the screens' own thread.
pub type Local<T> = Pin<Box<dyn Future<Output = T>>>;

/// Asks the engine and hears its events. Cheap to clone.
#[derive(Clone)]
pub struct EngineLink {
    ask: Rc<dyn Fn(Request) -> Local<Result<Reply, EngineError>>>,
    events: Rc<dyn Fn() -> UnboundedReceiver<Event>>,
    take_over: Rc<dyn Fn()>,
    /// What the device itself can do.
    pub device: Device,
}

impl EngineLink {
    /// A link over any carrier: `ask` answers one request, `events` opens one
    /// more stream of events, `take_over` asks the other tab to step back.
    pub fn new(
        ask: impl Fn(Request) -> Local<Result<Reply, EngineError>> + 'static,
        events: impl Fn() -> UnboundedReceiver<Event> + 'static,
        take_over: impl Fn() + 'static,
        device: Device,
    ) -> Self {
        Self {
            ask: Rc::new(ask),
            events: Rc::new(events),
            take_over: Rc::new(take_over),
            device,
        }
    }

    /// Sends an order; when it answers, the change is durable.
    pub fn order(&self, command: Command) -> Local<Result<Reply, EngineError>> {
        (self.ask)(Request::Command(command))
    }

    /// Asks a question.
    pub fn query(&self, query: Query) -> Local<Result<Reply, EngineError>> {
        (self.ask)(Request::Query(query))
    }

    /// A new stream of all events from now on.
    pub fn events(&self) -> UnboundedReceiver<Event> {
        (self.events)()
    }

    /// Asks the other tab or window to step back; the answer is an event.
    pub fn take_over(&self) {
        (self.take_over)();
    }
}

/// What the device itself can do. Plain functions, so that a test gives others.
#[derive(Clone)]
pub struct Device {
    /// Unix milliseconds now.
    pub now: fn() -> i64,
    /// Minutes east of UTC at an instant.
    pub offset_at: fn(i64) -> i32,
    /// Ends after this many milliseconds.
    pub sleep: fn(u64) -> Local<()>,
    /// Copies text; false when the browser refused.
    pub copy: fn(String) -> Local<bool>,
    /// The language the device is set to.
    pub language: fn() -> Language,
    /// A small screen: words say "this phone".
    pub is_phone: fn() -> bool,
    /// Language and title of the page.
    pub set_page: fn(&str, &str),
    /// Where the app was loaded from; none in a window of its own.
    pub origin: fn() -> Option<String>,
    /// Calls back when the code of every screen is here.
    pub on_later_ready: fn(Box<dyn Fn()>),
    /// Calls back when a new version waits.
    pub on_update_ready: fn(Box<dyn Fn()>),
    /// Starts the new version.
    pub apply_update: fn(),
    /// Runs as an installed app.
    pub is_installed: fn() -> bool,
    /// Calls back when the browser offers to install the app.
    pub on_install_ready: fn(Box<dyn Fn()>),
    /// Shows the browser's offer to install.
    pub ask_install: fn(),
    /// Prints the page; none where nothing does.
    pub print: Option<fn()>,
    /// Reads a text aloud in a language, such as `es`, with a voice of the device itself, and says
    /// whether there is one; none where nothing does.
    pub read_aloud: Option<fn(&str, &str) -> bool>,
    /// Asks for a file with a dialog of this title, first among those of this ending, such as `csv`;
    /// none where the page's own field does.
    pub pick_file: Option<Pick>,
    /// Saves a file of this name and content with a dialog, and says whether it did; none where a
    /// link of the page does.
    pub save_file: Option<Save>,
    /// The person asked the device for less that moves.
    pub wants_stillness: fn() -> bool,
    /// Keeps the screen from going dark by itself until told otherwise, where the device can do that.
    pub keep_screen_on: fn(bool),
    /// Shows what the camera sees in the page's video element of this id, and tells of it until it is put
    /// off; none in a window of its own.
    pub camera: Option<Watch>,
    /// Passkeys; none in a window of its own.
    pub passkeys: Option<Passkeys>,
}

/// What the browser does with passkeys. Bytes are none when the person or the device refused, and
/// empty when passkeys of this device give no bytes to open something with.
#[derive(Clone, Copy)]
pub struct Passkeys {
    /// Whether one may be offered.
    pub may: fn() -> Local<bool>,
    /// Makes one of this name: what it gives, 32 bytes, and then its credential id.
    pub make: fn(String) -> Local<Option<Vec<u8>>>,
    /// What the one of this credential id gives, 32 bytes.
    pub ask: fn(Vec<u8>) -> Local<Option<Vec<u8>>>,
    /// Tells the device that the one of this credential id is of no use any more.
    pub forget: fn(&[u8]),
}

/// Asks for a file: a title, and the ending that is looked for.
pub type Pick = fn(String, &'static str) -> Local<PickedFile>;

/// Saves a file of this name and content, and says whether it did.
pub type Save = fn(String, Vec<u8>) -> Local<bool>;

/// Looks through the camera, with its picture in the page's video element of this id.
pub type Watch = fn(&str, Hear) -> PutOff;

/// What somebody picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PickedFile {
    /// Nothing: the dialog was closed.
    None,
    /// A file's name and content.
    Read(String, Vec<u8>),
    /// A file that cannot be read.
    Unreadable,
}

/// The link of the running app.
pub fn use_link() -> EngineLink {
    use_context::<EngineLink>()
}

impl PartialEq for EngineLink {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.ask, &other.ask)
    }
}
