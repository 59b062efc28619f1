"""Model to text: a Report as a Form 8-K in a layout, a module a section."""
