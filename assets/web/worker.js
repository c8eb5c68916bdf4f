// The engine: the same module as the page's, which finds out that it runs in a worker.
import init from '{{app.js}}';
import { bring } from '{{later.js}}';

try {
  bring(await init({ module_or_path: '{{app_bg.wasm}}' }));
} catch (error) {
  // A promise that fails tells the page nothing; an error does, and the page starts a fresh worker.
  setTimeout(() => {
    throw error;
  });
}
