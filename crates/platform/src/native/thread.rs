//! The thread that owns the engine.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    thread,
};

use futures_channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use handrail_engine::api::StorageProblem;
use tokio::{runtime, task::LocalSet};

use super::{
    ending::ENGINES,
    host::{Host, Wish},
};
use crate::{
    core::EngineCore, handle::EngineHandle, launch::StartOptions, message::Message, places::Places,
    registry::Registry, standing::Standing,
};

/// From the screens to the engine's thread.
pub(crate) type Outlet = UnboundedSender<Message>;

/// So often an engine that broke is opened anew.
const RESTARTS: u32 = 3;

/// Starts a thread with the engine that `make` opens there.
pub(crate) fn start_with<E: EngineCore>(
    options: StartOptions,
    make: impl FnMut(&StartOptions, &Places) -> E + Send + 'static,
) -> EngineHandle {
    let (sender, inbox) = unbounded();
    let registry = Arc::new(Registry::default());
    let handle = EngineHandle::new(sender.clone(), Arc::clone(&registry));
    let run = ENGINES.begin();
    let spawned = thread::Builder::new()
        .name("handrail-engine".into())
        .spawn({
            let registry = Arc::clone(&registry);
            move || {
                let _run = run;
                run_thread(&options, make, &registry, sender, inbox);
            }
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
    mut make: impl FnMut(&StartOptions, &Places) -> E,
    registry: &Arc<Registry>,
    sender: UnboundedSender<Message>,
    inbox: UnboundedReceiver<Message>,
) {
    let mut host = Host::new(Arc::clone(registry), sender, inbox);
    if let Ok(runtime) = runtime::Builder::new_current_thread().enable_all().build() {
        let mut restarts = 0;
        loop {
            // What an engine leaves behind when it breaks is on disk, and whole.
            let run = AssertUnwindSafe(|| {
                LocalSet::new().block_on(&runtime, host.run(options, &mut make));
            });
            if catch_unwind(run).is_ok() {
                break;
            }
            registry.interrupt_all();
            restarts += 1;
            let blocked = Standing::Blocked(StorageProblem::Io);
            if restarts > RESTARTS && runtime.block_on(host.wait(blocked)) == Wish::Stop {
                break;
            }
        }
    }
    registry.interrupt_all();
}

#[cfg(test)]
mod tests;
