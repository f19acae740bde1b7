# Imports: records from a file.
