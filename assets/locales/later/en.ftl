## Names and small words

value-empty = (nothing)
value-no = No
value-valid-again = No, valid again
minutes-count =
    { $count ->
        [one] 1 minute
       *[other] { $count } minutes
    }

## First screens

elsewhere-take-over =
    { $place ->
        [window] Go on here
       *[computer] Use it here
    }
storage-untouched = Nothing on this device was changed.

## Places, keyboard, banners

keys-title = Keys
keys-search = Search people
keys-new = Log a new contact
keys-down = Next in the list
keys-up = Back in the list
keys-help = Show these keys

## One person

conflict-title = Two versions: { $field }
conflict-words = Two people wrote this at the same time. Both are kept until you choose one.
conflict-choose = Keep this one
conflict-choose-value = Keep this one: { $value }
entry-not-valid = Not valid
reason-submit = Mark as not valid
history-title = History

## Logging a contact

log-edit-title = Edit a contact
field-circumstances = More about it
field-kind = How
field-outcome = Reached?
field-activities = What we did
field-note = Note
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
report-see = See the people

## Team

device-holds-group = The group { $name }: first names and what was noticed there
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
settings-nickname = Name on the lock screen
settings-nickname-hint = Anyone who picks up this device can read it, so do not use your full name. Leave it empty for “Person { $number }”.
settings-sign-out = Sign out
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
erase-all-sent = Everything you wrote was sent. Nothing is lost.
erase-local-only = This agency uses no relay: what is on this device is nowhere else. All of it would be lost.
erase-last = No other device can invite people or take lost devices out. Without this one, only the recovery kit can.
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
sync-means = What the words mean
sync-word-saved = Saved
sync-word-saved-means = It is on this device and stays there, even if the battery dies.
sync-word-sent = Sent
sync-word-sent-means = The relay has it, locked.
sync-word-reached = Reached
sync-word-reached-means = The other person's device has it.

## Errors

keys-hide = Hide the screen and lock
limit-open = Limited view
limit-title = Limited view
limit-shows-nobody = Nobody is shown: only the crisis numbers.
limit-shows-person = Shown: the name { $name }, how they may be reached, and the crisis numbers.
limit-words = For when others look at this device, at a jail door for instance. No list, no notes and no program are shown, and nothing can be opened, until the code is typed. After five wrong codes, or when the app is closed, only your passphrase opens it.
limit-code = A code for this time
limit-code-hint = 4 to 8 digits
limit-start = Show only this
inspected-title = Limited view
inspected-words = Only this is open. Everything else is locked.
inspected-code = Code
inspected-end = Open everything again
# Who looked
accesses-title = Access log
accesses-words = When somebody opens the record of a person in another coach's caseload, it is written down once a day. So is every hand-over, whom a record was shared with and why, and who had a record forgotten. What is written down here stays.
accesses-empty = Nothing is written down here yet
accesses-copy = Copy as a table
accesses-copied = Copied. You can paste it into a spreadsheet.
accesses-not-copied = It could not be copied on this device.
accesses-unknown = Somebody whose name is not known here
accesses-clock = Supervisors and administrators also see here who changed the team, set rules, gave codes and keys, or took something out of the app. Times are by the clock of the device where it was done.
accesses-show = Show
accesses-all = Everything
accesses-records = Records
accesses-team = Team
accesses-given = Codes and copies
accesses-no-time = Time not known
accesses-nobody = somebody
log-forgotten-open = Every device confirmed. The certificate is not complete yet.
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
# Members: role, cover, leaving
member-left = Left
cover-title = Cover
cover-words = Whoever covers reads this caseload through the last day, and can write notes. Then the keys change.
cover-by = Who covers
cover-missing = Choose who covers, and the last day.
cover-go = Let them cover
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
lease = Lock devices without contact
lease-hint = For everybody in the agency. A device that did not reach the team for so long locks until it does, or until a supervisor helps over the phone.
lease-waits = Waits for the relay.
lease-never = Never
lease-days = After { $days } days

## The sheet of a device

