## Names and small words

app-name = Handrail
back = Back
close = Close
cancel = Cancel
save = Save
saving = Saving…
loading = Loading…
starting = Opening…
not-now = Not now
call = Call
text = Text
log = Log
call-name = Call { $name }
text-name = Text { $name }
log-for = Log a contact with { $name }
value-empty = (nothing)
value-yes = Yes
value-no = No
value-valid-again = No, valid again
language-english = English
language-spanish = Español
passphrase = Passphrase
field-show = Show
field-hide = Hide
field-show-passphrase = Show the passphrase
field-hide-passphrase = Hide the passphrase
stepper-less = Less: { $what }
stepper-more = More: { $what }
skip-to-content = Skip to the content
device-default-name = My device
saved-here =
    { $place ->
        [phone] Saved on this phone
       *[computer] Saved on this computer
    }
toast-undo = Undo
toast-undone = Taken back. It stays in the history.
undo-reason = Taken back right after saving
progress-of = { $done } of { $total }
whose-coach = Coach: { $coach }
minutes-count =
    { $count ->
        [one] 1 minute
       *[other] { $count } minutes
    }

## Dates, times, amounts

time-morning = { $hour }:{ $minute } am
time-afternoon = { $hour }:{ $minute } pm
day-today = Today
day-yesterday = Yesterday
day-tomorrow = Tomorrow
day-short = { $weekday }, { $month } { $day }
day-with-year = { $month } { $day }, { $year }
day-long = { $weekday }, { $month } { $day }
day-full = { $month } { $day }, { $year }
day-and-time = { $day }, { $time }
weekday-short-mon = Mon
weekday-long-mon = Monday
weekday-short-tue = Tue
weekday-long-tue = Tuesday
weekday-short-wed = Wed
weekday-long-wed = Wednesday
weekday-short-thu = Thu
weekday-long-thu = Thursday
weekday-short-fri = Fri
weekday-long-fri = Friday
weekday-short-sat = Sat
weekday-long-sat = Saturday
weekday-short-sun = Sun
weekday-long-sun = Sunday
month-short-jan = Jan
month-long-jan = January
month-short-feb = Feb
month-long-feb = February
month-short-mar = Mar
month-long-mar = March
month-short-apr = Apr
month-long-apr = April
month-short-may = May
month-long-may = May
month-short-jun = Jun
month-long-jun = June
month-short-jul = Jul
month-long-jul = July
month-short-aug = Aug
month-long-aug = August
month-short-sep = Sep
month-long-sep = September
month-short-oct = Oct
month-long-oct = October
month-short-nov = Nov
month-long-nov = November
month-short-dec = Dec
month-long-dec = December
bytes-kilo = { $amount } KB
bytes-mega = { $amount } MB
bytes-giga = { $amount } GB
reached-never = Not reached yet
reached-today = Reached today, { $time }
reached-days-ago =
    { $count ->
        [one] Reached yesterday
       *[other] Reached { $count } days ago
    }
reached-on = Reached { $day }

## First screens

welcome-words = For recovery coaches and the people who support them. Your notes stay on your own device, locked, and work with no signal.
welcome-join = I have an invitation
welcome-join-words = Join your agency with the link you were given.
welcome-found = Start an agency
welcome-found-words = You will invite your team after.
welcome-sample = Look around with sample data
welcome-sample-words = Made-up people. Nothing leaves this device.
welcome-building = Making the sample agency…
found-title = Start an agency
found-agency = Agency name
found-agency-hint = Your whole team will see it.
own-name = Your name
own-name-hint = As your team knows you.
join-name-hint = As your team knows you. Leave it empty if this is another device of yours.
new-passphrase = Choose a passphrase
new-passphrase-hint = At least 10 characters. Four or five plain words are good. Nobody can reset it for you.
again-passphrase = Type it again
found-relay-fold = Where data is passed on
found-relay = Relay address
found-relay-hint = The relay passes locked data between your team's devices. It cannot read it. Leave this empty to keep everything on this device.
found-submit = Start the agency
found-busy = Making your keys…
join-title = Join your agency
join-link = Invitation link
join-link-hint = Paste the whole link you were sent.
join-read = Check the link
join-found = The invitation is good.
join-relay = Relay: { $relay }
join-fingerprint = Fingerprint, to compare with the one who invited you:
join-submit = Join
join-busy = Joining…
kit-title = Your recovery kit
kit-words = These 24 words can bring { $agency } back if every device is lost. Write them on paper in this order, or print this page, and keep the paper in a safe place.
kit-warning = Anyone who has these words can open everything. Do not take a photo. They are shown only now.
kit-fingerprint = Agency fingerprint:
kit-qr = Code that opens the page for coming back
kit-qr-words = On a new phone, the camera reads this code and opens the page for coming back, with the first 16 words filled in. The last 8 are only here on paper: you type them.
kit-next = I have them on paper
kit-print = Print this page
kit-ask-title = Check your paper
kit-ask-words = Type these words from your paper.
kit-word = Word { $position }
kit-confirm = Done
kit-again = Show the words again
lock-title = Locked
lock-submit = Unlock
lock-busy = Opening…
lock-wait = Try again in { $wait }
lock-forgot = Forgot it? Ask your supervisor for a new invitation. What was sent is not lost.
lock-sample = This is sample data. The passphrase is: { $passphrase }
lock-now = Lock now
elsewhere-title =
    { $place ->
        [window] Already open
       *[computer] Open in another tab
    }
elsewhere-words =
    { $place ->
        [window] Handrail is open in another window on this computer. Only one can be open at a time, so that nothing gets mixed up. Close that window, then go on here.
       *[computer] Handrail is open in another tab or window. Only one can be open at a time, so that nothing gets mixed up.
    }
elsewhere-unanswered =
    { $place ->
        [window] The other window is still open. Close it, then try again.
       *[computer] The other tab did not answer. Close it, then try again.
    }
elsewhere-take-over =
    { $place ->
        [window] Go on here
       *[computer] Use it here
    }
elsewhere-asking =
    { $place ->
        [window] Looking…
       *[computer] Asking the other tab…
    }
storage-untouched = Nothing on this device was changed.
storage-damaged = The saved data is damaged
storage-damaged-help = Handrail cannot read its data here. Ask your supervisor for a new invitation: what was sent can be brought back.
storage-foreign = This is not Handrail's data
storage-foreign-help = Another program's data is where Handrail keeps its own. Ask the person who looks after your devices.
storage-newer = Please update Handrail
storage-newer-help =
    { $place ->
        [window] A newer version wrote the data on this device. Install that version, then open Handrail again.
       *[computer] A newer version wrote the data on this device. Close all Handrail tabs, then open it again with a connection.
    }
storage-full = No space left
storage-full-help = This device is full. Delete some photos or apps, then open Handrail again.
storage-unavailable =
    { $place ->
        [window] There is no place for your notes
       *[computer] Private windows cannot keep your notes
    }
storage-unavailable-help =
    { $place ->
        [window] This computer names no folder where Handrail can keep its data. Ask the person who looks after your devices.
       *[computer] This browser window forgets everything when it closes. Open Handrail in a normal window.
    }
storage-io = The data could not be read or saved
storage-io-help = Reading or saving failed. Restart the device and open Handrail again.

## Places, keyboard, banners

places-label = Places
place-today = Today
place-people = People
place-log = Log
place-team = Team
place-more = More
sample-mark = Sample data
keys-hint = Press ? for keys
keys-title = Keys
keys-search = Search people
keys-new = Log a new contact
keys-down = Next in the list
keys-up = Back in the list
keys-help = Show these keys
comes-later = This part of Handrail is still on its way to this device. It needs a signal once.
update-ready = A new version is ready. Your drafts are kept.
update-apply = Update now
update-later = Later
choose-somebody = Choose a person from the list

## Today

today-title = Today
today-owed-count =
    { $count ->
        [0] Nobody is waiting for you
        [one] 1 person needs you today
       *[other] { $count } people need you today
    }
today-settled-count = { $count } done
today-owed = Needs a contact
today-settled = Done today
today-drafts = Not finished
today-draft = Contact with { $name }
today-nobody = No one here yet
today-nobody-words = Add the first person, or bring in your list from a file.
today-nothing-owed = All is quiet
today-nothing-owed-words = No contact is due today. Thank you for being there.
today-all-done = You reached out to everyone
today-all-done-words = That is the list for today. Take a breath.
owed-daily = Daily contact, day { $day }: { $state }
owed-no-intake = no intake date yet
owed-intake-asked = intake asked for, not confirmed
owed-intake-tentative = intake not confirmed
owed-intake-tentative-on = intake not confirmed (tentative: { $day })
owed-intake-disagrees = two answers about the intake
owed-fell-through = the intake date did not hold
owed-again-since = Contact is daily again since: { $day }.
owed-since = Left the hospital: { $day }.
days-missed =
    { $count ->
        [one] 1 day missed
       *[other] { $count } days missed
    }
tried-today = Tried today
today-ahead = Coming up
today-hushed = Put off for now
days-late =
    { $count ->
        [one] 1 day late
       *[other] { $count } days late
    }
owed-today = Needs a contact today
two-versions = Two versions
safe-no-voicemail = No voicemail.
safe-not-after = Not after { $time }.

## People

people-title = People
people-search = Search name, phone or tag
people-filter = Show
people-all = All
people-mine = Mine
people-add = Add a person
people-import = From a file
people-more = Show more
people-count =
    { $count ->
        [one] 1 person
       *[other] { $count } people
    }
people-narrow = The first { $count } are shown. Type more to find the others.
people-no-match = No one found
people-no-match-words = Try fewer letters, or another spelling.
people-snippet = In a note: { $text }
add-title = Add a person
add-words = A first name is enough to start.
add-submit = Add
edit-title = Edit details
edit-unsaved = What you typed here before is not saved yet.
edit-submit = Save
detail-name = Legal name
detail-preferred-name = Name they use
detail-pronouns = Pronouns
detail-phone = Phone
detail-birth-date = Date of birth
detail-program = Program
detail-phase = Phase
detail-safe-contact = Safe contact
detail-no-voicemail = Leave no voicemail
detail-not-after = No calls after
detail-language = Language
detail-tags = Tags
hint-preferred-name = What they want to be called.
hint-name = Only if it differs.
hint-safe-contact = In plain words, such as: ask for Dee.
hint-not-after = Shown before you call.
hint-tags = With commas between them.

## One person

