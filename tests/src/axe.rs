//! axe, the accessibility checker, run in the page.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::program::place;

const RUN: &str = r"
    const done = arguments[0];
    const wanted = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] };
    axe.run(document, { runOnly: wanted, resultTypes: ['violations'] }).then(
        (answer) => done({ rules: answer.passes.length + answer.violations.length,
            violations: answer.violations.map((violation) => violation.id + ': '
                + violation.nodes.map((node) => node.html.slice(0, 160) + ' '
                    + node.failureSummary.replace(/\s+/g, ' ')).slice(0, 3).join(' | ')) }),
        (error) => done({ rules: 0, violations: [String(error)] }),
    );
";

/// Every violation of WCAG 2.2 A and AA on the page as it is now, and how many
/// rules had something to look at.
pub async fn violations(browser: &Browser) -> Result<(Vec<String>, u64)> {
    if browser.script("return typeof axe", vec![]).await? != json!("object") {
        let source = std::fs::read_to_string(place("HANDRAIL_AXE")?)?;
        browser.driver()?.execute(source, vec![]).await?;
    }
    let answer = browser.driver()?.execute_async(RUN, vec![]).await?;
    let answer = answer.json();
    let rules = answer.get("rules").and_then(Value::as_u64);
    let violations = answer.get("violations").context("axe gave no answer")?;
    let violations = serde_json::from_value(violations.clone())?;
    Ok((violations, rules.unwrap_or(0)))
}

/// Adds the violations on the page as it is now to `problems`, with the name of the place.
pub async fn check(browser: &Browser, place: &str, problems: &mut Vec<String>) -> Result<()> {
    let (found, rules) = violations(browser).await?;
    ensure!(rules > 5, "only {rules} rules had something to look at");
    problems.extend(
        found
            .into_iter()
            .map(|problem| format!("{place}: {problem}")),
    );
    Ok(())
}