group-extra = One more meeting
group-extra-add = Add the meeting
group-off-written = One of you called it off, and another wrote down who came. Say that it took place, or take back who came.
group-off-and-came = { $count }, though it was called off
group-fixed = Who came is written down: it is not called off or moved any more. Take that back first if it is wrong.
group-differs = Their record says something else
group-differs-mend = Write it into their record
group-differs-mend-of = Write it into the record: { $name }
group-differs-reason = The sheet of the group says otherwise
group-stays-began = Reads it in any case: the group began with them.
group-stays-reads-all = Reads it in any case: supervisors read every group.
group-failed-refused = The agency changed meanwhile, and it was not taken. What you typed is kept here.
group-failed-left = Whoever was to lead it is not in the team any more. Choose somebody else. What you typed is kept here.
group-again = Try again
group-is-extra = Added
group-let-in-of = Let { $name } in
group-let-in-title = Let { $name } in?
group-let-in-words = They lead it from then on, and read everything that stands here, also from before: first names, what was noticed about the group, and how many came.
group-let-in-yes = Let them in
group-not-in-it = Not in it any more
group-take-out-title = Take { $name } out?
group-take-out-words = They read nothing that is written from then on. What they read before, they know.
group-take-out-began = They do not lead it or take part in it any more. They go on reading it, because the group began with them.
group-take-out-reads-all = They do not lead it or take part in it any more. They go on reading it, because supervisors read every group.
agenda-disagree = Two devices do not agree on how firm this is
call-outs-words = When somebody calls for a coach. Each step is one tap and keeps its time, with or without signal.
call-outs-open = Under way
call-outs-earlier = Earlier
call-outs-none = No call-outs yet
call-out-begin = I'm called to somebody
call-out-no-site = Place not said yet
call-out-called-at = Called: { $when }
call-out-response = Call to bedside: { $minutes }
call-out-choose = Not said
call-out-taken-back = Not a call-out
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
referrals-due = Referrals due
# Groups that meet
groups-title = Groups
group-is-off = Does not take place: { $why }
group-write-down = Write down who came
part-peer = Takes part as a peer
fits-to-me = Asked of all coaches
# What a coach has lived
lived-title = What I have lived
lived-line = For you alone
lived-only-here = Only on this device
lived-only-here-words = Nobody at your agency can read this, and it is sent nowhere. It is not on your other devices either. If this device is lost or you sign out, it is gone.
lived-words = Say only what you want to. Nothing is used until you say so.
lived-not-said = Not said
lived-may-match = May be used on this device to tell me when somebody fits
lived-may-tell = I am ready to say it to a participant
fits-team-words = Every coach is asked alike. Each coach's own device tells them alone if it may be for them. You read who says yes, and never what anybody has lived.
fits-ask = Ask all coaches
fits-wishes = What does the participant wish for in a coach? Choose up to { $count }.
fits-no-names = Nothing about the participant goes along, no name and no words.
fits-of = Whose experience counts?
fits-of-own = The coach's own
fits-of-loved = A loved one's, too
fits-as-program = As { $program } wishes
fits-as-program-needs = As { $program } requires
fits-wishes-missing = Choose what is wished for.
fits-asked-now = All coaches are asked
fits-nobody-to-ask = There is no coach to ask yet
fits-earlier = What was asked
fits-earlier-empty = Nothing asked yet
fits-asked-by = { $by }, { $when }
fits-coaches = { $count ->
        [one] One coach was asked.
       *[other] { $count } coaches were asked.
    }