person-missing = Not found
details-title = Details
guard-call-title = Before you call { $name }
guard-text-title = Before you text { $name }
guard-call-now = Call now
guard-call-anyway = Call anyway
guard-text-now = Text now
guard-text-anyway = Text anyway
guard-late = It is later than they asked for.
guard-no-phone = No phone number for { $name }
guard-no-phone-words = Add a number in the details.
duty-until = Daily contact ends when an intake date is confirmed.
duty-settled = Today's contact is done
duty-ended = Intake confirmed. Daily contact has ended.
duty-ended-on = Intake confirmed: { $day }. Daily contact has ended.
conflict-title = Two versions: { $field }
conflict-words = Two people wrote this at the same time. Both are kept until you choose one.
conflict-by = { $author }, { $when }
conflict-choose = Keep this one
conflict-choose-value = Keep this one: { $value }
obligations-title = What is due, and why
obligation-owed = { $what }. Due: { $day }
obligation-next = { $what }. Next: { $day }
obligation-ahead = { $what }: { $day }
obligation-watch = { $what }, through: { $day }
obligation-daily = Daily contact
obligation-step-down = Contact after the intake
obligation-judge = Is the foundation solid?
obligation-regular = Regular contact
obligation-before-release = Contact before release
obligation-after-release = Contact after release
obligation-perinatal = Contact in pregnancy and after the birth
obligation-hand-off = Warm hand-off
obligation-court = Court
obligation-group = Contact after a missed group
obligation-injection = Next injection
obligation-first-contact = First contact
obligation-risk = Days of higher overdose risk
because-confirmed = Intake confirmed: { $day }.
because-in-program = In the program since: { $day }.
because-last-reached = Last reached: { $day }.
because-never-reached = Not reached so far.
because-missed-group = Missed the group: { $day }.
because-injection = The next injection is planned for: { $day }. The clinic decides about it.
because-release-passed = Release was expected: { $day }. Find out if it happened.
because-every =
    { $count ->
        [one] A contact is due every day.
       *[other] A contact is due every { $count } days.
    }
because-tried =
    { $count ->
        [one] Tried once since then.
       *[other] Tried { $count } times since then.
    }
because-not-judged = Nobody has said yet that the foundation is solid.
because-not-handed-off = No hand-off is written down yet.
because-high-risk = In these days an overdose is more likely. Staying close helps.
because-program = Program: { $program }.
ends-judgement = Ends when somebody says that the foundation of recovery is solid.
ends-release = Ends when the release is written down.
ends-day = Ends after: { $day }.
ends-day-provisional = Ends after: { $day }, counted from the due date until the birth is known.
ends-hand-off = Ends when the hand-off is written down.
ends-contact = Ends when they are reached.
ends-injection = Ends with the next injection.
put-off = Put off
put-off-words = It stays on this page and is still counted. Say why, and when to show it again.
put-off-for = Show it again in
put-off-days =
    { $count ->
        [one] 1 day
       *[other] { $count } days
    }
mute = Mute for now
mute-words = Nothing is closed, and everything is still counted. A new date, such as leaving the hospital again, still shows.
show-again = Show again
show-again-words = Say in a few words why it comes back.
hushed-until = Put off until: { $day }. { $reason }
hushed-muted = Muted. { $reason }
milestone-add-other = Another date
milestone-other-words = What is due follows from these dates.
milestone-other-what = What is on that day?
milestone-other-day = Day
milestone-enrolled = Came into the program
milestone-left-program = Left the program
milestone-overdose = Overdose
milestone-first-appointment = First appointment attended
milestone-in-treatment = In treatment on that day
milestone-left-treatment = Left treatment
milestone-return-to-use = Return to use
milestone-back-in-treatment = Connected to treatment again
milestone-solid-foundation = Foundation is solid
milestone-handed-off = Warm hand-off
milestone-release-expected = Release expected
milestone-released = Released
milestone-due-date = Due date
milestone-birth = Birth
milestone-court-date = Court date
milestone-injection = Injection given
milestone-injections-ended = Injections ended
milestones-title = Important dates
milestone-add-discharge = Left the hospital
milestone-add-intake = Treatment intake
milestone-discharged = Left the hospital: { $day }
milestone-intake = Intake: { $status }
milestone-intake-on = Intake: { $status }, { $day }
milestone-change = Change
milestone-change-of = Change: { $what }
milestone-void-of = Mark as not valid: { $what }
milestone-discharge-day = Day they left
milestone-intake-day = Intake day, if known
milestone-discharge-words = From this day on, a contact is due every day until an intake date is confirmed.
milestone-intake-words = Only a confirmed date ends the daily contact.
intake-asked = Asked for
intake-tentative = Tentative
intake-confirmed = Confirmed
timeline-title = Contacts
timeline-empty = No contacts yet
timeline-empty-words = Log the first one when you are ready.
timeline-more = Show earlier contacts
entry-by = by { $author }
entry-written-later = written later
entry-late = Arrived late, from a device of { $from } that had been taken out: written { $written } by its clock, taken in by { $by }, { $when }.
entry-edited = Edited
entry-edit = Edit
entry-edit-of = Edit the contact of { $when }
entry-void = Mark as not valid
entry-void-of = Mark as not valid: contact of { $when }
entry-restore = Make valid again
entry-history = History
entry-not-valid = Not valid
entry-voided = Not valid: { $reason } ({ $by }, { $when })
void-title = Mark as not valid
void-words = It stays readable and no longer counts. You can bring it back.
reason-label = Why?
reason-submit = Mark as not valid
history-title = History
figure-minutes = { $count } min
figure-naloxone =
    { $count ->
        [one] 1 naloxone kit
       *[other] { $count } naloxone kits
    }
figure-miles = { $miles } miles

## Logging a contact

log-title = Contact with { $name }
log-edit-title = Edit a contact
log-choose-title = Who was it with?
log-how = How
log-outcome = Reached?
log-activities = What we did
log-note = Note (optional)
log-note-hint = Write only what helps. They may read it one day.
log-now = Just now
log-earlier = Earlier
log-discard = Discard
log-kept = What you typed is kept.
kind-bedside = At the bedside
kind-phone = Phone
kind-text = Text message
kind-video = Video
kind-community = Out together
kind-custody = In jail
kind-court = Court
kind-appointment = Appointment
kind-group = Group
kind-other = Other
outcome-reached = Reached
outcome-no-answer = No answer
outcome-left-message = Left a message
outcome-not-there = Not there
outcome-declined = Declined for now
activity-sat-with = Sat with them
activity-check-in = Check-in
activity-planning = Goals
activity-treatment = Getting into treatment
activity-medication = Medication
activity-resources = Resources
activity-advocacy = Spoke up for them
activity-recovery-community = Meeting or self-help
activity-housing = Housing
activity-employment = Work
activity-transportation = A ride
activity-court = Court
activity-family = Family
activity-life-skills = Life skills
activity-wellness = Health and wellness
activity-naloxone-training = Naloxone training
log-missed = What came between
log-along = Where we went together
log-with = Who else was there
log-about = Which system it was about
log-intercept = Intercept
log-more = More about this contact
field-circumstances = More about it
circumstance-along-court = Court
circumstance-along-parenting-class = Parenting class
circumstance-along-self-help = 12-step or self-help
circumstance-along-treatment = Treatment
circumstance-along-medical = Doctor or clinic
circumstance-along-dental = Dentist
circumstance-along-resource-center = Family resource center
circumstance-along-office = Housing, work or benefits office
circumstance-along-coffee = Coffee or a walk
circumstance-with-paramedics = Paramedics
circumstance-with-firefighters = Firefighters
circumstance-with-police = Police
circumstance-with-crisis-team = Crisis team
circumstance-with-coach = Another coach
circumstance-about-child-welfare = Child welfare
circumstance-about-treatment-court = Treatment court
circumstance-about-juvenile-justice = Juvenile justice
circumstance-about-probation = Probation or parole
circumstance-about-custody = Jail or prison
circumstance-about-community-services = Community services
circumstance-about-clinic = Clinic
circumstance-missed-transport = No ride
circumstance-missed-child-care = No child care
circumstance-missed-work = Work
circumstance-missed-illness = Not well
circumstance-missed-no-phone = No phone
circumstance-intercept-0 = 0 · Community services
circumstance-intercept-1 = 1 · First responders
circumstance-intercept-2 = 2 · First hearing
circumstance-intercept-3 = 3 · Jail or court
circumstance-intercept-4 = 4 · Coming home
circumstance-intercept-5 = 5 · Community supervision
field-kind = How
field-outcome = Reached?
field-when = When
field-minutes = Minutes
field-miles = Miles driven
field-naloxone = Naloxone kits given
field-activities = What we did
field-note = Note
field-intake-status = Intake status
field-day = Day
field-time = Time
field-place = Place
field-void = Not valid
field-made-by = Made by

## File import

import-title = Bring in a list
import-words = Pick a CSV file from your other system, with one person on each line and names for the columns on top.
import-private = The file is read on this device only.
import-file = Choose a file
import-file-hint = CSV, up to 10 MB. In Excel choose Save as, then CSV.
import-reading = Reading the file…
import-read =
    { $count ->
        [one] { $name }: 1 row
       *[other] { $name }: { $count } rows
    }
import-map-words = Say what each column holds. Examples from the file are shown.
import-column = Column { $number }
import-no-name = Choose the column that holds the name.
import-run =
    { $count ->
        [one] Bring in 1 row
       *[other] Bring in { $count } rows
    }
import-other = Another file
import-running = Bringing in the rows…
import-may-leave = You may go on working meanwhile. If Handrail closes, pick the same file again: no one will be doubled.
import-cancel = Stop
column-leave-out = Leave out
column-first-name = First name
column-last-name = Last name
column-external-id = Number in the other system
column-discharged-on = Day they left the hospital
column-intake-on = Intake day
column-intake-status = Intake status
report-done = Done
report-cancelled = Stopped. What was brought in stays.
report-added =
    { $count ->
        [one] 1 person added
       *[other] { $count } people added
    }
report-already =
    { $count ->
        [one] 1 was here already and was not changed
       *[other] { $count } were here already and were not changed
    }
report-problems = Rows left out
report-problems-words = Fix these lines in the file and bring it in again. No one will be doubled.
report-line = Line
report-reason = Reason
report-text = In the file
report-more = and { $count } more
report-warnings = Please look at these
report-warnings-words = These rows came in. Something in them was unclear.
report-name = Name
report-look-at = What to look at
warning-short-row = The row has fewer cells than the first line. The rest was taken as empty.
warning-phone-unclear = The phone number cannot be dialed as it stands. It was kept as written.
warning-phone-digits-lost = The spreadsheet had lost digits of the phone number. It was left out.
report-see = See the people
reason-name-missing = There is no name
reason-bad-date = Not a date
reason-birth-in-future = The date of birth is still to come
reason-bad-time = Not a time of day
reason-yes-or-no = Must be yes or no
reason-bad-status = Not asked, tentative or confirmed
reason-confirmed-without-date = A confirmed intake needs its date
reason-wrong-cell-count = More cells than columns
reason-quote-not-closed = A quote mark is never closed; rows after it may be missing
reason-too-long = A cell is too long
reason-repeated = The same person is in an earlier row
file-empty = The file is empty.
file-no-rows = The file has column names but no rows.
file-too-large = The file is larger than 10 MB. Split it and bring in the parts.
file-too-many-rows = The file has too many rows. Split it and bring in the parts.
file-not-text = This file is not a CSV table. In Excel choose Save as, then CSV.

## Team

team-title = Team
team-invite = Invite somebody
team-coaches = Coaches
team-recent = Newest contacts
team-recent-empty = No contacts yet
team-members = Members
team-invitations = Invitations
coach-caseload =
    { $count ->
        [one] 1 person
       *[other] { $count } people
    }
