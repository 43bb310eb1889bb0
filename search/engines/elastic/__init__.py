"""The engine for installations that have outgrown one machine."""
