# Signing in.
sign-in-title = Welcome to { $organisation }
sign-in-lead = Sign in to go on.
sign-in-submit = Sign in
sign-in-email = E-mail address
sign-in-password = Password
sign-in-forgotten = Forgotten your password?
sign-in-wrong = E-mail address and password do not match. Check both and try again.
sign-in-password-changed = Your new password is set. Sign in with it.
sign-in-demo-title = Look around as somebody
sign-in-demo-lead = This is a company that we made up. One press signs you in; nothing here leaves this computer.
sign-in-demo-as = Sign in as
sign-in-demo-marta-role = Sales manager
sign-in-demo-marta-about = Keeps the whole pipeline in view and may change every setting.
sign-in-demo-yusuf-role = Sales
sign-in-demo-yusuf-about = Works on the large orders from abroad, and sees his own leads.
sign-in-demo-chloe-role = Sales
sign-in-demo-chloe-about = Answers what comes in through the website, and sees her own leads.

# Passwords.
password-forgotten-title = Forgotten your password?
password-forgotten-lead = We send you a link with which you can set a new one. It works once, for 48 hours.
password-forgotten-submit = Send me a link
password-forgotten-sent = If somebody works here with this address, a mail with a link is on its way.
password-back-to-sign-in = Back to the sign-in
password-new-title = Set a new password
password-new-lead = After this you are signed out everywhere else.
password-new-label = New password
password-new-submit = Set password
password-ask-again = Ask for another link
password-link-over = This link has been used or is older than 48 hours. Ask for another one.
password-rules = At least 10 characters, of any kind. A few words in a row are good.
password-too-short = This is too short: a password has at least { $limit } characters.
password-too-long = This is too long: a password has at most { $limit } characters.
password-common = This password is among the first that are tried. Choose one that nobody would guess.
password-personal = Your name, your e-mail address and the name of the organisation must not stand in it.
password-current = Current password
password-current-wrong = This is not your password.
password-change = Change password
password-changed = Your password is changed. You are signed out everywhere else.

# The first visit.
set-up-title = Welcome. Let us set up Foyer
set-up-lead = Two minutes, once. You can change all of it later.
set-up-submit = Begin
set-up-the-organisation = The organisation
set-up-the-administrator = You
set-up-the-administrator-hint = You become the first administrator and can invite the others.
set-up-organisation = Name of the organisation
set-up-country-label = Country
set-up-currency-label = Currency
set-up-language-label = Language
set-up-time-zone-label = Time zone
set-up-choose = Choose…
set-up-country = Choose a country.
set-up-currency = Choose a currency.
set-up-time-zone = Choose a time zone.
set-up-done = Foyer is set up already. Sign in, or ask an administrator for an invitation.

# Mails.
mail-invitation-subject = Your access to { $organisation }
mail-invitation-body = { $organisation } has opened an account for you. Set your password to begin:
mail-password-subject = A new password for { $organisation }
mail-password-body = Somebody, we hope you, asked for a link to set a new password at { $organisation }. If it was not you, there is nothing to do.
mail-password-limits = The link works once and for 48 hours.
mail-portal-link-subject = Your password for { $organisation }
mail-portal-link-body = { $organisation } has given you access to its customer portal. Set your password:
viewing-no-login = This contact cannot sign in to the portal, so there is nothing to see there.
role-view-as = See the house as this role

# Settings.
settings-line-up = Move { $name } up
settings-line-down = Move { $name } down
settings-line-is-first = It is the first one already.
settings-line-is-last = It is the last one already.
settings-line-moved = { $name }: position { $position } of { $count }
settings-line-edit = Edit { $name }
settings-line-delete = Delete { $name }
settings-title = Settings

# Staff.
staff-title = Staff
staff-lead = Who works here, and what they may do.
staff-hint = Invite people, give them a role, let them go.
staff-name = Name
staff-role = Role
staff-no-role = No role
staff-administrator = Administrator
staff-administrator-hint = May do everything, this page included.
staff-last-seen = Last seen
staff-never-seen = Never
staff-actions = Actions
staff-actions-of = Actions for { $name }
staff-add = Add a person
staff-add-hint = The person is sent a link to set a password.
staff-added = Added. The invitation is on its way.
staff-edit = Edit
staff-save = Save
staff-saved = Saved.
staff-cancel = Cancel
staff-close = Close
staff-left = Has left
staff-invited = Invited
staff-activate = Let back in
staff-deactivate = Let go
staff-is-back = The person can sign in again.
staff-is-out = The person is signed out everywhere and cannot sign in any more.
staff-send-link = Send a link to set a password
staff-link-sent = The link is on its way.
staff-end-sessions = Sign out everywhere
staff-signed-out = The person is signed out everywhere.
staff-rights-hint = When the role changes, the person has to sign in again.
staff-last-admin = This is the last administrator. Make somebody else an administrator first.
staff-email-taken = Somebody has this e-mail address already.
staff-role-gone = This role does not exist any more. Choose another one.
staff-conflict = Somebody else has changed this person meanwhile. Load the page again and look at what is there now.
staff-not-active = This person has left.

