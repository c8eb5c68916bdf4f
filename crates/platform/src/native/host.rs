//! What runs on the engine's thread.

use std::{rc::Rc, sync::Arc};

use futures_channel::mpsc::{UnboundedReceiver, UnboundedSender};
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
    launch::StartOptions,
    message::Message,
    places::Places,
    registry::{Outcome, Registry},
    standing::Standing,
};

/// SQLite has flushed the files before a commit returns.
struct FlushedBySqlite;

impl Durability for FlushedBySqlite {
    async fn settle(&mut self) -> Result<(), StorageProblem> {
        Ok(())
    }
}

/// The screens of this program.
struct OwnScreens(Arc<Registry>);

impl Screens for OwnScreens {
    fn reply(&self, id: RequestId, outcome: Outcome) {
        self.0.settle(id, outcome);
    }

    fn announce(&self, event: Event) {
        self.0.announce(&event);
    }
}

/// Runs one engine after another on the directory, and answers in between.
pub(super) struct Host {
    screens: Rc<OwnScreens>,
    sender: UnboundedSender<Message>,
    inbox: UnboundedReceiver<Message>,
}

impl Host {
    pub(super) fn new(
        registry: Arc<Registry>,
        sender: UnboundedSender<Message>,
        inbox: UnboundedReceiver<Message>,
    ) -> Self {
        Self {
            screens: Rc::new(OwnScreens(registry)),
            sender,
            inbox,
        }
    }

    /// Returns when nobody listens any more.
    pub(super) async fn run<E: EngineCore>(
        &mut self,
        options: &StartOptions,
        make: &mut impl FnMut(&StartOptions, &Places) -> E,
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
    pub(super) async fn wait(&mut self, standing: Standing) -> Wish {
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
pub(super) enum Wish {
    /// A screen asked to take over.
    TryAgain,
    /// Nobody listens any more.
    Stop,
}
