//! Long work in slices, so that screens are answered in between.

mod import;
mod sample;
mod training;

pub use import::import_open;
pub use training::import_programs;

use crate::api::{Event, ImportProgressView};
use crate::engine::{Engine, Turn};
use crate::io::Output;

/// Long work that is under way or waits to begin.
pub enum Job {
    /// A file was opened; its columns wait to be mapped.
    Opened(import::OpenedFile),
    /// Rows are being imported.
    Importing(import::Import),
    /// The fictional agency is being built.
    Building(sample::Build),
}

impl Job {
    /// How far it is.
    pub fn progress(&self) -> ImportProgressView {
        match self {
            Self::Opened(file) => ImportProgressView {
                done: 0,
                total: file.rows,
            },
            Self::Importing(import) => import.progress(),
            Self::Building(build) => build.progress(),
        }
    }

    /// It has something to do now.
    pub fn is_running(&self) -> bool {
        !matches!(self, Self::Opened(_))
    }
}

/// Does one slice and tells how far it is.
pub fn slice(engine: &mut Engine, turn: &mut Turn<'_>) {
    let Some(job) = engine.take_job() else { return };
    let total = job.progress().total;
    let left = match job {
        Job::Opened(file) => Some(Job::Opened(file)),
        Job::Importing(import) => import::slice(engine, import, turn),
        Job::Building(build) => sample::slice(engine, build, turn),
    };
    if left.is_none() && total > 0 {
        let whole = ImportProgressView { done: total, total };
        turn.outputs.push(Output::Event(Event::Progress(whole)));
    }
    if let Some(job) = left {
        if job.is_running() {
            turn.outputs
                .push(Output::Event(Event::Progress(job.progress())));
        }
        engine.put_job(job);
    }
}

/// Stops an import; what was imported stays.
pub fn cancel(engine: &mut Engine, turn: &mut Turn<'_>) {
    match engine.take_job() {
        Some(Job::Importing(import)) => import::end(engine, import, true, turn),
        Some(Job::Building(build)) => engine.put_job(Job::Building(build)),
        Some(Job::Opened(_)) | None => {}
    }
}

/// Goes on with work that a crash or a lock interrupted.
pub fn resume(engine: &mut Engine, turn: &mut Turn<'_>) {
    sample::resume(engine, turn);
}
