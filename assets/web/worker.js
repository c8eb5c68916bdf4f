// The engine: the same module as the page's, which finds out that it runs in a worker.
import init from '{{app.js}}';
import { bring } from '{{later.js}}';

bring(await init({ module_or_path: '{{app_bg.wasm}}' }));
