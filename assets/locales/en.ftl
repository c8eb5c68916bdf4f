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
value-yes = Yes
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

## Dates, times, amounts

time-morning = { $hour }:{ $minute } am
time-afternoon = { $hour }:{ $minute } pm
day-today = today
day-yesterday = yesterday
day-tomorrow = tomorrow
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
welcome-found-words = You can invite your team afterwards.
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
kit-warning = Anybody who has these words can open everything. Do not take a photo. They are shown only now.
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
elsewhere-asking =
    { $place ->
        [window] Looking…
       *[computer] Asking the other tab…
    }
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
today-nobody = Nobody here yet
today-nobody-words = Add the first person, or bring in your list from a file.
today-nothing-owed = All is quiet
today-nothing-owed-words = No contact is due today. Thank you for being there.
today-all-done = You reached out to everybody
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
today-draft-details = Details of { $name }
today-draft-referral = How { $name } came to the program
today-draft-plan = Plan of { $name }
today-draft-around = Somebody around { $name }
today-draft-barc10 = Ten statements: { $name }
today-draft-appointment = Appointment of { $name }
today-draft-other = Something about { $name }

## People

people-title = People
people-search = Search name, phone, tag or words
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
people-no-match = Nobody found
people-no-match-words = Try fewer letters, or another spelling.
people-snippet = In the record: { $text }
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
conflict-by = { $author }, { $when }
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
because-not-yet = Not there yet: { $what }.
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
milestone-said-no = Said no before enrolling
milestone-left-program = Left the program
milestone-overdose = Overdose
milestone-first-appointment = First appointment attended
milestone-in-treatment = In treatment on that day
milestone-left-treatment = Left treatment
milestone-return-to-use = Return to use
milestone-back-in-treatment = Connected to treatment again
milestone-solid-foundation = Foundation is solid
milestone-community-support = Support in the community
milestone-handed-off = Warm hand-off
milestone-release-expected = Release expected
milestone-released = Released
milestone-back-in-custody = Back in custody
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
entry-voided = Not valid: { $reason } ({ $by }, { $when })
void-title = Mark as not valid
void-words = It stays readable and no longer counts. You can bring it back.
reason-label = Why?
figure-minutes = { $count } min
figure-naloxone =
    { $count ->
        [one] 1 naloxone kit
       *[other] { $count } naloxone kits
    }
figure-miles =
    { $miles ->
        [one] 1 mile
       *[other] { $miles } miles
    }

## Logging a contact

log-title = Contact with { $name }
log-choose-title = Who was it with?
log-how = How
log-outcome = Reached?
log-activities = What we did
log-note = Note (optional)
log-note-hint = Write only what helps. They may read it one day.
log-now = Just now
log-earlier = Earlier
log-discard = Discard
log-discarded = Discarded.
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
log-missed = What got in the way
log-along = Where we went together
log-with = Who else was there
log-about = Which system it was about
log-intercept = Intercept
log-more = More about this contact
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
field-when = When
field-minutes = Minutes
field-miles = Miles driven
field-naloxone = Naloxone kits given
field-intake-status = Intake status
field-day = Day
field-time = Time

## File import

column-first-name = First name
column-last-name = Last name
column-external-id = Number in the other system
column-discharged-on = Day they left the hospital
column-intake-on = Intake day
column-intake-status = Intake status
warning-short-row = The row has fewer cells than the first line. The rest was taken as empty.
warning-phone-unclear = The phone number cannot be dialed as it stands. It was kept as written.
warning-phone-digits-lost = The spreadsheet had lost digits of the phone number. It was left out.
reason-name-missing = There is no name
reason-bad-date = Not a date
reason-birth-in-future = The date of birth is in the future
reason-bad-time = Not a time of day
reason-yes-or-no = Must be yes or no
reason-bad-status = Must be asked, tentative or confirmed
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

role-coach = Coach
role-supervisor = Supervisor
invitation-open = Not used yet
invitation-used = Used
invitation-expired = Expired
invitation-withdrawn = Taken back

## More, settings

theme-device = Like this device
theme-light = Light
theme-dark = Dark
theme-high-contrast = High contrast

## Unlocking and shared phones

welcome-restore = I have a recovery kit
lock-add =
    { $place ->
        [phone] Add another person on this phone
       *[computer] Add another person on this computer
    }
lock-by-passphrase = Use the passphrase instead
lock-by-pin = Use the PIN instead
lock-by-passkey = Open with a passkey
welcome-adding = For one more person on this device. Everybody else's notes stay locked; nobody opens what is not theirs.
pin = PIN
field-show-pin = Show the PIN
field-hide-pin = Hide the PIN
help-open = I forgot my passphrase

