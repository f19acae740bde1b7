staff-name = Name
