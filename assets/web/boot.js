// Starts Handrail: the engine's worker first, then the user interface, then the service worker.
//
// What the app's own code (crates/platform) relies on:
//   window.handrailWorker        the running worker. It is started here, before the wasm of the user
//                                interface is there, because opening the database takes longest.
//   window.handrailWorkerInbox   what the worker has posted so far (the `data` of each message).
//   window.handrailWorkerTaken   the app sets this to true once it listens to the worker itself and
//                                has emptied the inbox; from then on nothing is put there.
//   window.handrailWorkerFailed  true if the worker stopped with an error before it was taken.
//   window.handrailStartWorker() makes a new worker, for after `terminate()`; resets the four above.
//   window.handrailStartCodeReader()  makes a worker that reads codes in pictures, for the camera.
//   window.handrailUpdateReady   true when a newer version is stored and waits. A
//                                'handrail-update-ready' event on `window` says the same when it happens.
//   window.handrailApplyUpdate() switches to that version and loads the page again. Nothing else ever
//                                reloads the page: a half-written entry may be on the screen.
//   window.handrailInstallReady  true while the browser offers to install the app. A
//                                'handrail-install-ready' event on `window` says so when it happens.
//   window.handrailAskInstall()  shows the browser's question; resolves to whether it was accepted.
'use strict';

(() => {
  const APP = '{{app.js}}';
  const MODULE = '{{app_bg.wasm}}';
  const LATER = '{{later.js}}';
  const WORKER = '{{worker.js}}';
  const HOUR = 60 * 60 * 1000;

  window.handrailStartWorker = () => {
    // The worker sees the same question mark part of the address as the page.
    const worker = new Worker(WORKER + location.search, { type: 'module', name: 'handrail-engine' });
    window.handrailWorker = worker;
    window.handrailWorkerInbox = [];
    window.handrailWorkerTaken = false;
    window.handrailWorkerFailed = false;
    const waits = () => window.handrailWorker === worker && !window.handrailWorkerTaken;
    worker.addEventListener('message', (event) => {
      if (waits()) window.handrailWorkerInbox.push(event.data);
    });
    worker.addEventListener('error', () => {
      if (waits()) window.handrailWorkerFailed = true;
    });
    return worker;
  };

  window.handrailStartCodeReader = () => new Worker(WORKER, { type: 'module', name: 'handrail-codes' });

  const documentParsed = () =>
    new Promise((resolve) => {
      if (document.readyState !== 'loading') resolve();
      else document.addEventListener('DOMContentLoaded', resolve, { once: true });
    });

  const startApp = async () => {
    try {
      const [app, later] = await Promise.all([import(APP), import(LATER), documentParsed()]);
      later.bring(await app.default({ module_or_path: MODULE }));
    } catch (error) {
      console.error(error);
      await documentParsed();
      document.getElementById('start-problem').hidden = false;
    }
  };

  const watchForUpdates = async () => {
    // Absent where the connection is not secure.
    if (!navigator.serviceWorker) return;
    const registration = await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });

    const announce = () => {
      if (window.handrailUpdateReady || !registration.waiting || !navigator.serviceWorker.controller) return;
      window.handrailUpdateReady = true;
      window.dispatchEvent(new CustomEvent('handrail-update-ready'));
    };
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', announce);
    });
    navigator.serviceWorker.addEventListener('message', (event) => {
      if (event.data?.type === 'update-ready') announce();
    });
    announce();

    window.handrailApplyUpdate = () => {
      if (!registration.waiting) return;
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      registration.waiting.postMessage({ type: 'skip-waiting' });
    };

    // An installed app may stay open for weeks.
    let asked = Date.now();
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'visible' || Date.now() - asked < HOUR) return;
      asked = Date.now();
      registration.update().catch(() => {});
    });
  };

  const watchForInstall = () => {
    let offer = null;
    window.handrailInstallReady = false;
    // Comes once and early, often before the app listens.
    window.addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      offer = event;
      window.handrailInstallReady = true;
      window.dispatchEvent(new CustomEvent('handrail-install-ready'));
    });
    window.handrailAskInstall = async () => {
      if (!offer) return false;
      const asked = offer;
      offer = null;
      window.handrailInstallReady = false;
      const { outcome } = await asked.prompt();
      return outcome === 'accepted';
    };
  };

  // The picture that the device keeps of an app behind others shows nothing.
  const coverWhenOutOfSight = () => {
    const look = () => document.documentElement.toggleAttribute('data-out-of-sight', document.visibilityState === 'hidden');
    document.addEventListener('visibilitychange', look);
    window.addEventListener('pagehide', () => document.documentElement.toggleAttribute('data-out-of-sight', true));
    window.addEventListener('pageshow', look);
  };

  coverWhenOutOfSight();
  watchForInstall();
  window.handrailUpdateReady = false;
  window.handrailApplyUpdate = () => {};
  window.handrailStartWorker();
  startApp().then(watchForUpdates).catch((error) => console.warn(error));
})();