coach-heard = Last heard: { $when }
coach-not-heard = Nothing heard yet
coach-owed = { $count } to contact today
coach-missed =
    { $count ->
        [one] 1 with missed days
       *[other] { $count } with missed days
    }
role-coach = Coach
role-supervisor = Supervisor
member-devices =
    { $count ->
        [one] 1 device
       *[other] { $count } devices
    }
member-own = You
member-administrator = May invite
member-devices-title = Devices
device-unnamed = A device without a name
device-own = This device
device-leaving = Will be taken out when there is a connection
device-removed = Taken out
device-lost = This device is lost
device-state = How it keeps what it has
device-remove-title = “{ $device }” is lost?
device-remove-will = What happens now
device-remove-keys = All keys it held are changed. It can read nothing that is written from now on.
device-remove-wipes = When it is next opened with a connection, it hands over what it had not sent, and then wipes itself.
device-remove-kept = What arrived here stays. What it hands over late is set aside for you to read, not dropped.
device-remove-sheet = A sheet is kept: whose it was, how it was locked, and whose records were on it.
device-remove-wont = What this cannot do
device-remove-remains = While it is off or has no connection, nothing reaches it. What is on it stays there, encrypted, behind its passphrase.
device-remove-lease = It locks by itself after { $days } days without contact, but whoever knows the passphrase can open it until then.
device-remove-drafts = A note that was begun on it and not saved is lost with it.
device-remove-final = This cannot be undone. The person can be given another device.
device-remove-go = Take it out of the team
device-leaving-said = It is being taken out
device-invite = Link for another device
device-invite-words = Open this link on the new device. It brings the same caseload there.
device-holds = What these devices can read
device-held = What these devices could read
device-holds-words = If one is lost, this is what was on it, as far as this device knows.
device-holds-nothing = No participants
device-holds-caseload =
    { $count ->
        [one] Caseload of { $coach }: 1 person
       *[other] Caseload of { $coach }: { $count } people
    }
invitation-open = Not used yet
invitation-used = Used
invitation-expired = Expired
invitation-withdrawn = Taken back
invitation-until = until { $when }
invitation-withdraw = Take back
invitation-withdraw-of = Take back the invitation: { $role }, until { $when }
invite-title = Invite somebody
invite-words = The link works once. Hand it over in person, or over a channel you trust.
invite-role = They will be
invite-hours = The link works for
hours-one = 1 hour
hours-day = 1 day
hours-three-days = 3 days
hours-week = 1 week
invite-submit = Make the link
invite-busy = Making the link…
invite-ready = The invitation is ready
invite-once = It works once, until { $when }. It cannot be shown again after you leave this screen.
invite-qr = QR code of the invitation link
invite-link = Link
invite-copy = Copy the link
invite-copied = Copied
invite-not-copied = Copying was refused. Select the link and copy it by hand.

## More, settings

more-title = More
more-crisis-words = Open without unlocking, with no signal
more-sync-words = What was sent and what waits
more-settings-words = Language, colors, locking, storage
install = Install Handrail
install-words =
    { $place ->
        [phone] Put Handrail on your home screen: it opens faster, and the browser keeps your notes.
       *[computer] Put Handrail among your programs: it opens in its own window, and the browser keeps your notes.
    }
settings-title = Settings
settings-look = Language and colors
settings-language = Language
settings-theme = Colors
theme-device = Like this device
theme-light = Light
theme-dark = Dark
theme-high-contrast = High contrast
settings-safety = Safety
settings-auto-lock = Lock after
settings-auto-lock-hint = When nobody touches the screen.
settings-device = This device
settings-device-name = Device name
settings-device-name-hint = Your team sees it in the list of devices.
storage-title = Storage
storage-own = Your notes take { $amount }.
storage-of = { $used } of { $quota } used
storage-persistent = The browser promised to keep them.
storage-not-persistent = The browser may clear them when space runs low. Install Handrail to be safe.
storage-refusing = Almost no space is left. New entries are refused so that nothing is lost. Delete photos or apps.
settings-about = About
about-version = Version
about-agency = Agency
about-relay = Relay
about-no-relay = None: all stays on this device
about-fingerprint = Fingerprint
about-fingerprint-words = It must be the same on every device of your agency.
settings-erase = Erase
erase-sample = Erase the sample data
erase-sample-words = Removes the made-up agency, so that you can start or join a real one.
erase-device = Sign out of this device
erase-device-words = Removes everything of yours from this device. Other devices, and other people on this one, keep theirs.
erase-unsent =
    { $count ->
        [one] 1 entry was not sent yet and would be lost. You can wait until there is a connection.
       *[other] { $count } entries were not sent yet and would be lost. You can wait until there is a connection.
    }
erase-type-name = Type the agency's name: { $agency }
erase-go = Erase now

## Unlocking and shared phones

welcome-restore = I have a recovery kit
restore-title = Come back with your recovery kit
restore-words = For an administrator who lost every device. Do this in a safe place: who sees these words can open everything.
restore-relay-hint = Where your agency's data is passed on. It looks like https://relay.example.org.
restore-kit = The 24 words
restore-kit-hint = In order, with a space between words.
restore-scanned-hint = The code gave the first 16 words. Type the last 8 after them, from your paper.
restore-read = Check the words
restore-busy = Asking the relay…
restore-found = The words open an agency on this relay.
restore-fingerprint = Fingerprint, to compare with your paper:
restore-who = Who are you?
restore-who-hint = Names are locked until you are in. If you are not sure, ask your team who came first.
restore-founder =
    { $devices ->
        [one] { $number }: { $role }, started the agency, 1 device
       *[other] { $number }: { $role }, started the agency, { $devices } devices
    }
restore-administrator =
    { $devices ->
        [one] { $number }: { $role }, 1 device
       *[other] { $number }: { $role }, { $devices } devices
    }
restore-lost = All my other devices are lost. Take them out of the agency as soon as everything they sent is here.
restore-submit = Use this device
restore-unknown-word = Word { $position }, “{ $word }”, is not a word of any kit. Check how it is spelled on your paper.
unfinished-kit = Begin again with the recovery kit
lock-who = Who are you?
lock-person = Person { $number }
lock-add =
    { $place ->
        [phone] Add another person on this phone
       *[computer] Add another person on this computer
    }
lock-by-passphrase = Use the passphrase instead
lock-by-pin = Use the PIN instead
lock-by-passkey = Open with a passkey
welcome-adding = For one more person on this device. Everybody else's notes stay locked; nobody opens what is not theirs.
settings-nickname = Name on the lock screen
settings-nickname-hint = Anyone who picks up this device can read it, so do not use your full name. Leave it empty for “Person { $number }”.
settings-sign-out = Sign out
pin = PIN
pin-words = A PIN opens the screen again after it locked itself, for up to 8 hours. After five wrong tries, a restart or “Lock now” you need the passphrase.
pin-choose = Choose a PIN
pin-change = Change the PIN
pin-remove = Remove the PIN
pin-hint = 4 to 8 digits. Not your birthday.
pin-chosen = The PIN works from now on
pin-removed = The PIN was removed
passkey-words = A passkey opens Handrail with what unlocks this device: your finger, your face or its code. Choose it only if nobody else can unlock this device. Your passphrase works all the same.
passkey-choose = Set up a passkey
passkey-another = Set up another passkey
passkey-remove = Remove the passkey
passkey-go = Go on
passkey-next = Now your device asks for your finger, your face or its code, maybe twice.
passkey-make = Make the passkey
passkey-chosen = The passkey works from now on
passkey-removed = The passkey opens nothing here any more
passkey-refused = The passkey was not used. Try again, or use your passphrase.
passkey-unable = Passkeys of this device cannot open Handrail. Use your passphrase.
field-show-pin = Show the PIN
field-hide-pin = Hide the PIN
erase-all-sent = Everything you wrote was sent. Nothing is lost.
erase-local-only = This agency uses no relay: what is on this device is nowhere else. All of it would be lost.
erase-last = No other device can invite people or take lost devices out. Without this one, only the recovery kit can.
help-open = I forgot my passphrase
help-title = Get in with help
help-words = Call your supervisor. No internet is needed on either phone. Your notes stay as they are.
help-request = Read this out, digit by digit:
help-code = The code you hear
help-code-hint = 20 digits. Spaces do not matter. It works once.
help-give-title = Help someone in
help-give-words = For someone on your team who forgot their passphrase. It works with no network.
help-give-voice = Do you know the voice? If in doubt, hang up and call them back on the number you have. Whoever has the code and the device gets in.
help-give-request = What they read out
help-give-request-hint = Three numbers with dashes between.
help-give-ask = Show the code
help-give-whose = This device belongs to:
help-give-code = Read them this code. It works once.
help-not-found = No device of your team has this number. Have them read it again. If that device is new, connect yours first.
more-help-words = A forgotten passphrase, with no network
passphrase-change = Change passphrase
passphrase-change-words = For this device only. Your notes stay as they are.
passphrase-current = Passphrase now in use
passphrase-new = New passphrase
passphrase-busy = Changing…
passphrase-changed = Your passphrase was changed
passphrase-drops-passkey = Your passkey is removed with the old passphrase. You can set it up again afterwards.

## Crisis numbers

crisis-title = Crisis numbers
crisis-call-911 = In danger? Call 911.
crisis-call = Call { $name }: { $number }
crisis-text = Text { $to }
crisis-text-word = Text { $body } to { $to }
crisis-chat = Chat
crisis-chat-with = Chat with { $name } on the web
crisis-checked = Checked { $day }
crisis-unchecked = Not checked: your agency may confirm or remove it.
crisis-source = Where from
crisis-source-of = Where from: { $name }
crisis-version = List { $version }, in use since { $day }

## Sending

pill-local-only =
    { $place ->
        [phone] Kept on this phone
       *[computer] Kept on this computer
    }
pill-first-fetch = Getting your people…
pill-waiting = { $count } waiting to send
pill-working = Sending…
pill-offline =
    { $place ->
        [phone] No signal. All on this phone
       *[computer] No connection. All on this computer
    }
pill-nothing =
    { $place ->
        [phone] All on this phone
       *[computer] All on this computer
    }
pill-sent = Sent { $sent }
pill-reached-supervisor = Sent { $sent }, reached your supervisor { $reached }
pill-reached-coach = Sent { $sent }, reached the coach { $reached }
delivery-here =
    { $place ->
        [phone] On this phone, waits to be sent
       *[computer] On this computer, waits to be sent
    }
delivery-received = From another device
delivery-sent = Sent { $sent }
delivery-reached-supervisor = Sent { $sent }, reached the supervisor's device { $reached }
delivery-reached-coach = Sent { $sent }, reached the coach's device { $reached }
unfinished-title = Joining is not finished
unfinished-words = The connection broke before the relay answered. Your keys are kept on this device.
unfinished-trying = Asking the relay whether you are in…
unfinished-again = Try again
unfinished-anew = Begin again with another invitation
unfinished-anew-words = If this invitation does not work any more, ask for a new one and begin again. Nothing is lost by it: nothing was written on this device yet.
sync-title = Sending and receiving
sync-local-only = No relay is set. Everything stays on this device.
sync-offline = There is no connection. Your work is saved here and will be sent by itself.
sync-never = Not yet
sync-waiting = Waiting to send
sync-records =
    { $count ->
        [one] 1 record
       *[other] { $count } records
    }
