//! What a locked device leaves in memory: nothing that can be helped.
//!
//! Keys are wiped where they are held. Notes and names pass through many hands
//! (documents, rows, replies), so a native program that holds an engine wipes every
//! piece of memory when it is given back: [`Scrubbed`] here, and the same inside
//! SQLite (`PRAGMA memory_security`). A test looks through a whole process.

#![allow(
    unsafe_code,
    reason = "an allocator is unsafe by its signature; this one adds nothing but zeros"
)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;

/// The system's allocator, and what is given back to it is zeros. Growing moves,
/// and wipes where it stood.
pub struct Scrubbed;

// SAFETY: every call goes to the system's allocator as it came, and memory is written
// only while it still belongs to the caller, within its size. `realloc` is the
// trait's own: allocate, copy, give back.
unsafe impl GlobalAlloc for Scrubbed {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promise is passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promise is passed on.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        // SAFETY: `place` was allocated with this layout and is not used any more.
        unsafe {
            place.write_bytes(0, layout.size());
            // Else the zeros could be left out: nobody reads them.
            System.dealloc(black_box(place), layout);
        }
    }
}

/// Bytes of the stack below the caller that are overwritten.
const STACK_BYTES: usize = 96 * 1024;

/// Overwrites what earlier calls left on the stack below this one.
#[inline(never)]
#[allow(clippy::large_stack_arrays, reason = "it is the stack that is wiped")]
pub(crate) fn wipe_stack() {
    let mut area = [0_u8; STACK_BYTES];
    black_box(&mut area);
}
