// Web Locks. web-sys has them only behind an unstable flag.

// Takes the named lock. Resolves to a function that releases it, or to
// undefined when it is not had: at once with `waitMs` 0, else after that long.
export function takeLock(name, waitMs) {
  return new Promise((resolve, reject) => {
    const options = waitMs > 0 ? { signal: AbortSignal.timeout(waitMs) } : { ifAvailable: true };
    navigator.locks
      .request(name, options, (lock) => {
        if (!lock) {
          resolve(undefined);
          return undefined;
        }
        return new Promise((release) => resolve(release));
      })
      .catch((error) => {
        if (error.name === "TimeoutError" || error.name === "AbortError") {
          resolve(undefined);
        } else {
          reject(error);
        }
      });
  });
}