sync-sent = Last sent
sync-reached-supervisor = Reached a supervisor
sync-reached-coach = Reached the coach
sync-now = Send and get now
sync-fetched = { $amount }, { $count } records so far
sync-quarantined =
    { $count ->
        [one] 1 record was set aside because it could not be opened. Nothing else is affected.
       *[other] { $count } records were set aside because they could not be opened. Nothing else is affected.
    }
sync-incomplete = Not everything about these people is here:
incomplete-nameless = Somebody whose name is not here yet
incomplete-waiting = Something about this person is here, locked. It waits for a key or for news of the team.
incomplete-hole = An earlier entry about this person has not come yet. It is being asked for.
incomplete-aside = Something about this person was set aside because it is not as it should be.
incomplete-withheld = Another device has entries about this person that the relay does not give to this one.
sync-means = What the words mean
sync-word-saved = Saved
sync-word-saved-means = It is on this device and stays there, even if the battery dies.
sync-word-sent = Sent
sync-word-sent-means = The relay has it, locked.
sync-word-reached = Reached
sync-word-reached-means = The other person's device has it.
trouble-not-a-relay = This network needs a sign-in
trouble-not-a-relay-help = The answer did not come from your relay. On public Wi-Fi, open a web page and sign in first. Your work is saved here.
trouble-revoked = The relay does not know this device
trouble-revoked-help = It may have been taken out of the team, or the relay makes a mistake. Your work is saved here. Talk with your supervisor.
trouble-lost-data = Giving data back to the relay
trouble-lost-data-help = The relay lost some data. This device is giving it back. You can go on working.
trouble-forked = The relay shows another team list
trouble-forked-help = The list of members does not fit the one this device knows. Nothing is sent until it is cleared up. Talk with your supervisor.
trouble-refused = The relay refused a record
trouble-refused-help = One record was not taken. It is saved here. Talk with your supervisor.
trouble-withheld = Records are missing
trouble-withheld-help = Other devices have records that the relay does not give to this one. Your work is saved here and is sent. Talk with your supervisor.
trouble-full = No space left on this device
trouble-full-help = What you saved is still here. What comes from your team cannot be kept until there is space: free some, then choose “Send and get now”.
trouble-storage = This device could not save
trouble-storage-help = What was saved before is still here. It is tried again by itself. If this stays, close Handrail and open it again.
trouble-quota = The relay is full
trouble-quota-help = Your agency's space on the relay is used up. Your work is saved here. Tell your supervisor.

## Errors

error-locked = Handrail is locked. Unlock it first.
error-wrong-passphrase = That is not the passphrase. Nothing was changed.
error-wrong-passphrase-wait = That is not the passphrase. Try again in { $wait }.
error-too-soon = Please wait { $wait } before the next try.
error-passphrase-short = The passphrase needs at least 10 characters.
error-passphrases-differ = The two passphrases are not the same. Type them again.
error-already-here = Someone is open on this device. To add another person, lock it first, then choose to add another person.
error-passkey = This passkey does not open Handrail here. Use your passphrase.
error-words-do-not-match = The words do not match. Look at your paper again.
error-invitation-malformed = The link is not whole. Copy all of it and try again.
error-invitation-used = This invitation was used already. Ask for a new one.
error-invitation-expired = This invitation has expired. Ask for a new one.
error-invitation-withdrawn = This invitation was taken back. Ask for a new one.
error-roster-mismatch = The relay's answer does not fit the invitation. Do not go on. Call the person who invited you.
error-no-connection = No connection. Check your signal and try again.
error-relay-refused = The relay refused. Try again, or talk with your supervisor.
error-relay-full = This relay takes no new agency. Use another address.
error-not-allowed = Your role may not do this. Ask your supervisor.
error-not-found = This is not on this device.
error-busy = Another import is running. Wait until it ends.
error-storage-full = No space is left, so this was not saved. Delete photos or apps and try again.
error-interrupted = Handrail was interrupted. Please try again.
error-out-of-memory = This device has too little memory free. Close other apps and try again.
error-words-count = A recovery kit has 24 words. You typed { $count }.
error-word-unknown = Word { $position } is not a word of any kit. Check how it is spelled on your paper.
error-words-checksum = Every word exists, but together they are no kit. One word is wrong, or two changed places. Compare them with your paper.
error-unknown-agency = This relay does not know the agency of these words. Check the address, and that this is the right paper.
error-restore-overtaken = Someone changed the team while the connection was cut. Nothing is lost, but the 24 words are needed once more.
error-unsent =
    { $count ->
        [0] Signing out here would lose something. Type the agency's name to go on.
        [one] 1 entry is on no other device yet. Wait for a connection, or type the agency's name to lose it.
       *[other] { $count } entries are on no other device yet. Wait for a connection, or type the agency's name to lose them.
    }
error-wrong-pin =
    { $count ->
        [0] That is not the PIN. Type your passphrase now.
        [one] That is not the PIN. 1 try is left.
       *[other] That is not the PIN. { $count } tries are left.
    }
error-passphrase-needed = The PIN does not open it now. Type your passphrase.
error-wrong-help-code = That is not the code for this device. Have it read to you again.
error-wrong-help-code-wait = That is not the code for this device. Try again in { $wait }.
error-help-code-not-whole = The code has 20 digits. Some are missing, or there are too many.
error-help-refused = This device was taken out of the agency. Do not help to open it.
error-pin-too-simple = This PIN is guessed first. Mix the digits.
invalid-pin = A PIN has 4 to 8 digits.
invalid-agency-name = Type the agency's name.
invalid-own-name = Type your name.
invalid-relay = This is not a relay address. It looks like https://relay.example.org.
invalid-name = Type a name.
invalid-date = Check the date.
invalid-time = Check the day and time. It cannot be in the future.
invalid-minutes = Minutes must be between 0 and 1,440.
invalid-miles = Check the miles, such as 12.5.
invalid-naloxone = Kits must be between 0 and 99.
invalid-note = The note is too long.
invalid-reason = Say why, in a few words.
invalid-detail = Check what you typed.
invalid-setting = This setting is not possible.
invalid-hours = Choose how long the link works.
invalid-mapping = Check the columns. One must hold the name, and none may be chosen twice.
invalid-draft = This form is too long to keep.
invalid-limit = At most { $limit } bytes.

# Discreet
hide-now = Hide and lock
cover-back = Go back
keys-hide = Hide the screen and lock
limit-open = Limited view
limit-title = Limited view
limit-shows-nobody = Nobody is shown: only the crisis numbers.
limit-shows-person = Shown: the name { $name }, how they may be reached, and the crisis numbers.
limit-words = For when others look at this device, at a jail door for instance. No list, no notes and no program are shown, and nothing can be opened, until the code is typed. After five wrong codes, or when the app is closed, only your passphrase opens it.
limit-code = A code for this time
limit-code-hint = 4 to 8 digits
limit-start = Show only this
limit-person = Show only this person
inspected-title = Limited view
inspected-words = Only this is open. Everything else is locked.
inspected-code = Code
inspected-end = Open everything again
error-inspected = This is locked while the limited view is on.
error-wrong-code = { $tries ->
    [one] That is not the code. One try is left, then only the passphrase opens this.
   *[other] That is not the code. { $tries } tries are left.
}
invalid-code = Choose 4 to 8 digits.

# Who looked
accesses-title = Access log
accesses-words = When somebody opens the record of a person in another coach's caseload, it is written down once a day. So is every hand-over, whom a record was shared with and why, and who had a record forgotten. What is written down here stays.
accesses-empty = Nothing is written down here yet
accesses-copy = Copy as a table
accesses-copied = Copied. You can paste it into a spreadsheet.
accesses-not-copied = It could not be copied on this device.
accesses-you = You
accesses-unknown = Somebody whose name is not known here
accesses-clock = Supervisors and administrators also see here who changed the team, set rules, gave codes and keys, or took something out of the app. Times are by the clock of the device where it was done.
accesses-show = Show
accesses-all = Everything
accesses-records = Records
accesses-team = Team
accesses-given = Codes and copies
accesses-no-time = Time not known
accesses-nobody = somebody
log-opened = Opened the record of { $name }
log-handed-over = Handed { $name } over to { $about }
log-forgotten = Ordered that record { $number } is forgotten
log-forgotten-open = Every device confirmed. The certificate is not complete yet.
log-keys = Gave new keys after somebody was forgotten
log-device-keys = Took new keys on a device of { $about }
log-rules = Put own rules for keeping records in force:
log-rules-app = Put the app's rules for keeping records in force again
log-copied = Copied the access log (lines: { $count })
log-kit = Printed the recovery kit
log-requirements = Printed a page of what is required of a participant
log-help = Gave a code for a device of { $about }
log-founded = Started the agency
log-invited = Invited somebody ({ $role })
log-device-invited = Made a link for another device of { $about }
log-withdrawn = Ended an invitation
log-joined = Joined
log-device-added = Added a device
log-restored = Came back with the recovery kit
log-device-removed = Took out a device of { $about }
log-wiped = Said that it wiped itself after it was taken out (not handed over: { $count })
log-lease-set = Changed when devices without contact lock
log-role = Changed the role of { $about }: { $role }
log-left = Ended the membership of { $about }
log-cover = Asked { $about } to cover the caseload of { $coach }
log-cover-ended = Ended the cover by { $about } for { $coach }
accesses-person-title = Who opened this record
accesses-person-words = People besides the coach. Once a day for each.

# Shared records
share-title = Also reads this record
share-open = Share this record
share-dialog = Share the record of { $name }
share-reads = They can read this record, with everything written so far, and no other.
share-ends = After the last day the keys change. What is written then is closed to them; what they read stays read.
share-seen = Everyone who reads this record can see with whom it is shared, and why.
share-with = With whom
share-reason = Why
share-missing = Choose with whom, the last day, and say why.
share-go = Share
share-end-of = End the sharing with { $name }
share-emergency = Opened in an emergency
accesses-shared = Shared with { $guest } until { $when }
accesses-emergency = Opened for { $guest } in an emergency, until { $when }
accesses-ended = Ended the sharing with { $guest }

# Emergencies
emergency-title = Open a record in an emergency
emergency-how = Say whose record you need and why. The first open device of a supervisor lets you in by itself. Nobody has to do anything, but one must be on: call if it takes long.
emergency-night = You can read and write in that one record for 12 hours. Then it closes.
emergency-seen = The coach and the supervisors see who asked, and why. Nobody can take it back.
emergency-answers = Supervisors on call ask here for a record of somebody else's people. Your device answers by itself while it is open, for 12 hours, if it finds the one person who is meant.
emergency-coach = Their coach
emergency-name = Their name
emergency-name-hint = The whole name, as the coach wrote it.
emergency-reason = Why you need to read it now
emergency-missing = Choose the coach, and write the name and the reason.
emergency-go = Ask for the record
emergency-asked = Asked. It opens as soon as a supervisor's device answers.
emergency-requests = Asked so far
emergency-none = Nobody asked for a record
emergency-waiting = Waits for a supervisor's device
emergency-not-found = That coach has nobody of that name, or more than one
emergency-open = Open
emergency-over = Was open
emergency-unanswered = Nobody answered in 12 hours
emergency-record = Open the record

