const all = (id) => [...document.querySelectorAll(`[data-testid="${id}"]`)]
    .filter((element) => element.getClientRects().length > 0);
const at = (id) => all(id)[0];
const has = (id) => document.querySelector(`[data-testid="${id}"]`) !== null;
const text = (id) => at(id)?.textContent ?? '';
/** The time at which `holds` became true. */
const until = (holds, patience = 60000) => new Promise((found, late) => {
    const began = performance.now();
    const end = (how, what) => {
        observer.disconnect();
        clearInterval(timer);
        how(what);
    };
    const look = () => {
        if (holds()) end(found, performance.now());
    };
    const observer = new MutationObserver(look);
    const timer = setInterval(() => {
        look();
        if (performance.now() - began > patience) {
            end(late, new Error(`not in time: ${holds} on ${location.pathname}: `
                + document.body.innerText.slice(0, 300)));
        }
    }, 100);
    observer.observe(document.documentElement,
        { childList: true, subtree: true, characterData: true, attributes: true });
    look();
});
const there = (id, patience) => until(() => at(id), patience);
const gone = (id, patience) => until(() => !at(id), patience);
const type = (id, words) => {
    const element = at(id);
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(element, words);
    element.dispatchEvent(new Event('input', { bubbles: true }));
};
const tap = async (id) => {
    await there(id);
    at(id).click();
};
const soon = (milliseconds) => new Promise((go) => { setTimeout(go, milliseconds); });
const painted = () => new Promise((shown) => {
    requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => shown(performance.now());
        port2.postMessage(null);
    });
});
/** Messages of the page and its engine, by when they went. */
const overhear = () => {
    const worker = window.handrailWorker;
    if (worker.benchTimes) return worker.benchTimes;
    const times = { asked: [], told: [] };
    const post = worker.postMessage.bind(worker);
    worker.postMessage = (...given) => {
        times.asked.push(performance.now());
        post(...given);
    };
    worker.addEventListener('message', () => times.told.push(performance.now()));
    worker.benchTimes = times;
    return times;
};
/**
 * Watches for the next `input` event (its own time stamp counts: that of the finger or the key) and
 * for what it brings: `window.benchOutcome` is the times in between, in milliseconds.
 */
const watch = (input, holds, patience = 20000) => {
    const messages = overhear();
    messages.asked.length = 0;
    messages.told.length = 0;
    window.benchOutcome = (async () => {
        const began = await new Promise((happened) => {
            addEventListener(input, (event) => happened(event.timeStamp),
                { capture: true, once: true });
        });
        const shown = await until(holds, patience);
        const asked = messages.asked.find((time) => time >= began) ?? began;
        const told = messages.told.findLast((time) => time <= shown) ?? shown;
        const seen = await painted();
        return { asked: asked - began, answered: told - asked, shown: shown - began, seen: seen - began };
    })();
    window.benchOutcome.catch(() => {});
};
