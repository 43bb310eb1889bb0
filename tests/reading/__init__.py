"""Readers with a browser, a keyboard, a thin line or a machine's eyes: what they get from the running site."""