# Numbers
numbers-title = Numbers
numbers-words = What the agency did each month, as a supervisor counted it. No names and no notes.
numbers-words-supervisor = Your device counts the months that are over. Program managers see a month when you share it.
numbers-small = A number from 1 to 10 is never shown. With 10 people or fewer in a month, nothing of it is.
numbers-empty = No numbers yet
numbers-empty-words = A supervisor shares a month when it is over.
numbers-by = Shared by { $name }, counted { $day }
numbers-not-told = Not shared yet
numbers-changed = Something was written since: the numbers that were shared are older
numbers-go = Share these numbers
numbers-go-of = Share the numbers of { $month }
numbers-done = Shared with the agency
numbers-people = People with a contact or a try
numbers-reached = People who were reached
numbers-contacts = Contacts and tries
numbers-owed = Days of daily contact owed
numbers-kept = Days of daily contact kept
numbers-few = Too small to show
month-of-year = { $month } { $year }

# First screens of those without a caseload
first-provider = Records shared with you
first-provider-words = You can read the records that a supervisor shared with you, until the last day. That you opened one is written down for the team.
first-it = Devices and relay
first-it-words = You look after devices and the relay. Nothing on this device can open a record.
first-it-state = Now
first-relay = Relay
first-no-relay = None
first-connection = This device
first-members = People in the agency
first-devices = Devices in use
first-referrer = Welcome
first-referrer-words = You refer people to the agency. Call a coach or a supervisor to refer somebody: referring in the app is not in this version.

# Hand-over
hand-over = Hand over to another coach
hand-over-title = Hand over { $name }
hand-over-gets = The new coach gets everything that was written about { $name }.
hand-over-loses = { $coach } no longer sees { $name }, as soon as their device is online.
hand-over-late = What { $coach } wrote without a signal still arrives, under their name.
hand-over-to = Coach from now on
hand-over-choose = Choose who coaches them from now on.
hand-over-reason = Why (you may leave this empty)
hand-over-go = Hand over
hand-overs-title = Coaches so far
handed-over-to = Handed over to { $coach }
handed-over-by = { $author }, { $when }
handed-over-finish = You can still finish a note that you began. Then nothing about this person stays on this device.
handed-over-log = Finish a note
departures-title = Handed over
departures-words = Nothing about these people is on this device any more.
error-handed-over = This person is with { $coach } now. Nothing was changed.

# Roles
role-volunteer-coach = Volunteer coach
role-lead = Lead coach
role-on-call-supervisor = On-call supervisor
role-clinical-provider = Clinical provider
role-program-manager = Program manager
role-referrer = Referrer
role-agency-it = Agency IT
role-reads-coach = Reads only the people they coach or cover for.
role-reads-volunteer-coach = Reads only the people they coach or cover for.
role-reads-lead = Reads only the people they coach or cover for.
role-reads-supervisor = Reads everybody's people, hands people over, and changes who is in the agency.
role-reads-on-call-supervisor = Reads only their own people. In an emergency they ask for a record, say why, and read it for 12 hours.
role-reads-clinical-provider = Reads the records that are shared with them, until the last day, and writes nothing in them.
role-reads-program-manager = Reads the agency's numbers. No names and no notes.
role-reads-referrer = Reads no names and no notes.
role-reads-agency-it = Reads no names and no notes. Looks after devices and the relay.

# Members: role, cover, leaving
member-left = Left
member-change-waits = A change waits. It is made as soon as the relay can be reached.
error-last-administrator = This is the last administrator. Make somebody else a supervisor first.
covering-for = Covering for { $coach }
cover-title = Cover
cover-words = Whoever covers reads this caseload through the last day, and can write notes. Then the keys change.
cover-choose = Choose
cover-by = Who covers
cover-through = Last day
cover-missing = Choose who covers, and the last day.
cover-go = Let them cover
cover-until = Until { $when }
cover-end = End
cover-end-of = End the cover by { $name }
split-title = Hand people over
split-words = Choose a coach for each person. The new coach gets the whole history.
split-stay = Stays here
split-go = Hand over as chosen
role-title = Role
role-choice = They are
role-go = Change role
leave = They left the agency
leave-title = { $name } left
leave-keys = All devices of { $name } are taken out, and every key they had is changed.
leave-wipes = When one of them is next opened with a connection, it hands over what it had not sent, and then wipes itself.
leave-kept = What { $name } wrote stays in the records.
leave-people =
    { $count ->
        [0] No one is in their caseload.
        [one] One person of { $name } stays with the supervisors until you hand them over.
       *[other] { $count } people of { $name } stay with the supervisors until you hand them over.
    }
leave-final = This cannot be undone. To come back, they need a new invitation.
leave-go = End membership

## A device that was taken out, or had no contact for too long

removed-title = This device was taken out of the team
removed-words = Your agency said that this device is lost or no longer in use. The records of your team on it were deleted, and their keys with them. That cannot be undone here.
removed-whose = Only “{ $name }” is gone. Everybody else on this device can go on.
removed-kept = What you had written was handed to your team before. Your supervisor can read it.
removed-left =
    { $count ->
        [one] 1 note could not be handed over: it was not finished, or the relay refused it. Write it again from memory.
       *[other] { $count } notes could not be handed over: they were not finished, or the relay refused them. Write them again from memory.
    }
removed-ask = If this is a mistake, or you need a device, call your supervisor.
removed-read = I have read this
dismissed-words = Your agency said that this device is lost or no longer in use. It hands over what you wrote, and then deletes the records on it. Nothing is shown any more.
dismissed-waiting =
    { $count ->
        [one] 1 entry waits to be handed over.
       *[other] { $count } entries wait to be handed over.
    }
dismissed-trying = Handing over what you wrote…
calling-in = Checking with your team…
away-title = Too long without contact
away-words = Your agency locks a device that did not reach the team for { $days } days, in case it was lost. Everything you wrote is safe on it.
away-waiting =
    { $count ->
        [one] 1 entry waits to be sent. It is kept.
       *[other] { $count } entries wait to be sent. They are kept.
    }
away-connect = Connect to the internet for a moment. It then opens by itself.
away-try = Try now
away-help = No internet? Call your supervisor.
away-open = Open with this code
away-soon =
    { $days ->
        [one] This device has not reached your team for a while. Connect it once today or tomorrow, or it locks until you do.
       *[other] This device has not reached your team for a while. Connect it once within { $days } days, or it locks until you do. Your notes are safe.
    }
lease = Lock devices without contact
lease-hint = For everybody in the agency. A device that did not reach the team for so long locks until it does, or until a supervisor helps over the phone.
lease-waits = Waits for the relay.
lease-never = Never
lease-days = After { $days } days

## The sheet of a device

sheet-title = Lost device: { $device }
sheet-facts = What is known
sheet-whose = Whose
sheet-device = Device
sheet-out = Taken out
sheet-out-by = By { $name }, { $when } (roster entry { $entry })
sheet-missing = The sheet is not here yet, or it was not signed by who took the device out.
sheet-heard = Last heard from before
state-database = Database
state-encrypted = Encrypted, each page with ChaCha20-Poly1305 (SQLite3MC)
state-unknown = This device never said how it keeps what it has.
state-lock = Lock
state-lock-cost = Passphrase, Argon2id: { $memory } MiB and { $passes } passes for each guess. Whether a passkey opens it too is not told.
state-pin = In use. It opens the device only after a lock by time, for at most 8 hours and 5 tries, not after a restart.
state-no-pin = None
state-passkey-title = Passkey
state-passkey = In use. It opens the device by the device's own finger, face or code.
state-said = Source
state-said-when = The device itself, signed with its key, { $when }
state-lease = Without contact
state-lease-days = Locks by itself after { $days } days
state-lease-never = Does not lock by itself
sheet-people = Records that were on it
sheet-people-count =
    { $count ->
        [one] 1 participant
       *[other] { $count } participants
    }
sheet-not-arrived = Had not arrived
sheet-not-arrived-count =
    { $count ->
        [0] Nothing that others knew of. What was written on it and never sent is not known.
        [one] 1 entry that another device had. What was written on it and never sent is not known.
       *[other] { $count } entries that another device had. What was written on it and never sent is not known.
    }
late-title = Arrived afterwards
late-words = The device handed this over after it was taken out. It is not part of the records unless you take it in. If you are not sure that it is true, ask whose device it was.
late-written = Written { $written } by the clock of the lost device, arrived { $arrived }.
late-corrects = This changes a contact that is in the record.
late-withdrawn = This was taken back and is not taken in.
late-take = Take into the record
late-take-of = Take into the record of { $name }: { $when }
late-taken = Taken in by { $by }, { $when }.
late-taken-twice = It was taken in more than once. Take back all but one in the record.
late-taken-said = Taken into the record
sheet-late-count =
    { $count ->
        [0] Nothing so far
        [one] 1 entry, set aside
       *[other] { $count } entries, set aside
    }
sheet-rotated = Keys changed
sheet-agency-key = The agency's own
sheet-wipe = Wiping
sheet-wipe-words = It wipes itself when it is next opened with a connection. It has not said yet that it has.
sheet-wiped =
    It said, signed by itself, that it handed over what it had and wiped itself, { $when } by its clock. Heard here { $heard }. { $count ->
        [0] Nothing was left unsent.
       *[other] It could not hand over: { $count }. That was wiped with the rest.
    } A changed program could say so and keep a copy.
sheet-law = Whether this loss must be reported is for your privacy officer to decide (42 CFR 2.16; 45 CFR 164.400–414; HHS guidance on unsecured information, 74 FR 19006). This sheet gives facts and no legal advice.
sheet-ask-when = Lost on
sheet-ask-how = Where and how
sheet-ask-locked = Locked or off? Who knew the passphrase?
sheet-ask-decided = Decision, by whom, date
sheet-copy = Copy as text
sheet-copied = Copied. Keep it only where records may be kept.

