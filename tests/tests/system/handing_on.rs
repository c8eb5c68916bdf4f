//! Issue 4.9: what is new goes on with no signal, sealed.

use std::fs;

use anyhow::{Result, ensure};
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::code;
use handrail_system_tests::person::{
    add_person, discharge_today, found_agency, invite_a_coach, join, log_from_today, unlock,
};
use handrail_system_tests::relay::Relay;
use handrail_system_tests::team::{COACH, SUPERVISOR, meet, supervisor_and_coach};
use handrail_system_tests::wait::LONG_PATIENCE;
use tempfile::TempDir;

const NAME: &str = "Robin Alder";
const COLLEAGUE: &str = "Dana Heron";
const WRITTEN: &str = "Phone · Reached";

/// A colleague carries in a file what they cannot read, and the relay has it before the phone that wrote
/// it comes back.
#[tokio::test]
async fn what_was_written_with_no_signal_reaches_the_supervisor_by_a_colleague_who_cannot_read_it()
-> Result<()> {
    let mut relay = Relay::start()?;
    let (desk, mut phone) = supervisor_and_coach(&relay).await?;
    let link = invite_a_coach(&desk).await?;
    let carrier = Browser::open(Kind::Chromium, Screen::Phone).await?;
    join(&carrier, &link, COLLEAGUE).await?;
    let robin = add_person(&phone, NAME).await?;
    discharge_today(&phone).await?;
    meet(&desk, &robin, NAME).await?;
    phone.ready_for_no_signal().await?;
    carrier.ready_for_no_signal().await?;
    relay.stop();

    log_from_today(&phone).await?;
    phone.go("/more/hand-on").await?;
    phone.press("@hand-on-file").await?;
    let told = phone
        .see_text("@hand-on-own", "relay does not have")
        .await?;
    ensure!(told.contains("about 1 person"), "{told}");
    let parcel = phone.saved("@hand-on-save").await?;
    for name in [NAME, COACH, WRITTEN] {
        let is_there = parcel
            .windows(name.len())
            .any(|part| part == name.as_bytes());
        ensure!(!is_there, "{name} stands in the file");
    }
    phone.close().await?;

    let folder = tempfile::tempdir()?;
    let file = folder.path().join("parcel.handrail");
    fs::write(&file, &parcel)?;
    take_file(&carrier, &file.to_string_lossy()).await?;
    carrier.see_text("@hand-on-carried", "to the relay").await?;
    ensure!(carrier.texts("@hand-on-entries").await?.is_empty());
    carrier.go("/more/sync").await?;
    carrier.see("@sync-carried").await?;
    // Twice is not more, and what is no parcel changes nothing.
    take_file(&carrier, &file.to_string_lossy()).await?;
    carrier.see("@hand-on-known").await?;
    fs::write(&file, "no parcel")?;
    take_file(&carrier, &file.to_string_lossy()).await?;
    carrier
        .see_text("@form-error", "This is not a Handrail parcel")
        .await?;

    relay.start_again()?;
    desk.go(&robin).await?;
    desk.see_within(LONG_PATIENCE, "@entry-what", WRITTEN)
        .await?;
    carrier.go("/more/sync").await?;
    carrier.see("@sync-line").await?;
    carrier.see_no("@sync-carried").await?;
    carrier.press("@place-people").await?;
    carrier.see_no("@person-row").await?;

    phone.open_again().await?;
    phone.visit(&relay.origin()).await?;
    unlock(&phone).await?;
    phone
        .see_within(LONG_PATIENCE, "@sync-pill", "reached your supervisor")
        .await?;
    let written = desk.texts("@entry-what").await?;
    let here = written.iter().filter(|text| text.contains(WRITTEN)).count();
    ensure!(here == 1, "{written:?}");
    Ok(())
}

/// The camera of one device reads the codes on another's screen; nothing is sent.
#[tokio::test]
async fn codes_on_one_screen_are_taken_by_the_camera_of_another_with_no_signal() -> Result<()> {
    let before = before_the_camera().await?;
    before.take().await
}

/// A reader of codes that breaks when it starts or over a picture, and one that is never ready or never
/// answers, give way to the next.
#[tokio::test]
async fn codes_are_read_though_one_reader_after_the_other_breaks_or_never_answers() -> Result<()> {
    let before = before_the_camera().await?;
    let bad = "const start = window.handrailStartCodeReader; \
               const breaks = (reader) => reader.onerror(new Event('error')); \
               const ready = (reader) => reader.onmessage({ data: '' }); \
               const bad = [{ begin: breaks }, { begin: ready, postMessage() { breaks(this); } }, \
                            { begin: ready }, {}]; \
               window.started = 0; \
               window.handrailStartCodeReader = () => { \
                   const faults = bad[window.started++]; \
                   if (!faults) return start(); \
                   const reader = { begin() {}, postMessage() {}, terminate() {}, ...faults }; \
                   setTimeout(() => reader.begin(reader)); \
                   return reader; }";
    before.desk.script(bad, vec![]).await?;
    before.take().await?;
    let started = before.desk.script("return window.started", vec![]).await?;
    ensure!(started.as_u64() >= Some(5), "{started} readers");
    Ok(())
}

/// A supervisor's device whose camera sees, over and over, the codes that a phone shows.
struct BeforeTheCamera {
    desk: Browser,
    /// Where the participant of whom the codes tell is.
    robin: String,
    _film: TempDir,
    _relay: Relay,
}

impl BeforeTheCamera {
    /// Takes the codes with the camera, and reads what they tell.
    async fn take(&self) -> Result<()> {
        let desk = &self.desk;
        desk.go("/more/hand-on").await?;
        desk.press("@hand-on-take").await?;
        desk.press("@hand-on-camera").await?;
        desk.see_within(LONG_PATIENCE, "@hand-on-entries", "can be read here now")
            .await?;
        desk.see_no("video").await?;
        desk.go(&self.robin).await?;
        desk.see_text("@entry-what", WRITTEN).await.map(drop)
    }
}

async fn before_the_camera() -> Result<BeforeTheCamera> {
    let mut relay = Relay::start()?;
    let folder = tempfile::tempdir()?;
    let film = folder.path().join("codes.y4m");
    let desk = Browser::open_with_camera(Screen::Desk, &film).await?;
    found_agency(&desk, &relay.origin(), SUPERVISOR).await?;
    let link = invite_a_coach(&desk).await?;
    let phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    join(&phone, &link, COACH).await?;
    let robin = add_person(&phone, NAME).await?;
    discharge_today(&phone).await?;
    meet(&desk, &robin, NAME).await?;
    phone.ready_for_no_signal().await?;
    desk.ready_for_no_signal().await?;
    relay.stop();

    log_from_today(&phone).await?;
    phone.go("/more/hand-on").await?;
    phone.press("@hand-on-show").await?;
    let codes = code::all_shown(&phone).await?;
    fs::write(&film, code::film(&codes))?;
    Ok(BeforeTheCamera {
        desk,
        robin,
        _film: folder,
        _relay: relay,
    })
}

async fn take_file(browser: &Browser, file: &str) -> Result<()> {
    // Away first, so that the field is a new one.
    browser.go("/more").await?;
    browser.see("@more-hand-on").await?;
    browser.go("/more/hand-on").await?;
    browser.press("@hand-on-take").await?;
    browser.enter("@parcel-file", file).await
}
