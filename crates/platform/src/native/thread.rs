//! The thread that owns the engine.

use std::{rc::Rc, sync::Arc, thread};

use futures_channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use futures_util::StreamExt as _;
use handrail_engine::{
    api::{Event, StorageProblem},
    io::{Input, RequestId},
};

use super::directory::{self, DirectoryError, DirectoryLock};
use crate::{
    core::EngineCore,
    driver::{Durability, Ending, drive},
    errands::{Errands, Screens},
    handle::EngineHandle,
    launch::StartOptions,
    message::Message,
    places::Places,
    registry::{Outcome, Registry},
    standing::Standing,
};

/// Starts a thread with the engine that `make` opens there.
pub(crate) fn start_with<E: EngineCore>(
    options: StartOptions,
    make: impl FnMut(&StartOptions, &Places) -> E + Send + 'static,
) -> EngineHandle {
    let (sender, inbox) = unbounded();
    let registry = Arc::new(Registry::default());
    let handle = EngineHandle::new(sender.clone(), Arc::clone(&registry));
    let spawned = thread::Builder::new()
        .name("handrail-engine".into())
        .spawn({
            let registry = Arc::clone(&registry);
            move || run_thread(&options, make, &registry, sender, inbox)
        });
    if spawned.is_err() {
        registry.interrupt_all();
    }
    handle
}

/// A desktop has no workers: does nothing.
pub(crate) fn run_worker_with<E: EngineCore>(
    options: StartOptions,
    make: impl FnOnce(&StartOptions, &Places) -> E,
) {
    drop((options, make));
}

/// Starts work beside the engine, on its thread.
pub(crate) fn spawn(work: impl Future<Output = ()> + 'static) {
    tokio::task::spawn_local(work);
}

fn run_thread<E: EngineCore>(
    options: &StartOptions,
    make: impl FnMut(&StartOptions, &Places) -> E,
    registry: &Arc<Registry>,
    sender: UnboundedSender<Message>,
    inbox: UnboundedReceiver<Message>,
) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    if let Ok(runtime) = runtime {
        let screens = Rc::new(OwnScreens(Arc::clone(registry)));
        let host = Host {
            screens,
            sender,
            inbox,
        };
        let work = host.run(options, make);
        tokio::task::LocalSet::new().block_on(&runtime, work);
    }
    registry.interrupt_all();
}

/// SQLite has flushed the files before a commit returns.
struct FlushedBySqlite;

impl Durability for FlushedBySqlite {
    async fn settle(&mut self) -> Result<(), StorageProblem> {
        Ok(())
    }
}

struct OwnScreens(Arc<Registry>);

impl Screens for OwnScreens {
    fn reply(&self, id: RequestId, outcome: Outcome) {
        self.0.settle(id, outcome);
    }

    fn announce(&self, event: Event) {
        self.0.announce(&event);
    }
}

struct Host {
    screens: Rc<OwnScreens>,
    sender: UnboundedSender<Message>,
    inbox: UnboundedReceiver<Message>,
}

impl Host {
    async fn run<E: EngineCore>(
        mut self,
        options: &StartOptions,
        mut make: impl FnMut(&StartOptions, &Places) -> E,
    ) {
        let Some(directory) = directory::choose(options.data_directory.clone()) else {
            self.wait(Standing::Blocked(StorageProblem::Unavailable))
                .await;
            return;
        };
        let mut unanswered = false;
        loop {
            match DirectoryLock::take(&directory) {
                Ok(lock) => {
                    let mut engine = make(options, &directory::places(&directory));
                    let ending = self.drive(&mut engine).await;
                    drop(lock);
                    if ending == Ending::Stopped {
                        return;
                    }
                }
                Err(DirectoryError::InUse) => {
                    let standing = Standing::OpenElsewhere { unanswered };
                    if self.wait(standing).await == Wish::Stop {
                        return;
                    }
                    unanswered = true;
                }
                Err(DirectoryError::Unusable(problem)) => {
                    if self.wait(Standing::Blocked(problem)).await == Wish::Stop {
                        return;
                    }
                }
            }
        }
    }

    async fn drive(&mut self, engine: &mut dyn EngineCore) -> Ending {
        let screens: Rc<dyn Screens> = Rc::<OwnScreens>::clone(&self.screens);
        let mut errands = Errands::new(screens, self.sender.clone());
        drive(engine, &mut FlushedBySqlite, &mut errands, &mut self.inbox).await
    }

    /// Answers for the engine that is not there, until a screen wants another
    /// try.
    async fn wait(&mut self, standing: Standing) -> Wish {
        if let Some(session) = standing.session() {
            self.screens.announce(Event::Session(session));
        }
        while let Some(message) = self.inbox.next().await {
            match message {
                Message::Input(Input::Request { id, request }) => {
                    if let Some(outcome) = standing.answer(&request) {
                        self.screens.reply(id, outcome);
                    }
                }
                Message::Input(_) | Message::StepBack => {}
                Message::TakeOver => return Wish::TryAgain,
                Message::Stop => return Wish::Stop,
            }
        }
        Wish::Stop
    }
}

/// What ended a wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    /// A screen asked to take over.
    TryAgain,
    /// Nobody listens any more.
    Stop,
}

#[cfg(test)]
mod tests;
