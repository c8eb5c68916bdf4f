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
exit-title = Before contact ends
exit-words = These are goals, and nobody has to pass a test. What is missing goes along with the hand-off.
exit-not-yet = Not yet
exit-done = There since: { $day }
exit-done-to = Introduced: { $day }, to { $to }
exit-reached = It is there
exit-reached-of = It is there: { $what }
exit-hand-off-words = Write who goes on from here, such as a person, a group or a center.
exit-to = Who goes on from here?
outreach-title = After an overdose
outreach-of = Overdose: { $day }
outreach-in-time = First tried in time: { $day }
outreach-later = First tried late: { $day }
outreach-open = Nobody has tried yet. In time through: { $day }
outreach-none = Nobody has tried. It was in time through: { $day }
outreach-reached = Reached: { $day }
outreach-mode = { $how }: { $count }
mode-phone = By phone
mode-text = By text
mode-video = By video
mode-in-person = In person
mode-other = Another way
more-card-words = Read with them what they carry
card-words = Choose together what they want to have with them. Only what is ticked goes on it.
card-word-only = It opens only with their word. Nobody can bring a lost word back, and this app does not keep the card.
card-who = Who
card-coach = Coach: { $coach }
card-goals = Goals
card-required = What is required
card-by-day = { $what }, by { $day }
card-language = Language of the card
card-own = In their own words
card-own-hint = Such as what helps when it gets hard; one thing on each line
card-word = A word or sentence that only they know
card-word-hint = At least 8 letters. Several words are best: whoever finds the card can try short ones.
card-word-short = Choose at least 8 letters.
card-empty = Choose at least one line.
card-too-much = That is too much for one card. Leave some lines out.
card-make = Make the card
card-paper-title = My card
card-paper-words = This opens with my own word, in the app of my coach.
card-qr = Code of the card
card-copy = Copy the text
card-copied = Copied
card-again = Change it
card-not-kept = Nothing of this card stays in the app. Print it, or let them take a picture.
card-open-title = Open a card
card-open-words = Somebody carries a card. Type their word only with them.
card-paste = Text of the card
card-paste-hint = Scan the code with the phone's camera, copy what it shows, and paste it here.
card-camera = Read it with the camera
card-camera-hint = The camera fills it in. You can also paste it.
card-other-code = That is not the code of a card. Hold the camera over the card's code.
card-instead = You can also paste the text of the card.
card-read = The card is read. Only their word is missing.
card-open-word = Their word
card-open-go = Open
card-opened = What is on it
card-close = Close it
card-not-one = This is not a card that this version of the app can read.
card-wrong-word = That is not the word of this card, or the card is damaged.

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
import-words = Pick a CSV file from your other system, with one person on each line and the names of the columns in the first line.
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
import-may-leave = You may go on working meanwhile. If Handrail closes, pick the same file again: nobody will be doubled.
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
report-problems-words = Fix these lines in the file and bring it in again. Nobody will be doubled.
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
device-holds-coaches = What coaches say among themselves
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
member-devices-none = No device yet
device-unnamed = A device without a name
device-own = This device
device-leaving = Will be taken out when there is a connection
device-removed = Taken out
device-lost = This device is lost
device-state = How it keeps what it has
device-remove-title = Is “{ $device }” lost?
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
device-holds-this = What this device can read
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
more-choose = Choose from the list
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
restore-words = For an administrator who lost every device. Do this in a safe place: whoever sees these words can open everything.
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
restore-unknown-word = Word { $position }, “{ $word }”, is not a kit word. Check how it is spelled on your paper.
unfinished-kit = Begin again with the recovery kit
lock-who = Who are you?
lock-person = Person { $number }
settings-nickname = Name on the lock screen
settings-nickname-hint = Anybody who picks up this device can read it, so do not use your full name. Leave it empty for “Person { $number }”.
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
help-give-title = Help somebody in
help-give-words = For somebody on your team who forgot their passphrase. It works with no network.
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
passphrase-current = The passphrase you use now
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
crisis-source = Source
crisis-source-of = Source: { $name }
crisis-version = List { $version }, in use since { $day }
crisis-own = Your agency's numbers, in use since { $day }
crisis-change = Change these numbers
crisis-edit-title = Your agency's crisis numbers
crisis-edit-words = Put in the lines that answer where you work. When you put the card in force, everybody in the agency has it, even with the app locked or with no signal.
crisis-edit-public = Anybody who picks up a phone can read this card. Write nothing on it that says who works here or whom you help.
crisis-edit-app = The app's own numbers are in use.
crisis-edit-own = Your agency's own numbers are in use.
crisis-edit-by = Your agency's own numbers are in use. Put in force by: { $by }
crisis-edit-not-yours = Supervisors and administrators change these numbers.
crisis-edit-scope = What this app is not
crisis-edit-english = English
crisis-edit-spanish = Spanish
crisis-edit-lines = Lines
crisis-edit-kept = Always on the card
crisis-edit-look = How it looks
crisis-edit-look-in = Language of this look
crisis-edit-put = Put in force
crisis-edit-done = In force. Everybody gets it with their next contact.
crisis-edit-back = Use the app's numbers again
crisis-edit-back-words = Your agency's own lines go from every device with its next contact.
crisis-line-add = Add a line
crisis-line-change = Change this line
crisis-line-edit = Edit: { $name }
crisis-line-up = Up
crisis-line-up-of = Move up: { $name }
crisis-line-down = Down
crisis-line-down-of = Move down: { $name }
crisis-line-away = Take off
crisis-line-away-of = Take off the card: { $name }
crisis-line-name-en = Name, in English
crisis-line-name-es = Name, in Spanish
crisis-line-about-en = Who it is for, in English
crisis-line-about-es = Who it is for, in Spanish
crisis-line-call = Number to call
crisis-line-call-hint = As people write it, such as (608) 555-0100
crisis-line-text = Number for text messages
crisis-line-chat = Web address of a chat
crisis-line-prompts-en = What to press, in English
crisis-line-prompts-es = What to press, in Spanish
crisis-line-prompts-hint = One on each line, such as “Veterans: press 1”
crisis-line-source = Where the number comes from
crisis-line-source-hint = Such as the county's website
crisis-line-checked = Checked on
crisis-line-checked-hint = The day on which somebody called it. Leave it empty if nobody did: the card says so.
crisis-line-number-missing = Write a number to call or to text.
crisis-line-number-wrong = A number has 3 to 15 digits.
crisis-line-both-missing = Write it in both languages.
crisis-line-source-missing = Write where the number comes from.
crisis-line-chat-wrong = The address of a chat begins with https://
crisis-fault-none = Add at least one line.
crisis-fault-large = The card is too long.
crisis-fault-text = A text is missing in one language: { $line }
crisis-fault-number = Check the number: { $line }
crisis-fault-other = Check the lines. The card that is in use stays in use.

## Sending

unfinished-title = Joining is not finished
unfinished-words = The connection broke before the relay answered. Your keys are kept on this device.
unfinished-trying = Asking the relay whether you are in…
unfinished-again = Try again
unfinished-anew = Begin again with another invitation
unfinished-anew-words = If this invitation does not work any more, ask for a new one and begin again. Nothing is lost: nothing was written on this device yet.
sync-title = Sending and receiving
sync-local-only = No relay is set. Everything stays on this device.
sync-offline = There is no connection. Your work is saved here and will be sent by itself.
sync-never = Not yet
sync-waiting = Waiting to send
sync-records =
    { $count ->
        [one] 1 entry
       *[other] { $count } entries
    }
sync-sent = Last sent
sync-reached-supervisor = Reached a supervisor
sync-reached-coach = Reached the coach
sync-now = Send and get now
sync-fetched =
    { $amount }, { $count ->
        [one] 1 entry
       *[other] { $count } entries
    } so far
