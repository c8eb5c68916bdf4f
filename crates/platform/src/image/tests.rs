use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

/// What IndexedDB holds after applying changes: size and chunks by index.
type Saved = BTreeMap<String, (u64, BTreeMap<u64, Vec<u8>>)>;

fn apply(saved: &mut Saved, changes: Vec<Change>) {
    for change in changes {
        match change {
            Change::Size { file, bytes } => {
                let entry = saved.entry(file).or_default();
                entry.0 = bytes;
                let chunks = bytes.div_ceil(CHUNK_BYTES as u64);
                entry.1.retain(|index, _| *index < chunks);
            }
            Change::Chunk { file, index, bytes } => {
                assert!(bytes.len() <= CHUNK_BYTES);
                saved.get_mut(&file).unwrap().1.insert(index, bytes);
            }
            Change::Gone { file } => {
                saved.remove(&file);
            }
        }
    }
}

fn whole(saved: &Saved, file: &str) -> Option<Vec<u8>> {
    let (size, chunks) = saved.get(file)?;
    let bytes: Vec<u8> = chunks.values().flatten().copied().collect();
    assert_eq!(*size, bytes.len() as u64, "no chunk is missing");
    Some(bytes)
}

fn contents(files: &ImageFiles, name: &str) -> Option<Vec<u8>> {
    let file = files.find(name)?;
    let file = file.borrow();
    let mut bytes = vec![0; usize::try_from(file.size()).unwrap()];
    assert_eq!(file.read(&mut bytes, 0), bytes.len());
    Some(bytes)
}

#[derive(Debug, Clone)]
enum Act {
    Write { at: u64, length: usize, fill: u8 },
    Truncate(u64),
    Replace,
    Remove,
    Settle,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => (0..40_000_u64, 0..20_000_usize, 1..=255_u8)
            .prop_map(|(at, length, fill)| Act::Write { at, length, fill }),
        2 => (0..40_000_u64).prop_map(Act::Truncate),
        1 => Just(Act::Replace),
        1 => Just(Act::Remove),
        3 => Just(Act::Settle),
    ]
}

proptest! {
    #[test]
    fn what_is_written_down_is_what_the_files_hold(acts in prop::collection::vec(act(), 1..40)) {
        let files = ImageFiles::default();
        let mut saved = Saved::new();
        for act in acts {
            let file = files.find("db");
            match act {
                Act::Write { at, length, fill } => {
                    let file = file.unwrap_or_else(|| files.create("db"));
                    file.borrow_mut().write(&vec![fill; length], at).unwrap();
                }
                Act::Truncate(size) => {
                    if let Some(file) = file {
                        file.borrow_mut().truncate(size);
                    }
                }
                Act::Replace => {
                    files.remove("db");
                    files.create("db");
                }
                Act::Remove => {
                    files.remove("db");
                }
                Act::Settle => {
                    apply(&mut saved, files.take_changes());
                    prop_assert_eq!(whole(&saved, "db"), contents(&files, "db"));
                }
            }
        }
        apply(&mut saved, files.take_changes());
        prop_assert_eq!(whole(&saved, "db"), contents(&files, "db"));
        prop_assert_eq!(files.take_changes(), vec![]);
    }
}

#[test]
fn a_small_write_into_a_large_file_costs_one_chunk() {
    let files = ImageFiles::default();
    files.put("db".into(), vec![7; 100 * CHUNK_BYTES]);
    assert_eq!(files.take_changes(), vec![]);
    let file = files.find("db").unwrap();
    file.borrow_mut().write(b"x", 300_000).unwrap();
    let changes = files.take_changes();
    assert!(
        matches!(changes.as_slice(), [Change::Chunk { index: 36, bytes, .. }] if bytes.len() == CHUNK_BYTES)
    );
}

#[test]
fn reading_behind_the_end_gives_what_there_is() {
    let mut file = ImageFile::created();
    file.write(b"abc", 2).unwrap();
    let mut buffer = [9; 4];
    assert_eq!(file.read(&mut buffer, 3), 2);
    assert_eq!(buffer, [b'b', b'c', 9, 9]);
    assert_eq!(file.read(&mut buffer, 5), 0);
    assert!(file.write(b"abc", u64::MAX).is_err());
}
