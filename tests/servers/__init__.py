"""Real servers and tools for the tests: each is found or fetched, started, waited for and stopped here."""