## Crisis numbers

crisis-title = Crisis numbers

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
incomplete-waiting = Something about this person is here, but locked. It waits for a key or for news from the team.
incomplete-hole = An earlier entry about this person has not come yet. It is being asked for.
incomplete-aside = Something about this person was set aside because it is not as it should be.
incomplete-withheld = Another device has entries about this person that the relay does not give to this one.
trouble-not-a-relay = This network needs a sign-in
trouble-not-a-relay-help = The answer did not come from your relay. On public Wi-Fi, open a web page and sign in first. Your work is saved here.
trouble-revoked = The relay does not know this device
trouble-revoked-help = It may have been taken out of the team, or the relay may be wrong. Your work is saved here. Talk with your supervisor.
trouble-lost-data = Giving data back to the relay
trouble-lost-data-help = The relay lost some data. This device is giving it back. You can go on working.
trouble-forked = The relay shows another team list
trouble-forked-help = The list of members does not fit the one this device knows. Nothing is sent until it is cleared up. Talk with your supervisor.
trouble-refused = The relay refused an entry
trouble-refused-help = One entry was not taken. It is saved here. Talk with your supervisor.
trouble-withheld = Entries are missing
trouble-withheld-help = Other devices have entries that the relay does not give to this one. Your work is saved here and is sent. Talk with your supervisor.
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
error-already-here = Somebody is open on this device. To add another person, lock it first, then choose to add another person.
error-passkey = This passkey does not open Handrail here. Use your passphrase.
error-words-do-not-match = The words do not match. Look at your paper again.
error-invitation-malformed = The link is not whole. Copy all of it and try again.
error-invitation-used = This invitation was used already. Ask for a new one.
error-invitation-expired = This invitation has expired. Ask for a new one.
error-invitation-withdrawn = This invitation was taken back. Ask for a new one.
error-roster-mismatch = The relay's answer does not fit the invitation. Do not go on. Call the person who invited you.
error-no-connection = No connection. Check your signal and try again.
error-relay-refused = The relay refused. Try again, or talk with your supervisor.
error-relay-full = This relay takes no more agencies. Use another address.
error-not-allowed = Your role may not do this. Ask your supervisor.
error-not-found = This is not on this device.
error-busy = Another import is running. Wait until it ends.
error-storage-full = No space is left, so this was not saved. Delete photos or apps and try again.
error-interrupted = Handrail was interrupted. Please try again.
error-out-of-memory = This device has too little memory free. Close other apps and try again.
error-words-count = A recovery kit has 24 words. You typed { $count }.
error-word-unknown = Word { $position } is not a kit word. Check how it is spelled on your paper.
error-words-checksum = Each word is a kit word, but together they do not make a kit. One word is wrong, or two have changed places. Compare them with your paper.
error-unknown-agency = This relay does not know the agency of these words. Check the address, and that this is the right paper.
error-restore-overtaken = Somebody changed the team while the connection was cut. Nothing is lost, but the 24 words are needed once more.
error-unsent =
    { $count ->
        [0] Signing out here would lose something. Type the agency's name to go on.
        [one] 1 entry is on no other device yet. Wait for a connection, or type the agency's name to lose it.
       *[other] { $count } entries are on no other device yet. Wait for a connection, or type the agency's name to lose them.
    }
