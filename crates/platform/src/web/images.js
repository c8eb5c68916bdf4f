// Database files as chunks in IndexedDB. Strict durability is missing in
// web-sys; without it a browser acknowledges before the bytes are on disk.

const CHUNKS = "chunks";
const SIZES = "sizes";

// Opens the images, making an empty place for them if there is none.
export function openImages(name) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(CHUNKS);
      request.result.createObjectStore(SIZES);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new DOMException("blocked", "InvalidStateError"));
  });
}

// Resolves to [[file, size in bytes, [chunk, ...]], ...], chunks in order.
export function readImages(database) {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction([CHUNKS, SIZES], "readonly");
    const sizes = transaction.objectStore(SIZES);
    const files = [];
    sizes.openCursor().onsuccess = (event) => {
      const cursor = event.target.result;
      if (!cursor) return;
      const file = [cursor.key, cursor.value, []];
      files.push(file);
      const range = IDBKeyRange.bound([cursor.key], [cursor.key, []]);
      transaction.objectStore(CHUNKS).getAll(range).onsuccess = (found) => {
        file[2] = found.target.result;
      };
      cursor.continue();
    };
    transaction.oncomplete = () => resolve(files);
    transaction.onabort = () => reject(transaction.error);
  });
}

// One transaction for everything that changed. Call the functions below and
// then `finish` without waiting in between.
export function beginSave(database) {
  return database.transaction([CHUNKS, SIZES], "readwrite", { durability: "strict" });
}

// `bytes` lie in the memory of the program: the copy is what is kept.
export function saveChunk(transaction, file, index, bytes) {
  transaction.objectStore(CHUNKS).put(bytes.slice(), [file, index]);
}

// Sets the size, and drops the chunks from `chunks` on.
export function saveSize(transaction, file, size, chunks) {
  transaction.objectStore(SIZES).put(size, file);
  transaction.objectStore(CHUNKS).delete(IDBKeyRange.bound([file, chunks], [file, []]));
}

export function dropImage(transaction, file) {
  transaction.objectStore(SIZES).delete(file);
  transaction.objectStore(CHUNKS).delete(IDBKeyRange.bound([file], [file, []]));
}

// Resolves when everything is on disk; rejects when nothing of it is kept.
export function finishSave(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    if (transaction.commit) transaction.commit();
  });
}
