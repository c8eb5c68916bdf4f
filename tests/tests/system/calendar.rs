//! Appointments, written, gone along to and moved with no signal.

use anyhow::{Context, Result};
use handrail_system_tests::browser::Browser;
use handrail_system_tests::person::{add_person, unlock};
use handrail_system_tests::relay::Relay;
use handrail_system_tests::team::{NoSignal, supervisor_and_coach};
use handrail_system_tests::wait::LONG_PATIENCE;

const NAME: &str = "Robin Alder";

/// A day counted from today, where the browser is.
async fn day(browser: &Browser, from_today: i64) -> Result<String> {
    let script = "const day = new Date(); day.setDate(day.getDate() + arguments[0]); \
        const two = (number) => String(number).padStart(2, '0'); \
        return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`";
    let day = browser.script(script, vec![from_today.into()]).await?;
    Ok(day.as_str().context("no day")?.to_owned())
}

async fn add(phone: &Browser, kind: &str, day: &str, time: &str, place: &str) -> Result<()> {
    phone.press("@appointment-add").await?;
    phone.press(kind).await?;
    phone.set("@appointment-day", day).await?;
    phone.set("@appointment-time", time).await?;
    phone.enter("@appointment-place", place).await?;
    phone.press("@appointment-save").await?;
    phone.see_text("@calendar", place).await?;
    phone.see_no("@appointment-form").await
}

/// Issue 4.8: S2-16, S4-8, on a phone without signal in the middle.
#[tokio::test]
async fn going_along_is_planned_logged_and_moved_with_no_signal_and_reaches_the_supervisor()
-> Result<()> {
    let NoSignal {
        mut relay,
        desk,
        phone,
        record: robin,
    } = NoSignal::with(NAME).await?;

    phone.press("@person-calendar").await?;
    phone
        .see_text("@calendar", "Nothing with a day yet")
        .await?;
    // What is missing is said, and what was chosen stays.
    phone.press("@appointment-add").await?;
    phone.press("@appointment-court").await?;
    phone.press("@appointment-save").await?;
    phone.see_text("@form-error", "Choose the day.").await?;
    phone.press("@appointment-cancel").await?;
    let (yesterday, tomorrow, later) = (
        day(&phone, -1).await?,
        day(&phone, 1).await?,
        day(&phone, 8).await?,
    );
    let (dentist, court) = ("@appointment-dental", "@appointment-court");
    add(&phone, dentist, &yesterday, "09:30", "12 Example Street").await?;
    add(&phone, court, &tomorrow, "14:30", "Courtroom 5").await?;

    // A half-written one is there after the phone died.
    phone.press("@appointment-add").await?;
    phone.press("@appointment-coffee").await?;
    phone.enter("@appointment-place", "By the lake").await?;
    phone.see("@appointment-save").await?;
    phone.reload().await?;
    unlock(&phone).await?;
    phone.press("@appointment-add").await?;
    let kept = phone.value("@appointment-place").await?;
    assert_eq!(kept, "By the lake");
    phone.press("@appointment-cancel").await?;

    // On Today one press says that they went, and the log sheet knows the rest.
    phone.press("@place-today").await?;
    phone.see_text("@today-begun", "Dentist").await?;
    phone.press("@today-begun @upshot-went-along").await?;
    phone.see("@log-sheet").await?;
    assert_eq!(phone.value("@log-day").await?, yesterday);
    assert_eq!(phone.value("@log-time").await?, "09:30");
    phone.press("@log-save").await?;
    phone.see("@today").await?;
    phone.see_no("@today-begun").await?;

    // Court is moved by a week.
    phone.press("@today-calendar").await?;
    phone.see_text("@calendar-done", "Went along").await?;
    phone.press("@calendar-day @appointment-change").await?;
    phone.set("@appointment-day", &later).await?;
    phone.press("@appointment-save").await?;
    phone.see_no("@appointment-form").await?;

    // A phone's own calendar gets an hour and no name.
    phone.press("@calendar-export").await?;
    phone
        .see_text("@calendar-export-outside", "No full name")
        .await?;
    phone.press("@calendar-make").await?;
    let file = phone.attribute("@calendar-download", "href").await?;
    assert!(file.starts_with("data:text/calendar"), "{file}");
    assert!(file.contains("SUMMARY%3aAppointment%0d%0a"), "{file}");
    for never in ["Robin", "Alder", "Court", "Example"] {
        assert!(!file.contains(never), "{never}: {file}");
    }
    phone.press("@calendar-export-close").await?;

    relay.start_again()?;
    desk.go(&format!("{robin}/calendar")).await?;
    desk.see_within(LONG_PATIENCE, "@calendar-day", "Courtroom 5")
        .await?;
    desk.see_text("@calendar-done", "Went along").await?;
    desk.press("@calendar-day @appointment-change").await?;
    assert_eq!(desk.value("@appointment-day").await?, later);
    desk.press("@appointment-cancel").await?;
    desk.go(&robin).await?;
    desk.see_within(LONG_PATIENCE, "@timeline", "Dentist")
        .await?;
    Ok(())
}

/// Issue 4.8: which people are shown is kept on the device under a name.
#[tokio::test]
async fn a_view_of_people_is_kept_on_the_device_under_a_name() -> Result<()> {
    let relay = Relay::start()?;
    let (_desk, phone) = supervisor_and_coach(&relay).await?;
    add_person(&phone, NAME).await?;
    phone.press("@place-people").await?;
    phone.see_text("@person-row", NAME).await?;
    phone.press("@filter-more").await?;
    phone
        .choose("@filter-status", "people-status-confirmed")
        .await?;
    phone.see_no("@person-row").await?;
    phone
        .choose("@filter-status", "people-status-not-reached")
        .await?;
    phone.see_text("@person-row", NAME).await?;
    phone.press("@filter-keep").await?;
    phone.enter("@filter-name", "Call this week").await?;
    phone.press("@filter-save").await?;
    phone.see("@filter-unkeep").await?;
    phone.reload().await?;
    unlock(&phone).await?;
    phone.press("@filter-owed").await?;
    phone.see_no("@person-row").await?;
    phone.press_one("@filter-saved", "Call this week").await?;
    phone.see_text("@person-row", NAME).await?;
    phone.press("@filter-unkeep").await?;
    phone.see_no("@filter-saved").await
}
