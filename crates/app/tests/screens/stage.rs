//! The whole app over an engine that answers from made-up views, rendered to
//! HTML without a browser.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    task::Poll,
};

use dioxus::{
    dioxus_core::{NoOpMutations, WriteMutations},
    prelude::*,
};
use dioxus_history::{History, MemoryHistory};
use futures_channel::oneshot;
use futures_util::FutureExt;
use handrail_app::{
    Frame,
    engine_link::{
        Device, EngineLink, Hear, Local, Passkeys, Pick, PickedFile, PutOff, Seen, Watch,
    },
};
use handrail_engine::api::{Command, EngineError, Language, Query, Reply, Request, SessionView};

use crate::sample;

/// 2026-11-21 17:38 in Chicago.
pub const NOW: i64 = 1_795_304_280_000;

/// What the made-up engine answers.
#[derive(Clone)]
pub struct Canned {
    /// Session.
    pub session: SessionView,
    /// Any other question.
    pub answer: fn(&Query) -> Option<Reply>,
}

/// The app unlocked, with the sample answers.
pub fn canned() -> Canned {
    Canned {
        session: sample::unlocked(),
        answer: sample::answer,
    }
}

/// Why a camera sees nothing, what is said of it, and whether it can be tried again.
pub const BLIND: [(Seen, &str, bool); 4] = [
    (
        Seen::Refused,
        "The camera is not allowed for this page.",
        true,
    ),
    (Seen::Missing, "There is no camera here", false),
    (Seen::Broken, "Perhaps another app is using it.", true),
    (Seen::Ended, "The camera is off.", true),
];

thread_local! {
    static ORDERS: RefCell<Vec<Command>> = const { RefCell::new(Vec::new()) };
    static SEEN: RefCell<Vec<Seen>> = const { RefCell::new(Vec::new()) };
    static CAMERAS_ON: Cell<u32> = const { Cell::new(0) };
    static PICKED: Cell<bool> = const { Cell::new(false) };
    static REFUSED: RefCell<Option<EngineError>> = const { RefCell::new(None) };
    static HELD: RefCell<Option<Vec<oneshot::Sender<()>>>> = const { RefCell::new(None) };
}

/// What was ordered since this was asked last.
pub fn orders() -> Vec<Command> {
    ORDERS.take()
}

/// Every order is refused like this from now on, or none is.
pub fn refuse(error: Option<EngineError>) {
    REFUSED.set(error);
}

/// No order is answered from now on.
pub fn hold() {
    HELD.set(Some(Vec::new()));
}

/// What was held is answered, and every other order at once.
pub fn let_go() {
    for held in HELD.take().into_iter().flatten() {
        // Nobody waits any more.
        let _gone = held.send(());
    }
}

fn held() -> Option<oneshot::Receiver<()>> {
    HELD.with_borrow_mut(|held| {
        let (answer, waits) = oneshot::channel();
        held.as_mut()?.push(answer);
        Some(waits)
    })
}

/// The device picks files with a dialog of its own from now on: a table of one row.
pub fn picks_files() {
    PICKED.set(true);
}

/// What a camera sees from now on, each as soon as it is on.
pub fn look_at(seen: Vec<Seen>) {
    SEEN.set(seen);
}

/// Cameras that nobody has put off.
pub fn cameras_on() -> u32 {
    CAMERAS_ON.get()
}

fn pick(_title: String, _ending: &'static str) -> Local<PickedFile> {
    let table = "Name,Program\nRay Example,Pregnancy (sample)\n";
    let picked = PickedFile::Read("caseload.csv".to_owned(), table.as_bytes().to_vec());
    Box::pin(std::future::ready(picked))
}

fn watch(_video: &str, mut hear: Hear) -> PutOff {
    CAMERAS_ON.set(CAMERAS_ON.get() + 1);
    SEEN.with_borrow(|seen| seen.iter().cloned().for_each(&mut hear));
    Box::new(move || {
        drop(hear);
        CAMERAS_ON.set(CAMERAS_ON.get() - 1);
    })
}

