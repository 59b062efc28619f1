"""Parse trees to values: one module a section of the form."""
