//! What opens over a screen of the sample agency, or unfolds on it, by taps alone. What needs another
//! device, a lock or a typed word is shown on a [`Stage`](super::Stage).

use anyhow::{Context, Result};

use crate::browser::Browser;
use crate::places::{Place, note_unseen, stand_still, visit};

/// On each line what opens, on which place, what is pressed there, one after another, and what is shown
/// then.
const OPENS: &str = "\
somebody around | around | @around-add | @around-form
a tie | around | @tie-add | @tie-form
a saying | sayings | @saying-add | @saying-form
a link | links | @link-add | @link-form
a hold | keep | @hold-set | @reason-dialog
forgetting | keep | @forget-open | @forget-dialog
a goal | plan | @add-goal | @plan-form
a requirement | plan | @add-requirement | @plan-form
an appointment | person-calendar | @appointment-add | @appointment-save
telling | consents | @tell-agreed | @tell-form
telling in an emergency | consents | @tell-emergency | @tell-nature
telling of a report | consents | @tell-report | @tell-form
a consent taken back | consents | @consent-revoke | @consent-end
the end of a consent | consents | @consent-ended | @consent-end
a list asked for | consents | @list-ask | @list-form
a list handed over | accounting | @list-hand-over | @list-form
a list taken back | accounting | @list-take-back | @reason-dialog
a concern taken back | concern | @concern-back | @reason-dialog
a desk entry | desk | @desk-add | @desk-save
a desk entry told | desk | @desk-entry summary | @desk-told
holding supervision | supervision | @supervision-hold | @supervision-save
weeks of supervision | supervision | @supervision-standing summary | @supervision-standing table
a supervision taken back | supervision | @supervision-back | @reason-dialog
a shift | on-call | @shift-take | @shift-form
a swap | on-call | @shift-swap | @swap-form
going in alone | today | @check-in-begin | @check-in-form
a time of a call-out | call-out | @call-out-time-called | @call-out-time-dialog
leaving a group | group | @group-take-out | @group-staff-ask
an answer to coaches | coaches | @coaches-answer-open | @coaches-answer-words
a word taken back | coaches | @coaches-back | @coaches-back-dialog
a calendar as a file | calendar | @calendar-export | @calendar-export-dialog
somebody without a device | workforce | @listed-add | @listed-form
somebody who joined | workforce | @listed-change | @listed-joined
a training on offer | workforce | @offer-add | @offer-form
an offer taken back | workforce | @offer-take-back | @reason-dialog
what is required | workforce | @require-change | @require-form
a training | training | @training-add | @training-form
an exception | coach-training | @except-add | @except-form
availability | growth | @availability-change | @availability-form
a hard day | growth | @wellbeing-hard | @wellbeing-crisis
a stage | growth | @stage-add | @stage-form
a goal of growth | growth | @growth-goal-add | @growth-goal-form
a mentor | coach-growth | @pair-add | @pair-form
a talk | coach-growth | @pair-talked | @talk-form
a lead role | coach-growth | @lead-add | @lead-form
a coach's card | coach-card | @coach-card-write | @coach-card-form
miles | claims | @claim-add | @claim-form
trips | claims | @claim summary | @claim li
a stipend | claims | @stipend-add | @stipend-form
a claim taken back | claims | @money-take-back | @reason-dialog
a rate | payroll | @rate-add | @rate-form
a measure | scorecards | @measure-add | @measure-define-form
a target | scorecard | @measure-define | @measure-define-form
a story | scorecard | @write-story | @measure-words-form
figures to tell | scorecard | @measure-tell | @measure-tell-dialog
any days | scorecard | @measure-any | @measure-any-go
a figure | scorecard-own | @measure-figure | @measure-figure-form
figures as a file | scorecard-own | @measure-export | @measure-export-dialog
payers | bill | @bill-payers | @payers-form
a kept filter | people | @filter-owed; @filter-keep | @filter-naming
a resource | resources | @resources-add | @resource-form
a crisis line | crisis-change | @crisis-line-add | @crisis-line-form";

/// What opens, the name of the place, what is pressed, what is shown.
type Opens = [&'static str; 4];

/// Shows one after another; `look` is called with the name of each. Answers what could not be shown,
/// and stops where that is much.
pub async fn each(
    browser: &Browser,
    places: &[Place],
    look: &impl AsyncFn(&str) -> Result<()>,
) -> Result<Vec<String>> {
    let mut unseen = Vec::new();
    for opens in all() {
        let [name, ..] = opens;
        match open(browser, places, opens).await {
            Ok(()) => look(name).await?,
            Err(error) => note_unseen(&mut unseen, name, &error)?,
        }
    }
    Ok(unseen)
}

fn all() -> impl Iterator<Item = Opens> {
    OPENS.lines().filter_map(|line| {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        parts.try_into().ok()
    })
}

async fn open(browser: &Browser, places: &[Place], [_, name, presses, shown]: Opens) -> Result<()> {
    let place = places.iter().find(|place| place.name == name);
    let place = place.with_context(|| format!("no place is called {name}"))?;
    // What was opened before goes with its page, also where it is the same one.
    browser.go("/log").await?;
    browser.see("@log-person").await?;
    visit(browser, place).await?;
    for press in presses.split(';') {
        browser.press(press.trim()).await?;
    }
    browser.see(shown).await?;
    stand_still(browser).await
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_line_says_what_opens_and_no_two_have_one_name() {
        let names: BTreeSet<&str> = all().map(|[name, ..]| name).collect();
        assert_eq!(names.len(), OPENS.lines().count());
    }
}
