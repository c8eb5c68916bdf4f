//! The worker: takes the lock, opens the storage, runs the engine.

use std::{cell::Cell, rc::Rc};

use futures_channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use futures_util::StreamExt as _;
use handrail_engine::{
    api::{Event, StorageProblem},
    io::{Input, RequestId},
};

use super::{
    clock, code_reader,
    envelope::{FromWorker, ToWorker},
    lock::{self, EngineLock, NoLocks},
    storage::Storage,
    worker_link::Page,
};
use crate::{
    core::EngineCore,
    driver::{Ending, drive},
    errands::{Errands, Screens},
    launch::StartOptions,
    message::Message,
    places::Places,
    registry::Outcome,
    standing::Standing,
};

/// Runs the engine that `make` opens, or a reader of codes, as long as the worker lives. Returns at
/// once; everything happens in the worker's event loop.
pub(crate) fn run_worker_with<E: EngineCore + 'static>(
    options: StartOptions,
    make: impl FnOnce(&StartOptions, &Places) -> E + 'static,
) {
    if code_reader::run() {
        return;
    }
    let Some(page) = Page::of_this_worker() else {
        return;
    };
    tell_where_it_broke();
    let (sender, inbox) = unbounded();
    let desk = Rc::new(Desk {
        page,
        standing: Cell::new(Standing::Starting),
    });
    desk.page.on_message({
        let (desk, sender) = (Rc::clone(&desk), sender.clone());
        move |message| desk.take_in(message, &sender)
    });
    lock::on_step_back({
        let (desk, sender) = (Rc::clone(&desk), sender.clone());
        move || {
            if desk.standing.get() == Standing::Running {
                let _ = sender.unbounded_send(Message::StepBack);
            }
        }
    });
    desk.page.post(&FromWorker::Ready);
    let host = Host {
        desk,
        sender,
        inbox,
    };
    clock::spawn(host.run(move |places| make(&options, places)));
}

/// The place in the program, and nothing of what it was working on. The bundle that people get stops
/// without a word; the browser tells the function's number.
fn tell_where_it_broke() {
    std::panic::set_hook(Box::new(|panic| {
        if let Some(place) = panic.location() {
            let text = format!("the engine stopped at {}:{}", place.file(), place.line());
            web_sys::console::error_1(&text.into());
        }
    }));
}

/// Where messages of the page come in, and answers go out.
struct Desk {
    page: Page,
    standing: Cell<Standing>,
}

impl Desk {
    /// Answers at once what needs no engine; puts the rest in the inbox.
    fn take_in(&self, message: ToWorker, inbox: &UnboundedSender<Message>) {
        let message = match message {
            ToWorker::Request { id, request } => match self.standing.get().answer(&request) {
                Some(outcome) => return self.reply(id, outcome),
                None => Message::Input(Input::Request { id, request }),
            },
            ToWorker::TakeOver => Message::TakeOver,
            ToWorker::Resumed => Message::Input(Input::Resumed),
        };
        // The loop may have ended; the page replaces this worker.
        let _ = inbox.unbounded_send(message);
    }

    fn stand(&self, standing: Standing) {
        self.standing.set(standing);
        if let Some(session) = standing.session() {
            self.announce(Event::Session(session));
        }
    }
}

impl Screens for Desk {
    fn reply(&self, id: RequestId, outcome: Outcome) {
        self.page.post(&FromWorker::Reply { id, outcome });
    }

    fn announce(&self, event: Event) {
        self.page.post(&FromWorker::Event(event));
    }
}

struct Host {
    desk: Rc<Desk>,
    sender: UnboundedSender<Message>,
    inbox: UnboundedReceiver<Message>,
}

impl Host {
    /// One worker serves one engine: whatever ends it, the page starts a fresh
    /// worker, in whose memory nothing of the old one is left.
    async fn run<E: EngineCore>(mut self, make: impl FnOnce(&Places) -> E) {
        let lock = match self.take_lock().await {
            Ok(lock) => lock,
            Err(NoLocks) => return self.block(StorageProblem::Unavailable).await,
        };
        self.desk.page.post(&FromWorker::Holding);
        let mut storage = match Storage::open().await {
            Ok(storage) => storage,
            Err(problem) => {
                lock.release();
                return self.block(problem).await;
            }
        };
        let mut engine = make(&storage.places());
        self.desk.stand(Standing::Running);
        let screens: Rc<dyn Screens> = Rc::<Desk>::clone(&self.desk);
        let mut errands = Errands::new(screens, self.sender.clone());
        let ending = drive(&mut engine, &mut storage, &mut errands, &mut self.inbox).await;
        drop(engine);
        storage.release();
        lock.release();
        self.desk.stand(match ending {
            Ending::SteppedBack => Standing::OpenElsewhere { unanswered: false },
            Ending::Stopped | Ending::NotDurable(_) => Standing::Starting,
        });
        self.desk.page.post(&FromWorker::Finished);
    }

    /// Returns when this worker has the lock, be it after a screen asked for it.
    async fn take_lock(&mut self) -> Result<EngineLock, NoLocks> {
        if let Some(lock) = EngineLock::take().await? {
            return Ok(lock);
        }
        let mut unanswered = false;
        loop {
            self.desk.stand(Standing::OpenElsewhere { unanswered });
            self.refuse_until_take_over().await;
            self.desk.stand(Standing::Starting);
            if let Some(lock) = EngineLock::take_over().await? {
                return Ok(lock);
            }
            unanswered = true;
        }
    }

    async fn block(&mut self, problem: StorageProblem) {
        self.desk.stand(Standing::Blocked(problem));
        loop {
            self.refuse_until_take_over().await;
        }
    }

    /// Answers what came in before the standing changed; what comes later is
    /// answered as it comes.
    async fn refuse_until_take_over(&mut self) {
        while let Some(message) = self.inbox.next().await {
            match message {
                Message::Input(Input::Request { id, request }) => {
                    if let Some(outcome) = self.desk.standing.get().answer(&request) {
                        self.desk.reply(id, outcome);
                    }
                }
                Message::TakeOver => return,
                Message::Input(_) | Message::StepBack | Message::Stop => {}
            }
        }
    }
}
