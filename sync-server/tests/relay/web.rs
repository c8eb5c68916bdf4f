//! The web app's files: types, caching, compression, headers, and nothing outside.

use std::fs;
use std::io::Write;
use std::path::Path;

use handrail_relay::shell::{SECURITY_HEADERS, SECURITY_HEADERS_OF_DATA};

use crate::carriers::{HttpAnswer, Process};

const HASHED: &str = "/assets/app-dxh4f1c2a9b0d3.wasm";

struct Site {
    _data: tempfile::TempDir,
    web: tempfile::TempDir,
    relay: Process,
}

fn put(root: &Path, name: &str, content: &[u8]) {
    let path = root.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

fn site() -> Site {
    let (data, web) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let root = web.path().join("public");
    put(&root, "index.html", b"<!doctype html>start");
    put(&root, "sw.js", b"worker");
    put(&root, "manifest.webmanifest", b"{}");
    put(&root, &HASHED[1..], b"\0asm plain");
    put(&root, &format!("{}.br", &HASHED[1..]), b"brotli bytes");
    put(&root, &format!("{}.gz", &HASHED[1..]), b"gzip bytes");
    put(&root, ".secret", b"hidden");
    put(web.path(), "outside.txt", b"outside");
    std::os::unix::fs::symlink(web.path().join("outside.txt"), root.join("link.txt")).unwrap();
    let relay = Process::start(data.path(), &["--web", root.to_str().unwrap()]);
    Site {
        _data: data,
        web,
        relay,
    }
}

impl Site {
    fn ask(&self, verb: &str, path: &str, headers: &str) -> HttpAnswer {
        let mut stream = self.relay.connect();
        let head =
            format!("{verb} {path} HTTP/1.1\r\nhost: r\r\nconnection: close\r\n{headers}\r\n");
        stream.write_all(head.as_bytes()).unwrap();
        if verb == "HEAD" {
            HttpAnswer::read_head(&mut stream).unwrap()
        } else {
            HttpAnswer::read(&mut stream).unwrap()
        }
    }

    fn get(&self, path: &str) -> HttpAnswer {
        self.ask("GET", path, "")
    }
}

#[test]
fn the_start_page_is_asked_for_every_time_and_hashed_files_never_again() {
    let site = site();
    for path in ["/", "/index.html", "/sw.js", "/manifest.webmanifest"] {
        let answer = site.get(path);
        assert_eq!(
            (answer.status, answer.header("cache-control")),
            (200, Some("no-cache")),
            "{path}"
        );
    }
    assert_eq!(site.get("/").body, b"<!doctype html>start");
    let answer = site.get(HASHED);
    assert_eq!(
        answer.header("cache-control"),
        Some("public, max-age=31536000, immutable")
    );
    assert_eq!(answer.header("content-type"), Some("application/wasm"));
    let tag = site.get("/sw.js").header("etag").unwrap().to_owned();
    let again = site.ask("GET", "/sw.js", &format!("if-none-match: {tag}\r\n"));
    assert_eq!((again.status, again.body.len()), (304, 0));
    put(&site.web.path().join("public"), "sw.js", b"a newer worker");
    let newer = site.ask("GET", "/sw.js", &format!("if-none-match: {tag}\r\n"));
    assert_eq!(
        (newer.status, newer.body.as_slice()),
        (200, b"a newer worker".as_slice())
    );
}

#[test]
fn the_best_stored_compression_that_the_browser_takes_is_sent() {
    let site = site();
    for (accepts, encoding, body) in [
        ("", None, b"\0asm plain".as_slice()),
        (
            "accept-encoding: gzip, deflate, br\r\n",
            Some("br"),
            b"brotli bytes",
        ),
        ("accept-encoding: gzip\r\n", Some("gzip"), b"gzip bytes"),
        (
            "accept-encoding: br;q=0, gzip;q=0.5\r\n",
            Some("gzip"),
            b"gzip bytes",
        ),
        ("accept-encoding: identity\r\n", None, b"\0asm plain"),
    ] {
        let answer = site.ask("GET", HASHED, accepts);
        assert_eq!(answer.header("content-encoding"), encoding, "{accepts}");
        assert_eq!(answer.body, body);
        assert_eq!(answer.header("content-type"), Some("application/wasm"));
        assert_eq!(answer.header("vary"), Some("accept-encoding"));
    }
    let head = site.ask("HEAD", HASHED, "");
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(head.header("content-length"), Some("10"));
}

#[test]
fn addresses_of_the_app_give_the_start_page_and_missing_files_do_not() {
    let site = site();
    let page = "accept: text/html,*/*;q=0.8\r\n";
    for path in ["/people", "/people/01hx/timeline", "/join", "/people/"] {
        let answer = site.ask("GET", path, page);
        assert_eq!(
            (answer.status, answer.body.as_slice()),
            (200, b"<!doctype html>start".as_slice())
        );
        assert_eq!(answer.header("cache-control"), Some("no-cache"));
    }
    for (path, headers) in [
        ("/assets/missing.js", page),
        ("/assets/missing", page),
        ("/people", "accept: application/json\r\n"),
        ("/v1", "accept: application/json\r\n"),
    ] {
        assert_eq!(site.ask("GET", path, headers).status, 404, "{path}");
    }
    assert_eq!(
        site.ask("GET", "/v1/nowhere", page).status,
        404,
        "the API has no pages"
    );
    assert_eq!(
        site.ask("POST", "/index.html", "content-length: 0\r\n")
            .status,
        405
    );
}

#[test]
fn nothing_outside_the_directory_is_served() {
    let site = site();
    for path in [
        "/../outside.txt",
        "/%2e%2e/outside.txt",
        "/..%2foutside.txt",
        "/assets/../../outside.txt",
        "/link.txt",
        "/.secret",
        "//etc/passwd",
        "/assets",
    ] {
        let answer = site.ask("GET", path, "accept: */*\r\n");
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.body.is_empty());
    }
}

#[test]
fn every_answer_carries_the_security_headers() {
    let site = site();
    for path in ["/", HASHED, "/assets/missing.js", "/healthz"] {
        let answer = site.get(path);
        for (name, value) in SECURITY_HEADERS {
            assert_eq!(answer.header(name), Some(value), "{path}");
        }
    }
    let answer = site.get("/v1/feed");
    for (name, value) in SECURITY_HEADERS_OF_DATA {
        assert_eq!(answer.header(name), Some(value), "{name}");
    }
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    let policy = site
        .get("/")
        .header("content-security-policy")
        .unwrap()
        .to_owned();
    assert!(policy.contains("script-src 'self' 'wasm-unsafe-eval';"));
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
}
