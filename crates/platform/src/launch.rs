//! How a program begins.

use std::path::PathBuf;

use handrail_engine::{Engine, EngineConfig};

use crate::{core::EngineCore, handle::EngineHandle, host, places::Places};

/// What the platform has to know about the app.
#[derive(Debug, Clone)]
pub struct StartOptions {
    /// Version of the app, to show.
    pub app_version: String,
    /// Name of this device until the person chooses one.
    pub default_device_name: String,
    /// Desktop: where the files are. `None` is `$HANDRAIL_DATA`, else
    /// `handrail` in the user's data directory. The web has its own place.
    pub data_directory: Option<PathBuf>,
}

/// Starts the engine on its own thread, or on the web attaches to the worker
/// that runs it. Never blocks and never fails: trouble is told as the session.
pub fn start(options: StartOptions) -> EngineHandle {
    start_with(options, open_engine)
}

/// In the worker of a page: runs the engine as long as the worker lives.
/// Returns at once. Does nothing where [`crate::is_worker`] is false.
pub fn run_engine_worker(options: StartOptions) {
    run_engine_worker_with(options, open_engine);
}

/// Starts an engine, or on the web attaches to the worker that runs it, with
/// `make` opening it where it runs. Never blocks and never fails: trouble is
/// told as the session.
pub fn start_with<E: EngineCore>(
    options: StartOptions,
    make: impl FnMut(&StartOptions, &Places) -> E + Send + 'static,
) -> EngineHandle {
    host::start_with(options, make)
}

/// In the worker of a page: runs the engine that `make` opens, as long as the
/// worker lives. Returns at once. Does nothing where [`crate::is_worker`] is
/// false.
pub fn run_engine_worker_with<E: EngineCore + 'static>(
    options: StartOptions,
    make: impl FnOnce(&StartOptions, &Places) -> E + 'static,
) {
    host::run_worker_with(options, make);
}

fn open_engine(options: &StartOptions, places: &Places) -> Engine {
    let erasing = places.clone();
    Engine::new(EngineConfig {
        lock: places.lock.clone(),
        caseload: places.caseload.clone(),
        erase: Box::new(move |location| erasing.erase(location).map_err(|_| ())),
        compose: host::compose,
        app_version: options.app_version.clone(),
        device_name: options.default_device_name.clone(),
    })
    .with_stopwatch(
        host::LOCK_MEMORY_KIB,
        Box::new(|work| {
            let before = host::now().monotonic;
            work();
            host::now().monotonic.saturating_sub(before)
        }),
    )
}
