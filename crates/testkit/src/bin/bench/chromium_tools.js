const all = (id) => [...document.querySelectorAll(`[data-testid="${id}"]`)]
    .filter((element) => element.getClientRects().length > 0);
const at = (id) => all(id)[0];
const until = (holds, patience = 20000) => new Promise((found, late) => {
    const began = performance.now();
    const look = () => {
        if (!holds()) return;
        const now = performance.now();
        observer.disconnect();
        clearInterval(timer);
        found(now);
    };
    const observer = new MutationObserver(look);
    const timer = setInterval(() => {
        look();
        if (performance.now() - began > patience) {
            observer.disconnect();
            clearInterval(timer);
            late(new Error(`not in time: ${holds} on ${location.pathname}: `
                + document.body.innerText.slice(0, 300)));
        }
    }, 100);
    observer.observe(document.documentElement,
        { childList: true, subtree: true, characterData: true, attributes: true });
    look();
});
const there = (id, patience) => until(() => at(id), patience);
const type = (id, text) => {
    const element = at(id);
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(element, text);
    element.dispatchEvent(new Event('input', { bubbles: true }));
};
const tap = async (id) => {
    await there(id);
    at(id).click();
};
const soon = (milliseconds) => new Promise((go) => { setTimeout(go, milliseconds); });
