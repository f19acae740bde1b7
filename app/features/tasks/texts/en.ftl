# Tasks: what is to be done, on a record or on one's own.
task-title = Tasks
task-new = New task
task-new-more = New task with all its fields
task-add = Add task
task-added = Added: { $title } · { $when }
task-line-placeholder = Call Ada on Friday 14:30
task-line-hint = The end of the line may say when: today, tomorrow, a weekday, a date, a time.
task-line-read = { $kind } · { $when }
task-empty = No tasks
task-tick = Done: { $title }
task-ticked = Done: { $title }
task-ticked-next = Done: { $title } · Next: { $next }
task-finished = { $count ->
    [one] One done
   *[other] { $count } done
}
task-overdue = overdue
task-overdue-count = { $count ->
    [one] One task overdue
   *[other] { $count } tasks overdue
}
task-takes = { $count } min
task-people = To be done by
task-people-placeholder = Add somebody
task-people-nothing = Nobody of this name
task-people-remove = Remove { $name }
task-actions = More about “{ $title }”
task-edit = Edit
task-edit-title = Edit task
task-delete = Delete
task-deleted = Task deleted: { $title }
task-saved = Task saved
task-kind-to-do = To-do
task-kind-call = Call
task-kind-meeting = Meeting

# Its fields.
field-task_title = What
field-task_kind = Kind
field-task_day = Day
field-task_time = Time
field-task_minutes = Minutes
field-task_assignees = Who
field-task_note = Note
field-task_repeat = Repeat

# When it is.
task-yesterday = Yesterday
task-today = Today
task-tomorrow = Tomorrow
task-weekday-day = { $weekday } { $day }
task-day-time = { $day }, { $time }
task-without-day = Without a day
task-for-day = for { $day }
task-for-time = for { $day }, { $time }
task-for-no-day = without a day

# Words of a line such as “call Ada on friday 14:30”, in small letters. Weekdays from Monday on; commas divide words that mean the same.
task-words-today = today
task-words-tomorrow = tomorrow
task-words-weekdays = monday, mon|tuesday, tue|wednesday, wed|thursday, thu|friday, fri|saturday|sunday
task-words-joints = on, at
task-words-call = call, phone, ring
task-words-meeting = meet, meeting

# How it comes again.
task-repeat = Repeat
task-repeat-never = Never
task-unit-days = By days
task-unit-weeks = By weeks
task-unit-months = By months
task-unit-years = By years
task-every = Every
task-week-on = On these days
task-month-on = On which day
task-ends = Ends
task-ends-never = Never
task-ends-until = On a day
task-ends-after = After some times
task-until = Last day
task-times = Times in all
task-from-done = Count from when it is done
task-from-done-hint = Otherwise from the day for which it was planned.
task-repeat-days = { $count ->
    [one] every day
   *[other] every { $count } days
}
task-repeat-weeks = { $count ->
    [one] every week on { $days }
   *[other] every { $count } weeks on { $days }
}
task-repeat-months = { $count ->
    [one] every month { $on }
   *[other] every { $count } months { $on }
}
task-repeat-years = { $count ->
    [one] every year
   *[other] every { $count } years
}
task-on-day = on day { $day }
task-on-last = on the last { $weekday }
task-on-last-workday = on the last working day
task-repeat-until = { $rule }, until { $day }
task-repeat-times = { $count ->
    [one] { $rule }, once in all
   *[other] { $rule }, { $count } times in all
}
task-repeat-from-done = { $rule }, counted from when it is done
task-weekday-0 = Mon
task-weekday-1 = Tue
task-weekday-2 = Wed
task-weekday-3 = Thu
task-weekday-4 = Fri
task-weekday-5 = Sat
task-weekday-6 = Sun
task-weekday-list = { $first }, { $rest }

# What cannot be.
task-conflict = This task was changed in the meantime. What you typed is still here: save again to put it over what is there now.
task-next-under-way = This task repeats, and a later one is under way already. Tick that one off or delete it first.
task-nobody = Choose somebody who works here.
task-unseen = { $name } may not see this record, so the task would be of no use. Choose somebody who sees it, or give { $name } access first.
task-too-many = At most { $limit } people can share a task.
task-time-needs-day = A time needs a day: choose one.
task-time-unfit = This is not a time. Write it as 14:30.
task-minutes-unfit = Write whole minutes, from 1 to 10,080.
task-repeat-needs-day = What repeats needs a day: choose the first one.
task-repeat-unfit = Check the interval, the days and the number of times.

# What happened. Each sentence goes on after the name of who did it.
event-task-created = added the task “{ $title }” { $when }
event-task-updated = changed the task “{ $title }”
event-task-done = ticked off the task “{ $title }”
event-task-repeated = planned the task “{ $title }” again { $when }
event-task-reopened = reopened the task “{ $title }”
event-task-deleted = deleted the task “{ $title }”
event-task-restored = took back the deleted task “{ $title }”

# My day.
day-title = My day
day-overdue = Overdue
day-today = Today
day-week = The next seven days
day-undated = Without a day
day-later = Later
day-done = Done today
day-empty = Nothing to do
day-empty-text = Write what is to be done into the line above, or add tasks to leads and customers.
day-cut = There is more than fits here: the first 300 tasks with a day and 100 without one are shown.
day-tools = What is shown
day-kind = Kind
day-all-kinds = All
day-kind-to-do = To-dos
day-kind-call = Calls
day-kind-meeting = Meetings
day-whose = Whose tasks
day-mine = My tasks
day-others-forbidden = Only who may see all leads or all customers can look at the tasks of others.

# What somebody is told who was given one.
task-given = { $who } gave you a task: { $title }

# The calendar that other programs subscribe to.
calendar-title = Calendar
calendar-hint = Your tasks and reminders in the calendar of your phone or computer.
calendar-feed = Calendar subscription
calendar-what = Subscribe to the address below in Apple Calendar, Google Calendar, Outlook or another program. It shows what you are to do, from 30 days ago to a year ahead, with the rights that you have at that moment. Whoever has the address can read it: treat it like a password.
calendar-none = You have no address yet.
calendar-made = Your address was made on { $at }.
calendar-used = A calendar last asked for it on { $at }.
calendar-unused = No calendar has asked for it yet.
calendar-make = Make an address
calendar-replace = Replace the address
calendar-end = End the address
calendar-ended = The address is dead. Calendars that have it get nothing any more.
calendar-once = Copy the address now. It is not shown again; an earlier one is dead.
calendar-copy = Copy
calendar-copied = The address is in the clipboard.
calendar-name = Tasks · { $organisation }
calendar-own-only = Only you can do this, signed in with a browser.
