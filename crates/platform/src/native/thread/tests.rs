use std::{
    io::{Read as _, Write as _},
    net::{TcpListener, TcpStream},
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use futures_util::{StreamExt as _, future::join_all};
use handrail_engine::{
    api::{Command, EngineError, Event, Query, Reply, Request, SessionView, Topic},
    io::{
        Clock, HttpReply, HttpRequest, Input, Method, Output, RequestId, TransportError, WakeStream,
    },
};
use rand_core::CryptoRng;

use super::*;

/// An engine whose drafts are orders to the world: the key says what, the
/// value is an address. It replies when the world has answered.
#[derive(Default)]
struct Errand {
    asked: Option<RequestId>,
    ticks: u32,
    closed: Arc<AtomicBool>,
}

impl EngineCore for Errand {
    fn handle(&mut self, input: Input, _: Clock, rng: &mut dyn CryptoRng) -> Vec<Output> {
        assert_ne!([rng.next_u64(), rng.next_u64()], [0, 0]);
        match input {
            Input::Request { id, request } => self.ask(id, request),
            Input::Http { result, .. } => self.answer(Reply::Draft(Some(told(result)))),
            Input::Tick if self.ticks > 0 => {
                self.ticks -= 1;
                vec![Output::TickAfter(0)]
            }
            Input::Tick => self.answer(Reply::Done),
            Input::Wake => vec![Output::Event(Event::Changed(vec![Topic::People]))],
            Input::Resumed => Vec::new(),
        }
    }

    fn close(&mut self) {
        self.closed.store(true, Ordering::SeqCst);
    }
}

impl Errand {
    fn ask(&mut self, id: RequestId, request: Request) -> Vec<Output> {
        match request {
            Request::Query(Query::Session) => vec![Output::Reply {
                id,
                result: Ok(Reply::Session(SessionView::Empty)),
            }],
            Request::Command(Command::SaveDraft { key, json }) => {
                self.asked = Some(id);
                match key.as_str() {
                    "fetch" => vec![Output::Http(get(json))],
                    "wake" => vec![Output::WakeStream(Some(WakeStream {
                        url: json,
                        authorization: "Bearer wake".into(),
                    }))],
                    "break" => panic!("as ordered"),
                    _ => {
                        self.ticks = 20;
                        vec![Output::TickAfter(0)]
                    }
                }
            }
            _ => vec![Output::Reply {
                id,
                result: Err(EngineError::Locked),
            }],
        }
    }

    fn answer(&mut self, reply: Reply) -> Vec<Output> {
        let id = self.asked.take().unwrap();
        vec![Output::Reply {
            id,
            result: Ok(reply),
        }]
    }
}

fn get(url: String) -> HttpRequest {
    HttpRequest {
        id: 7,
        method: Method::Get,
        url,
        authorization: Some("Bearer token".into()),
        content_type: None,
        body: Vec::new(),
        timeout_ms: 300,
        max_reply_bytes: 64,
    }
}

fn told(result: Result<HttpReply, TransportError>) -> String {
    match result {
        Ok(reply) => format!(
            "{} {} {}",
            reply.status,
            reply.content_type,
            String::from_utf8_lossy(&reply.body)
        ),
        Err(error) => format!("{error:?}"),
    }
}

fn start(directory: &Path) -> EngineHandle {
    start_with(options(directory), |_, _| Errand::default())
}

fn options(directory: &Path) -> StartOptions {
    StartOptions {
        app_version: "1".into(),
        default_device_name: "test".into(),
        data_directory: Some(directory.to_owned()),
    }
}

fn order(key: &str, value: &str) -> Request {
    Request::Command(Command::SaveDraft {
        key: key.into(),
        json: value.into(),
    })
}

fn wait<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(work)
}

/// Serves each connection with what `serve` writes; returns the address.
fn server(serve: impl Fn(&mut TcpStream, String) + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut head = Vec::new();
            let mut byte = [0];
            while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).unwrap() == 1 {
                head.push(byte[0]);
            }
            serve(&mut stream, String::from_utf8(head).unwrap());
        }
    });
    address
}

#[test]
fn the_session_is_announced_and_requests_are_answered() {
    let place = tempfile::tempdir().unwrap();
    let engine = start(place.path());
    let mut events = engine.subscribe();
    wait(async {
        let session = Reply::Session(SessionView::Empty);
        let asked = engine.request(Request::Query(Query::Session));
        assert_eq!(asked.await, Ok(session));
        let refused = engine.request(Request::Query(Query::Today)).await;
        assert_eq!(refused, Err(EngineError::Locked));
    });
    drop(engine);
    // The thread may have announced before we subscribed; never anything else.
    while let Ok(event) = events.try_recv() {
        assert_eq!(event, Event::Session(SessionView::Empty));
    }
}

#[test]
fn requests_are_served_between_the_slices_of_long_work() {
    let place = tempfile::tempdir().unwrap();
    let engine = start(place.path());
    wait(async {
        let long = engine.request(order("tick", ""));
        let short = (0..5).map(|_| engine.request(Request::Query(Query::Today)));
        let (long, short) = futures_util::join!(long, join_all(short));
        assert_eq!(long, Ok(Reply::Done));
        assert!(short.iter().all(|reply| *reply == Err(EngineError::Locked)));
    });
}

