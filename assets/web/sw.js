// Keeps every file of one version of Handrail on the device, so that it opens with no network.
//
// A new version is fetched whole beside the running one and then waits; the page is told
// ({type: 'update-ready'}) and decides when to switch ({type: 'skip-waiting'}).
'use strict';

const CACHE = 'handrail-{{version}}';
const FILES = {{files}};
/** Files whose name changes with their content; a copy from an earlier version is as good. */
const NAMED_BY_CONTENT = /-[0-9a-f]{16}\.[a-z]+$/;
/** The relay's own routes are never answered from here. */
const RELAY = /^\/(v\d+\/|healthz$)/;
const ANY = { ignoreSearch: true, ignoreVary: true };

self.addEventListener('install', (event) => event.waitUntil(fill().then(tellPages)));

// Claiming matters once: the page of the very first visit must be able to start a worker with no network.
self.addEventListener('activate', (event) =>
  event.waitUntil(forgetOldVersions().then(() => self.clients.claim())),
);

self.addEventListener('message', (event) => {
  if (event.data?.type === 'skip-waiting') event.waitUntil(self.skipWaiting());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || RELAY.test(url.pathname)) return;
  event.respondWith(request.mode === 'navigate' ? shell(request) : file(request));
});

async function fill() {
  const cache = await caches.open(CACHE);
  await Promise.all(
    FILES.map(async (url) => {
      const named = NAMED_BY_CONTENT.test(url);
      const kept = named && (await caches.match(url, ANY));
      const response = kept || (await fetch(url, { cache: named ? 'default' : 'no-cache' }));
      if (!response.ok || response.redirected) throw new Error(`${url} could not be fetched: ${response.status}`);
      await cache.put(url, response);
    }),
  );
}

async function tellPages() {
  if (!self.registration.active) return;
  for (const page of await self.clients.matchAll({ includeUncontrolled: true })) {
    page.postMessage({ type: 'update-ready' });
  }
}

/** The version before stays: a page that is still open may yet ask for its worker. */
async function forgetOldVersions() {
  const others = (await caches.keys()).filter((name) => name.startsWith('handrail-') && name !== CACHE);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

async function shell(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match('/', ANY)) || fetch(request);
}

async function file(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request, ANY)) || (await caches.match(request, ANY)) || fetch(request);
}
