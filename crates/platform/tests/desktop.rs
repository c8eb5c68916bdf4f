//! The real engine on its thread, with files in a directory.

use futures_util::StreamExt as _;
use handrail_engine::api::{
    Command, EngineError, Event, Query, Reply, Request, SessionView, StorageProblem,
};
use handrail_platform::{EngineHandle, StartOptions, start};

const PASSPHRASE: &str = "long enough words";

fn options(directory: &std::path::Path) -> StartOptions {
    StartOptions {
        app_version: "0.1.0".into(),
        default_device_name: "Office desktop".into(),
        data_directory: Some(directory.to_owned()),
    }
}

/// `None` when the engine did not tell.
async fn session(engine: &EngineHandle) -> Option<SessionView> {
    match engine.request(Request::Query(Query::Session)).await {
        Ok(Reply::Session(session)) => Some(session),
        _ => None,
    }
}

async fn unlock(engine: &EngineHandle, passphrase: &str) -> Result<Reply, EngineError> {
    let command = Command::Unlock {
        passphrase: passphrase.into(),
    };
    engine.request(Request::Command(command)).await
}

/// Returns when the engine's thread has closed its files.
async fn stop(engine: EngineHandle) {
    let mut events = engine.subscribe();
    drop(engine);
    while events.next().await.is_some() {}
}

#[tokio::test]
async fn an_agency_founded_on_a_desktop_is_there_after_a_restart() {
    let place = tempfile::tempdir().unwrap();
    let engine = start(options(place.path()));
    assert_eq!(session(&engine).await, Some(SessionView::Empty));
    let founding = Command::FoundAgency {
        agency_name: "Riverbend".into(),
        own_name: "Avery".into(),
        passphrase: PASSPHRASE.into(),
        relay: None,
    };
    let founded = engine.request(Request::Command(founding)).await;
    assert!(matches!(founded, Ok(Reply::RecoveryKit(_))), "{founded:?}");
    stop(engine).await;

    let engine = start(options(place.path()));
    assert!(matches!(
        session(&engine).await,
        Some(SessionView::Locked {
            failed_tries: 0,
            ..
        })
    ));
    let events = engine.subscribe();
    let wrong = unlock(&engine, "not these words").await;
    assert!(
        matches!(wrong, Err(EngineError::WrongPassphrase { .. })),
        "{wrong:?}"
    );
    assert!(unlock(&engine, PASSPHRASE).await.is_ok());
    let Some(SessionView::Unlocked(view)) = session(&engine).await else {
        panic!("still locked");
    };
    assert_eq!(view.own_name, "Avery");
    let announced = events
        .any(|event| async move { matches!(event, Event::Session(SessionView::Unlocked(_))) });
    assert!(announced.await);
    stop(engine).await;
}

#[tokio::test]
async fn a_file_that_is_not_ours_blocks_and_stays_as_it_is() {
    let place = tempfile::tempdir().unwrap();
    let lock = place.path().join("lock.db");
    std::fs::write(&lock, [b'x'; 9_000]).unwrap();
    let engine = start(options(place.path()));
    let seen = session(&engine).await;
    assert!(
        matches!(
            seen,
            Some(SessionView::Blocked(
                StorageProblem::Foreign | StorageProblem::Damaged
            ))
        ),
        "{seen:?}"
    );
    stop(engine).await;
    assert_eq!(std::fs::read(&lock).unwrap(), [b'x'; 9_000]);
}