#[test]
fn the_engine_is_closed_when_the_last_handle_goes() {
    let place = tempfile::tempdir().unwrap();
    let closed = Arc::new(AtomicBool::new(false));
    let engine = start_with(options(place.path()), {
        let closed = Arc::clone(&closed);
        move |_, _| Errand {
            closed: Arc::clone(&closed),
            ..Errand::default()
        }
    });
    let mut events = engine.subscribe();
    wait(async {
        let asked = engine.request(Request::Query(Query::Session));
        assert_eq!(asked.await, Ok(Reply::Session(SessionView::Empty)));
        drop(engine);
        // The registry goes with the thread.
        while events.next().await.is_some() {}
    });
    assert!(closed.load(Ordering::SeqCst));
}

#[test]
fn a_second_program_is_told_and_gets_the_files_when_the_first_ends() {
    let place = tempfile::tempdir().unwrap();
    let first = start(place.path());
    wait(async {
        let here = first.request(Request::Query(Query::Session)).await;
        assert_eq!(here, Ok(Reply::Session(SessionView::Empty)));

        let second = start(place.path());
        let session = || second.request(Request::Query(Query::Session));
        assert_eq!(
            session().await,
            Ok(Reply::Session(SessionView::OpenElsewhere {
                unanswered: false
            }))
        );
        assert_eq!(
            second.request(Request::Query(Query::Today)).await,
            Err(EngineError::Interrupted)
        );

        let mut events = second.subscribe();
        second.take_over();
        assert_eq!(
            events.next().await,
            Some(Event::Session(SessionView::OpenElsewhere {
                unanswered: true
            }))
        );

        let mut first_events = first.subscribe();
        drop(first);
        while first_events.next().await.is_some() {}
        second.take_over();
        assert_eq!(
            events.next().await,
            Some(Event::Session(SessionView::Empty))
        );
    });
}

#[test]
fn an_engine_that_broke_is_opened_anew_and_who_waited_is_told() {
    let place = tempfile::tempdir().unwrap();
    let engine = start(place.path());
    wait(async {
        for _ in 0..RESTARTS {
            let broken = engine.request(order("break", "")).await;
            assert_eq!(broken, Err(EngineError::Interrupted));
            assert_eq!(
                engine.request(Request::Query(Query::Session)).await,
                Ok(Reply::Session(SessionView::Empty))
            );
        }
        let broken = engine.request(order("break", "")).await;
        assert_eq!(broken, Err(EngineError::Interrupted));
        assert_eq!(
            engine.request(Request::Query(Query::Session)).await,
            Ok(Reply::Session(SessionView::Blocked(StorageProblem::Io)))
        );
    });
}

#[test]
fn a_directory_that_cannot_be_used_blocks_with_a_reason() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("file");
    std::fs::write(&file, b"").unwrap();
    let engine = start(&file);
    wait(async {
        let problem = StorageProblem::Io;
        assert_eq!(
            engine.request(Request::Query(Query::Session)).await,
            Ok(Reply::Session(SessionView::Blocked(problem)))
        );
        assert_eq!(
            engine.request(Request::Query(Query::Today)).await,
            Err(EngineError::Storage(problem))
        );
    });
}

#[test]
fn an_http_answer_comes_back_whole_and_within_its_limits() {
    let address = server(|stream, head| {
        let path = head.split(' ').nth(1).unwrap();
        let answer = match path {
            "/whole" => {
                assert!(head.contains("authorization: Bearer token"), "{head}");
                "HTTP/1.1 409 Conflict\r\ncontent-type: Application/CBOR; x=1\r\n\
                 content-length: 4\r\n\r\nbody"
                    .to_owned()
            }
            "/long" => format!(
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n50\r\n{}\r\n0\r\n\r\n",
                "x".repeat(80)
            ),
            "/broken" => "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nbody".to_owned(),
            "/moved" => {
                "HTTP/1.1 302 Found\r\nlocation: /whole\r\ncontent-length: 0\r\n\r\n".into()
            }
            _ => {
                // Says nothing until the client gives up.
                let _ = stream.read(&mut [0]);
                return;
            }
        };
        stream.write_all(answer.as_bytes()).unwrap();
    });
    let place = tempfile::tempdir().unwrap();
    let engine = start(place.path());
    let fetch = |url: String| engine.request(order("fetch", &url));
    wait(async {
        for (url, answer) in [
            (format!("{address}/whole"), "409 application/cbor body"),
            (format!("{address}/long"), "TooLong"),
            (format!("{address}/broken"), "Unreachable"),
            (format!("{address}/moved"), "302  "),
            (format!("{address}/silent"), "TimedOut"),
            ("http://127.0.0.1:1/".into(), "Unreachable"),
            ("not an address".into(), "Unreachable"),
        ] {
            assert_eq!(
                fetch(url.clone()).await,
                Ok(Reply::Draft(Some(answer.into()))),
                "{url}"
            );
        }
    });
}

#[test]
fn each_event_of_the_wake_stream_reaches_the_engine_also_after_it_broke() {
    let address = server(|stream, head| {
        assert!(head.contains("authorization: Bearer wake"), "{head}");
        let answer = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n\
                      : hello\n\nevent: advanced\ndata: 7\n\n";
        stream.write_all(answer.as_bytes()).unwrap();
    });
    let place = tempfile::tempdir().unwrap();
    let engine = start(place.path());
    let mut events = engine.subscribe();
    wait(async {
        let _asked = engine.request(order("wake", &address));
        futures_util::pin_mut!(_asked);
        let _ = futures_util::poll!(_asked.as_mut());
        let mut wakes = 0;
        while wakes < 2 {
            match events.next().await {
                Some(Event::Changed(_)) => wakes += 1,
                Some(Event::Session(_)) => {}
                other => panic!("{other:?}"),
            }
        }
    });
}
