"""Contacts: cards, directory, press desk."""
