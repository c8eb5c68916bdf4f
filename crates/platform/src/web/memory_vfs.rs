//! The image files as a SQLite VFS.
//!
//! Locks do nothing: one worker, one connection for each file, and the Web
//! Lock before both.

#![allow(
    unsafe_code,
    reason = "SQLite takes a VFS by C functions; rsqlite-vfs writes them"
)]

use std::{cell::RefCell, rc::Rc};

use handrail_engine::api::StorageProblem;
use sqlite_wasm_rs::{
    WasmOsCallback,
    vfs::{
        AccessMode, LockLevel, OpenOptions, OpenRequest, OpenedFile, SQLiteIoMethods, SQLiteVfs,
        SyncOptions, VfsError, VfsErrorCode, VfsFile, VfsResult, VfsStore, register_vfs,
    },
};

use crate::image::{ImageFile, ImageFiles};

/// The store recognises an image in memory by `memvfs` in the name.
pub(super) const PLAIN: &str = "handrail-memvfs";
/// The same behind SQLite3 Multiple Ciphers.
pub(super) const ENCRYPTED: &str = "multipleciphers-handrail-memvfs";

/// Registers the VFS with no file in it. Once in the life of a worker.
pub(super) fn install() -> Result<ImageFiles, StorageProblem> {
    let files = ImageFiles::default();
    let shared = Shared {
        files: files.clone(),
        os: WasmOsCallback,
    };
    // SAFETY: the default method table and file layout of rsqlite-vfs for the
    // types below; a worker has one thread; the registration is never undone.
    let registration = unsafe { register_vfs::<Methods, Vfs>(PLAIN, shared, false) };
    registration.map_err(|_| StorageProblem::Io)?.into_raw();
    Ok(files)
}

struct Shared {
    files: ImageFiles,
    os: WasmOsCallback,
}

struct Methods;

impl SQLiteIoMethods for Methods {
    type Store = Store;
}

struct Vfs;

impl SQLiteVfs<Methods> for Vfs {
    type Os = WasmOsCallback;

    fn os(shared: &Shared) -> &WasmOsCallback {
        &shared.os
    }
}

struct Store;

impl VfsStore for Store {
    type File = OpenImage;
    type AppData = Shared;

    fn open_file(shared: &Shared, request: OpenRequest<'_>) -> VfsResult<OpenedFile<OpenImage>> {
        let options = request.options;
        let file = match request.filename {
            None => Rc::new(RefCell::new(ImageFile::created())),
            Some(name) => match shared.files.find(name.path()) {
                Some(_) if options.exclusive() => return Err(refuse(VfsErrorCode::CantOpen)),
                Some(file) => file,
                None if options.create() => shared.files.create(name.path()),
                None => return Err(refuse(VfsErrorCode::CantOpen)),
            },
        };
        Ok(OpenedFile {
            file: OpenImage(file),
            access: options.access(),
        })
    }

    fn close_file(
        shared: &Shared,
        name: Option<&str>,
        file: OpenImage,
        options: OpenOptions,
    ) -> VfsResult<()> {
        if let Some(name) = name.filter(|_| options.delete_on_close()) {
            let same = shared
                .files
                .find(name)
                .is_some_and(|current| Rc::ptr_eq(&current, &file.0));
            if same {
                shared.files.remove(name);
            }
        }
        Ok(())
    }

    fn access(shared: &Shared, name: &str, _: AccessMode) -> VfsResult<bool> {
        Ok(shared.files.find(name).is_some())
    }

    fn full_pathname(_: &Shared, name: &str) -> VfsResult<String> {
        Ok(name.to_owned())
    }

    fn delete_file(shared: &Shared, name: &str, _: bool) -> VfsResult<()> {
        if shared.files.remove(name) {
            Ok(())
        } else {
            Err(refuse(VfsErrorCode::IoDelete))
        }
    }
}

struct OpenImage(Rc<RefCell<ImageFile>>);

impl VfsFile for OpenImage {
    fn read(&mut self, buffer: &mut [u8], offset: u64) -> VfsResult<usize> {
        Ok(self.0.borrow().read(buffer, offset))
    }

    fn write(&mut self, bytes: &[u8], offset: u64) -> VfsResult<()> {
        let written = self.0.borrow_mut().write(bytes, offset);
        written.map_err(|_| refuse(VfsErrorCode::Full))
    }

    fn truncate(&mut self, size: u64) -> VfsResult<()> {
        self.0.borrow_mut().truncate(size);
        Ok(())
    }

    /// Durable after the input as a whole, before anything is told.
    fn sync(&mut self, _: SyncOptions) -> VfsResult<()> {
        Ok(())
    }

    fn size(&self) -> VfsResult<u64> {
        Ok(self.0.borrow().size())
    }

    fn lock(&mut self, _: LockLevel) -> VfsResult<()> {
        Ok(())
    }

    fn unlock(&mut self, _: LockLevel) -> VfsResult<()> {
        Ok(())
    }

    fn check_reserved_lock(&self) -> VfsResult<bool> {
        Ok(false)
    }
}

fn refuse(code: VfsErrorCode) -> VfsError {
    VfsError::new(code, "".into())
}
