"""Brings the pages of the old site in as drafts: nobody imports this room."""