# Oneself.
staff-me-title = My account
staff-me-hint = Your name, language, password, sessions and API tokens.
staff-me-profile = Profile
staff-me-email-hint = An administrator can change it.
staff-me-appearance = Language and colours
staff-me-switch-language = Switch language
staff-theme = Colours
staff-theme-auto = As the system
staff-theme-light = Light
staff-theme-dark = Dark
staff-sessions = Where you are signed in
staff-sessions-end-others = Sign out everywhere else
staff-sessions-ended = You are signed out everywhere else.
staff-session-about = { $address }, last used { $at }
staff-session-current = This browser
staff-session-end = Sign out

# API tokens.
token-title = API tokens
token-lead = With a token a program acts in your name, as far as its scope goes.
token-name = Name
token-name-hint = For what you use it, such as “Website form”.
token-scope = Scope
token-scope-full = All that I may do
token-scope-read = Read only
token-scope-leads = Leads only
token-scope-customers = Customers only
token-scope-settings = Settings only
token-add = Create a token
token-once = Here is the token. It is shown only now: keep it in a safe place.
token-copy = Copy
token-copied = Copied.
token-delete = Delete
token-deleted = The token is deleted. The program that used it is refused from now on.
token-never-used = never used
token-last-used = last used { $at }
token-own-only = You can make tokens for yourself only, and not with a token.

# Roles.
role-title = Roles
role-lead = A role is a name for a set of rights. Administrators need none.
role-hint = Decide who sees, changes and deletes what.
role-none = There is no role yet
role-add = Add a role
role-name = Name of the role
role-saved = The role is saved. It holds at once for everybody who has it.
role-delete = Delete role
role-deleted = The role is deleted.
role-in-use = Somebody has this role. Give them another one first.
role-name-taken = There is a role of this name already.
role-conflict = Somebody else has changed this role meanwhile. Load the page again and look at what is there now.
role-people = { $count ->
    [0] Nobody has it
    [one] One person has it
   *[other] { $count } people have it
}
role-default-sales = Sales
role-default-manager = Manager
role-area-leads = Leads
role-area-customers = Customers
role-area-settings = Settings
role-can-view-own = See one’s own
role-can-view-all = See all
role-can-create = Create
role-can-edit = Edit
role-can-delete = Delete
role-can-import = Import
role-can-export = Export
role-can-share = Share views

# What one is told of, and how.
notice-title = What you are told
notice-lead = Nobody is told of what they did themselves, or of what they may not see.
notice-saved = From now on you are told like this.
notice-assigned = A lead becomes yours
notice-task = Somebody gives you a task
notice-reminder = A reminder is due
notice-export = A file that you export is ready
notice-import = A file that you bring in is in
notice-run = Long work that you began is over
notice-webhook = A webhook that you answer for was switched off
notice-by-mail = Under the bell, and by mail at once
notice-by-digest = Under the bell, and in the morning’s mail
notice-by-app = Under the bell only
notice-by-none = Not at all
notice-assigned-many = { $count ->
    [one] One lead became yours.
   *[other] { $count } leads became yours.
}
notice-export-many = { $count ->
    [one] One file is ready
   *[other] { $count } files are ready
}
notice-import-many = { $count ->
    [one] One import is over.
   *[other] { $count } imports are over.
}
notice-run-many = { $count ->
    [one] Long work is over.
   *[other] { $count } pieces of long work are over.
}
notice-webhook-many = { $count ->
    [one] One webhook was switched off.
   *[other] { $count } webhooks were switched off.
}
notice-task-many = { $count ->
    [one] You were given one task.
   *[other] You were given { $count } tasks.
}
notice-reminder-many = { $count ->
    [one] One reminder is due.
   *[other] { $count } reminders are due.
}
# The mail of the morning.
digest-subject = { $count ->
    [one] { $name }: one thing for you
   *[other] { $name }: { $count } things for you
}
digest-lead = { $count ->
    [one] This came in and you have not read it yet:
   *[other] This came in and you have not read it yet, { $count } in all:
}
digest-line = • { $text }
digest-more = { $count ->
    [one] And one more.
   *[other] And { $count } more.
}

# What stands where something could not be shown.
problem-again = Try again
problem-home = To my start page
problem-who-helps = If you need it, an administrator of { $organisation } can help.

# Colours.
settings-hue = Colour
settings-hue-number = Colour { $number }