fits-yes-names = They would like to: { $names }
fits-nobody-yet = Nobody has said yes yet.
fits-over = Nobody is looked for any more
fits-end = Stop asking
fits-end-of = Stop asking: { $what }
fits-looks-for = { $by } looks for a coach who has lived one of these
fits-own-counts = Your own experience is meant.
fits-loved-counts = A loved one's experience counts, too.
fits-for-you = This may be for you. Only you see this.
fits-tell = You are ready to say: { $what }
fits-keep = You keep to yourself: { $what }
fits-yes-words = If you say yes, { $by } reads your name and nothing else about you. Any coach may say yes, whatever they have lived. If you say nothing, nobody hears of it.
fits-one-wish = Only one thing is asked for, so a yes may be taken as a yes to that.
fits-yes = I would like to
fits-no = Not for me
fits-said-yes = You said yes. { $by } reads your name.
fits-take-back = Take it back
# Participants who belong together
ties-title = Family with a record of their own
ties-words = Each record stays by itself. A tie lets nobody read what they could not read before.
tie-elsewhere = Someone whose record you do not hold
same-forgotten-apart = This person has another record, { $name }. It is kept and forgotten by itself.
tie-add = Tie to somebody
tie-who = To whom?
tie-who-hint = Only people whose record is on this device
tie-what = What are they to { $name }?
tie-choose = Choose
tie-who-missing = Choose to whom.
tie-what-missing = Choose what they are.
tie-remove = Take the tie away
tie-remove-of = Take the tie away: { $name }
tie-remove-words = Both records stay as they are. Only the tie goes.
say-of = What { $name } wants to say
say-page-words = Write it together, in their own words, for a doctor, a worker, anybody. They take it along. Nobody sends it, and you report nothing.
say-add = Write something
say-change = Change
say-empty = Nothing yet
say-empty-words = Ask what is hard to say, and to whom.
say-to = To whom?
say-to-hint = Such as my doctor, or my worker
say-words = What I want to say
say-afraid = What I am afraid of
say-afraid-hint = Is not printed, unless you choose so below. Your supervisor can read it, as the whole record.
say-ask = What I ask for
say-shows-afraid = Put what I am afraid of on the page, too
say-shown-afraid = On the page
say-to-missing = Write to whom.
say-words-missing = Write what they want to say.
say-state = Has it been said?
say-paper-to = To: { $name }
say-paper-foot = These are my own words. I wrote them together with somebody I trust.
field-say-to = To whom
links-of = What { $name } was linked to
links-words = What you told them about and helped them get to. Once, after a week, you are asked what came of it.
links-add = Write down a link
links-empty = No links yet
links-directory = From the directory
links-directory-none = Something else
links-name = To what?
links-name-missing = Write to what.
links-on = On which day?
links-on-missing = Choose a day that has come.
field-linked-outcome = What came of it
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
late-disputed = Somebody wrote something else in the record meanwhile. Taking it in keeps what is shown above. If the other is right, change it in the record afterwards.
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
forget-sure = I understand that nobody can bring it back.
forget-sure-missing = Tick that you understand this.
forget-go = Forget for good
forget-done = Forgotten on this device. The others follow.
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
call-out-title = Call-out
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
call-out-stay = With them: { $minutes }
call-out-about = Where, and who called
call-out-other-site = Another place
call-out-place = Which place
call-out-caller = Who called
call-out-notes = To remember
call-out-notes-hint = Stays on this phone alone. If they say yes, it becomes the note of your visit. Otherwise it is erased.
call-out-conflict-words = Two of your devices say different things. Both are kept until you choose one.
call-out-take-back = This was not a call-out
call-out-taken-back-words = This was marked as not a call-out. It counts nowhere.
call-out-restore = It was one after all
plan-title = Plan
plan-of = Plan: { $name }
plan-goals = Goals
plan-goals-empty = No goals yet
plan-goals-empty-words = Ask what they want their life to look like. Write it down in their words.
plan-requirements = What is required
plan-requirements-words = What a court, a program or somebody else asks of them. You help with it. You do not check on it.
plan-barriers = What stands in the way
plan-barriers-words = In themselves, or around them. You look for a way past it together.
plan-add-step-to = Add a step to: { $goal }
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
plan-standing = How it stands
plan-history = What it said before
plan-from = Asked by: { $source }
plan-due = By: { $day }
plan-since = { $standing }: { $day }
plan-done-of = Mark as done: { $what }
plan-reached-of = Mark as reached: { $what }
plan-removed-of = Mark as removed: { $what }
field-plan-words = Words
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
calendar-of = Appointments of { $name }
calendar-empty = Nothing with a day yet
calendar-empty-words = Write down the next appointment: court, dentist, a first meeting. It works without a signal.
calendar-done = Earlier
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
field-along = Who goes along?
field-ride = How do they get there?
field-upshot = How it went
upshot-reopen = Not so
group-failed = { $name } could not be started
late-rest-title = Also arrived afterwards
late-rest-words = This is set aside and cannot be taken in by a tap. If it belongs in a record, ask whose device it was and write it there.
late-rest-unread =
    { $count ->
        [one] 1 entry that cannot be read here
       *[other] { $count } entries that cannot be read here
    }