# Keeping and forgetting
keep-open = How long this record is kept
keep-title = How long { $name }'s record is kept
keep-through = It is kept through { $day }.
keep-over = It was to be kept through { $day }. That day is over.
keep-hold = A legal hold keeps it, whatever the rules say.
keep-no-rule = No rule is about this record. It is kept.
keep-rules = The rules
keep-source = Source: { $source }
keep-not-checked = Nobody has compared this rule with its source yet. Ask a lawyer before you rely on it.
keep-stale = These rules are to be looked at again. The law may have changed.
hold-title = Legal holds
hold-by = { $author }, { $when }
hold-ended = Ended: { $author }, { $when }. { $reason }
hold-set = Keep it: legal hold
hold-words = While a hold stands, nobody can have this record forgotten. It stays readable in the record who set it and why.
hold-end = End this hold
hold-end-words = Afterwards the rules count again. It stays readable who ended the hold and why.
hold-saved = The hold is written down.
hold-end-saved = The end of the hold is written down.
forget-open = Forget this person
forget-title = Forget { $name }?
forget-words-gone = Everything about { $name } is deleted on every device of the team and at the relay: notes, contacts, names, keys.
forget-words-back = Nobody can bring it back.
forget-words-late = A device without a signal forgets as soon as it hears of it. Words on it that were never sent wait for the person who wrote them.
forget-words-stays = What stays: a number without a name, who ordered it, when, and why.
forget-why = Why
forget-why-missing = Choose why.
forget-reason-retention = The time is over
forget-reason-asked = They asked for it
forget-reason-declined = They declined
forget-reason-mistake = Entered by mistake
forget-sure = I understand that nobody can bring it back.
forget-sure-missing = Tick that you understand this.
forget-go = Forget for good
forget-done = Forgotten on this device. The others follow.
error-forgotten = This record was ordered to be forgotten. Nothing of it is on this device.
error-on-hold = A legal hold keeps this record. End the hold first.
to-be-forgotten = { $name } ordered this record to be forgotten.
to-be-forgotten-words = You wrote something here that was never sent. If it matters, talk to { $name } before you delete it. Nothing of this record can be sent any more.
to-be-forgotten-go = Delete it here too
forgetting-title = Keeping and forgetting
forgetting-due = The time is over
forgetting-due-words = The rules do not keep these records any longer. Nothing is deleted by itself.
forgetting-due-empty = No record is over its time
forgetting-due-line = With { $coach }. Kept through { $day }.
forgetting-held = Legal hold
forgetting-orders = Certificates
forgetting-orders-empty = Nobody was forgotten yet
certificate-number = Record { $number }
certificate-by = Ordered by { $author }, { $when }. { $reason }.
certificate-complete = Complete: every device confirmed and has new keys
certificate-waits = { $count ->
    [one] One device has not confirmed
   *[other] { $count } devices have not confirmed
}
certificate-here = A device that keeps words which were never sent, or a legal hold, has it still.
certificate-relay-yes = The relay has the order and destroyed its copies.
certificate-relay-no = The relay does not have the order yet.
certificate-device-yes = { $member }, { $device }: confirmed { $when }
certificate-device-no = { $member }, { $device }: not confirmed
certificate-late = { $count ->
    [one] One later entry was not taken.
   *[other] { $count } later entries were not taken.
}
certificate-remains = What this does not prove: the recovery kit, a link that somebody kept, and a device that was lost open a backup of the relay from before. So does what somebody copied.
certificate-keys-old = Keys on these devices still open a backup of the relay from before. New keys end that.
certificate-keys-renewing = { $count ->
    [one] New keys are there. One device still keeps old ones.
   *[other] New keys are there. { $count } devices still keep old ones.
}
certificate-keys-new = No device keeps a key that opens a backup of the relay from before.
renew-keys = Give new keys
renew-keys-words = New keys end that old backups of the relay can be opened with keys on your devices. Do it once, after all whom you want to forget. Each device takes part when it is next online.
renew-keys-done = The keys change as soon as the relay can be told.
error-kit-unconfirmed = First confirm the recovery kit. While it is on this device it opens everything.
certificate-copy = Copy certificate
certificate-copied = Copied. You can paste it into a document and print it.
certificate-proof = Signed order (hexadecimal)

# Own rules of retention
rules-own = Rules of your agency: { $id } { $version }
rules-app = Rules that come with the app: { $id } { $version }
rules-set = Put in force by { $author }, { $when }
rules-review = To be looked at again after { $day }
rules-next = Other rules are set and begin to hold on { $day }.
rules-unreadable = Your agency has rules that this version of the app cannot read. Update the app. Until then no record counts as over its time here.
rules-open = Set the rules of your agency
rules-title = Rules of your agency
rules-words = Load a file with the rules that your agency keeps to. You see what would change, and for whom, before anything holds. Nothing is deleted by rules alone.
rules-lawyer = Ask a lawyer first. How such a file is written stands in retention-rules.md, beside the other guides of the app.
rules-file = Choose a file with rules
rules-file-hint = JSON, up to 64 KB
rules-paste = Or paste its text
rules-look = Show what would change
rules-look-app = Look at the rules of the app
rules-not-text = This file is not text. Rules are a JSON file.
rules-looked-at = If these rules hold
rules-of-app = If the rules of the app hold
rules-which = { $id } { $version }, from { $day } on
rules-earlier = { $count ->
    [one] One person could be forgotten earlier than now
   *[other] { $count } people could be forgotten earlier than now
}
rules-later = { $count ->
    [one] One person would be kept longer than now
   *[other] { $count } people would be kept longer than now
}
rules-due = { $count ->
    [one] One person would be over the time at once
   *[other] { $count } people would be over the time at once
}
rules-same = { $count ->
    [one] Nothing changes for one person
   *[other] Nothing changes for { $count } people
}
rules-change = With { $coach }. Kept through: now { $before }, then { $after }.
rules-never = no end
rules-more = { $count ->
    [one] One more changes and is not listed.
   *[other] { $count } more change and are not listed.
}
rules-sure = These rules are to hold for the whole agency.
rules-sure-missing = Tick that they are to hold for the whole agency.
rules-put = Put these rules in force
rules-done = The rules hold. The other devices get them with the next contact.
rules-faults = These rules cannot be used yet:
rules-fault-large = This is more text than rules need. At most 64 KB.
rules-fault-json = This is no JSON. It cannot be read from line { $line }, character { $column } on.
rules-fault-unknown = Line { $line }, character { $column }: rules have no field “{ $text }”.
rules-fault-missing = Before line { $line }, character { $column }: the field “{ $text }” is missing.
rules-fault-value = Line { $line }, character { $column }: “{ $text }” cannot stand here. Numbers are whole and not below zero, days look like 2026-11-30.
rules-fault-format = These rules were written for a newer version of the app. Update the app.
rules-fault-none = There is no rule in it.
rules-fault-review = The day of the review (review_by) is before the first day (valid_from).
rules-fault-id = Rule { $line }: “{ $text }” cannot be an id. Use small letters, digits and hyphens, 40 at most.
rules-fault-text = Rule { $line } ({ $text }): a text in English or Spanish or the source is empty.
rules-fault-time = Rule { $line } ({ $text }): it keeps records for no time at all, or for more than 100 years.
rules-fault-twice = Rule { $line } ({ $text }): there is another of this id with the same first day.
rules-fault-checked = Rule { $line } ({ $text }): it is marked as verified. Say on which day (checked_on).

# Programs
programs-title = Programs
programs-words = What a program says decides who is due a contact, and when. Somebody is in a program when it stands in their details by its name.
programs-in-use = In use
programs-none = No program is in use yet
programs-none-words = Until then everybody is owed what is owed to all. Begin with one of the samples and change it.
programs-samples = Samples to begin with
program-people = { $count ->
    [0] Nobody is in it
    [one] { $count } person is in it
   *[other] { $count } people are in it
}
program-trouble = Something to settle
program-not-in-use = A sample, not in use
program-missing = There is no program here any more.
program-changes = Your agency’s changes
program-from = From { $day } on
program-disagree = Two people changed this differently. Change it once more to settle it.
program-part-duty = What is owed: { $id }
program-part-phase = Phase: { $id }
program-part-site = Site: { $id }
program-part-eligibility = Who is eligible
program-part-referral = Who may refer
program-part-matching = How coaches are matched
program-part-work = How coaches work
program-part-status = Whether it runs
program-part-partner = Partner: { $id }
program-part-funder = Funder: { $id }
program-duties = What is owed
program-duties-none = Nothing beyond what is owed to everybody.
program-every-day = Every day
program-value = { $what }: { $number }
program-field-every-days = Days between contacts
program-field-days = Days it lasts
program-field-months = Months it lasts
program-field-lead-days = Days ahead that it shows
program-field-judge-after-days = Days until somebody judges whether it may end
program-field-step-every = Step { $step }: days between contacts
program-field-step-for = Step { $step }: days it lasts
program-change = Change the numbers
program-from-label = From this day on
program-number = Type whole numbers.
program-look = Show what would change
program-as-text = The whole program as text
program-as-text-words = For what the fields above do not offer. Show what would change before you put it to use.
program-text = Program, JSON
program-phases = Phases
program-eligible = Who is eligible
program-partners = Partners
program-funders = Who pays
program-started = { $status }, since { $started }
program-status-planned = Planned
program-status-pilot = A pilot
program-status-active = Running
program-status-ended = Over
program-sites = Places
program-site-planned = Planned
program-site-opens = Since { $day }
program-intercept = Intercept { $number }
program-preview = What would change
program-preview-people = { $count ->
    [0] Nobody on this device is in this program.
    [one] { $count } person on this device is in this program.
   *[other] { $count } people on this device are in this program.
}
program-preview-nobody = Nothing changes for anybody today.
program-preview-how = Once it is in use, write its name into the details of whoever takes part.
program-newly = Newly: { $what }
program-no-longer = No longer: { $what }
program-other-days = On other days: { $what }
program-of-coach = With { $coach }
program-put = Put this program to use
program-put-change = Put this change in force
program-done = Done. The other devices get it with the next contact.
program-fault = This cannot be used yet:
program-fault-large = This is more text than a program needs. At most 64 KB.
program-fault-json = It cannot be read at line { $number }, character { $column }: { $detail }
program-fault-format = This program was written for a newer version of the app. Update the app.
program-fault-text = A text in English or Spanish is empty: { $part }
program-fault-id = “{ $part }” cannot be an id. Use small letters, digits and hyphens, 40 at most.
program-fault-twice = This is there twice: { $part }
program-fault-unknown = { $part } names “{ $detail }”, which is not in the program.
program-fault-incomplete = { $part } lacks: { $detail }
program-fault-foreign = { $part } has “{ $detail }”, which duties of its kind do not have.
program-fault-bounds = { $part }, { $detail }: a whole number from 1 to { $number }.
program-fault-day = “{ $part }” is no year, month or day. Write 2016, 2017-08 or 2018-05-01.
program-fault-ends = It ends before it begins: { $part }
program-fault-nobody = It names nobody: { $part }

