"""Tests of the editor in several languages."""
