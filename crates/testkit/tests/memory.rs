//! What stands in a device's memory before and after it is locked (issue 3,
//! "Secrets"): a process is looked into while it stands still, as who steals a
//! running computer, or gets a crash's dump, could.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test ends where it fails"
)]

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use handrail_engine::StoreLocation;
use handrail_protocol::ItemId;
use handrail_store::LockStore;
use handrail_vault::{LockRecord, Passphrase};

struct Process {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Process {
    fn start(folder: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_locked"))
            .arg(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        Self {
            input: child.stdin.take().unwrap(),
            output: BufReader::new(child.stdout.take().unwrap()),
            child,
        }
    }

    fn tell(&mut self, line: &str) {
        writeln!(self.input, "{line}").unwrap();
    }

    fn wait_for(&mut self, step: &str) {
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        assert_eq!(line.trim(), step);
    }

    /// How often each of these stands in memory that the process may write, with the
    /// mapping of the first.
    fn count(&self, needles: &[(&'static str, Vec<u8>)]) -> Vec<(&'static str, usize, String)> {
        let process = format!("/proc/{}", self.child.id());
        let maps = std::fs::read_to_string(format!("{process}/maps")).unwrap();
        let memory = File::open(format!("{process}/mem")).unwrap();
        let mut found: Vec<_> = needles
            .iter()
            .map(|(name, _)| (*name, 0, String::new()))
            .collect();
        let mut seen = 0;
        for map in maps.lines() {
            let mut columns = map.split_whitespace();
            let (range, rights) = (columns.next().unwrap(), columns.next().unwrap());
            if !rights.starts_with("rw") || map.ends_with("[vvar]") {
                continue;
            }
            let (from, to) = range.split_once('-').unwrap();
            let [from, to] = [from, to].map(|text| u64::from_str_radix(text, 16).unwrap());
            let mut bytes = vec![0; usize::try_from(to - from).unwrap()];
            if memory.read_exact_at(&mut bytes, from).is_err() {
                continue;
            }
            seen += bytes.len();
            for (at, (_, needle)) in needles.iter().enumerate() {
                let here = occurrences(&bytes, needle);
                if here > 0 && found[at].1 == 0 {
                    let place = map.split_whitespace().nth(5).unwrap_or("anonymous");
                    place.clone_into(&mut found[at].2);
                }
                found[at].1 += here;
            }
        }
        assert!(seen > 100_000, "its memory can be read");
        found
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn occurrences(bytes: &[u8], needle: &[u8]) -> usize {
    let first = needle[0];
    let mut count = 0;
    let mut at = 0;
    while let Some(next) = bytes[at..].iter().position(|byte| *byte == first) {
        at += next;
        if bytes[at..].starts_with(needle) {
            count += 1;
        }
        at += 1;
    }
    count
}

/// The key of the database, learned beside the process from a copy of its files.
fn database_key(folder: &Path, passphrase: &str) -> Vec<u8> {
    let copy = tempfile::tempdir().unwrap();
    for file in std::fs::read_dir(folder).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), copy.path().join(file.file_name())).unwrap();
    }
    let lock = StoreLocation::file(copy.path().join("lock.db"));
    let lock = LockStore::open_or_create(&lock).unwrap();
    let record = lock.profile(1).unwrap().unwrap().record;
    let record = LockRecord::from_bytes(&record).unwrap();
    let key = record
        .unlock(&Passphrase::new(passphrase, handrail_vault::nfc))
        .unwrap();
    key.expose().to_vec()
}

#[test]
fn a_locked_device_holds_no_key_no_passphrase_and_no_note_in_its_memory() {
    let folder = tempfile::tempdir().unwrap();
    let word = word(folder.path());
    let passphrase = format!("a quiet place {word}");
    let note = format!("marigold{word}");
    let mut process = Process::start(folder.path());
    process.tell(&passphrase);
    process.tell(&note);
    process.wait_for("open");
    let key = database_key(folder.path(), &passphrase);
    let hex = ItemId::from_slice(&key).unwrap().to_string();
    let needles = [
        ("database key", key),
        ("database key as text", hex.into_bytes()),
        ("passphrase", passphrase.clone().into_bytes()),
        ("note", note.clone().into_bytes()),
    ];

    // They are found where they must be, so that not finding them means something.
    let open = process.count(&needles);
    println!("open: {open:?}");
    assert!(open[0].1 > 0, "the key is in use: {open:?}");
    assert!(open[3].1 > 0, "the note is on a page in use: {open:?}");
    assert_eq!(
        open[2].1, 0,
        "nobody needs the passphrase any more: {open:?}"
    );

    process.tell("go on");
    process.wait_for("locked");
    let locked = process.count(&needles);
    println!("locked: {locked:?}");

    process.tell("go on");
    process.tell(&passphrase);
    process.wait_for("open again");
    let open = process.count(&needles);
    println!("open again: {open:?}");
    assert!(open[0].1 > 0 && open[3].1 > 0, "{open:?}");

    process.tell("go on");
    process.wait_for("locked again");
    let again = process.count(&needles);
    println!("locked again: {again:?}");
    for (name, count, place) in locked.iter().chain(&again) {
        assert_eq!(*count, 0, "{name} stands in {place}: {locked:?}, {again:?}");
    }
}

/// A word that is new each time: nothing of an earlier run is found.
fn word(folder: &Path) -> String {
    let word = ItemId::of(folder.as_os_str().as_encoded_bytes()).to_string();
    word.chars().take(16).collect()
}
