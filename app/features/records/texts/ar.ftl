# Notes, files, reminders, tags, timelines.
