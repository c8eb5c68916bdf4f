//! The web app's files, served from a directory.

mod kind;

use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::UNIX_EPOCH;

use axum::body::{Body, Bytes};
use axum::http::header::{
    ACCEPT, ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, HeaderName,
    IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, Method, Response, StatusCode};

/// The page that starts the app.
const INDEX: &str = "index.html";
/// More than a built app has.
const FILES_KEPT: usize = 512;
const FOREVER: &str = "public, max-age=31536000, immutable";
const ASK_EVERY_TIME: &str = "no-cache";

/// Said with every answer to `/v1/...`: bytes for a program, which no browser may take for
/// anything else. Small, for a phone pays for each byte of each answer.
pub const SECURITY_HEADERS_OF_DATA: [(&str, &str); 2] = [
    ("cross-origin-resource-policy", "same-origin"),
    ("x-content-type-options", "nosniff"),
];

/// Said with every file, and with every other answer but those to `/v1/...`.
pub const SECURITY_HEADERS: [(&str, &str); 8] = [
    (
        "content-security-policy",
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; \
         style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; \
         base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
    ),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "no-referrer"),
    (
        "permissions-policy",
        "camera=(self), clipboard-write=(self), geolocation=(), microphone=(), payment=(), \
         publickey-credentials-create=(self), publickey-credentials-get=(self), usb=()",
    ),
];

/// Serves files below one directory, and nothing else.
#[derive(Clone, Debug)]
pub struct StaticFiles {
    root: Arc<Path>,
    kept: Arc<Mutex<Kept>>,
}

/// Tag and content of files by their path.
type Kept = HashMap<PathBuf, (String, Bytes)>;

struct Found {
    path: PathBuf,
    encoding: Option<&'static str>,
    tag: String,
}

impl StaticFiles {
    /// # Errors
    /// When `root` is not a directory that can be read.
    pub fn new(root: &Path) -> std::io::Result<Self> {
        let root = root.canonicalize()?;
        std::fs::read_dir(&root)?;
        Ok(Self {
            root: root.into(),
            kept: Arc::default(),
        })
    }

    /// Answers `GET` and `HEAD`. Blocks on the file system.
    pub fn answer(&self, method: &Method, path: &str, headers: &HeaderMap) -> Response<Body> {
        if method != Method::GET && method != Method::HEAD {
            return plain(StatusCode::METHOD_NOT_ALLOWED);
        }
        let Some(name) = kind::safe_path(path) else {
            return plain(StatusCode::NOT_FOUND);
        };
        let name = if name.as_os_str().is_empty() {
            PathBuf::from(INDEX)
        } else {
            name
        };
        let asked = accepted_encodings(headers);
        let (name, found) = match self.find(&name, asked) {
            Some(found) => (name, found),
            None if is_navigation(&name, headers) => match self.find(Path::new(INDEX), asked) {
                Some(found) => (PathBuf::from(INDEX), found),
                None => return plain(StatusCode::NOT_FOUND),
            },
            None => return plain(StatusCode::NOT_FOUND),
        };
        let cache = if kind::is_named_by_content(&name) {
            FOREVER
        } else {
            ASK_EVERY_TIME
        };
        let mut response = plain(StatusCode::OK);
        let same = headers
            .get(IF_NONE_MATCH)
            .is_some_and(|held| held.as_bytes() == found.tag.as_bytes());
        if same {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
        } else {
            match self.content(&found) {
                Ok(bytes) => *response.body_mut() = Body::from(bytes),
                Err(_) => return plain(StatusCode::NOT_FOUND),
            }
        }
        let out = response.headers_mut();
        out.insert(
            CONTENT_TYPE,
            HeaderValue::from_static(kind::content_type(&name)),
        );
        out.insert(CACHE_CONTROL, HeaderValue::from_static(cache));
        out.insert(VARY, HeaderValue::from_static("accept-encoding"));
        set(out, ETAG, &found.tag);
        if let Some(encoding) = found.encoding {
            out.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        response
    }

    /// The bytes of a file: the same memory for all who are being sent it.
    fn content(&self, found: &Found) -> std::io::Result<Bytes> {
        let held = self.kept().get(&found.path).cloned();
        if let Some((tag, bytes)) = held
            && tag == found.tag
        {
            return Ok(bytes);
        }
        let bytes = Bytes::from(std::fs::read(&found.path)?);
        let mut kept = self.kept();
        if kept.len() >= FILES_KEPT {
            kept.clear();
        }
        kept.insert(found.path.clone(), (found.tag.clone(), bytes.clone()));
        Ok(bytes)
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The best stored form of a file that the client takes.
    fn find(&self, name: &Path, encodings: [Option<&'static str>; 2]) -> Option<Found> {
        for (encoding, suffix) in encodings
            .into_iter()
            .flatten()
            .map(|name| (name, suffix_of(name)))
        {
            let mut stored = name.as_os_str().to_owned();
            stored.push(suffix);
            if let Some((path, tag)) = self.file(Path::new(&stored), suffix) {
                return Some(Found {
                    path,
                    encoding: Some(encoding),
                    tag,
                });
            }
        }
        let (path, tag) = self.file(name, "")?;
        Some(Found {
            path,
            encoding: None,
            tag,
        })
    }

    fn file(&self, name: &Path, suffix: &str) -> Option<(PathBuf, String)> {
        // Follows links only while they stay below the root.
        let path = self.root.join(name).canonicalize().ok()?;
        if !path.starts_with(&self.root) {
            return None;
        }
        let meta = path.metadata().ok().filter(std::fs::Metadata::is_file)?;
        let changed = meta
            .modified()
            .ok()?
            .duration_since(UNIX_EPOCH)
            .ok()?
            .as_nanos();
        Some((path, format!("\"{:x}-{changed:x}{suffix}\"", meta.len())))
    }
}

fn suffix_of(encoding: &str) -> &'static str {
    if encoding == "br" { ".br" } else { ".gz" }
}

/// Which of the stored compressed forms the client takes, best first.
fn accepted_encodings(headers: &HeaderMap) -> [Option<&'static str>; 2] {
    let header = headers
        .get(ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("");
    let takes = |wanted: &str| {
        header.split(',').any(|offer| {
            let mut parts = offer.split(';').map(str::trim);
            let named = parts
                .next()
                .is_some_and(|name| name.eq_ignore_ascii_case(wanted));
            let refused = parts.any(|weight| {
                weight
                    .strip_prefix("q=")
                    .is_some_and(|q| q.trim_matches(['0', '.']).is_empty())
            });
            named && !refused
        })
    };
    [takes("br").then_some("br"), takes("gzip").then_some("gzip")]
}

/// Whether a person is going to a page of the app, which the app's router will show.
fn is_navigation(name: &Path, headers: &HeaderMap) -> bool {
    let wants_page = headers
        .get(ACCEPT)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|accept| accept.contains("text/html"));
    let below_assets = name.components().next() == Some(Component::Normal("assets".as_ref()));
    wants_page && name.extension().is_none() && !below_assets
}

fn plain(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}
