"""The living style guide: every component with its variants, for people with access to the admin."""
