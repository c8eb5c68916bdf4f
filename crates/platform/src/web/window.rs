//! The page's side: the handle, and a watch over the worker.

use std::{cell::RefCell, convert::Infallible, rc::Rc, sync::Arc};

use futures_channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use futures_util::StreamExt as _;
use handrail_engine::{
    api::{Event, StorageProblem},
    io::Input,
};

use super::{
    clock,
    envelope::{FromWorker, ToWorker},
    lock, storage_gauge, visibility,
    worker_link::{EngineWorker, WorkerEvent},
};
use crate::{
    handle::EngineHandle, launch::StartOptions, message::Message, places::Places,
    registry::Registry, standing::Standing,
};

/// A worker that was asked to step back and does not within this time hangs.
const HANG_MS: u64 = 1_000;
/// So often a worker may break without having answered anything.
const FAILURES: u32 = 3;

/// Attaches to the worker, which has its own options and opens its own engine.
/// Never fails: trouble is told as the session.
pub(crate) fn start_with<E>(
    _: StartOptions,
    _: impl FnMut(&StartOptions, &Places) -> E,
) -> EngineHandle {
    let registry = Arc::new(Registry::default());
    let (happenings, what_happens) = unbounded();
    lock::on_step_back({
        let happenings = happenings.clone();
        move || put(&happenings, Happening::StepBackAsked)
    });
    let mut watch = Watch {
        registry: Arc::clone(&registry),
        happenings,
        standing: Standing::Starting,
        generation: 0,
        failures: 0,
        worker: None,
        state: WorkerState::Loading,
        held_back: Vec::new(),
    };
    watch.attach();
    let outlet = Outlet(Rc::new(RefCell::new(watch)));
    visibility::on_resumed({
        let outlet = outlet.clone();
        move || {
            // Never fails.
            let _ = outlet.unbounded_send(Message::Input(Input::Resumed));
        }
    });
    clock::spawn(run(Rc::clone(&outlet.0), what_happens));
    let handle = EngineHandle::new(outlet, registry);
    storage_gauge::watch(&handle);
    handle
}

/// From the screens straight to the worker: a question is on its way before
/// the page draws anything.
#[derive(Clone)]
pub(crate) struct Outlet(Rc<RefCell<Watch>>);

impl Outlet {
    /// Takes a message to the worker, or to the watch if it is not there yet.
    ///
    /// # Errors
    /// None: the watch lives as long as the page.
    #[allow(
        clippy::unnecessary_wraps,
        reason = "elsewhere this is a channel whose other end may be gone"
    )]
    pub(crate) fn unbounded_send(&self, message: Message) -> Result<(), Infallible> {
        self.0.borrow_mut().take(message);
        Ok(())
    }
}

/// Lets the watch react, one happening after another.
async fn run(watch: Rc<RefCell<Watch>>, mut what_happens: UnboundedReceiver<Happening>) {
    while let Some(happening) = what_happens.next().await {
        watch.borrow_mut().react(happening);
    }
}

/// What the page's side reacts to besides its screens.
enum Happening {
    /// Of the worker with this number; an earlier one's late words do not count.
    Worker(u32, WorkerEvent),
    StepBackAsked,
    /// It is time to look whether the worker with this number stepped back.
    Look(u32),
}

/// How far the worker is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum WorkerState {
    /// Does not hear yet; ends when it says that it is ready.
    Loading,
    /// Hears; may have the lock later.
    Ready,
    /// Has the lock; ends only with the worker.
    Holding,
}

pub(crate) struct Watch {
    registry: Arc<Registry>,
    happenings: UnboundedSender<Happening>,
    standing: Standing,
    generation: u32,
    failures: u32,
    worker: Option<EngineWorker>,
    state: WorkerState,
    held_back: Vec<ToWorker>,
}

impl Watch {
    fn react(&mut self, happening: Happening) {
        match happening {
            Happening::Worker(generation, event) if generation == self.generation => {
                self.hear(event);
            }
            Happening::StepBackAsked => self.look_later(),
            Happening::Look(generation) if generation == self.generation => self.replace(),
            Happening::Worker(..) | Happening::Look(_) => {}
        }
    }

    fn attach(&mut self) {
        self.generation += 1;
        self.state = WorkerState::Loading;
        let (happenings, generation) = (self.happenings.clone(), self.generation);
        self.worker = EngineWorker::attach(move |event| {
            put(&happenings, Happening::Worker(generation, event));
        });
        if self.worker.is_none() {
            self.stand(Standing::Blocked(StorageProblem::Unavailable));
        }
    }

    fn take(&mut self, message: Message) {
        let message = match message {
            Message::Input(Input::Request { id, request }) => {
                match self.standing.answer(&request) {
                    Some(outcome) => return self.registry.settle(id, outcome),
                    None => ToWorker::Request { id, request },
                }
            }
            Message::Input(Input::Resumed) => ToWorker::Resumed,
            Message::TakeOver => ToWorker::TakeOver,
            Message::Input(_) | Message::StepBack | Message::Stop => return,
        };
        match (&self.worker, self.state) {
            (Some(worker), WorkerState::Ready | WorkerState::Holding) => worker.post(&message),
            _ => self.held_back.push(message),
        }
    }

    fn hear(&mut self, event: WorkerEvent) {
        match event {
            WorkerEvent::Says(FromWorker::Ready) => self.ready(),
            WorkerEvent::Says(FromWorker::Holding) => self.state = WorkerState::Holding,
            WorkerEvent::Says(FromWorker::Reply { id, outcome }) => {
                self.failures = 0;
                self.registry.settle(id, outcome);
            }
            WorkerEvent::Says(FromWorker::Event(event)) => self.registry.announce(&event),
            WorkerEvent::Says(FromWorker::Finished) => self.replace(),
            WorkerEvent::Failed => {
                self.failures += 1;
                if self.failures < FAILURES {
                    self.replace();
                } else {
                    self.end_worker();
                    self.stand(Standing::Blocked(StorageProblem::Io));
                }
            }
        }
    }

    /// From now on the worker answers for itself.
    fn ready(&mut self) {
        self.state = WorkerState::Ready;
        self.standing = Standing::Running;
        if let Some(worker) = &self.worker {
            for message in self.held_back.drain(..) {
                worker.post(&message);
            }
        }
    }

    /// The worker hears the other tab too; one that hangs does not.
    fn look_later(&self) {
        if self.state == WorkerState::Holding {
            let (happenings, generation) = (self.happenings.clone(), self.generation);
            clock::spawn(async move {
                clock::sleep(HANG_MS).await;
                put(&happenings, Happening::Look(generation));
            });
        }
    }

    fn replace(&mut self) {
        self.end_worker();
        self.stand(Standing::Starting);
        EngineWorker::start_fresh();
        self.attach();
    }

    fn end_worker(&mut self) {
        if let Some(worker) = self.worker.take() {
            worker.end();
        }
        self.held_back.clear();
        self.registry.interrupt_all();
    }

    fn stand(&mut self, standing: Standing) {
        self.standing = standing;
        if let Some(session) = standing.session() {
            self.registry.announce(&Event::Session(session));
        }
    }
}

fn put(happenings: &UnboundedSender<Happening>, happening: Happening) {
    // The watch lives as long as the page.
    let _ = happenings.unbounded_send(happening);
}
