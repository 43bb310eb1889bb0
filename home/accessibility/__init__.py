"""The accessibility statement: one file of facts, shown to readers and written to the papers."""
