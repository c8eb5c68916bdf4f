//! Whether everything on the page can be seen whole: nothing beyond the edge,
//! nothing cut off, nothing to be scrolled sideways.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::browser::Browser;

const RUN: &str = r"
    const problems = [];
    const width = document.documentElement.clientWidth;
    const say = (element, what) => problems.push(what + ': ' + element.tagName.toLowerCase() + '.'
        + element.className + ' ' + JSON.stringify((element.innerText || element.value || '').slice(0, 60)));
    const pen = document.createElement('canvas').getContext('2d');
    const wide = (element, text) => {
        const style = getComputedStyle(element);
        pen.font = style.font;
        return pen.measureText(text).width
            > element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) + 1;
    };
    if (document.documentElement.scrollWidth > width)
        problems.push('the page is ' + document.documentElement.scrollWidth + ' wide, the screen ' + width);
    for (const element of document.body.querySelectorAll('*')) {
        if (element.closest('svg, .only-read, .skip-link') || !element.getClientRects().length) continue;
        const style = getComputedStyle(element);
        if (style.opacity === '0' || style.visibility === 'hidden') continue;
        const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        const field = element.matches('input, select, textarea');
        const box = element.getBoundingClientRect();
        if ((own || field || element.matches('button, a'))
            && (box.left < -1 || box.right > width + 1)) say(element, 'beyond the edge');
        if (field) {
            if (element.matches('select') && wide(element, element.selectedOptions[0]?.text ?? ''))
                say(element, 'choice cut off');
            if (element.placeholder && wide(element, element.placeholder))
                say(element, 'placeholder cut off');
            if (element.matches('[type=date], [type=time], [type=file]')
                && element.scrollWidth > element.clientWidth + 1) say(element, 'field cut off');
            continue;
        }
        if (style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1)
            say(element, 'scrolls or is cut off sideways');
        if (style.overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1)
            say(element, 'higher than its place');
        if (!own) continue;
        const drawn = (part) => { const its = getComputedStyle(part); return parseFloat(its.borderLeftWidth) > 0
            || !/, 0\)$|transparent/.test(its.backgroundColor); };
        let frame = element;
        while (frame !== document.body && (getComputedStyle(frame).display === 'inline' || !drawn(frame)))
            frame = frame.parentElement;
        const edge = frame.getBoundingClientRect();
        const text = document.createRange();
        text.selectNodeContents(element);
        if ([...text.getClientRects()].some((part) => part.left < edge.left - 1 || part.right > edge.right + 1))
            say(element, 'sticks out of its frame');
    }
    return problems;
";

/// What does not fit on the page as it is now.
pub async fn misfits(browser: &Browser) -> Result<Vec<String>> {
    let answer = browser.script(RUN, vec![]).await?;
    let problems = answer.as_array().context("nothing was measured")?;
    Ok(problems
        .iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect())
}

/// Adds what does not fit to `problems`, with the name of the place.
pub async fn check(browser: &Browser, place: &str, problems: &mut Vec<String>) -> Result<()> {
    let found = misfits(browser).await?;
    problems.extend(
        found
            .into_iter()
            .map(|problem| format!("{place}: {problem}")),
    );
    Ok(())
}
