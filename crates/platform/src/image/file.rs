use std::collections::BTreeSet;

use super::{CHUNK_BYTES, Change};

/// One file in memory.
pub(crate) struct ImageFile {
    bytes: Vec<u8>,
    touched: BTreeSet<usize>,
    resized: bool,
}

/// The file cannot grow to where the write would end.
#[derive(Debug)]
pub(crate) struct TooLarge;

impl ImageFile {
    /// A file of which nothing is written down yet.
    pub(crate) fn created() -> Self {
        Self {
            bytes: Vec::new(),
            touched: BTreeSet::new(),
            resized: true,
        }
    }

    /// A file that is written down as it is.
    pub(crate) fn saved(bytes: Vec<u8>) -> Self {
        Self {
            bytes,
            touched: BTreeSet::new(),
            resized: false,
        }
    }

    pub(crate) fn size(&self) -> u64 {
        self.bytes.len() as u64
    }

    /// Returns how many bytes there were to read.
    pub(crate) fn read(&self, buffer: &mut [u8], offset: u64) -> usize {
        let start = usize::try_from(offset).unwrap_or(usize::MAX);
        let found = self.bytes.get(start..).unwrap_or_default();
        let count = found.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..count), found.get(..count)) {
            to.copy_from_slice(from);
        }
        count
    }

    /// Grows as needed; a gap is filled with zeros.
    pub(crate) fn write(&mut self, bytes: &[u8], offset: u64) -> Result<(), TooLarge> {
        let start = usize::try_from(offset).map_err(|_| TooLarge)?;
        let end = start.checked_add(bytes.len()).ok_or(TooLarge)?;
        let before = self.bytes.len();
        if end > before {
            self.bytes.try_reserve(end - before).map_err(|_| TooLarge)?;
            self.bytes.resize(end, 0);
            self.resized = true;
        }
        if let Some(place) = self.bytes.get_mut(start..end) {
            place.copy_from_slice(bytes);
        }
        self.touch(start.min(before), end);
        Ok(())
    }

    /// Only ever shrinks.
    pub(crate) fn truncate(&mut self, size: u64) {
        let size = usize::try_from(size).unwrap_or(usize::MAX);
        if size < self.bytes.len() {
            self.bytes.truncate(size);
            self.resized = true;
            self.touched.retain(|index| index * CHUNK_BYTES < size);
            if !size.is_multiple_of(CHUNK_BYTES) {
                // The last chunk became shorter.
                self.touched.insert(size / CHUNK_BYTES);
            }
        }
    }

    pub(super) fn take_changes(&mut self, name: &str, changes: &mut Vec<Change>) {
        if std::mem::take(&mut self.resized) {
            changes.push(Change::Size {
                file: name.to_owned(),
                bytes: self.size(),
            });
        }
        for index in std::mem::take(&mut self.touched) {
            let start = index * CHUNK_BYTES;
            let end = self.bytes.len().min(start + CHUNK_BYTES);
            if let Some(bytes) = self.bytes.get(start..end) {
                changes.push(Change::Chunk {
                    file: name.to_owned(),
                    index: index as u64,
                    bytes: bytes.to_vec(),
                });
            }
        }
    }

    fn touch(&mut self, start: usize, end: usize) {
        if start < end {
            let chunks = start / CHUNK_BYTES..=(end - 1) / CHUNK_BYTES;
            self.touched.extend(chunks);
        }
    }
}
