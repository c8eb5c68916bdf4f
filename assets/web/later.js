// Brings the part of the module that the first screens do without, in the page and in the worker alike.
//
//   globalThis.handrailLaterReady    true once it is here. A 'handrail-later-ready' event on `globalThis`
//                                    says so when it happens.
//   globalThis.handrailLoadLater()   what the module itself calls when it needs code of that part: fetches it
//                                    at once if it is not here yet, and throws if it cannot be had.
'use strict';

const MODULE = '{{later_bg.wasm}}';
/** How long to wait before another try; the last one is repeated. */
const PAUSES = [1000, 2000, 5000, 15000];

let first = null;

const arrived = () => {
  if (globalThis.handrailLaterReady) return;
  globalThis.handrailLaterReady = true;
  globalThis.dispatchEvent(new Event('handrail-later-ready'));
};

/** Ends after the time, or earlier when the network is back. */
const pause = (milliseconds) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
    globalThis.addEventListener('online', resolve, { once: true });
  });

const fetched = async () => {
  const response = await fetch(MODULE);
  if (!response.ok) throw new Error(`${MODULE}: ${response.status}`);
  await WebAssembly.instantiate(await response.arrayBuffer(), { first });
};

/** Starts to fetch it; `exports` are those of the module's first part. */
export const bring = async (exports) => {
  first = exports;
  for (let tries = 0; MODULE && !globalThis.handrailLaterReady; tries += 1) {
    try {
      await fetched();
      break;
    } catch (error) {
      console.warn(error);
      await pause(PAUSES[Math.min(tries, PAUSES.length - 1)]);
    }
  }
  arrived();
};

globalThis.handrailLaterReady = false;
globalThis.handrailLoadLater = () => {
  if (globalThis.handrailLaterReady) return;
  const request = new XMLHttpRequest();
  request.open('GET', MODULE, false);
  // A page may not ask for bytes this way; so each letter stands for one.
  request.overrideMimeType('text/plain; charset=x-user-defined');
  request.send();
  if (request.status !== 200) throw new Error(`${MODULE}: ${request.status}`);
  const bytes = Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0) & 0xff);
  new WebAssembly.Instance(new WebAssembly.Module(bytes), { first });
  arrived();
};
