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

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use handrail_engine::StoreLocation;
use handrail_protocol::ItemId;
use handrail_store::{KeyCheck, LockStore, Store};
use handrail_vault::{LockRecord, Passphrase};

struct Process {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Process {
    fn start(folder: &Path, more: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_locked"))
            .arg(folder)
            .args(more)
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
    let mut process = Process::start(folder.path(), &[]);
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

/// A PIN's record as the device keeps it, read beside the process from a copy of its files.
#[derive(minicbor::Decode)]
#[cbor(map)]
struct PinRecord {
    /// Memory in KiB, passes, lanes.
    #[n(1)]
    parameters: (u32, u32, u32),
    #[cbor(n(2), with = "minicbor::bytes")]
    salt: [u8; 16],
    #[cbor(n(4), with = "minicbor::bytes")]
    sealed: [u8; 72],
}

fn pin_record(folder: &Path, key: &[u8]) -> PinRecord {
    let copy = tempfile::tempdir().unwrap();
    for file in std::fs::read_dir(folder).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), copy.path().join(file.file_name())).unwrap();
    }
    let caseload = StoreLocation::file(copy.path().join("caseload.db"));
    let key: &[u8; 32] = key.try_into().unwrap();
    let store = Store::open(&caseload, key, &KeyCheck::of(key)).unwrap();
    let record = store.read().meta("pin").unwrap().unwrap();
    minicbor::decode(&record).unwrap()
}

/// What the PIN becomes, and the key that it seals the database's with, as `docs/protocol.md`
/// says in section 9.
fn made_of_the_pin(pin: &str, record: &PinRecord) -> [Vec<u8>; 2] {
    let (memory, passes, lanes) = record.parameters;
    let parameters = argon2::Params::new(memory, passes, lanes, Some(32)).unwrap();
    let argon = argon2::Argon2::new(
        argon2::Algorithm::Argon2id,
        argon2::Version::V0x13,
        parameters,
    );
    let mut stretched = [0; 32];
    argon
        .hash_password_into(pin.as_bytes(), &record.salt, &mut stretched)
        .unwrap();
    let mut sealing = [0; 32];
    hkdf::Hkdf::<sha2::Sha256>::new(Some(&record.sealed[..24]), &stretched)
        .expand(b"handrail lock v1", &mut sealing)
        .unwrap();
    // These are the bytes that open the database: what is looked for is what there is.
    let aad = [
        &[1][..],
        &memory.to_be_bytes(),
        &passes.to_be_bytes(),
        &lanes.to_be_bytes(),
        &record.salt,
    ]
    .concat();
    let nonce: [u8; 24] = record.sealed[..24].try_into().unwrap();
    let payload = Payload {
        msg: &record.sealed[24..],
        aad: &aad,
    };
    let opened = chacha20poly1305::XChaCha20Poly1305::new((&sealing).into())
        .decrypt(&chacha20poly1305::XNonce::from(nonce), payload);
    assert!(opened.is_ok_and(|key| key.len() == 32));
    [stretched.to_vec(), sealing.to_vec()]
}

/// After a lock by time the device keeps what the PIN opens, and neither the PIN nor anything
/// that follows from it; after a lock by hand, not even that.
#[test]
fn a_device_that_a_pin_may_open_holds_neither_the_pin_nor_what_follows_from_it() {
    let folder = tempfile::tempdir().unwrap();
    let word = word(folder.path());
    let passphrase = format!("a quiet place {word}");
    let note = format!("marigold{word}");
    // Eight digits that nothing else in the process says.
    let digits = u64::from_str_radix(&word[..8], 16).unwrap() % 90_000_000;
    let pin = (10_000_000 + digits).to_string();
    let mut process = Process::start(folder.path(), &["pin"]);
    for line in [&passphrase, &note, &passphrase, &pin] {
        process.tell(line);
    }
    process.wait_for("open");
    let key = database_key(folder.path(), &passphrase);
    let hex = ItemId::from_slice(&key).unwrap().to_string();
    let record = pin_record(folder.path(), &key);
    let [stretched, sealing] = made_of_the_pin(&pin, &record);
    let needles = [
        ("sealed key", record.sealed.to_vec()),
        ("PIN", pin.clone().into_bytes()),
        ("stretched PIN", stretched),
        ("key of the PIN", sealing),
        ("passphrase", passphrase.into_bytes()),
        ("database key", key),
        ("database key as text", hex.into_bytes()),
        ("note", note.into_bytes()),
    ];
    let mut looks = vec![("open", process.count(&needles))];
    for (step, line) in [
        ("locked by time", None),
        ("open by PIN", Some(&pin)),
        ("locked by time", None),
        ("locked", None),
    ] {
        process.tell("go on");
        if let Some(line) = line {
            process.tell(line);
        }
        process.wait_for(step);
        looks.push((step, process.count(&needles)));
    }
    for (step, found) in &looks {
        println!("{step}: {found:?}");
        let is_open = step.starts_with("open");
        for (at, (name, count, place)) in found.iter().enumerate() {
            match at {
                // What is found where it must be says that looking works.
                0 if *step != "locked" => assert!(*count > 0, "{step}: {found:?}"),
                5 | 7 if is_open => assert!(*count > 0, "{name}, {step}: {found:?}"),
                6 if is_open => {}
                _ => assert_eq!(*count, 0, "{step}: {name} stands in {place}: {found:?}"),
            }
        }
    }
}

/// A word that is new each time: nothing of an earlier run is found.
fn word(folder: &Path) -> String {
    let word = ItemId::of(folder.as_os_str().as_encoded_bytes()).to_string();
    word.chars().take(16).collect()
}
