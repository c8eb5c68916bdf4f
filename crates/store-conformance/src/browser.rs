//! The worker's side: runs the suite and posts one message per case, then a last one.

use std::cell::RefCell;

use handrail_store::StoreLocation;
use handrail_store::conformance::{CaseResult, Host, run};
use js_sys::{Array, JsString};
use sqlite_wasm_rs::WasmOsCallback;
use sqlite_wasm_rs::vfs::VfsFilesManager as _;
use sqlite_wasm_vfs::sahpool::{OpfsSAHPoolCfgBuilder, OpfsSAHPoolUtil, install};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

const PRIVATE_FILES: &str = "multipleciphers-opfs-sahpool";
const MEMORY: &str = "multipleciphers-memvfs";
/// A database, its log or journal, and room for cases that open a second one.
const CAPACITY: usize = 8;

/// Runs everything; the page hears of each case.
pub fn start() {
    js_sys::futures::spawn_local(async {
        let outcome = on_private_files().await;
        in_memory();
        post("done", outcome.err().as_deref());
    });
}

async fn on_private_files() -> Result<(), String> {
    let configuration = OpfsSAHPoolCfgBuilder::new()
        .directory("conformance")
        .initial_capacity(CAPACITY)
        .clear_on_init(true)
        .build();
    let pool = install::<WasmOsCallback>(&configuration, false)
        .await
        .map_err(|error| format!("the private file system cannot be used: {error:?}"))?;
    report(
        "private files",
        &run_on(PRIVATE_FILES, |name| remove(&pool, name)),
    );
    Ok(())
}

fn in_memory() {
    report("memory", &run_on(MEMORY, |_| {}));
}

/// Each case gets a database file of its own name.
fn run_on(vfs: &'static str, remove: impl Fn(&str)) -> Vec<CaseResult> {
    let current = RefCell::new(String::new());
    run(&Host {
        fresh: &|name| {
            current.replace(format!("{name}.db"));
            StoreLocation::on_vfs(current.borrow().as_str(), vfs)
        },
        discard: &|_| remove(&current.borrow()),
        reopens: true,
    })
}

/// Frees the pool's slots; a case that failed may have left less than these.
fn remove(pool: &OpfsSAHPoolUtil, name: &str) {
    for suffix in ["", "-wal", "-journal"] {
        let _ = pool.remove(&format!("{name}{suffix}"));
    }
}

fn report(place: &str, results: &[CaseResult]) {
    for case in results {
        let problem = case.outcome.as_ref().err().map(String::as_str);
        post(&format!("{place}: {}", case.name), problem);
    }
}

fn post(name: &str, problem: Option<&str>) {
    let problem = problem.map_or(JsValue::NULL, JsValue::from_str);
    let message = Array::of2(&JsString::from(name).into(), &problem);
    if let Ok(worker) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() {
        // Nobody listens once the page is gone.
        let _ = worker.post_message(&message);
    }
}