sync-quarantined =
    { $count ->
        [one] 1 entry was set aside because it could not be opened. Nothing else is affected.
       *[other] { $count } entries were set aside because they could not be opened. Nothing else is affected.
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
accesses-copied = Copied, with numbers in the place of participants' names. You can paste it into a spreadsheet.
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
emergency-answers = On-call supervisors ask here for the record of a person whom somebody else coaches. While your device is open, it answers by itself: it lets them in for 12 hours if the name fits exactly one person.
emergency-coach = Their coach
emergency-name = Their name
emergency-name-hint = The whole name, as the coach wrote it.
emergency-reason = Why you need to read it now
emergency-missing = Choose the coach, and write the name and the reason.
emergency-go = Ask for the record
emergency-asked = Asked. It opens as soon as a supervisor's device answers.
emergency-requests = Asked so far
emergency-none = Nobody has asked for a record
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
numbers-small = A number from 1 to 10 is never shown, and no days that were owed to 10 people or fewer. If a month had 10 people or fewer, none of its numbers is shown.
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
numbers-overdoses = Overdoses
numbers-tried-in-time = Tried in time
numbers-tried-open = Still in time, not tried yet
numbers-tried-reached = Reached in time
numbers-tried-how = How, in time
numbers-outreach-words = Counted on this device from the records, for you alone.
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
        [0] Nobody is in their caseload.
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
removed-carried =
    { $count ->
        [one] 1 entry of a colleague that traveled with this device could not be handed over. Their own device still has it, and sends it when it is next connected.
       *[other] { $count } entries of colleagues that traveled with this device could not be handed over. Their own devices still have them, and send them when they are next connected.
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
group-failed-refused = The team changed in the meantime, so this was not saved. What you typed is kept here.
group-failed-left = Whoever was to lead it is not in the team any more. Choose somebody else. What you typed is kept here.
group-again = Try again
group-is-extra = Added
group-let-in-of = Let { $name } in
group-let-in-title = Let { $name } in?
group-let-in-words = They lead it from then on, and read everything that is here, also from before: first names, what was noticed about the group, and how many came.
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
call-out-begin = I've been called to somebody
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
tie-elsewhere = Somebody whose record you do not hold
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
say-page-words = Write it together, in their own words, for a doctor, a case worker, anybody. They take it along. Nobody sends it, and you report nothing.
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
links-on-missing = Choose today or an earlier day.
field-linked-outcome = What came of it
sheet-title = Lost device: { $device }
sheet-facts = What is known
sheet-whose = Whose
sheet-device = Device
sheet-out = Taken out
sheet-out-by = By { $name }, { $when } (roster entry { $entry })
sheet-missing = The sheet is not here yet, or it was not signed by whoever took the device out.
sheet-heard = Last contact before it was taken out
state-database = Database
state-encrypted = Encrypted, each page with ChaCha20-Poly1305 (SQLite3MC)
state-unknown = This device never said how it keeps what it has.
state-lock = Lock
state-lock-cost =
    Passphrase, Argon2id: { $memory } MiB and { $passes ->
        [one] 1 pass
       *[other] { $passes } passes
    } for each guess. Whether a passkey opens it too is not told.
state-pin = In use. It opens the device only after it locked by itself, for at most 8 hours and 5 tries, not after a restart.
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
late-records-title = More that arrived afterwards
late-record-corrects = This changes what is in the record.
late-needs-goal = Take in the goal that it leads to first.
late-what = What
late-what-discharge = Left the hospital
late-what-intake = Intake
late-what-goal = Goal
late-what-step = Step
late-what-barrier = Barrier
late-what-requirement = Requirement
late-tag-added = Tag added
late-tag-removed = Tag removed
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
keep-no-rule = No rule applies to this record. It is kept.
keep-rules = The rules
keep-source = Source: { $source }
keep-not-checked = Nobody has compared this rule with its source yet. Ask a lawyer before you rely on it.
keep-stale = It is time to look at these rules again. The law may have changed.
hold-title = Legal holds
hold-by = { $author }, { $when }
hold-ended = Ended: { $author }, { $when }. { $reason }
hold-set = Keep it: legal hold
hold-words = While there is a hold, nobody can have this record forgotten. The record shows who set it and why.
hold-end = End this hold
hold-end-words = Afterwards the rules count again. The record shows who ended the hold and why.
hold-saved = The hold is written down.
hold-end-saved = The end of the hold is written down.
forget-open = Forget this person
said-no-words = { $name } said no before coming into any program.
said-no-then = Nothing more is due. A supervisor sees it and has the record forgotten; what remains is one more in a count.
said-no-save = Yes, they said no
said-no-on = Said no before enrolling: { $day }
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
forgetting-due = Records past their time
forgetting-due-words = The rules do not keep these records any longer. Nothing is deleted by itself.
forgetting-due-empty = No record is past its time
forgetting-due-line = With { $coach }. Kept through { $day }.
forgetting-said-no-line = { $coach }. Said no before enrolling: { $day }
forgetting-declined =
    { $count ->
        [one] 1 person said no and was forgotten. Nothing else is known of them.
       *[other] { $count } people said no and were forgotten. Nothing else is known of them.
    }
forgetting-held = Legal hold
forgetting-orders = Certificates
forgetting-orders-empty = Nobody has been forgotten yet
certificate-number = Record { $number }
certificate-by = Ordered by { $author }, { $when }. { $reason }.
certificate-complete = Complete: every device confirmed and has new keys
certificate-waits = { $count ->
    [one] One device has not confirmed
   *[other] { $count } devices have not confirmed
}
certificate-here = A device with words that were never sent, or with a legal hold, still has it.
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
renew-keys-words = With new keys, the keys on your devices no longer open old backups of the relay. Do it once, after everybody whom you want to have forgotten. Each device takes part when it is next online.
renew-keys-done = The keys change as soon as the relay can be told.
certificate-copy = Copy certificate
certificate-copied = Copied. You can paste it into a document and print it.
certificate-proof = Signed order (hexadecimal)
# Own rules of retention
rules-own = Rules of your agency: { $id } { $version }
rules-app = Rules that come with the app: { $id } { $version }
rules-set = Put in force by { $author }, { $when }
rules-review = To be looked at again after { $day }
rules-next = Other rules are set and apply from { $day } on.
rules-unreadable = Your agency has rules that this version of the app cannot read. Update the app. Until then no record counts as over its time here.
rules-open = Set the rules of your agency
rules-title = Rules of your agency
rules-words = Load a file with the rules that your agency keeps to. You see what would change, and for whom, before anything applies. Nothing is deleted by rules alone.
rules-lawyer = Ask a lawyer first. The guide retention-rules.md says how to write such a file.
rules-file = Choose a file with rules
rules-file-hint = JSON, up to 64 KB
rules-paste = Or paste its text
rules-look = Show what would change
rules-look-app = Look at the rules of the app
rules-not-text = This file is not text. Rules are a JSON file.
rules-looked-at = If these rules apply
rules-of-app = If the rules of the app apply
rules-which = { $id } { $version }, from { $day } on
rules-earlier = { $count ->
    [0] Nobody could be forgotten earlier than now
    [one] One person could be forgotten earlier than now
   *[other] { $count } people could be forgotten earlier than now
}
rules-later = { $count ->
    [0] Nobody would be kept longer than now
    [one] One person would be kept longer than now
   *[other] { $count } people would be kept longer than now
}
rules-due = { $count ->
    [0] Nobody would be over the time at once
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
rules-sure = These rules are to apply to the whole agency.
rules-sure-missing = Tick that they are to apply to the whole agency.
rules-put = Put these rules in force
rules-done = The rules apply now. The other devices get them with their next contact.
rules-faults = These rules cannot be used yet:
rules-fault-large = This is more text than rules need. At most 64 KB.
rules-fault-json = This is not JSON. It cannot be read from line { $line }, character { $column } on.
rules-fault-unknown = Line { $line }, character { $column }: rules have no field “{ $text }”.
rules-fault-missing = Before line { $line }, character { $column }: the field “{ $text }” is missing.
rules-fault-value = Line { $line }, character { $column }: “{ $text }” does not fit here. Numbers are whole and not below zero, days look like 2026-11-30.
rules-fault-format = These rules were written for a newer version of the app. Update the app.
rules-fault-none = There is no rule in it.
rules-fault-review = The day of the review (review_by) is before the first day (valid_from).
rules-fault-id = Rule { $line }: “{ $text }” cannot be an id. Use small letters, digits and hyphens, 40 at most.
rules-fault-text = Rule { $line } ({ $text }): a text in English or Spanish or the source is empty.
rules-fault-time = Rule { $line } ({ $text }): it keeps records for no time at all, or for more than 100 years.
rules-fault-twice = Rule { $line } ({ $text }): another rule has this id and the same first day.
rules-fault-checked = Rule { $line } ({ $text }): it is marked as verified. Say on which day (checked_on).
program-not-in-use = A sample, not in use
program-missing = There is no program here any more.
program-changes = Your agency's changes
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
program-step =
    { $every ->
        [one] Step { $step }: contact every day
       *[other] Step { $step }: contact every { $every } days
    }
program-step-for =
    { $every ->
        [one] Step { $step }: contact every day
       *[other] Step { $step }: contact every { $every } days
    }, { $days ->
        [one] for 1 day
       *[other] for { $days } days
    }
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
program-sites = Sites
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
call-out-erase = Erase what you wrote?
call-out-erase-words = You wrote something to remember. With this it is erased, and nobody can bring it back.
call-out-erase-go = Erase it and go on
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
plan-mark-done = Mark as done
plan-mark-reached = Mark as reached
plan-mark-removed = Mark as removed
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
# Half a year after coming in
milestone-housed = Stable place to live on that day
milestone-not-housed = No stable place to live on that day
milestone-in-work = Work, school or training on that day
milestone-not-in-work = No work, school or training on that day
half-year-title = After six months
half-year-words = How they live half a year after they came in. What is written down of a day at most 30 days before or after counts. They need not say.
half-year-of = Came in: { $came }. Six months later: { $day }
half-year-home = A stable place to live
half-year-home-words = A place where they can stay: their own, with family or friends, or a recovery home. Not a shelter, the street, a few nights on a couch, a hospital or jail.
half-year-work = Work, school or training
half-year-work-words = Paid work of any hours, a school, or training for work.
half-year-yes = Yes: { $day }
half-year-no = No: { $day }
half-year-both = Both yes and no are written down: { $day }. Mark one as not valid under Important dates.
half-year-not-said = Not written down
half-year-write = Write it down
half-year-write-of = Write it down: { $what }
half-year-question = How was it on that day?
half-year-day = On which day?
half-year-missing = Choose one of the two.
half-year-day-wrong = Choose a day at most 30 days before or after the six months. It cannot be in the future.
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
barc10-curve =
    Recovery capital, { $count ->
        [one] 1 total
       *[other] { $count } totals
    }. The first is { $first }, the last is { $last }. The table below has each of them.
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
around-professionals-words = In each system, the people they deal with. Ask before you speak with anybody: a signed consent says what may be told.
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
resource-not-yet = Choose today or an earlier day.
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
resource-closed = No longer there
resource-disagree = { $field }: two people wrote different things. Both are kept until you choose one.
field-called = Name
field-helps-with = What it helps with
field-address = Where it is
field-peers = Peers
field-closed = No longer there
groups-words = Groups that you lead, take part in or supervise.
more-groups-words = When they meet, who came, how many
groups-empty = No groups yet
groups-empty-words = Say when a group meets and who leads it. Who came is then written down in a few taps.
groups-empty-ask = The groups that you lead or take part in are shown here. A supervisor starts them.
group-waiting = { $name } will be here as soon as there is a signal.
group-choose = Choose
group-add = Start a group
group-change = Change the group
group-next = Next: { $when }
group-no-next = No meeting is planned.
group-ended = Does not meet any more
group-led-by = Led by { $names }
group-name = What is it called?
group-whom = Who is it for?
group-whom-hint = The people who come need no record here.
group-with = Who from the team is in it?
group-part = As what?
group-member-missing = Choose who leads it or takes part.
group-days-missing = Choose at least one day of the week.
group-at-wrong = Check the time.
group-minutes-missing = Say how long it takes.
group-meets = When it meets
group-meets-from = From { $day } on
group-how = How often?
group-how-weeks = By the week
group-how-weekday = A weekday of each month
group-how-day = A day of each month
group-days = On which days?
group-weeks = Every how many weeks? 1 is every week
group-nth = Which one of the month?
group-day = Which day of the month?
group-at = It begins at
group-minutes = Minutes
group-zone = By which clock?
group-zone-hint = It keeps this time through the changes of the clock in spring and autumn.
group-from = The first day
group-from-change = This applies from
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
group-done = { $name } wrote everybody down: { $when }
group-reopen = Somebody is missing
group-missed-title = Were they not there?
group-missed-words = Then their record says so, and they are owed a contact.
group-missed-yes = They were not there
group-too-early = Who came can be written down from two hours before it begins.
group-seen = How the group was
group-saw = What did you notice?
group-saw-hint = About the group as a whole. It is in nobody's record.
group-staff = Who from the team
group-staff-waits = A change of who reads this group waits for the signal.
group-let-in = Let somebody in
group-let-in-hint = They read everything that is here. Only those who lead it, take part in it or supervise do.
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
rhythm-newer = Only a newer version of the app can show when.
calendar-of = { $name }'s appointments
calendar-empty = Nothing with a day yet
calendar-empty-words = Write down the next appointment: court, dentist, a first meeting. It works without a signal.
calendar-done = Earlier
calendar-intake = Treatment intake: { $status }
calendar-required = Required: { $what }
calendar-step = Step: { $what }
calendar-appointment = Appointment
calendar-saved = Saved as a file.
calendar-export = To my phone's calendar
calendar-export-count =
    { $count ->
        [0] There is no appointment ahead that you go along to.
        [one] One appointment ahead that you go along to.
       *[other] { $count } appointments ahead that you go along to.
    }
calendar-export-outside = A phone's calendar is outside Handrail: others who use the phone, and whoever keeps the calendar for you, can read it. No full name goes there. The access log says that you made a file, not of whom.
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
appointment-time-missing = Check the time.
appointment-time = Time, if known
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

## Something is off

off-words = One tap tells your supervisors. You do not have to be sure, and you decide nothing.
off-after = You can add words afterwards. Nothing is sent to the participant.
off-before = Said before
off-whom = Or about somebody
off-struggling = They are struggling
off-struggling-hint = You notice it, even if nothing has happened.
off-risk = They may be in danger
off-risk-hint = If it is now, call 911 first.
off-child = A child may be in danger
off-child-hint = Your supervisor and the clinic take it from here. If the law asks you to report, you can.
off-confided = Told in confidence
off-confided-hint = Violence at home, or something else that must not be seen. Lists do not name it.
off-work = About me and the work
off-work-hint = You, your limits, how it is going. Your supervisors and whoever covers for you can read it.
off-list-title = Concerns
off-list-words = What you said was off, and what came of it.
off-list-words-supervisor = What coaches saw. Say that you see it, decide, and have the participant told.
off-open = Waiting
off-none-open = Nothing is waiting
off-earlier = Earlier
off-choose-one = Choose one on the left
off-reports = Reported by members themselves
off-reported-by = { $by } called a line, { $when }
off-aside = Set aside
off-aside-words = Written by somebody whose role may not write this. It does not count. Ask them: their app may have been changed.
off-aside-unknown = an unknown device
off-your-turn = Your turn
off-waits =
    { $count ->
        [0] Waits for less than a minute
        [one] Waits for 1 minute
       *[other] Waits for { $count } minutes
    }
off-waits-hours =
    { $count ->
        [one] Waits for 1 hour
       *[other] Waits for { $count } hours
    }
off-waits-days =
    { $count ->
        [one] Waits for 1 day
       *[other] Waits for { $count } days
    }
off-seen-after =
    { $count ->
        [0] Seen within a minute
        [one] First seen after 1 minute
       *[other] First seen after { $count } minutes
    }
off-seen-after-hours =
    { $count ->
        [one] First seen after 1 hour
       *[other] First seen after { $count } hours
    }
off-seen-after-days =
    { $count ->
        [one] First seen after 1 day
       *[other] First seen after { $count } days
    }
off-two-decisions = Two decisions
off-two-decisions-words = Two supervisors decided without knowing of each other. Decide again to settle it.
off-stage-raised = Not yet seen
off-stage-seen = Seen
off-stage-decided = Decided, to be told
off-stage-done = Done
off-stage-back = Taken back
off-next = What happens next
off-next-clinic = The clinic will talk with them.
off-next-supervisor = { $by } will talk with them.
off-next-visit = Somebody will go and look after them.
off-next-go-on = Go on as before. You did right to say it.
off-next-other = { $by } takes care of it.
off-was-told = { $by } told them, { $when }.
off-to-tell-clinic = The clinic tells them. You do not have to.
off-to-tell-supervisor = A supervisor tells them. You do not have to.
off-seen-by = { $by } saw this, { $when }.
off-nobody-yet = Nobody is known to have seen this yet. If it cannot wait, call.
off-nobody-asked = No supervisor is set up to read this. Call.
off-asked = Asked now: { $names }.
off-asked-next = If nobody answers, { $by } is asked next, { $when }.
off-all-asked = Everybody has been asked. Call one of them.
off-known-here = It is saved here. It is not known to have left this device.
off-known-sent = It was sent. No supervisor's device has said yet that it has it.
off-known-reached = It is on a supervisor's device. That does not mean that somebody has read it.
off-said = What was said
off-more = Add words
off-more-hint = What you saw or heard. No need to explain it.
off-more-save = Add
off-take-back = Take back
off-take-back-words = It stays readable, with the reason, and asks nobody any more.
off-back-reason = Taken back: { $reason }
off-no-rule = No rule for calls and texts is written down.
off-ask-rule = Ask them how it is safe to reach them: which hours, no voicemail, who else sees the phone.
off-set-rule = Write the rule down
off-open-person = Open { $name }
off-see = I see this
off-see-of = I see this: { $name }
off-decide = Decide
off-decide-again = Decide again
off-action = What is done?
off-action-clinic = The clinic talks with them
off-action-supervisor = I talk with them
off-action-visit = Somebody goes there
off-action-go-on = Go on as before
off-action-other = Something else
off-teller = Who tells the participant?
off-teller-clinic = The clinic
off-teller-supervisor = A supervisor
off-teller-nobody = There is nothing to tell
off-never-coach = Never the coach. Anything on the level of care is said by the clinic.
off-decide-words = Words for the coach
off-decide-hint = May be left out. The coach reads this.
off-decide-missing = Choose what is done and who tells them.
off-decide-save = Decide and tell the coach
off-told-title = Has the participant been told?
off-told-by = Who told them?
off-told-hint = A name, such as that of the clinician
off-told-save = They were told
off-report-words = If the law asks you to report, nobody may stop you. Calling also tells your supervisors that you did. The record stays protected.
off-report-911 = Somebody is in danger now
off-report-other = I reported in another way
off-report-noted = Written down for your supervisors.
off-no-line = Your agency has not set up a line for reports. In danger call 911, or ask your supervisor for the county's number.
off-lines-old = Nobody has checked this number for half a year. If it does not answer, call 911.
off-setup-title = Who is asked, and where to report
off-chain = Who is asked
off-chain-words = When nobody says that they see a concern, the next one is asked.
off-chain-minutes = Minutes until the next is asked
off-chain-up = Move up
off-chain-up-of = Move { $name } up
off-lines = Lines for reports
off-lines-words = The lines of your county that take reports of harm to children. Coaches can call them at any time.
off-line-name = Whose line
off-line-number = Number
off-line-when = When it answers
off-line-source = Where you read that
off-line-day = Checked on
off-lines-missing = Each line needs a name and a number, and the day on which somebody checked it.

## The desk of clinic and supervisors

desk-title = Clinic and supervisors
desk-words = Levels of care and reports. Supervisors read it, and clinical providers whom they name. No coach has the key.
desk-waits = It begins as soon as the relay has taken it.
desk-none = Nobody has begun it yet
desk-open = Begin it
desk-entries = What was written
desk-not-here = Somebody whose record is not here
desk-level = Level of care
desk-given = Given by { $by }
desk-report = Report
desk-reported = { $by } reported to { $to }
desk-add = Write something
desk-what = What is it?
desk-person = About whom?
desk-edition = Criteria and edition, as the clinic names them
desk-level-text = Level, in the clinic's words
desk-given-by = Who at the clinic gives it
desk-to = Reported to
desk-made-by = Who reported it
desk-reference = Their reference, if they gave one
desk-said = More
desk-missing = Choose whom it is about, and fill in the fields.
desk-readers = Clinical providers who read it
desk-readers-words = Each of them reads until a set day. The keys change when somebody is taken out.
desk-until = Until { $when }
desk-end = End it
desk-end-of = End it for { $name }
desk-no-provider = There is no clinical provider to name.
desk-name = Clinical provider
desk-through = Until the end of
desk-name-missing = Choose somebody and a day.
desk-name-save = Let them read and write

## Supervision

supervision-title = Supervision
supervision-of = Supervision of { $name }
supervision-own = My supervision and my shelf
supervision-own-line = What is due, what you bring, what only you see
supervision-list-words = Who is due, how often it was held, and what waits. It counts once both have signed.
supervision-nobody = There is no coach to supervise
supervision-clinical = Clinical supervision
supervision-peer = Peer supervision
supervision-program = Supervision
supervision-standing = How it stands
supervision-due-nothing = Done for now
supervision-due-by = Due by { $day }
supervision-due-hours =
    { $hours ->
        [one] Due now: 1 hour of service since the last one
       *[other] Due now: { $hours } hours of service since the last one
    }
supervision-ledger =
    Of the last 12 periods: { $held ->
        [one] held once
       *[other] held { $held } times
    }, { $missed ->
        [one] missed once
       *[other] missed { $missed } times
    }
supervision-held-count =
    { $held ->
        [0] Not held in the last 12 periods
        [one] Held once in the last 12 periods
       *[other] Held { $held } times in the last 12 periods
    }
supervision-rule =
    { $days ->
        [one] The program asks for it every day.
       *[other] The program asks for it every { $days } days.
    }
supervision-rule-hours =
    The program asks for { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    } { $days ->
        [one] every day
       *[other] every { $days } days
    }, and after { $hours ->
        [one] 1 hour
       *[other] { $hours } hours
    } of service face to face, whichever comes first.
supervision-now = Due now
supervision-missed =
    { $count ->
        [one] Missed once
       *[other] Missed { $count } times
    }
supervision-unsigned = Not signed by the coach
supervision-brought =
    { $count ->
        [one] 1 thing brought
       *[other] { $count } things brought
    }
supervision-weeks = Each period
supervision-week-from = From
supervision-week-minutes = Minutes
supervision-week-held = Held
supervision-week-open = Open
supervision-agenda = What has come up
supervision-agenda-empty = Nothing has come up by itself
supervision-why-concern = A concern that is not done
supervision-why-ends = The end comes near
supervision-items = Brought by the coach
supervision-item-boundary = A boundary
supervision-item-story = What I shared of my own story
supervision-item-self = How I am
supervision-item-other = Something else
supervision-spoken = Talked about
supervision-sessions = Held so far
supervision-none = None has been written down
supervision-by = Written and signed by { $by }
supervision-cases = Talked about: { $names }
supervision-cases-more =
    { $count ->
        [one] and 1 person whose record is not here
       *[other] and { $count } people whose records are not here
    }
supervision-boundaries = Boundaries were talked about
supervision-signed = Signed by the coach, { $when }
supervision-sign = Sign
supervision-sign-of = Sign the supervision of { $day }
supervision-back-of = Take back the supervision of { $day }
supervision-back-words = It stays readable, with the reason, and no longer counts.
supervision-hold = Write down a supervision
supervision-on = Day
supervision-of-whom = Who did you talk about?
supervision-spoken-of = Which of the things brought did you talk about?
supervision-boundary-prompt = Ask: where was it close? Money, rides, own phone, gifts, friends, touch, secrets.
supervision-agreed = What was agreed
supervision-save = Save and sign
supervision-to-sign = Sign your supervision
supervision-is-due = Your supervision is due
supervision-bring = Bring something
supervision-what = What is it?
supervision-prompt-boundary = Where was it close or unclear? Money, rides, your own phone, gifts, being friends, touch, a secret.
supervision-prompt-story = What did you share of yourself, and whom did it help? This is about you and is in nobody's record.
supervision-prompt-self = How are you? What is heavy, what holds you?
supervision-prompt-other = Whatever you want to talk about.
supervision-bring-words = Words
supervision-bring-hint = Supervisors and whoever covers for you read what you bring. The shelf is read by you alone.
supervision-bring-save = Bring it
shelf-title = My private shelf
shelf-words = Only on this device. It is sent nowhere, nobody else can read it, and it goes when this device is erased or lost.
shelf-empty = The shelf is empty
shelf-keep = Keep it for me alone
shelf-lift = Bring it to supervision
shelf-lift-of = Bring to supervision: { $what }
shelf-lifted = Brought
shelf-drop = Take off the shelf
shelf-drop-of = Take off the shelf: { $what }
coach-role-title = What the role is
coach-role-beside = You walk beside people. You help, and you enforce nothing.
coach-role-story = You share of your own story when it helps them, not you.
coach-role-not-clinical = You do not diagnose, choose a level of care or give medical advice. The clinic does.
coach-role-not-control = You write no sanctions, no test results and no reports to a court. The app has no place for them.
coach-role-concern = When something is off, you say so. Your supervisor decides and has the person told.
coach-role-limits = When a boundary is close, bring it here. That is what supervision is for.

## Scorecards

measures-title = Scorecards
measures-line = What was done, how well, and whether anybody is better off
measures-add = Add a measure of your own
measures-set-aside = { $count ->
    [one] One entry about measures does not count: the role of who wrote it may not say that.
   *[other] { $count } entries about measures do not count: the roles of who wrote them may not say that.
}
measures-later = Not counted yet
measures-later-words = Satisfaction: what it would be counted from is not recorded yet. It is not zero.
measure-how-much = How much did we do?
measure-how-well = How well did we do it?
measure-better-off = Is anyone better off?
measure-population = About everybody in the place, whoever serves them
measure-performance = About our programs
measure-unit = What the figure is
measure-unit-number = A number
measure-unit-share = So many of so many
measure-unit-minutes = Minutes
measure-unit-days = Days
measure-weeks = Weeks
measure-months = Months
measure-quarters = Quarters
measure-years = Years
measure-by = Told apart by
measure-by-program = Program
measure-by-site = Site
measure-by-intercept = Intercept
measure-by-partner = Partner
measure-by-funder = Who pays
measure-by-coach = Coach
measure-part-none = Not said
measure-intercept = Intercept { $number }
measure-quarter = Quarter { $number }, { $year }
measure-week = Week of { $day }
measure-span = { $from } to { $to }
measure-share = { $yes } of { $of } ({ $percent })
measure-of-none = Nothing to count
measure-not-said = { $count ->
    [one] for 1 it is not written down
   *[other] for { $count } it is not written down
}
measure-minutes = { $amount } min in the middle ({ $known } of { $of } known)
measure-days = { $amount ->
    [one] 1 day
   *[other] { $amount } days
} in the middle ({ $known } of { $of } known)
measure-no-amount = Not known for any of { $of }
measure-hidden-of = Too small to show, of { $of }
measure-missing = No figure
measure-counted = Counted on this device from what it reads, as of today.
measure-given = Written down here by people, from elsewhere.
measure-not-here = A supervisor has not shared this figure yet.
measure-not-yet = Not counted yet: what it is counted from is not recorded. It is not zero.
measure-curve-title = Curve
measure-curve = { $name }: a curve of { $count ->
    [one] 1 figure
   *[other] { $count } figures
}, from { $first-value } ({ $first }) to { $last-value } ({ $last }).
measure-no-curve = There is no figure to draw yet.
measure-table = The curve as a table: { $name }
measure-period = Period
measure-value = Figure
measure-going-on = Not over yet
measure-or = or { $value }
measure-forecast = If nothing changes, { $period } will be around { $value }; four times in five between { $low } and { $high }. A straight line through the periods that are over.
measure-no-forecast = No forecast: it takes at least five periods that are over and have a figure.
measure-aimed-at = Target: { $target } (dashed line)
measure-any = Over any days
measure-any-go = Count
measure-parts = Told apart
measure-definition = Definition
measure-story = Story Behind the Curve
measure-partners = Partners
measure-works = What Works
measure-plan = Action Plan
measure-block-empty = Nothing is written here yet.
measure-incomplete = No definition yet
measure-incomplete-words = This measure is incomplete: nobody has written what it counts.
measure-version = Version { $version } of the definition
measure-paper = One page for paper
measure-export = Save as a file
measure-export-count = { $count ->
    [one] One figure.
   *[other] { $count } figures.
}
measure-export-outside = What leaves the app is not protected by it. Small numbers are hidden already.
measure-export-csv = Table (CSV)
measure-export-json = Data (JSON)
measure-tell = Share these figures
measure-tell-words = Everybody in the agency then reads the curve and its parts, also program managers, who read no record. Periods that are not over are left out.
measure-tell-small = Numbers from 1 to 10 are hidden, and as many others as it takes that nobody can work them out from the sums.
measure-told = Shared as it is
measure-define = Change the definition
measure-no-names = Everybody in the agency reads this. Write nothing about a person.
measure-name = Name of the measure
measure-definition-hint = What exactly is counted, of whom, and from what.
measure-definition-more = In your words, beside what the app counts.
measure-question = Which question it answers
measure-level = What it says something about
measure-target = Target
measure-target-hint = A whole number. For a share, the percent. You can leave it empty.
measure-retired = No longer used
measure-whole = The measure as a whole
measure-partners-hint = One on each line. After a colon: what they do.
measure-figure = Write down a figure
measure-figure-hint = A whole number; 0 is a figure too. Leave it empty to take a figure back.
measure-numerator = So many
measure-denominator = Of so many
measure-amount = Minutes or days in the middle (median)
measure-write = Write
measure-write-of = Write: { $block }
measure-change = Change
measure-change-of = Change: { $block }
measure-word-by = { $name }, { $day }
measure-rows = What it is counted from
measure-rows-empty = Nothing in this period
measure-rows-more = And { $count } more.
measure-call-out = Call-out
measure-row-yes = Yes
measure-row-no = No
measure-row-not-said = Not written down
measure-row-minutes = { $count } min
measure-row-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
measure-coaches-trained = New coaches trained
measure-coaches-trained-words = People who completed a training that makes a recovery coach, each once, on the day of the first one. From training records.
measure-peers-certified = New certified peer specialists
measure-peers-certified-words = People who were certified as peer specialists, each once, on the day of the first certificate; also people who hold no device, such as peers in custody. From training records.
measure-retention = Trained coaches who are active
measure-retention-words = Of everybody trained by the end of the period, those who made a contact in the 90 days up to it.
measure-connected = Connected to treatment
measure-connected-words = Of everybody who came in during the period (out of a hospital, out of custody, or into the program), those who went to a first appointment on that day or later, as of today.
measure-first-appointment = Went to the confirmed intake
measure-first-appointment-words = Of the confirmed intakes whose day has passed, those to which the person went within 30 days. Where nobody wrote it down, it is not known.
measure-active-30 = In treatment after 30 days
measure-active-30-words = Of the first appointments, those after which somebody saw the person in treatment 30 days later or more.
measure-active-60 = In treatment after 60 days
measure-active-60-words = Of the first appointments, those after which somebody saw the person in treatment 60 days later or more.
measure-active-90 = In treatment after 90 days
measure-active-90-words = Of the first appointments, those after which somebody saw the person in treatment 90 days later or more.
measure-reconnection = From a return to use to treatment
measure-reconnection-words = Days from a return to use until the person was connected to treatment again: the middle value of all who were.
measure-returns = Back in custody within a year
measure-returns-words = Of the releases that are at least 365 days ago, those after which a return to custody was written down within 365 days. A return that nobody wrote down is not seen.
measure-housed-6 = A stable place to live after six months
measure-housed-6-words = Of everybody whose six months ended in the period, those with a stable place to live. The six months begin when they came in: out of a hospital, out of custody, or into the program. Coming in again within them counts once. The word written down nearest to their last day counts, at most 30 days before or after. Who said no is left out. Where nobody wrote it down, it is not known.
measure-working-6 = Work or school after six months
measure-working-6-words = Of the same people as for a stable place to live, those with work, school or training. Counted in the same way. Where nobody wrote it down, it is not known.
measure-contacts-kept = Daily contact kept
measure-contacts-kept-words = Of the days on which somebody was owed a daily contact, those on which they were reached.
measure-discharge-to-contact = From discharge to the first contact
measure-discharge-to-contact-words = Days from leaving the hospital until the person was first reached: the middle value of all who were.
measure-overdose-attempt = Tried to reach within 72 hours of an overdose
measure-overdose-attempt-words = Of the overdoses written down, those after which somebody tried to reach the person on that day or the three days after it.
measure-calls = Calls for a coach
measure-calls-words = Call-outs that were begun, without those taken back.
measure-at-work = Coaches at work
measure-at-work-words = People who made a contact or a try in the period.
measure-shifts = Shifts with somebody on call
measure-shifts-words = Of the shifts on the rotas for coaches, those on which somebody was on call. From the rotas as they are now.
measure-sought-answered = On call and answered
measure-sought-answered-words = Of the times that somebody on call was called through the app, those after which it was written down that they answered.
measure-supervision-held = Supervision held
measure-supervision-held-words = Of the periods in which supervision of a coach was due and that are over, those in which it was held and both signed.
measure-unmet = Calls to which nobody came
measure-unmet-words = Of the calls that are over, those in which no coach got to meet the person.
measure-call-to-accept = From the call until a coach takes it
measure-call-to-accept-words = Minutes between the two steps of a call-out: the middle value of all that have both.
measure-call-to-bedside = From the call to the bedside
measure-call-to-bedside-words = Minutes from the call until the coach is there: the middle value of all that have both.
measure-offers-accepted = Offers that were accepted
measure-offers-accepted-words = Of the offers made at call-outs, those that the person accepted. A person who may be called later has not answered yet.
measure-sites-served = Sites that are served
measure-sites-served-words = Of the sites that the programs name, planned ones among them, those that are served at the end of the period.

## Units for payers, and client reports

bill-title = Units for payers
bill-line = Minutes stay as they were written down. Only here they are rounded, by the payer's rule.
bill-payer = Payer
bill-all-programs = All programs
bill-first = From
bill-last = Through
bill-stale = It is time to check whether the payers changed their rules.
bill-rule =
    { $code }, { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    } in a unit. { $rule }
bill-full-units = Of each contact, full units only.
bill-eight-minute = Of each contact, full units, and one more if more than half a unit is left.
bill-begun = Of each contact, every unit that was begun.
bill-day-full-units = The minutes of a day are added up first, then full units only.
bill-day-eight-minute = The minutes of a day are added up first, then full units, and one more if more than half a unit is left.
bill-cap =
    { $count ->
        [one] At most 1 unit for one person on one day.
       *[other] At most { $count } units for one person on one day.
    }
bill-unmanaged =
    { $count ->
        [one] 1 unit for one person in a calendar year needs no authorization.
       *[other] { $count } units for one person in a calendar year need no authorization.
    }
bill-age = From the age of { $age } on.
bill-source = Source: { $source }
bill-not-verified = Nobody has compared this with the source yet. Ask the payer before you send a bill.
bill-payers = Change the payers
bill-payers-words = The payers with their rules, as a text. It applies to the whole agency. A rule that changes is a further entry with the same id and a later day.
bill-payers-text = Text (JSON)
bill-payers-app = Those of the app again
bill-fault-large = The text is too long: at most 64 KB.
bill-fault-malformed = Line { $line }, character { $column }: { $why }
bill-fault-format = This text is for another version of the app.
bill-fault-incomplete = Payer “{ $id }”: id, name, code and source are needed, and 1 to 60 minutes in a unit.
bill-fault-twice = Payer “{ $id }” is there twice from the same day.
bill-sum = Sum
bill-units = Units
bill-minutes = Minutes behind them, exact
bill-to-authorize = Of these, units that need an authorization
bill-of-funder = Paid by { $name }
bill-funder-sum =
    { $minutes } min, { $units ->
        [one] 1 unit
       *[other] { $units } units
    }
bill-outside = The table holds names. What leaves the app is not protected by it; the log says that it was made.
bill-save = Make a table
bill-lines = Day by day
bill-empty = No contacts on these days
bill-count = { $count ->
    [one] 1 unit
   *[other] { $count } units
}
bill-more = { $count } more in the table.
bill-over-cap = { $count } over the limit for one day
bill-authorize = { $count } to be authorized
bill-not-reached = nobody was reached
bill-no-minutes = no minutes written down
bill-kind = this kind of contact is not paid
bill-no-rule = no rule for that day
bill-too-young = younger than the payer asks
bill-age-not-known = the birthday is not known
reports-title = Client reports
reports-line = SUPRT for a federal funder: when each is due. The form itself is filled in elsewhere.
reports-programs = Programs that report
reports-programs-words = Reports are due for everybody in these programs for whom the day they came in is written down as an important date.
reports-rate = Follow-ups done in time: { $done } of { $over } whose time is over.
reports-without-start = The day on which they came in is not written down
reports-due = Reports
reports-empty = Nothing is due
reports-empty-words = Nobody in a program that reports has a report ahead.
reports-window = From { $opens } through { $closes }
reports-late = Late
reports-open = May be done now
reports-ahead = Later
reports-done = Done: { $day }
reports-done-outside = Done: { $day }, outside its time
reports-done-go = It is done
reports-done-of = { $report } of { $name } is done
reports-take-back = It is not done after all
reports-on = Handed in on
reports-not-verified = Nobody has compared this with the source yet. Ask the funder before you rely on it.
reports-form-words = Only that it was done and when is kept here.
report-baseline = Baseline
report-reassessment = Reassessment
report-annual = Annual, year { $number }
report-closeout = Closeout

## The people who work here: trainings and credentials

workforce-title = Trainings and people
workforce-line = Who is trained, who can be asked, and what ends soon.
workforce-training = Training and credentials
workforce-pages = Pages about this person
workforce-people = People
workforce-left = Left the agency
workforce-review = The rules about credentials and miles that came with this app have been due for another look since { $day }.
workforce-aside =
    { $count ->
        [one] One entry is not counted: whoever wrote it may not say that.
       *[other] { $count } entries are not counted: whoever wrote them may not say that.
    }
pool-trained = Trained
pool-available = Trained and available
pool-active = Trained and active in the last 90 days
pool-not-counted = Not counted on this device
pool-words = Three different things. Each person counts once. Active means a contact that was logged.
pool-is-available = Available
pool-is-active = Active
trainings-own = My training
trainings-of = Training of { $name }
trainings-title = Trainings
trainings-empty = No training is on file yet.
trainings-empty-words = Write down what was completed, with its day. What you write about yourself counts once a supervisor has confirmed it.
training-add = Add a training
training-change = Change a training
training-kind = Kind of training
training-name = What it was called
training-name-hint = Needed for continuing education and the agency's own trainings.
training-name-missing = Say what it was called.
training-completed-on = Completed on
training-not-yet = That day has not come yet.
training-hours-label = Hours
training-hours-wrong = Write the hours as a number, such as 30 or 1.5.
training-topics = Counts for
training-until = Valid until
training-until-hint = Only if the paper says another day than the rule.
training-number = Number on the paper
training-cost-label = Cost in dollars
training-cost-wrong = Write the cost as a number, such as 85 or 12.50.
training-funder = Who paid
training-cohort = Group or year
training-cohort-hint = With whom it was done, such as Spring 2026.
training-program = For which program
training-program-none = None in particular
training-on = Completed: { $day }
training-hours =
    { $hours ->
        [one] 1 hour
       *[other] { $hours } hours
    }
training-counts-for = Counts for: { $topics }
training-cost = Cost { $money }
training-funder-is = Paid by { $what }
training-cohort-is = Group: { $what }
training-program-is = For { $what }
training-number-is = Number { $what }
training-said-by = { $name }, { $when }
training-checked = Confirmed
training-own-word = Own word, not confirmed yet
training-disputed = Two versions
training-other = The other version:
training-confirm = That is right
training-confirm-of = That is right: { $what }
training-take-back = Take back
training-take-back-of = Take back: { $what }
training-take-back-words = It is not counted any more. What was written stays in the history. This cannot be undone; you can write it down anew.
training-academy = Recovery Coach Academy
training-recovery-coaching = Training in recovery coaching
training-peer-support = Training in peer support
training-peer-specialist = Certified Peer Specialist
training-professional = Recovery Coach Professional
training-cpr = First aid and CPR
training-naloxone = Giving naloxone
training-ethics = Ethics for coaches
training-continuing = Continuing education
training-own = The agency's own training
training-fields = Both fields
training-field-peer-support = Peer support
training-field-recovery-coaching = Recovery coaching
training-on-file = On file
training-not-on-file = Not on file
training-missing-all = Required and not on file: { $needs }
training-missing-program = Required for { $program } and not on file: { $needs }
training-missing-words = Nobody new is given to this coach until it is confirmed on file, or a supervisor makes an exception.
training-missing-words-own = Nobody new is given to you until it is confirmed on file, or a supervisor makes an exception.
credentials-title = Credentials
credential-since = Since { $day }
credential-until = Until { $day }
credential-holds = Valid
credential-ends-soon =
    { $count ->
        [one] Ends today
        [2] Ends tomorrow
       *[other] Ends within { $count } days
    }
credential-ended =
    { $count ->
        [one] Ended yesterday
       *[other] Ended { $count } days ago
    }
credential-hours-missing =
    Continuing education: { $done } of { $needed ->
        [one] 1 hour
       *[other] { $needed } hours
    }. { $missing ->
        [one] 1 hour is
       *[other] { $missing } hours are
    } missing by { $day }.
credential-hours-done =
    Continuing education: { $done } of { $needed ->
        [one] 1 hour
       *[other] { $needed } hours
    }. Enough.
credential-to-be-checked = This rule came with the app. Your agency should check it.
today-credential = { $what }: { $state }
today-credentials =
    { $count ->
        [one] One person's credentials need a look
       *[other] Credentials of { $count } people need a look
    }
today-talk = A talk with { $name } was due by { $day }
except-add = Make an exception
except-words = Say why this coach may work before it is on file, and who stands beside them. It is shown on this page.
except-until = Until (may be empty)
exception-all = Exception from what is required
exception-program = Exception from what this program requires:
exception-reason = { $reason } ({ $name })
exception-end = End the exception
listed-add = Add somebody without a device
listed-change = Change an entry
listed-words = A peer in custody, or a volunteer who has not joined yet. Never a participant: everybody in the agency can read this list.
listed-name = Name or number
listed-name-hint = As the place where they are allows.
listed-kind = Who they are
listed-custody = Peer in custody
listed-volunteer = Volunteer, not joined yet
listed-partner = Works for a partner
listed-joined = Has joined as
listed-joined-hint = Their trainings then count for this member.
listed-not-joined = Not joined
offers-title = Trainings on offer
offers-empty = No training is on offer.
offer-add = Add a training on offer
offer-change = Change a training on offer
offer-name = What it is called
offer-funder = Who pays
offer-free = Costs nothing
offer-words = How to take part
offer-words-hint = Who gives it, where, how to sign up.
require-title = What is required
require-words = Before a participant is given to a coach, this must be confirmed on file. Nothing is required until you say so.
require-of = Required: { $program }
require-form-words = Tick all that is needed. Nothing ticked means that nothing is required.
require-everybody = Everybody, whatever the program
require-nothing = Nothing
require-disputed = Two versions: all of it is required
more-training-words = Trainings, credentials and what they still need

## Growing into the work

growth-title = Growth
growth-own = My growth
growth-of = Growth of { $name }
wellbeing-title = How I am
wellbeing-words = Nobody at your agency can read this, and it is sent nowhere. It goes when this device is erased.
wellbeing-question = How is it today?
wellbeing-steady = Steady
wellbeing-tired = Tired
wellbeing-hard = Hard
wellbeing-hard-words = You do not have to carry it alone. Call your supervisor or somebody of your own, or one of these numbers.
wellbeing-note = Words, if you like
wellbeing-keep = Keep on this device
wellbeing-forget = Forget all of it
availability-title = Availability
availability-unsaid = Not said yet.
availability-no = Cannot be asked at the moment.
availability-yes = Can be asked.
availability-hours =
    { $hours ->
        [one] Can be asked, about 1 hour a week.
       *[other] Can be asked, about { $hours } hours a week.
    }
availability-change = Change availability
availability-can = Can be asked to work
availability-hours-label = Hours a week (may be empty)
availability-when = When and how
availability-when-hint = Days, evenings, only by video.
stages-title = On the way to a certificate
stages-empty = Nothing has been written down yet.
stage-add = Say how far along
stage-kind = Which certificate
stage-label = How far
stage-since = Since
stage-interested = Is interested
stage-in-training = In training
stage-experience = Gathers hours of experience
stage-applied = Applied
stage-exam = Exam or panel
stage-certified = Certified
stage-paused = Not now
growth-plan = Plan
growth-plan-words = What they want to learn or become. Only they, their supervisors and whoever covers for them read it.
growth-plan-words-own = What you want to learn or become. Only you, your supervisors and whoever covers for you read it.
growth-plan-empty = There is no goal yet.
growth-goal-add = Add a goal
growth-goal-words = What to learn or become
growth-goal-help = Who or what helps
growth-goal-by = By when (may be empty)
growth-goal-missing = Say what to learn or become.
growth-help-is = With the help of: { $what }
growth-by = By { $day }
growth-reached = Reached: { $day }
growth-reach = Reached
growth-reach-of = Reached: { $what }
pairs-title = Mentors
pairs-empty = There is no mentor yet.
pair-add = Mentor
pair-of = { $mentor } guides { $coach }
pair-mentor = Who guides
pair-mentor-missing = Choose who guides.
pair-choose = Choose
pair-every = How many days between talks
pair-every-wrong = Write the days as a whole number.
pair-last-talk =
    Last talk: { $day }, { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }
pair-talk-by = Next talk by { $day }
pair-talk-late = A talk was due by { $day }
pair-talked = We talked
pair-talked-of = We talked: { $what }
pair-open = What { $name } can do
talk-words = Only that you talked is kept, and no word of what was said.
talk-on = Day
talk-minutes = Minutes
lead-title = Leads
lead-empty = No lead role yet.
lead-add = Lead role
lead-what = What they lead
lead-what-hint = Such as the Monday group, trainings, welcoming new coaches.
lead-missing = Say what they lead.
from-day = From
competencies-title = What the role asks for
competencies-words = A mentor or a supervisor ticks what they saw. Nobody ticks their own.
competencies-count = { $seen } of { $all } seen
competency-seen = Seen by { $name }, { $day }
competency-not-seen = Not seen yet
ready-title = What to look for in a new coach
ready-words = What somebody has lived is theirs to tell. It is asked here only whether they were asked, never what they said.
ready-yes = Yes
ready-not-yet = Not yet
ready-unsaid = Nobody has said yet

## Miles and stipends

claims-title = Miles and stipends
claims-own = My miles and stipends
claims-of = Miles and stipends of { $name }
claims-words = What is asked for and decided. Only this person, their supervisors and whoever covers for them read it.
claims-words-own = What you asked for and what was decided. Only you, your supervisors and whoever covers for you read it.
claims-miles = Miles
claims-unclaimed =
    { $count ->
        [one] One trip is
       *[other] { $count } trips are
    } not claimed yet: { $miles ->
        [one] 1 mile
       *[other] { $miles } miles
    }.
claims-empty = No miles were claimed yet.
claims-empty-words = Miles come from the contacts that were logged with them.
claim-add = Ask for miles
claim-as = As
claim-rates = Each trip is paid at the rate of its own day. The rate stays on the claim.
claim-which = Trips
claim-trip-short =
    { $day }: { $miles ->
        [one] 1 mile
       *[other] { $miles } miles
    }, { $money }
claim-no-rate = no rate is known for that day
claim-none = Choose at least one trip.
claim-sum = Total: { $money }
claim-ask = Ask for it
claim-of =
    { $miles ->
        [one] 1 mile
       *[other] { $miles } miles
    }, { $money }
claim-asked = Asked for { $when }
claim-trips =
    { $count ->
        [one] 1 trip
       *[other] { $count } trips
    }
claim-trip =
    { $day }: { $miles ->
        [one] 1 mile
       *[other] { $miles } miles
    } at { $rate } ¢, { $money }
claim-doubled =
    { $count ->
        [one] One trip is left out: an earlier claim has it.
       *[other] { $count } trips are left out: an earlier claim has them.
    }
claim-unmatched =
    { $count ->
        [one] One trip is not in the records as it was claimed: its contact was changed, taken back or is not there.
       *[other] { $count } trips are not in the records as they were claimed: their contacts were changed, taken back or are not there.
    }
claim-take-back-words = It is not asked for any more. Trips in it can be claimed again.
payee-staff = Staff
payee-volunteer = Volunteer
money-requested = Asked for
money-disputed = Decided differently by two people
money-approved = Approved
money-paid = Paid
money-declined = Not approved
money-taken-back = Taken back
money-by = Decided by { $name }
money-funder-is = The money comes from { $what }
money-approve = Approve
money-decline = Do not approve
money-pay = Mark as paid
decide-funder = Who pays (may be empty)
decide-words = Words (may be empty)
stipends-title = Stipends and tuition
stipends-empty = Nothing was asked for yet.
stipend-add = Ask for a stipend
stipend-offer = For a training on offer
stipend-offer-none = Something else
stipend-offer-is = Training: { $what }
stipend-what = For what
stipend-what-missing = Say for what.
stipend-money = How much, in dollars
payroll-title = Miles and payroll
payroll-waiting = Waiting
payroll-nothing-waits = Nothing waits for a decision or for being paid.
payroll-waits =
    { $count ->
        [one] 1 waiting, { $money }
       *[other] { $count } waiting, { $money }
    }
rates-title = What a mile is paid
rate-is = { $rate } ¢ a mile today
rate-own = { $rate } ¢ a mile for trips from { $day }
rate-own-ends = The app's rates again for trips from { $day }
rate-add = Pay another rate
rate-words = Trips from that day on are paid at this rate. What was claimed already keeps its rate.
rate-who = For
rate-from = For trips from
rate-dated = Go back to the app's rates
rate-cents = Cents a mile
rate-wrong = Write the cents as a number, such as 60 or 62.5.
rate-source = Who decided it
rate-source-missing = Say who decided it.
payroll-table = Table for the payroll
payroll-rows =
    { $count ->
        [0] No approved trip yet.
        [one] 1 approved or paid trip.
       *[other] { $count } approved or paid trips.
    }
payroll-table-words = A file with names, days, miles and amounts; nothing about participants. Outside the app nothing protects it. That it was made is written down.
payroll-make = Make the file
payroll-save = Save the file
payroll-saved = The file is saved.
consents-of = What { $name } agreed to
consents-words = Nothing about them leaves the app unless they agreed in writing: who is told, what, and for what. Within your agency's team you need no consent.
consents-part2-off = Your agency says that it is not a program under 42 CFR part 2. The app does not stop you; ask your supervisor before you tell anybody anything.
consents-empty = No consent yet
consents-empty-words = Read it with them, in their language. They can say no, and you stay with them.
consents-replaced = Earlier versions
consents-unread = Something here was written by a newer version of the app and cannot be read. Update the app before you rely on this page.
consents-set-aside =
    { $count ->
        [one] 1 entry was written by somebody who may not write it, and does not count.
       *[other] { $count } entries were written by people who may not write them, and do not count.
    }
consent-texts-stale = The legal texts are due for a check against the law. Ask your agency's counsel.
consent-texts-unchecked = These texts are in plain words and are to be checked by the agency's counsel.
consent-add = Write a consent
consent-form = Consent
consent-suggested = They take part because of: { $basis }. The usual kind is: { $kind }.
consent-kind = Which kind?
consent-kind-care = Treatment, payment and running the program
consent-kind-care-words = One consent for all care to come. It may have no end.
consent-kind-specific = One purpose
consent-kind-specific-words = To named people, for one purpose, until a day or an event.
consent-kind-court = Court, probation or parole
consent-kind-court-words = For those who need it to follow how it goes, and nobody else.
consent-kind-proceedings = Legal proceedings
consent-kind-proceedings-words = For a prosecutor's office, or for use in a case. Always a consent of its own. Talk with a lawyer first, if they can.
consent-kind-notes = Counseling notes
consent-kind-notes-words = For notes of a counselor that are kept apart. Always a consent of its own.
consent-language = In which language do they read it?
consent-aloud = Read aloud
consent-aloud-none = There is no voice for this language on this device. Read it to them.
consent-patient = Name of the participant
consent-disclosers = Who tells?
consent-disclosers-hint = A name, or a group such as the coaches of the program
consent-recipients = Who may be told?
consent-recipient-add = Add somebody
consent-recipient-remove = Take out
consent-recipient-name = Name, or which group of people
consent-recipient-hint = Such as Dr. Moreau, or my treating providers and health plans
consent-recipient-class = Everybody of this kind, not one by name
consent-recipient-members = Its members, one on each line
consent-recipient-treating = All of its members who treat them
consent-information = What may be told?
consent-information-words = In more detail, in their words
consent-purposes = For what?
consent-purpose-words = For what else?
consent-ends = When does it end?
consent-ends-on = On a day
consent-ends-event = With an event
consent-ends-condition = With a condition
consent-ends-day = Last day
consent-ends-words = Which event or condition?
consent-told = Read this with them
consent-told-tick = We read this together
consent-revoke-how = How can they take it back?
consent-revoke-how-hint = Such as a note to the agency, with its address
consent-signature = Signature
consent-signer = Who signs?
consent-signer-own = The participant
consent-signer-other = Somebody for them
consent-signer-name = Their name
consent-signer-why = Why do they sign?
consent-signer-minor = The participant is a minor
consent-signer-incapacity = The participant cannot decide
consent-signer-deceased = The participant has died
consent-sign-how = How?
consent-sign-drawn = Draw it
consent-sign-typed = Type the name
consent-sign-paper = On paper
consent-sign-here = Sign here with a finger, a pen or the mouse
consent-sign-again = Empty the box
consent-sign-name = Name of who signs
consent-sign-name-hint = Typed by them, as their signature
consent-sign-place = Where is the paper kept?
consent-signed-on = Signed on
consent-signed-paper = Signed on paper, kept: { $place }
consent-signed-by = { $name }, { $day }
consent-whole = Nothing is missing. Once saved, it is valid.
consent-gaps = Not valid yet
consent-save-valid = Save: it is valid
consent-save-gap = Keep it, not valid yet
consent-lacks-kind = Choose which kind it is.
consent-lacks-patient = Write the participant's name.
consent-lacks-discloser = Write who tells.
consent-lacks-recipient = Write who may be told.
consent-lacks-members = Name the members, or choose those who treat them.
consent-lacks-justice-only = Only a court, probation or parole can be named in this kind.
consent-lacks-prosecution-alone = A prosecutor's office needs a consent of its own: legal proceedings.
consent-lacks-information = Choose what may be told.
consent-lacks-notes-alone = Counseling notes need a consent of their own, with nothing else in it.
consent-lacks-purpose = Choose for what.
consent-lacks-purpose-of-kind = These purposes do not go with this kind.
consent-lacks-revoking = Tell them how they can take it back, and write how.
consent-lacks-passed-on = Read with them that it may be passed on.
consent-lacks-refusing = Read with them what happens if they do not sign.
consent-lacks-expiry = Choose when it ends: not before it was signed.
consent-lacks-expiry-of-kind = This kind needs an end.
consent-lacks-signer = Write who signs for them, and why.
consent-lacks-signature = A signature is missing.
consent-lacks-signed-on = Choose the day it was signed. It cannot be in the future.
consent-to = To: { $names }
consent-made = Written down by { $by }, { $day }
consent-copy = Copy for them
consent-change = Write it anew
consent-revoke = They take it back
consent-revoke-words = From now on nothing more is told because of it. Somebody who reads their record because of it stops reading it. What was told stays told.
consent-ended = The event that ends it has come
consent-ended-words = The consent ends with it. Nothing more is told because of it.
consent-end-day = On which day?
consent-end-time = At what time?
consent-end-time-hint = Leave it empty when nobody knows. Then it counts from the start of that day.
consent-end-how = How did they say so, or what happened?
consent-relied =
    { $count ->
        [one] Told once because of it
       *[other] Told { $count } times because of it
    }
consent-state-valid = Valid
consent-state-incomplete =
    { $count ->
        [one] Not valid: 1 thing is missing
       *[other] Not valid: { $count } things are missing
    }
consent-state-expired = Ended after { $day }
consent-state-ended = Ended by its event on { $day }
consent-state-revoked = Taken back on { $day }
consent-expiry-on = Ends after { $day }
consent-expiry-event = Ends with: { $what }
consent-expiry-condition = Ends when: { $what }
consent-expiry-treatment = Ends with their treatment
consent-expiry-never = Has no end
consent-side-provider = A treating provider
consent-side-payer = A health plan or payer
consent-side-operations = Helps to run the program
consent-side-support = Family, friend or sponsor
consent-side-services = Housing, work, benefits, school
consent-side-child-welfare = Child welfare
consent-side-justice = Court, probation or parole
consent-side-prosecution = A prosecutor's office
consent-side-intermediary = An exchange that passes it on
consent-side-other = Somebody else
consent-purpose-treatment = Treatment
consent-purpose-payment = Payment
consent-purpose-operations = Running the program
consent-purpose-request = At their request
consent-purpose-services = Housing, work or benefits
consent-purpose-support = So that they can support them
consent-purpose-monitoring = To follow how it goes
consent-purpose-proceedings = Legal proceedings
consent-purpose-other = Something else
consent-info-participation = That they take part, and since when
consent-info-contacts = Contacts with their coach
consent-info-appointments = Appointments, and whether they went
consent-info-plan = Goals and what is required
consent-info-own-words = What they want said in their own words
consent-info-record = The whole record, without counseling notes
consent-info-notes = Counseling notes
consent-info-report = A report that the law asks for
consent-info-other = Something else
consent-way-told = Spoken
consent-way-paper = On paper
consent-way-file = As a file
consent-way-reads = They read the record
consent-around = Professionals around them
consent-around-words = Whom they deal with, and whether a consent that is valid today names them.
consent-around-none = No consent names them
consent-around-may = May be told, as agreed
consent-around-until = May be told until { $day }
consent-emergency-personnel = Which medical staff, and where?
consent-emergency-discloser = Who told them?
consent-emergency-at = At what time?
consent-emergency-nature = What is the emergency?
consent-refused-not-said = Write whom you would tell, and choose what.
consent-refused-none = Nothing may be told: there is no consent. Ask them, and write one together.
consent-refused-recipient = Nothing may be told: no consent names them.
consent-refused-proceedings = Nothing may be told: a prosecutor's office, and legal proceedings, need a consent of their own kind.
consent-refused-notes = Nothing may be told: counseling notes need a consent of their own.
consent-refused-purpose = Nothing may be told: the consent is for something else.
consent-refused-information = Nothing may be told: the consent is not for all of that.
consent-refused-revoked = Nothing may be told: they took the consent back on { $day }. What was told before that can be written down with its day and its time.
consent-refused-expired = Nothing may be told: the consent ended after { $day }. Ask them for a new one.
consent-refused-ended = Nothing may be told: the event that ends the consent came on { $day }. What was told before that can be written down with its day and its time.
consent-refused-incomplete = Nothing may be told: the consent is not valid yet. { $what }
consent-refused-emergency = Write down all four: { $what }
consent-refused-report = A report that the law asks for carries nothing out of the record. For that they need to agree.
tell-title = Tell somebody
tell-words = Write it down first. The app says whether it may be told, and keeps it for them.
tell-agreed = With their consent
tell-agreed-words = Their consent must name who is told, what, and for what. It must be valid when you tell it.
tell-emergency = In a medical emergency
tell-emergency-words = Medical staff may be told what they need when the participant cannot be asked. Call first. Then write these four down at once; it works without a signal.
tell-report = Report about a child
tell-report-words = A report of suspected abuse or neglect that the law asks for. Only that a report was made is written here. Nothing out of the record may go with it. When a coach writes it down, supervisors see that they reported.
tell-whom = Who is told?
tell-side = Who are they?
tell-purpose = For what?
tell-what = What is told?
tell-in-short = In a few words
tell-way = How is it told?
tell-day = On which day?
tell-time = At what time, if it was told earlier?
tell-time-hint = Leave it empty for what you tell now. If they took a consent back later on that day, what was told before still counts.
tell-saved = Written down. You may tell it now.
tell-noted = Written down with its day.
handed-who = Who takes it?
handed-own = They take it along
handed-other = I hand it to somebody
handed-words = Then it is you who tells. It is printed when a consent covers it, and is listed in what was told.
consent-scope = The person agreed to this in writing on { $day }. What may be told: { $what }. For what: { $purposes }. { $ends }. They can take it back at any time.
accounting-title = What was told
accounting-open =
    { $count ->
        [0] What was told in three years: nothing
        [one] What was told in three years: 1
       *[other] What was told in three years: { $count }
    }
accounting-of = What was told about { $name }
accounting-span = Everything from { $from } to { $until }, the newest first. They can ask for this page at any time.
accounting-empty = Nothing was told
accounting-what = What: { $what }
accounting-purpose = For: { $purpose }
accounting-consent = With their consent
accounting-emergency = Medical emergency, without consent
accounting-report = A report that the law asks for
accounting-after = Told before it was known here that they took it back
accounting-outside = Without consent: the agency said it is no part 2 program
list-ask = They asked for the list of what was told
list-ask-words = Write down that they asked in writing who was told what about them. There are 30 days to answer, from the day after they asked. Today shows how many are left.
list-ask-how = How did they ask?
list-asked-title = They asked for the list
list-asked-on = Asked on { $day }
list-by = Written down by { $by }
list-due =
    { $count ->
        [0] Today is the last day to answer
        [one] 1 day left to answer: the last is { $day }
       *[other] { $count } days left to answer: the last is { $day }
    }
list-late =
    { $count ->
        [one] 1 day late: the last day to answer was { $day }
       *[other] { $count } days late: the last day to answer was { $day }
    }
list-handed = The list was handed over
list-handed-words = Give them this page, then write down when and how.
list-handed-how = How did they get it?
list-handed-on = Handed over on { $day }
list-take-back = Written down by mistake
list-take-back-words = It stays readable and does not count. If the list was not handed over after all, it is due again.
list-taken-back = Written down by mistake: nothing is due
lists-due = Lists that people asked for
texts-title = Legal texts
texts-hold = These texts apply now
texts-which = { $id } { $version }, from { $day } on; to be looked at again after { $review }
texts-set = Put in force by { $by } on { $day }
texts-of-app = The texts that come with the app
texts-next = From { $day } on others apply: { $id } { $version }
texts-unread = Somebody put texts in force that this version cannot read. Update the app.
texts-signed = A consent keeps the words that were read before it was signed, whatever applies later.
texts-change = Use your agency's own texts
texts-words = Load a file with the texts that your counsel wrote or checked. You see them before they apply. The guide legal-texts.md says how to write such a file.
texts-file = Choose a file with legal texts
texts-look = Look at these texts
texts-look-app = Look at the texts of the app
texts-not-text = This file is not text. Legal texts are a JSON file.
texts-looked-at = If these texts apply
texts-at-once = They apply at once, when you put them in force.
texts-waits = They apply from { $day } on. Until then those that apply now stay.
texts-notice = Notice on what is handed over
texts-scope = What this is not
texts-revoking = Taking a consent back
texts-passed-on = Passing it on
texts-refusing = Not signing
texts-exceptions = What may be told without consent
texts-from = From { $day } on
texts-checked = { $source }; compared with it on { $day }
texts-unchecked = { $source }; last looked at on { $day }, not compared with it so far
texts-sure = These texts are to apply to the whole agency.
texts-sure-missing = Tick that they are to apply to the whole agency.
texts-put = Put these texts in force
texts-done = Put in force. The other devices get them with the next contact.
texts-faults = These texts cannot be used yet:
texts-fault-large = This is more text than can be read. At most 64 KB.
texts-fault-malformed = It cannot be read from line { $line }, character { $column } on: { $why }
texts-fault-format = These texts were written for another version of the app. Update the app.
texts-fault-name = The id or the version of the whole is empty.
texts-fault-review = The day of the review (review_by) is before the first day (valid_from).
texts-fault-text = The text “{ $id }” is missing, or is empty in English or Spanish.
texts-fault-source = The text “{ $id }” does not say where it comes from (source).
texts-fault-long = The text “{ $id }” is too long: at most 4,000 letters in each language.
texts-fault-twice = The text “{ $id }” is there twice with the same first day.
part2-title = Consents
part2-set = This agency is a program under 42 CFR part 2
part2-words = Then nothing leaves the app about anybody without a consent that is valid. Ask counsel before you turn it off.
calendar-keeper = Who keeps this calendar?
calendar-keeper-hint = Whoever keeps it can read it. Only those appear with details whose consent names it.
calendar-left =
    { $count ->
        [one] 1 person is there with the time only: no consent names this calendar.
       *[other] { $count } people are there with the time only: no consent names this calendar.
    }
on-call-words = Names and telephones of staff only, on every device of the agency, also with no signal. Being on this list lets nobody read a record.
on-call-empty = Nobody is planned yet
on-call-empty-words = Plan the supervisors first: a coach is never alone at night.
on-call-no-gap = No gap until { $day }.
on-call-gaps-title = Gaps ahead
on-call-gaps =
    { $count ->
        [one] 1 gap ahead in who is on call
       *[other] { $count } gaps ahead in who is on call
    }
on-call-close = Close the gaps
on-call-gap-nobody = Nobody is on call
on-call-gap-lacking = Missing: { $who }
on-call-span = { $start } to { $end }
on-call-supervisor = Supervisor on call: { $name }
on-call-nobody = No supervisor is on call now
on-call-nobody-words = Ask those below in turn. If a life is in danger, call 911.
on-call-nobody-now = Nobody is on call now
on-call-now = Now: { $names }
on-call-next = If nobody answers, in this order:
on-call-waiting = { $name } was called at { $time } and has not answered yet.
on-call-answered = { $name } answered
on-call-sought = Calls to whoever was on call
sought-line = { $by } called { $who }
sought-answered =
    { $count ->
        [0] Answered at once
        [one] Answered after 1 minute
       *[other] Answered after { $count } minutes
    }
sought-open = No answer was written down
shift-away = { $name } cannot
shift-cannot = Cannot
shift-cannot-of = { $name } cannot take this shift
shift-take = Somebody else takes it
shift-take-of = Somebody else takes the shift of { $name }
shift-taken = { $name } takes it
shift-back = Take that back
shift-by = Who takes it?
shift-swap = Swap
shift-swap-of = Swap the shift of { $name }
shift-swapped = { $name } has it in a swap
swaps-title = Swaps and shifts asked for
swap-title = Swap shifts
swap-shift = { $span }: { $name }
swap-for = For which shift?
swap-nobody = Nobody else has a shift in the next days.
swap-ask = Ask for the swap
swap-now = Swap both
swap-now-words = Swap both now, without asking
swap-asked = { $name } has not answered yet
swap-asks = { $name } wants to swap shifts with you
swap-open = Look and answer
swap-yes = Yes, swap
swap-yes-of = Yes to the swap with { $name }
swap-no = No
swap-no-of = No to the swap with { $name }
swap-holds = Both shifts have changed hands
swap-refused = { $name } said no
swap-withdrawn = { $name } took it back
swap-undone = A supervisor took it back
swap-lost = The swap does not hold
swap-loss-changed = One of these shifts was changed and is not theirs any more. Both stay as they are planned now.
swap-loss-over = One of these shifts is over. Both stay as they were planned.
swap-loss-both = One of the two is on both shifts already.
swap-loss-lacks = They may not swap these seats: one of the shifts would be without { $who }.
swap-loss-apart = One of the two is not on the rota of the other. A supervisor can put them on it.
shift-ask = Ask a colleague
shift-ask-of = Ask a colleague to take your shift
shift-given = { $name } has it, as asked
shift-ask-title = Ask a colleague to take it
shift-ask-words = The shift stays yours until they say yes. If you cannot be there and nobody says yes in time, tap “Cannot”: then it shows as a gap.
shift-ask-who = Who is asked?
shift-ask-send = Ask
shift-ask-nobody = Nobody else on this rota has a device, so nobody can be asked here. Ask a supervisor.
shift-asked = Asked: { $name }
shift-asks = { $name } asks you to take a shift
shift-ask-yes = Yes, I take it
shift-ask-yes-of = Yes, I take the shift of { $name }
shift-ask-no-of = No to the shift of { $name }
shift-ask-holds = { $name } has the shift now
shift-ask-lost = This does not hold
shift-ask-loss-changed = The shift was changed and is not theirs any more. It stays as it is planned now.
shift-ask-loss-over = The shift is over. It stays as it was planned.
shift-ask-loss-both = They are on this shift already.
shift-ask-loss-apart = They are not on this rota any more.
shift-ask-loss-lacks = They may not take this seat: the shift would be without { $who }.
rota-add = Plan a rota
rota-change = Change the plan
rota-form = Plan who is on call
rota-disagrees = Two devices planned this at once. Both plans are shown and both count; save one of them to end that.
rota-name = What is it called?
rota-kind = For whom?
rota-kind-supervisors = Supervisors for coaches
rota-kind-coaches = Coaches who are called out
rota-kind-team = A mixed team
rota-zone = By which clock?
rota-from = First day
rota-until = Last day
rota-until-hint = Leave it empty if it goes on.
rota-people = People
rota-people-words = Anybody with a telephone. Somebody without a device of the agency, such as an officer, is named here and reads nothing.
rota-person-which = Who?
rota-person-other = Somebody without a device
rota-person-add = Put on the rota
rota-person-name = Name
rota-phone = Telephone
rota-discipline = Profession
discipline-supervisor = Supervisor
discipline-peer = Coach or peer
discipline-officer = Officer
discipline-paramedic = Paramedic
discipline-clinician = Clinician
discipline-other = Somebody else
rota-turns = Hours and turns
rota-turn-add = More hours
rota-turn-remove = Take these hours out
rota-group = Turn { $number }
rota-group-empty = Nobody: that is a gap.
rota-group-add = One more turn
rota-group-remove = One turn less
rota-rotate = The turn passes
rota-rotate-weekly = with each week, on Monday
rota-rotate-shift = with each shift
rota-days = On which days?
rota-at = From
rota-ends-at = Until
rota-more = And how many days more?
rota-more-days =
    { $count ->
        [0] None
        [one] 1 day more
       *[other] { $count } days more
    }
rota-meant = When is somebody needed?
rota-meant-words = Gaps are looked for in these hours, two weeks ahead.
rota-always = Day and night
rota-needs = Who is needed, at least?
rota-count = How many at least: { $who }
rota-fallback = Who is asked next, in this order?
rota-fault-name = Write what it is called.
rota-fault-people = Put somebody on it.
rota-fault-person = Everybody needs a name and a telephone.
rota-fault-turns = Add hours.
rota-fault-hours = Check the days and the hours.
rota-fault-group = Check who takes which turn.
rota-fault-until = Check the first and the last day.
on-call-title = Who is on call
more-on-call-words = Supervisors and coaches, now and in the next days

## A card about a coach

coach-card-title = Card
coach-card-own = My card
coach-card-of = Card of { $name }
coach-card-words = What participants may read about a coach. Only the coach decides what it says.
coach-card-words-own = What participants may read about you. Only you decide what it says.
coach-card-none = There is no card yet.
coach-card-write = Write my card
coach-card-change = Change my card
coach-card-suggest = Suggest words
coach-card-approve = Yes, that may be shown
coach-card-waits = Suggested; the coach has not answered yet:
coach-card-waits-own = Somebody suggests these words for your card:
coach-card-approved = Approved by { $name }, { $when }
coach-card-speaks = Speaks { $languages }
coach-card-form-words = Nothing that you would not tell somebody you have just met. What you have lived is yours to keep.
coach-card-name = What participants call you
coach-card-english = About you, in English
coach-card-spanish = About you, in Spanish
coach-card-languages = Languages you speak
coach-card-missing = It needs a name and some words.
resource-own-staff = Support for its own staff only. It is never linked to a participant.
resource-own-staff-is = For its own staff only
bill-left =
    { $count ->
        [one] 1 person is left out: no consent that is valid today names this payer.
       *[other] { $count } people are left out: no consent that is valid today names this payer.
    }

# The camera, for codes
camera-picture = What the camera sees
camera-wait = Waiting for the camera. Allow it if the device asks.
camera-aim = Hold it straight, so that the code fills the picture.
camera-not-allowed = The camera is not allowed for this page. Allow it in the settings of the browser.
camera-missing = There is no camera here that this page may use.
camera-broken = The camera does not start. Perhaps another app is using it.
camera-ended = The camera is off.
camera-again = Look again
camera-stop = Stop

# Handing over without the relay
hand-on-title = Without signal
more-hand-on-words = Give what is new to a colleague, or let them carry it
hand-on-words = Give what waits here to a colleague's phone, or let them carry it to where there is signal. It works with everything that sends switched off.
hand-on-sealed = It goes along sealed. They cannot read it unless it is about somebody they serve.
hand-on-side = Give or take
hand-on-give = Give
hand-on-take = Take
hand-on-show = Show codes
hand-on-show-hint = Their phone takes them with its camera, one after the other.
hand-on-file = Make a file
hand-on-file-hint = It holds more than codes do. Save it on a memory stick, or pass it on in any way.
hand-on-made = In this parcel
hand-on-own =
    { $count ->
        [one] 1 entry of yours that the relay does not have
       *[other] { $count } entries of yours that the relay does not have
    }
hand-on-people =
    { $count ->
        [one] about 1 person
       *[other] about { $count } people
    }
hand-on-others =
    { $count ->
        [one] 1 entry of others that travels with you
       *[other] { $count } entries of others that travel with you
    }
hand-on-sent =
    { $count ->
        [one] 1 entry of yours that the relay has already, for whoever has not met it since
       *[other] { $count } entries of yours that the relay has already, for whoever has not met it since
    }
hand-on-left =
    { $count ->
        [one] 1 entry found no room in the codes. A file has more room.
       *[other] { $count } entries found no room in the codes. A file has more room.
    }
hand-on-left-file =
    { $count ->
        [one] 1 entry found no room in this file, and waits here for the relay.
       *[other] { $count } entries found no room in this file, and wait here for the relay.
    }
hand-on-counts-then = They count as sent only when the relay has them.
hand-on-none = Nothing waits here
hand-on-none-words = There is nothing to hand on from this device.
hand-on-code = Code { $at } of { $count }
hand-on-at = { $at } of { $count }
hand-on-keep = They go round until their phone has all of them. One that was missed comes again.
hand-on-pause = Pause
hand-on-run = Go on
hand-on-previous = Previous
hand-on-next = Next
hand-on-done = Done
hand-on-save = Save the file
hand-on-saved = The file is saved.
hand-on-file-kept = Nobody's name is on the file, and nobody outside the agency can open it.
hand-on-camera = Use the camera
hand-on-camera-hint = Hold this device over the codes on theirs.
hand-on-no-camera = There is no camera for this program. Take a file.
hand-on-open = Open a file
hand-on-open-hint = One that ends with .handrail
hand-on-unreadable = This file cannot be read. Nothing was changed.
hand-on-reading = Taking in the file
hand-on-codes = Codes so far
hand-on-got =
    { $have } of { $of ->
        [one] 1 code
       *[other] { $of } codes
    }
hand-on-other-code = That is a code of another kind, or of a newer version of Handrail.
hand-on-anew = This is another parcel. It begins anew.
hand-on-instead = You can also open a file.
hand-on-taken = Taken
hand-on-entries =
    { $count ->
        [one] 1 entry can be read here now.
       *[other] { $count } entries can be read here now.
    }
hand-on-entries-people =
    { $count ->
        [one] About 1 person.
       *[other] About { $count } people.
    }
hand-on-carried =
    { $count ->
        [one] 1 entry travels with this device to the relay.
       *[other] { $count } entries travel with this device to the relay.
    }
hand-on-waiting =
    { $count ->
        [one] 1 entry waits here for an earlier one, or for news of the team.
       *[other] { $count } entries wait here for earlier ones, or for news of the team.
    }
hand-on-set-aside =
    { $count ->
        [one] 1 entry was not as it should be, and was not taken.
       *[other] { $count } entries were not as they should be, and were not taken.
    }
hand-on-known = Nothing in it was new here.
hand-on-carry-on = What you carry counts as sent only when the relay has it. Open this app where there is signal.
hand-on-another = Take another
sync-carried = Carried for others
parcel-problem-other-file = This is not a Handrail parcel. Choose the file that the other person saved.
parcel-problem-newer = This parcel comes from a newer version of Handrail. Update this app, then try again.
parcel-problem-too-large = This file is larger than any parcel. Choose the file that the other person saved.
parcel-problem-other-agency = This parcel comes from another agency, and nothing of it can be taken.
parcel-problem-key-not-here = This device has not heard of the key of this parcel yet. Connect it once, then take the parcel again.
parcel-problem-key-gone = This parcel is older than your agency's keys. Whoever made it connects once, then makes another.
parcel-problem-damaged = This parcel was damaged on its way. Ask for it again. Nothing is lost.

## Among coaches

coaches-title = Among coaches
more-coaches-words = Questions and answers among colleagues
coaches-readers = Coaches and supervisors of this agency read this.
coaches-write = Say or ask something
coaches-your-answer = Your answer
coaches-hint = No names, and nothing that gives somebody away. People read this who may not read their record.
coaches-save = Post
coaches-later = Not now
coaches-answer = Answer
coaches-answer-to = Answer { $name }
coaches-answers-to = Answers to { $name }
coaches-missing = Write something first.
coaches-too-long = At most { $limit } characters: this has { $over } too many. Nothing is lost.
coaches-empty-title = Nobody has said anything yet
coaches-empty-words = Ask how others do it, say what worked, or that a day was hard.
coaches-none = Nobody has begun it yet
coaches-not-begun = An administrator of your agency can begin it, on this page.
coaches-begin-words = Here coaches, leads and supervisors talk among themselves. Nobody else gets the keys.
coaches-begin = Begin it
coaches-wait = It has been begun, and is here as soon as the relay has passed it on.
coaches-earlier = Show earlier
coaches-new = New
coaches-back = Take back
coaches-back-of = Take back what you said, { $when }
coaches-back-title = Take it back?
coaches-back-words = Others then read that it was taken back, and no longer what it said.
coaches-taken-back = Taken back
coaches-away = Put away
coaches-away-of = Put away what { $name } said, { $when }
coaches-away-title = Put it away?
coaches-away-words = Then nobody reads it here any more. Everybody reads your name and your reason.
coaches-put-away = Put away by { $by }: { $reason }
coaches-named-title = Does this name somebody?
coaches-named-words = It seems to name: { $names }.
coaches-named-why = Who reads this does not read their record, and they were not asked.
coaches-named-change = Change it
coaches-named-anyway = Post it anyway
