# How English writes numbers and dates (CLDR, en-001).
cldr-decimal = .
cldr-group = ,
cldr-money = ¤#
cldr-months = Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept|Oct|Nov|Dec
cldr-weekdays = Mon|Tue|Wed|Thu|Fri|Sat|Sun
cldr-date = D MMM YYYY
cldr-date-time = D, T

# What went wrong, and what to do about it.
error-not-found = We could not find that. It may have been deleted, or you may not have access to it.
error-unauthenticated = Your session has ended. Sign in again to go on; what you typed is still here.
error-forbidden = Your role does not allow this. Ask an administrator if you need it.
error-forbidden-admin = Only administrators can do this.
error-invalid = Please check the marked fields.
error-too-many = { $seconds ->
    [one] Too many tries. Wait one second and try again.
   *[other] Too many tries. Wait { $seconds } seconds and try again.
}
error-too-large = This is too large: at most { $megabytes } MB are accepted.
error-unavailable = The server cannot store anything at the moment. Nothing was changed; try again in a while.
error-busy = Somebody else is changing the same thing. Nothing was changed; try again.
error-duplicate = This exists already.
error-internal = Something went wrong on our side. Nothing was changed. If it happens again, tell your administrator this number: { $id }
error-unreachable = The server cannot be reached. Check your connection; nothing is lost, try again.
error-required = Please fill in this field.
error-too-long = { $limit ->
    [one] At most one character fits here.
   *[other] At most { $limit } characters fit here.
}
error-email = This is not an e-mail address. It should look like name@example.com.
error-money = This is not an amount. Write it like 1234.50.
error-date = This is not a date. Write it as YYYY-MM-DD.

# How long ago something was, as short as can be: it stands on cards and in rows.
age-now = now
age-minutes = { $count } min
age-hours = { $count } h
age-days = { $count } d
age-months = { $count } mo
age-years = { $count } y