# Call-outs
call-outs-title = Call-outs
call-outs-words = When somebody calls for a coach. Each step is one tap and keeps its time, with or without signal.
call-outs-open = Under way
call-outs-earlier = Earlier
call-outs-none = No call-outs yet
call-out-title = Call-out
call-out-begin = I'm called to somebody
call-out-no-site = Place not said yet
call-out-called-at = Called: { $when }
call-out-called = Called
call-out-accepted = Took the call
call-out-on-my-way = On my way
call-out-arrived = Arrived
call-out-offered = Offered to connect
call-out-left = Left
call-out-take-accepted = I'll go
call-out-take-on-my-way = I'm on my way
call-out-take-arrived = I'm with them
call-out-take-offered = I made the offer
call-out-take-left = I've left
call-out-times = Times
call-out-not-yet = Not yet
call-out-correct = Correct
call-out-correct-of = Correct: { $step }
call-out-fill-in = Fill in
call-out-fill-in-of = Fill in: { $step }
call-out-written-later = Written { $when }
call-out-time-words = When was it really? That it was written later is shown.
call-out-undo-step = It did not happen
call-out-answer = Their answer
call-out-answer-words = Unless they say yes or ask for a call later, nothing about them is kept, and your own words below are erased.
call-out-answer-accepted = Yes, they want to connect
call-out-answer-call-back = Not now, call back later
call-out-answer-declined = No, thank you
call-out-answer-asleep = They are asleep
call-out-answer-unable = They are not able to answer
call-out-answer-left-early = They left before the offer
call-out-answer-not-met = I did not get to meet them
call-out-chosen = Chosen: { $answer }
call-out-no-answer = Take the answer back
call-out-finished = All done. Nothing about the person was kept, only when and where you were called and what came of it.
call-out-joined = They said yes. Your visit is in their record.
call-out-elsewhere = Their record is no longer on this device.
call-out-name-them = Say who it is
call-out-response = Call to bedside: { $minutes }
call-out-stay = With them: { $minutes }
call-out-about = Where, and who called
call-out-where = Where
call-out-choose = Not said
call-out-other-site = Another place
call-out-place = Which place
call-out-place-hint = The place only. No names, nothing about the person.
call-out-caller = Who called
call-out-notes = To remember
call-out-notes-hint = Stays on this phone alone. If they say yes, it becomes the note of your visit. Otherwise it is erased.
call-out-person = Who said yes
call-out-person-words = Your visit is written into their record, with its minutes.
call-out-new-person = Somebody new
call-out-conflict-words = Two of your devices say different things. Both are kept until you choose one.
call-out-take-back = This was not a call-out
call-out-taken-back = Not a call-out
call-out-taken-back-words = This was marked as not a call-out. It counts nowhere.
call-out-restore = It was one after all
invalid-step = That time does not fit: it is before an earlier step, after a later one, or still to come. Nothing was changed.
referrer-oneself = The person themselves
referrer-family = Family or a friend
referrer-hospital = Hospital staff
referrer-ems = Emergency medical services
referrer-police = Police
referrer-crisis-service = Crisis service
referrer-custody = Jail or prison staff
referrer-treatment-court = Treatment court
referrer-agent = Probation or parole agent
referrer-prosecutor = Prosecutor's office
referrer-social-worker = County social worker
referrer-service-facilitator = CCS Service Facilitator
referrer-provider = Clinic or treatment provider
referrer-community = Community organization

# Referral
referral-title = Referral
referral-who = Who may refer to { $program }: { $who }
referral-source = Who referred them
referral-on = Day of the referral
referral-declined-on = They said no to a referral on
referral-declined-hint = Only where they do not want to be referred.
referral-legal-basis = Legal basis
referral-legal-hint = What a court or an agent has to do with it, if anything.
referral-funder = Contract or who pays
referral-routes = How they qualify: each that is true
referral-wish = Asked for the medication program on
referral-wish-hint = The day they said that they would like it.
referral-due = A referral is due by { $day }, unless they say no.
referral-late = A referral was due by { $day }, and they have not said no.
referral-made = Referred: { $day }
referral-declined = They said no to a referral: { $day }
invalid-referrer = The program does not take referrals from there. What is written above says whom to ask. Nothing was changed.
legal-voluntary = Of their own will
legal-diversion = Diversion contract
legal-sentence = Part of a sentence
legal-supervision = Probation or parole
legal-child-welfare = Child welfare case (CHIPS)
resembling-title = Is it one of these?
resembling-words = Somebody like this is here already, perhaps from before. Look first, so that nobody has two records. Somebody new can still be saved.
referrals-due = Referrals due

# The plan
plan-open = Plan and what is required
plan-title = Plan
plan-of = Plan: { $name }
plan-goals = Goals
plan-goals-empty = No goals yet
plan-goals-empty-words = Ask what they want their life to look like. Write it down in their words.
plan-requirements = What is required
plan-requirements-words = What a court, a program or somebody else asks of them. You help with it. You do not check on it.
plan-barriers = What stands in the way
plan-barriers-words = In themselves, or around them. You look for a way past it together.
plan-add-goal = Add a goal
plan-change-goal = Change the goal
plan-add-step = Add a step
plan-add-step-to = Add a step to: { $goal }
plan-change-step = Change the step
plan-add-barrier = Add a barrier
plan-change-barrier = Change the barrier
plan-add-requirement = Add a requirement
plan-change-requirement = Change the requirement
plan-goal-words = The goal
plan-goal-hint = In their own words
plan-step-words = The step
plan-step-hint = Small enough to be done soon
plan-barrier-words = The barrier
plan-barrier-hint = In their own words
plan-requirement-words = What they have to do
plan-requirement-hint = In plain words, as you would say it to them
plan-dimension = Part of life
plan-area = What it is about
plan-area-missing = Choose what the goal is about.
plan-origin = Whose goal is it?
plan-court-words = You help with it. You never report on it.
plan-scope = Where is it?
plan-scope-missing = Choose where the barrier is.
plan-source = Who requires it?
plan-source-hint = Such as the court, the program, the landlord
plan-due-label = By when, if there is a day
plan-help = What you do for it
plan-help-none = Nothing, it is theirs
help-medication = Connect to medication
help-treatment = Get into treatment
help-resources = Find a service or resource
help-advocacy = Speak up for them
plan-standing = How it stands
plan-history = What it said before
plan-from = Asked by: { $source }
plan-due = By: { $day }
plan-since = { $standing }: { $day }
plan-done-of = Mark as done: { $what }
plan-reached-of = Mark as reached: { $what }
plan-removed-of = Mark as removed: { $what }
plan-goal-reached = Reached. That is worth a moment together.
plan-step-done = Done. Each step counts.
plan-barrier-removed = Out of the way. Well done, both of you.
plan-requirement-done = Done. One less thing to carry.
field-plan-words = Words
dimension-health = Health
dimension-home = Home
dimension-purpose = Purpose
dimension-community = Community
area-treatment = Treatment or medication
area-wellness = Wellness and resilience
area-healthy-outlets = Art, nature, sports
area-emotions = Feelings and how to show them
area-housing = Safe housing
area-employment = Work
area-drivers-license = Driver’s license
area-transportation = Getting around
area-life-skills = Life skills
area-recovery-support = Recovery support
area-community-life = Taking part in the community
area-family = Family
area-other = Something else
origin-own = Their own
origin-court = Ordered by a court
scope-personal = In themselves
scope-environmental = Around them
standing-open = Open
standing-working = Being worked on
standing-done = Done
standing-reached = Reached
standing-removed = Removed
standing-let-go = Let go
standing-not-required = No longer required
void-words-for-good = It stays readable and no longer counts.
invalid-words = Say in a few words what it is.
invalid-answers = Answer at least one statement, each from 1 to 6.

# The page to take along
required-open = Page to take along
required-title = What is required of you
required-language = Language of the page
required-name = Write { $name } on it
required-print = Print
required-for = For { $name }
required-words = These are things that others ask of you. If something is not clear, ask. It is fine to ask for help with any of it.
required-none = Nothing is required of you now
required-as-of = As of { $day }

# Recovery capital
barc10-title = Recovery capital
barc10-open = Ten statements (BARC-10)
barc10-empty = Not answered yet
barc10-empty-words = Ten statements on what helps them in recovery. Many ask at the start and then every one to three months.
barc10-theirs = These are for them to answer. Hand over the phone or read each one aloud. Do not answer for them.
barc10-scale = How much do you agree? 1 is strongly disagree, 6 is strongly agree.
barc10-translated = This is a translation by the makers of this app. It has not been tested as the English has.
barc10-disagree = Strongly disagree
barc10-agree = Strongly agree
barc10-least = 1, strongly disagree
barc10-most = 6, strongly agree
barc10-item-1 = There are more important things to me in life than using substances.
barc10-item-2 = In general I am happy with my life.
barc10-item-3 = I have enough energy to complete the tasks I set myself.
barc10-item-4 = I am proud of the community I live in and feel part of it.
barc10-item-5 = I get lots of support from friends.
barc10-item-6 = I regard my life as challenging and fulfilling without the need for using drugs or alcohol.
barc10-item-7 = My living space has helped to drive my recovery journey.
barc10-item-8 = I take full responsibility for my actions.
barc10-item-9 = I am happy dealing with a range of professional people.
barc10-item-10 = I am making good progress on my recovery journey.
barc10-day-label = Day of the answers
barc10-clear = Clear
barc10-clear-of = Clear the answer to statement { $number }
barc10-left =
    { $count ->
        [one] 1 statement is open. It can be left out; there is no total then.
       *[other] { $count } statements are open. They can be left out; there is no total then.
    }
barc10-source = BARC-10, Vilsaint and others, 2017. Free to use.
barc10-day = Day
barc10-total = Total
barc10-change = Change
barc10-part = { $count } of 10
barc10-void = Mark answers as not valid
barc10-void-of = Mark as not valid: answers of { $day }
barc10-curve = Recovery capital, { $count } totals. The first is { $first }, the last is { $last }. The table below has each of them.
barc10-cut-off = From 10 to 60. In one study { $total } or more went along with more than a year of stable recovery. It says nothing about one person; the change is what to talk about.

# People around somebody
around-title = People around them
around-open = People around them
around-of = People around { $name }
around-add = Add somebody
around-change = Change
around-circle = Circle of support
around-circle-empty = Nobody yet
around-circle-empty-words = Ask who is good for them, and whom they would call on a hard day.
around-professionals = Professionals
around-professionals-words = Of each system, whom they deal with. Ask before you speak with anybody: a signed consent says what may be told.
around-lapsed-words = This changes nothing between you and them.
around-since = since { $day }
around-call-of = Call { $name }
around-words = Good to know
around-words-hint = Such as when they are there, or who else to ask for
around-link = How are the two in touch?
around-name-missing = Write a name.
around-relation-missing = Choose who they are.
field-around-name = Name
field-around-link = In touch
field-around-relation = Who they are
relation-family = Family
relation-partner = Partner
relation-friend = Friend
relation-sponsor = Sponsor
relation-peer = In recovery too
relation-faith = Faith community
relation-other-support = Somebody they trust
relation-clinic = Clinic
relation-child-welfare = Child welfare
relation-treatment-court = Treatment court
relation-community-services = Community services
relation-probation = Probation or parole
relation-custody = Jail or prison
relation-services = Housing, work or benefits
relation-other-professional = Another professional
link-in-touch = In touch
link-lapsed = Lost touch
link-ended = Over

