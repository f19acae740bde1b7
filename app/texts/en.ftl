# Where one can go.
shell-board = Board
shell-board-of = Board: { $name }
shell-leads = Leads
shell-my-day = My day
shell-customers = Customers
shell-imports = Imports
shell-settings = Settings
shell-my-page = My account
shell-navigation = Main
shell-skip = Skip links
shell-skip-to-main = Skip to the page
shell-skip-to-navigation = Skip to the navigation
shell-fold = Make the sidebar narrow
shell-unfold = Make the sidebar wide
shell-demo = Demo company. Try whatever you like.

# What one can make.
shell-create = New
shell-new-lead = New lead
shell-new-customer = New customer
shell-new-import = Import leads

# The bar at the top.
shell-search = Search or go to
shell-search-hint = Name, company, e-mail, phone, or a page
shell-search-nothing = Nothing found. Fewer letters find more.
shell-offline = Not connected
shell-offline-explained = Not connected to the server. What you see may be out of date, and changes cannot be saved until the connection is back. We keep trying.
shell-theme = Colours
shell-theme-auto = Colours as the system
shell-theme-light = Light colours
shell-theme-dark = Dark colours
shell-language = Language
shell-sign-out = Sign out

# The bell.
shell-bell = Notifications
shell-bell-busy = Work is under way.
shell-bell-unread = { $count ->
    [0] Notifications
    [one] Notifications, one unread
   *[other] Notifications, { $count } unread
}
shell-bell-empty = Nothing new
shell-bell-empty-text = Reminders and what colleagues assign to you appear here.
shell-bell-read-all = Mark all as read
shell-bell-new = New

# The palette and the help sheet.
shell-palette-page = On this page
shell-palette-do = Do
shell-keys = Keyboard shortcuts
shell-keys-anywhere = Anywhere
shell-keys-go = Go to
shell-keys-make = Create

# Messages.
shell-notices = Messages
shell-dismiss = Dismiss
shell-close = Close
shell-page-failed = This page could not start completely. What you see can be read, but not changed.
shell-page-reload = Reload the page
shell-not-found-title = There is nothing here
shell-not-found-text = The address may be mistyped, or what stood here was deleted or moved.
shell-not-found-home = To the start

# The session has ended.
shell-session-ended = Your session has ended
shell-session-ended-text = Sign in again to go on. The page stays as it is, and so does what you typed.
shell-session-other-person = I am somebody else
shell-session-renewed = You are signed in again. Please repeat your last step.
shell-email = E-mail
shell-password = Password
shell-sign-in = Sign in
shell-viewing-portal = You are looking at the portal as { $name } does. Nothing can be changed here.
shell-viewing-role = You are looking at Foyer with the role { $name }. Nothing can be changed here.
shell-viewing-end = Back to your own view