error-unsent-carried =
    { $count ->
        [one] 1 entry of others travels with this device to the relay. Wait for a connection, or type the agency's name to lose it.
       *[other] { $count } entries of others travel with this device to the relay. Wait for a connection, or type the agency's name to lose them.
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
limit-person = Show only this person
error-inspected = This is locked while the limited view is on.
error-wrong-code = { $tries ->
    [one] That is not the code. One try is left, then only the passphrase opens this.
   *[other] That is not the code. { $tries } tries are left.
}
invalid-code = Choose 4 to 8 digits.
accesses-you = You
log-opened = Opened the record of { $name }
log-handed-over = Handed { $name } over to { $about }
log-forgotten = Ordered that record { $number } is forgotten
log-keys = Gave new keys after somebody was forgotten
log-device-keys = Took new keys on a device of { $about }
log-rules = Put the agency's own rules for keeping records in force:
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
accesses-person-words = People other than the coach. Each is listed once a day.
# Shared records
share-title = Also reads this record
share-open = Share this record
share-dialog = Share the record of { $name }
share-reads = They can read this record, with everything written so far, and no other.
share-ends = After the last day the keys change. What is written after that is closed to them; what they have read cannot be taken back.
share-seen = Everybody who reads this record can see with whom it is shared, and why.
share-with = With whom
share-reason = Why
share-missing = Choose with whom, the last day, and say why.
share-go = Share
share-end-of = End the sharing with { $name }
share-emergency = Opened in an emergency
accesses-shared = Shared with { $guest } until { $when }
accesses-emergency = Opened for { $guest } in an emergency, until { $when }
accesses-ended = Ended the sharing with { $guest }
month-of-year = { $month } { $year }
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
member-change-waits = A change waits. It is made as soon as the relay can be reached.
error-last-administrator = This is the last administrator. Make somebody else a supervisor first.
covering-for = Covering for { $coach }
cover-choose = Choose
cover-through = Last day
cover-until = Until { $when }
cover-end = End
invalid-day = The group meets on that day already. Nothing was changed.
invalid-written = Who came is written down already. Take that back first, then call it off or move it.

## A device that was taken out, or had no contact for too long

away-soon =
    { $days ->
        [one] This device has not reached your team for a while. Connect it once today or tomorrow, or it locks until you do.
       *[other] This device has not reached your team for a while. Connect it once within { $days } days, or it locks until you do. Your notes are safe.
    }

## The sheet of a device

# Keeping and forgetting
keep-open = How long this record is kept
forget-reason-retention = The time is over
forget-reason-asked = They asked for it
forget-reason-declined = They declined
forget-reason-mistake = Entered by mistake
error-forgotten = This record was ordered to be forgotten. Nothing of it is on this device.
error-on-hold = A legal hold keeps this record. End the hold first.
to-be-forgotten = { $name } ordered this record to be forgotten.
to-be-forgotten-words = You wrote something here that was never sent. If it matters, talk to { $name } before you delete it. Nothing of this record can be sent any more.
to-be-forgotten-go = Delete it here too
error-kit-unconfirmed = First confirm the recovery kit. While it is on this device it opens everything.
# Programs
programs-title = Programs
programs-words = What a program says decides who is due a contact, and when. Somebody is in a program when its name is in their details.
programs-in-use = In use
programs-none = No program is in use yet
programs-none-words = Until then the same contacts are due for everybody. Begin with one of the samples and change it.
programs-samples = Samples to begin with
program-people = { $count ->
    [0] Nobody is in it
    [one] { $count } person is in it
   *[other] { $count } people are in it
}
program-trouble = Something to settle
program-status-planned = Planned
program-status-pilot = A pilot
program-status-active = Running
program-status-ended = Over
# Call-outs
call-outs-title = Call-outs
call-out-where = Where
call-out-place-hint = The place only. No names, nothing about the person.
call-out-person = Who said yes
call-out-person-words = Your visit is written into their record, with its minutes.
call-out-new-person = Somebody new
invalid-step = That time does not fit: it is before an earlier step, after a later one, or in the future. Nothing was changed.
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
invalid-referrer = The program does not take referrals from there. What is written above says whom to ask. Nothing was changed.
legal-voluntary = Of their own will
legal-diversion = Diversion contract
legal-sentence = Part of a sentence
legal-supervision = Probation or parole
legal-child-welfare = Child welfare case (CHIPS)
resembling-title = Is it one of these?
resembling-words = Somebody like this is here already, perhaps from before. Look first, so that nobody has two records. Somebody new can still be saved.
# The plan
plan-open = Plan and what is required
plan-add-goal = Add a goal
plan-change-goal = Change the goal
plan-add-step = Add a step
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
help-medication = Connect to medication
help-treatment = Get into treatment
help-resources = Find a service or resource
help-advocacy = Speak up for them
plan-goal-reached = Reached. That is worth a moment together.
plan-step-done = Done. Each step counts.
plan-barrier-removed = Out of the way. Well done, both of you.
plan-requirement-done = Done. One less thing to carry.
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
area-drivers-license = Driver's license
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
around-open = People around them
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
resource-kind-partner = Partner agency
resource-kind-other = Something else
# Going in alone
check-ins-others = Out alone
check-in-begin = I'm going in alone
check-in-words = Say by when you will be heard from. If you are not, your supervisor's device says so when it is open. In danger call 911: nobody is called automatically.
check-in-within = I'll check in within
check-in-start = Go in
check-in-by = Check-in by { $time }
check-in-late = Your check-in was due at { $time }
check-in-here-only = Not sent yet. Until it is, nobody can know.
check-in-sent = Sent. No supervisor's device has fetched it yet.
check-in-reached = A supervisor's device knows.
check-in-end = I'm back
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
connection-left = Had left: { $day }
connection-not-said = Not written down
connection-ahead = { $day }
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
card-title = Card to carry
calendar-person = Appointments
calendar-begun = How did it go?
calendar-today = Appointments today
calendar-tomorrow = Appointments tomorrow
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
along-coach = The coach goes along
along-other = Somebody else goes along
along-nobody = They go alone
ride-coach = The coach drives
ride-booked = A ride is booked
ride-friends = Family or friends drive
ride-bus = By bus
ride-own = On their own
ride-remote = By phone or video
ride-missing = No way there yet
upshot-went-along = Went along
upshot-was-there = They were there
upshot-missed = Did not happen
upshot-called-off = Called off
log-payroll = Made a table of trips for the payroll ({ $count })
log-calendar = Made a file of appointments for a calendar outside ({ $count })
log-figures = Put figures of a measure into a file or on paper ({ $count })
log-bill = Made a table for a payer ({ $count })
# Which people
people-filter-more = More filters
people-filter-coach = Coach
people-filter-status = How they stand
people-status-waits = Waiting for an intake date
people-status-confirmed = Intake confirmed
people-status-not-reached = Not reached for two weeks
people-keep = Keep this view
people-keep-words = It stays on this device, for you alone. Give it a name without a participant's name in it.
people-keep-name = Name of the view
people-unkeep = Do not keep “{ $name }” any more
lived-own = My own
lived-loved-one = Of somebody I love
lived-both = Both
experience-overdose-hospital = Woke up in a hospital after an overdose
experience-parent-while-using = Had a child while using
experience-mother-in-recovery = Mother or grandmother in recovery
experience-father-in-recovery = Father or grandfather in recovery
experience-substance-use = Recovery from substance use
experience-medication = Medication for opioid use
experience-mental-health = Mental health
experience-family-disruption = A family that was torn apart
experience-lost-custody = Lost custody of a child
experience-trauma = Trauma
experience-child-protection = Child protection
experience-juvenile-justice = Juvenile justice
experience-criminal-justice = Court, jail or prison
experience-treatment-court = Treatment court
# Who fits
fits-title = Who fits?
tie-parent = Mother or father
tie-child = Child
tie-sibling = Sister or brother
tie-partner = Partner
tie-other = Belong together
tie-same = The same person, written down twice
same-words = This person was written down twice. Both records stay whole, each with its own plan and duties; contacts of both are shown here.
same-open = The other record: { $name }
same-entry = From the other record
# Help me say this
say-title = Help me say this
say-state-open = Yet to be said
say-state-said = Said
say-state-let-go = Not any more
log-saying = Printed a page of what a participant wants to say
log-card = Made a card that a participant carries
# Links to what helps
links-title = What they were linked to
links-day = Linked { $day }
links-came = { $what }, { $day }
links-asked = What came of it?
links-outcome-of = { $what }: { $name }, { $to }
linked-went = Went
linked-did-not-go = Did not go
linked-turned-away = Was turned away
linked-no-word = No word yet
error-not-trained = A required training of { $coach } is not confirmed on file. Nothing was changed. “My training” under More says which; that of others stands under Team, “Trainings and people”. A supervisor can make an exception there.
error-not-arrived = What the other phone wrote has not arrived here yet. Nothing was changed; try again once both phones have had a signal.
connection-passed = The confirmed day has passed: { $day }. Whether they went is not written down.
late-rest-details = Details, such as name, phone or referral
late-rest-milestone =
    { $count ->
        [one] 1 date, such as an intake
       *[other] { $count } dates, such as an intake
    }
late-rest-plan =
    { $count ->
        [one] 1 entry of the plan
       *[other] { $count } entries of the plan
    }
late-rest-appointment =
    { $count ->
        [one] 1 appointment
       *[other] { $count } appointments
    }
late-rest-around =
    { $count ->
        [one] 1 person around them
       *[other] { $count } people around them
    }
late-rest-barc10 =
    { $count ->
        [one] Answers to the BARC-10
       *[other] Answers to the BARC-10, { $count } times
    }
late-rest-put-off =
    { $count ->
        [one] 1 thing that was put off
       *[other] { $count } things that were put off
    }
late-rest-opened =
    { $count ->
        [one] The record was opened once
       *[other] The record was opened { $count } times
    }
late-rest-readers =
    { $count ->
        [one] 1 change of who reads the record
       *[other] { $count } changes of who reads the record
    }
late-rest-other =
    { $count ->
        [one] 1 entry of another kind
       *[other] { $count } entries of another kind
    }

## Something is off

off-title = Something's off
off-of = Something's off: { $name }
off-report-myself = I have to report this myself
consents-title = What they agreed to