# What helps nearby
resources-title = What helps nearby
more-resources-words = Places and numbers, also with no signal
resources-search = Search by name, place or words
resources-kind = What it helps with
resources-all = Everything
resources-empty = Nothing here yet
resources-empty-words = Meetings, shelters, clinics, rides: add what you tell people about, and the whole team has it.
resources-none = Nothing found
resources-none-words = Try another word, or everything.
resources-add = Add a place or number
resource-kind-missing = Choose what it helps with.
resource-not-yet = Choose a day that has come.
resource-address = Where it is
resource-words-hint = Hours, for whom, how to get in
resource-peers = Has peers
resource-peers-hint = Where, and for whom; if it has any
resource-peers-are = Peers: { $peers }
resource-verified-on = Last checked on
resource-verified = Checked: { $day }
resource-look-again = Check again
resource-still-right = Still right
resource-still-right-of = Still right: { $name }
resource-closed = There no more
resource-disagree = { $field }: two people wrote different things. Both are kept until you choose one.
field-called = Name
field-helps-with = What it helps with
field-address = Where it is
field-peers = Peers
field-closed = There no more
resource-kind-treatment = Treatment and medication
resource-kind-self-help = Meetings and self-help
resource-kind-harm-reduction = Naloxone and harm reduction
resource-kind-health = Health and dental
resource-kind-housing = Housing
resource-kind-food = Food and clothes
resource-kind-transport = Rides
resource-kind-work = Work, school, benefits
resource-kind-family = Family and children
resource-kind-legal = Court and legal help
resource-kind-partner = Partner
resource-kind-other = Something else

# Going in alone
check-ins-others = Out alone
check-in-begin = I’m going in alone
check-in-words = Say by when you will be heard from. If you are not, your supervisor’s device says so when it is open. In danger call 911: nobody is called by itself.
check-in-within = I’ll check in within
check-in-start = Go in
check-in-by = Check-in by { $time }
check-in-late = Your check-in was due at { $time }
check-in-here-only = Not sent yet. Until it is, nobody can know.
check-in-sent = Sent. No supervisor’s device has fetched it yet.
check-in-reached = A supervisor’s device knows.
check-in-end = I’m back
check-in-longer = { $length } more
check-in-missed = Not heard from
check-in-was-due = was due: { $time }
check-in-missed-words = Call them now. Their phone may have no signal.
check-in-heard = I heard from them
check-in-heard-of = I heard from { $name }
figure-hours =
    { $count ->
        [one] 1 hour
       *[other] { $count } hours
    }

# Groups that meet
groups-title = Groups
groups-words = Groups that you lead, take part in or supervise.
more-groups-words = When they meet, who came, how many
groups-empty = No groups yet
groups-empty-words = Say when a group meets and who leads it. Who came is then written down in a few taps.
groups-empty-ask = Here stand the groups that you lead or take part in. A supervisor starts them.
group-waiting = { $name } will be here as soon as there is a signal.
group-choose = Choose
group-add = Start a group
group-change = Change the group
group-next = Next: { $when }
group-no-next = No meeting is planned.
group-ended = Does not meet any more
group-led-by = Led by { $names }
group-name = What is it called?
group-whom = Whom is it for?
group-whom-hint = Who comes needs no record here.
group-with = Who of the team is in it?
group-part = As what?
group-member-missing = Choose who leads it or takes part.
group-days-missing = Choose at least one day of the week.
group-at-wrong = Check the time.
group-minutes-missing = Say how long it takes.
group-meets = When it meets
group-meets-from = From { $day } on
group-how = How often?
group-how-weeks = By weeks
group-how-weekday = A weekday of each month
group-how-day = A day of each month
group-days = On which days?
group-weeks = Every how many weeks? 1 is every week
group-nth = Which one of the month?
group-day = Which day of the month?
group-at = It begins at
group-minutes = Minutes
group-zone = By whose clock?
group-zone-hint = It keeps this time through the changes of the clock in spring and autumn.
group-from = The first day
group-from-change = This holds from
group-ends = The last day
group-ends-hint = Empty while it goes on.
group-rests = Pauses for now
group-span = { $from } to { $to }
group-your-clock = By your clock: { $when }
group-holiday = Public holiday
group-is-off = Does not take place: { $why }
group-is-moved = Moved
group-takes-place = Takes place
group-off-or-not = Does it take place?
group-off-or-move = Call it off or move it
group-on-again = It takes place after all
group-when = When
group-move = Move it
group-move-back = As planned after all
group-move-day = Day
group-upcoming = Coming up
group-who-came = Who came
group-came = Came
group-so-far = { $count }, not finished
group-not-written = Not written down
group-write-down = Write down who came
group-trend =
    { $count ->
        [one] One meeting: { $average } came
       *[other] { $count } meetings: { $average } came on average, { $most } at most
    }
group-heads =
    { $count ->
        [0] Nobody is written down yet
        [one] 1 person
       *[other] { $count } people
    }
group-others-came =
    { $count ->
        [one] One more came whose coach is somebody else.
       *[other] { $count } more came whose coach is somebody else.
    }
group-others =
    { $count ->
        [one] One more whose coach is somebody else.
       *[other] { $count } more whose coach is somebody else.
    }
group-search = Somebody else of yours
group-search-none = Nobody of yours by that name. A first name is enough, below.
group-was-here = Came
group-was-missed = Was not there
group-expected = Usually comes
group-mistake = Ticked by mistake
group-twice = Two of you wrote this down: their record has it twice
group-twice-reason = Written down twice
group-once = Keep one
group-once-of = Keep one: { $name }
group-first-name = Somebody without a record
group-first-name-hint = A first name or initial, for this one time. No record is opened.
group-first-name-add = Add the name
group-more = And how many more?
group-remove = Remove
group-remove-of = Remove { $name }
group-all-written = Everybody is written down
group-done = { $name } wrote everybody down. { $when }
group-reopen = Somebody is missing
group-missed-title = Were they not there?
group-missed-words = Then their record says so, and they are owed a contact.
group-missed-yes = They were not there
group-too-early = Who came can be written down from two hours before it begins.
group-seen = How the group was
group-saw = What did you notice?
group-saw-hint = About the group as a whole. It stands in nobody's record.
group-staff = Who of the team
group-staff-waits = A change of who reads this group waits for the signal.
group-let-in = Let somebody in
group-let-in-hint = They read everything that stands here. Only those who lead it, take part in it or supervise do.
group-take-out = Take out
group-take-out-of = Take { $name } out
group-regulars = Usually come
group-regulars-words = Whoever is missing one time is owed a contact.
group-regular-add = Somebody of yours who usually comes
group-no-regular = Not any more
group-no-regular-of = { $name } does not usually come any more
part-leads = Leads it
part-peer = Takes part as a peer
part-away = Not there
off-holiday = Holiday
off-weather = Weather
off-nobody-leads = Nobody to lead it
off-place = No place
off-other = Another reason
zone-here = This device's
zone-eastern = Eastern time
zone-central = Central time
zone-mountain = Mountain time
zone-pacific = Pacific time
zone-alaska = Alaska time
zone-hawaii = Hawaii time
zone-arizona = Arizona time
zone-atlantic = Atlantic time
nth-first = first
nth-second = second
nth-third = third
nth-fourth = fourth
nth-last = last
rhythm-weekly = Every { $days }
rhythm-weeks = Every { $weeks } weeks: { $days }
rhythm-month-weekday = The { $nth } { $weekday } of each month
rhythm-month-day = Day { $day } of each month
rhythm-rests = Pauses
rhythm-newer = A newer version of the app knows when.

# The connection to treatment
connection-title = Connection to treatment
connection-asked = A date was asked for
connection-tentative = A date was named, not confirmed
connection-tentative-on = A date was named, not confirmed: { $day }
connection-confirmed = The date is confirmed
connection-confirmed-on = The date is confirmed: { $day }
connection-attended = Went to the first appointment: { $day }
connection-after = After { $days } days
connection-active = In treatment
connection-left = Had left, { $day }
connection-not-said = Not written down
connection-ahead = On { $day }
connection-returned = Return to use: { $day }
connection-back =
    { $days ->
        [0] Connected again the same day
        [one] Connected again after one day
       *[other] Connected again after { $days } days
    }
connection-not-back =
    { $days ->
        [0] Not connected again yet, since today
        [one] Not connected again yet, for one day
       *[other] Not connected again yet, for { $days } days
    }

# Calendar
calendar-title = Calendar
calendar-person = Appointments
calendar-of = Appointments of { $name }
calendar-empty = Nothing with a day yet
calendar-empty-words = Write down the next appointment: court, dentist, a first meeting. It works without a signal.
calendar-begun = How did it go?
calendar-done = Earlier
calendar-today = Appointments today
calendar-tomorrow = Appointments tomorrow
calendar-intake = Treatment intake: { $status }
calendar-required = Required: { $what }
calendar-step = Step: { $what }
calendar-appointment = Appointment
calendar-saved = Saved as a file.
calendar-export = To my phone’s calendar
calendar-export-count =
    { $count ->
        [0] There is no appointment ahead that you go along to.
        [one] One appointment ahead that you go along to.
       *[other] { $count } appointments ahead that you go along to.
    }
calendar-export-outside = A phone’s calendar is outside Handrail: others who use the phone, and whoever keeps the calendar for you, can read it. No full name goes there. The access log says that you made a file, not of whom.
calendar-export-says = What may the calendar say?
calendar-export-initials = What it is, and initials
calendar-export-place = Also say where
calendar-export-make = Make the file
calendar-export-save = Save the file
appointment-add = New appointment
appointment-change = Change the appointment
appointment-moved = Moved
appointment-do-for = { $what }: appointment of { $name }
appointment-whom = With whom?
appointment-whom-choose = Choose
appointment-kind = What is it?
appointment-kind-missing = Choose what it is.
appointment-day-missing = Choose the day.
appointment-time-missing = Check the hour.
appointment-time = Hour, if known
appointment-directory = Place from the directory
appointment-place-none = None
appointment-words-hint = Such as what to bring, or which entrance
appointment-two-times = Two people wrote different times: { $times }
appointment-court = Court
appointment-treatment = Treatment
appointment-medical = Doctor or clinic
appointment-dental = Dentist
appointment-self-help = Recovery meeting
appointment-parenting-class = Parenting class
appointment-resource-center = Family resource center
appointment-office = Housing, work or benefits office
appointment-child-welfare = Child welfare
appointment-probation = Probation or parole
appointment-coffee = Coffee or a walk
appointment-other = Something else
field-along = Who goes along?
along-coach = The coach goes along
along-other = Somebody else goes along
along-nobody = They go alone
field-ride = How do they get there?
ride-coach = The coach drives
ride-booked = A ride is booked
ride-friends = Family or friends drive
ride-bus = By bus
ride-own = On their own
ride-remote = By phone or video
ride-missing = No way there yet
field-upshot = How it went
upshot-went-along = Went along
upshot-was-there = They were there
upshot-missed = Did not happen
upshot-called-off = Called off
upshot-reopen = Not so
log-calendar = Made a file of appointments for a calendar outside ({ $count })

# Which people
people-filter-more = More filters
people-filter-coach = Coach
people-filter-status = How they stand
people-status-waits = Waiting for an intake date
people-status-confirmed = Intake confirmed
people-status-not-reached = Not reached for two weeks
people-keep = Keep this view
people-keep-words = It stays on this device, for you alone. Give it a name without a participant’s name in it.
people-keep-name = Name of the view
people-unkeep = Do not keep “{ $name }” any more
