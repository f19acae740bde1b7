# The portal of customers.
portal-home = Overview
portal-me = Sign-in and security
portal-loading = Loading the portal
portal-welcome = Welcome, { $name }
portal-accounts = Accounts
portal-accounts-none = There is no account yet.
portal-settled = settled
portal-owed = { $amount } due
portal-credit = { $amount } in your favour
portal-company = Your company
portal-company-wrong = Something is not right? Tell whoever looks after you.
portal-manager = Looks after you
portal-consent = Marketing
portal-consent-label = I agree to get news and offers
portal-consent-hint = You can change this at any time.
portal-consent-saved = Saved
portal-sites-none = There is no site yet.
