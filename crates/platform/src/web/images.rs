//! Images of the database files in IndexedDB, for browsers without access
//! handles.
//!
//! Every write of SQLite marks the chunks it touched; after each input the
//! marked ones go into one transaction with strict durability.

use handrail_engine::api::StorageProblem;
use handrail_store::StoreLocation;
use js_sys::{Array, Promise, Uint8Array, futures::JsFuture};
use wasm_bindgen::{JsCast as _, JsValue, prelude::wasm_bindgen};

use super::{js, memory_vfs};
use crate::{
    driver::Durability,
    image::{CHUNK_BYTES, Change, ImageFiles},
    places::{Encrypted, Places},
};

#[wasm_bindgen(module = "/src/web/images.js")]
extern "C" {
    #[wasm_bindgen(js_name = openImages)]
    fn open_images(name: &str) -> Promise;
    #[wasm_bindgen(js_name = readImages)]
    fn read_images(database: &JsValue) -> Promise;
    #[wasm_bindgen(js_name = beginSave, catch)]
    fn begin_save(database: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = saveChunk, catch)]
    fn save_chunk(
        transaction: &JsValue,
        file: &str,
        index: f64,
        bytes: &[u8],
    ) -> Result<(), JsValue>;
    #[wasm_bindgen(js_name = saveSize, catch)]
    fn save_size(transaction: &JsValue, file: &str, size: f64, chunks: f64) -> Result<(), JsValue>;
    #[wasm_bindgen(js_name = dropImage, catch)]
    fn drop_image(transaction: &JsValue, file: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(js_name = finishSave)]
    fn finish_save(transaction: &JsValue) -> Promise;
}

const NAME: &str = "handrail";

/// The images and the files in memory that they are of.
pub(super) struct Images {
    database: JsValue,
    files: ImageFiles,
}

impl Images {
    /// Opens the images and fills the files in memory from them.
    pub(super) async fn open() -> Result<Self, StorageProblem> {
        if js::property(&js_sys::global(), "indexedDB").is_none() {
            return Err(StorageProblem::Unavailable);
        }
        let database = JsFuture::from(open_images(NAME)).await.map_err(opening)?;
        let files = memory_vfs::install()?;
        let images = JsFuture::from(read_images(&database))
            .await
            .map_err(problem)?;
        for image in Array::from(&images).iter() {
            fill(&files, &Array::from(&image)).ok_or(StorageProblem::Damaged)?;
        }
        Ok(Self { database, files })
    }

    /// The databases in memory.
    pub(super) fn places(&self) -> Places {
        let files = self.files.clone();
        Places::new(
            |name, encrypted| {
                let vfs = match encrypted {
                    Encrypted::Yes => memory_vfs::ENCRYPTED,
                    Encrypted::No => memory_vfs::PLAIN,
                };
                StoreLocation::on_vfs(name, vfs)
            },
            move |name| {
                files.remove(name);
                Ok(())
            },
        )
    }

    /// Says that some file was saved before.
    pub(super) fn has_any(&self) -> bool {
        !self.files.is_empty()
    }

    async fn save(&self, changes: Vec<Change>) -> Result<(), JsValue> {
        let transaction = begin_save(&self.database)?;
        for change in changes {
            match change {
                Change::Chunk { file, index, bytes } => {
                    save_chunk(&transaction, &file, to_number(index), &bytes)?;
                }
                Change::Size { file, bytes } => {
                    let chunks = bytes.div_ceil(CHUNK_BYTES as u64);
                    save_size(&transaction, &file, to_number(bytes), to_number(chunks))?;
                }
                Change::Gone { file } => drop_image(&transaction, &file)?,
            }
        }
        JsFuture::from(finish_save(&transaction)).await?;
        Ok(())
    }
}

impl Durability for Images {
    async fn settle(&mut self) -> Result<(), StorageProblem> {
        let changes = self.files.take_changes();
        if changes.is_empty() {
            return Ok(());
        }
        self.save(changes).await.map_err(problem)
    }
}

fn fill(files: &ImageFiles, image: &Array) -> Option<()> {
    let name = image.get(0).as_string()?;
    let chunks = Array::from(&image.get(2));
    let mut bytes = Vec::new();
    for chunk in chunks.iter() {
        bytes.extend_from_slice(&chunk.dyn_into::<Uint8Array>().ok()?.to_vec());
    }
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a size that this program wrote"
    )]
    let whole = image.get(1).as_f64()? as usize == bytes.len();
    whole.then(|| files.put(name, bytes))
}

/// Private windows of some browsers have the function but no database.
#[allow(clippy::needless_pass_by_value, reason = "a mapper of errors")]
fn opening(error: JsValue) -> StorageProblem {
    match js::error_name(&error).as_str() {
        "QuotaExceededError" => StorageProblem::Full,
        "VersionError" => StorageProblem::Newer,
        _ => StorageProblem::Unavailable,
    }
}

#[allow(clippy::needless_pass_by_value, reason = "a mapper of errors")]
fn problem(error: JsValue) -> StorageProblem {
    match js::error_name(&error).as_str() {
        "QuotaExceededError" => StorageProblem::Full,
        _ => StorageProblem::Io,
    }
}

#[allow(clippy::cast_precision_loss, reason = "sizes far below 2^53")]
fn to_number(value: u64) -> f64 {
    value as f64
}
