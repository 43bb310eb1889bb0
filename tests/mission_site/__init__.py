"""Tests of the room that puts the site together: components, styles, frame, light version."""
