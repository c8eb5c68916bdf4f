//! Asking for miles to be paid, and for help with the cost of a training.

use dioxus::prelude::*;
use handrail_engine::api::{ClaimsView, MoneyCommand, Payee, TripView};
use serde::{Deserialize, Serialize};

use super::{Asking, pay, payee};
use crate::{
    components::{Check, ChipRadio, Chips, FieldKind, FormDialog, SelectField, TextField, plain},
    forms::{Open, PageOrder, use_form, use_put_aside, use_sending},
    words::{
        dates::{self, Moment},
        use_words, workforce,
    },
};

/// Most trips of one claim.
const MOST_TRIPS: usize = 100;

/// Cents of a trip at the rate for `payee`; `None` where none is known for its day.
fn cents(trip: &TripView, payee: Payee) -> Option<u64> {
    let rate = match payee {
        Payee::Staff => &trip.staff,
        Payee::Volunteer => &trip.volunteer,
    };
    Some(rate.as_ref()?.cents(trip.miles_tenths))
}

/// Which trips, and as what.
#[component]
pub fn ClaimForm(
    view: ClaimsView,
    moment: Moment,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let mut as_what = use_signal(|| view.payee);
    let first: Vec<TripView> = view.trips.iter().take(MOST_TRIPS).cloned().collect();
    let mut chosen = use_signal(|| {
        let all = first.iter().map(|trip| trip.contact.clone());
        all.collect::<Vec<String>>()
    });
    let mut none = use_signal(|| false);
    let is_chosen = |trip: &&TripView| chosen.read().contains(&trip.contact);
    let sum: u64 = first
        .iter()
        .filter(is_chosen)
        .filter_map(|trip| cents(trip, as_what()))
        .sum();
    let claimable: Vec<String> = first
        .iter()
        .filter(|trip| cents(trip, as_what()).is_some())
        .map(|trip| trip.contact.clone())
        .collect();
    let submit = move |()| {
        let known = chosen.peek().clone();
        let contacts: Vec<String> = known
            .iter()
            .filter(|id| claimable.contains(id))
            .cloned()
            .collect();
        none.set(contacts.is_empty());
        if !contacts.is_empty() {
            on_order.call(pay(MoneyCommand::Claim {
                payee: *as_what.peek(),
                contacts,
            }));
        }
    };
    let problem = none().then(|| words.say("claim-none"));
    rsx! {
        FormDialog { title: words.say("claim-add"), testid: "claim", problem: problem.or((open.problem)()), save: words.say("claim-ask"), on_submit: submit, on_close: move |()| open.ask(None),
            Chips { label: words.say("claim-as"),
                for one in Payee::ALL.iter().copied() {
                    ChipRadio { key: "{one:?}", group: "claim-as", label: words.say(payee(one)), chosen: as_what() == one, testid: "claim-{plain(one.code())}", on_choose: move |()| as_what.set(one) }
                }
            }
            p { class: "soft", {words.say("claim-rates")} }
            fieldset { class: "stack-tight",
                legend { class: "field-label", {words.say("claim-which")} }
                for trip in first.clone() {
                    Check {
                        key: "{trip.contact}",
                        label: {
                            let day = dates::alone(dates::day(&words, &moment, &trip.on.to_string()));
                            let money = cents(&trip, as_what()).map_or_else(|| words.say("claim-no-rate"), workforce::money);
                            words.say_with("claim-trip-short", [("day", day.into()), ("miles", dates::miles(trip.miles_tenths)), ("money", money.into())])
                        },
                        checked: chosen.read().contains(&trip.contact),
                        testid: "claim-trip",
                        on_toggle: move |on: bool| {
                            let mut all = chosen.write();
                            all.retain(|id| *id != trip.contact);
                            if on {
                                all.push(trip.contact.clone());
                            }
                        },
                    }
                }
            }
            p { class: "strong", role: "status", {words.say_with("claim-sum", [("money", workforce::money(sum).into())])} }
        }
    }
}

/// What is typed of a stipend.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
struct TypedStipend {
    offer: String,
    what: String,
    money: String,
}

/// Help with the cost of a training.
#[component]
pub fn StipendForm(
    view: ClaimsView,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let form = use_form("stipend:new".to_owned(), TypedStipend::default);
    let mut typed = form.typed;
    let draft = form.draft.clone();
    let sending = use_sending(open, on_order);
    let put_aside = use_put_aside(&form, open);
    let offers = view.offers.clone();
    let submit = move |()| {
        let now = typed.peek().clone();
        let known = offers.iter().find(|one| one.id == now.offer);
        let named = known.map(|one| one.offer.name.clone());
        let said = now.what.trim().to_owned();
        let what = if said.is_empty() {
            named.unwrap_or_default()
        } else {
            said
        };
        let Some(cents) = workforce::cents(&now.money).filter(|cents| *cents > 0) else {
            return sending.send(Err("training-cost-wrong"));
        };
        if what.is_empty() {
            return sending.send(Err("stipend-what-missing"));
        }
        let offer = known.map(|one| one.id.clone());
        sending.send(Ok(PageOrder {
            draft: Some(draft.clone()),
            ..pay(MoneyCommand::Stipend {
                entry: None,
                what,
                cents,
                offer,
            })
        }));
    };
    if !(form.ready)() {
        return rsx! {};
    }
    let initial = typed.peek().clone();
    let problem = sending.shown(&words);
    let none = (String::new(), words.say("stipend-offer-none"));
    let choices: Vec<(String, String)> = std::iter::once(none)
        .chain(
            view.offers
                .iter()
                .map(|one| (one.id.clone(), one.offer.name.clone())),
        )
        .collect();
    rsx! {
        FormDialog { title: words.say("stipend-add"), testid: "stipend", problem, save: words.say("claim-ask"), on_submit: submit, on_close: put_aside,
            if choices.len() > 1 {
                SelectField { id: "stipend-offer", label: words.say("stipend-offer"), choices, chosen: typed.read().offer.clone(), testid: "stipend-offer", on_choose: move |id| typed.write().offer = id }
            }
            TextField { id: "stipend-what", label: words.say("stipend-what"), initial: initial.what.clone(), testid: "stipend-what", on_input: move |text| typed.write().what = text }
            TextField { id: "stipend-money", label: words.say("stipend-money"), kind: FieldKind::Decimal, initial: initial.money.clone(), testid: "stipend-money", on_input: move |text| typed.write().money = text }
        }
    }
}

#[cfg(test)]
mod tests {
    use handrail_engine::api::{LocalDate, RateUsed};

    use super::*;

    #[test]
    fn g_4_the_form_reckons_as_the_claim_will_and_guesses_no_rate() {
        let rate = |tenths| {
            Some(RateUsed {
                tenths,
                source: "sample".to_owned(),
            })
        };
        let trip = TripView {
            contact: "c1".to_owned(),
            on: LocalDate::parse("2022-06-30").unwrap_or(LocalDate::LAST),
            miles_tenths: 124,
            staff: rate(585),
            volunteer: None,
        };
        assert_eq!(cents(&trip, Payee::Staff), Some(725));
        assert_eq!(cents(&trip, Payee::Volunteer), None);
    }
}