/// Renders the app at `path` as a device set to `language` shows it.
pub fn app(path: &str, language: Language, phone: bool, canned: Canned) -> String {
    let mut dom = built(path, language, phone, canned);
    dom.rebuild_in_place();
    settle(&mut dom, &mut NoOpMutations);
    dioxus_ssr::render(&dom)
}

/// The app at `path`, not yet rendered.
pub fn built(path: &str, language: Language, phone: bool, canned: Canned) -> VirtualDom {
    let dom = VirtualDom::new_with_props(
        Staged,
        StagedProps {
            language,
            phone,
            canned: Rc::new(canned),
        },
    );
    let history: Rc<dyn History> = Rc::new(MemoryHistory::with_initial_path(path));
    dom.provide_root_context(history);
    dom
}

/// Everything the made-up engine answers is there at once: as soon as nothing is ready, the screen is
/// as it stays.
pub fn settle(dom: &mut VirtualDom, to: &mut impl WriteMutations) {
    for _ in 0..200 {
        if dom.wait_for_work().now_or_never().is_none() {
            break;
        }
        dom.render_immediate(to);
    }
}

/// The app unlocked with the sample answers.
pub fn open(path: &str, language: Language) -> String {
    app(path, language, true, canned())
}

#[derive(Clone, Props)]
struct StagedProps {
    language: Language,
    phone: bool,
    canned: Rc<Canned>,
}

impl PartialEq for StagedProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.canned, &other.canned)
    }
}

#[allow(
    non_snake_case,
    clippy::needless_pass_by_value,
    reason = "the form of a component"
)]
fn Staged(props: StagedProps) -> Element {
    let link = use_hook(|| link(props.language, props.phone, props.canned.clone()));
    rsx! {
        Frame { link }
    }
}

fn link(language: Language, phone: bool, canned: Rc<Canned>) -> EngineLink {
    let answering = move |request: Request| {
        let result = match &request {
            Request::Query(Query::Session) => Ok(Reply::Session(canned.session.clone())),
            Request::Query(query) => (canned.answer)(query).ok_or(EngineError::NotFound),
            Request::Command(command) => {
                ORDERS.with_borrow_mut(|orders| orders.push(command.clone()));
                if let Some(error) = REFUSED.with_borrow(Clone::clone) {
                    Err(error)
                } else {
                    let said = sample::coach_space::said(command)
                        .or_else(|| sample::parcels::said(command))
                        .or_else(|| sample::cards::said(command))
                        .or_else(|| sample::imports::said(command));
                    Ok(said.unwrap_or_else(sample::recovery_kit))
                }
            }
        };
        let held = matches!(request, Request::Command(_)).then(held).flatten();
        let future: handrail_app::engine_link::Local<_> = Box::pin(async move {
            if let Some(held) = held {
                // It was let go.
                let _answered = held.await;
            }
            result
        });
        future
    };
    EngineLink::new(
        answering,
        || futures_channel::mpsc::unbounded().1,
        || {},
        device(language, phone),
    )
}

fn device(language: Language, phone: bool) -> Device {
    Device {
        now: || NOW,
        offset_at: |_| -360,
        sleep: |_| Box::pin(std::future::poll_fn(|_| Poll::Pending)),
        copy: |_| Box::pin(std::future::ready(true)),
        language: match language {
            Language::English => || Language::English,
            Language::Spanish => || Language::Spanish,
        },
        is_phone: if phone { || true } else { || false },
        set_page: |_, _| {},
        origin: || Some("https://relay.example.org".to_owned()),
        on_later_ready: |callback| callback(),
        on_update_ready: |_| {},
        apply_update: || {},
        is_installed: || true,
        on_install_ready: |_| {},
        ask_install: || {},
        print: Some(|| {}),
        read_aloud: Some(|_, _| true),
        pick_file: PICKED.get().then_some(pick as Pick),
        save_file: None,
        wants_stillness: || false,
        keep_screen_on: |_| {},
        camera: phone.then_some(watch as Watch),
        passkeys: Some(Passkeys {
            may: || Box::pin(std::future::ready(true)),
            make: |_| Box::pin(std::future::ready(None)),
            ask: |_| Box::pin(std::future::ready(None)),
            forget: |_| {},
        }),
    }
}
