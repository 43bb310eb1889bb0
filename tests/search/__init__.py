"""Tests of search: the plan, both engines, their contract and their faults."""
