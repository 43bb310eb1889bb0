"""The query plan: the only code that sees what a reader typed; both engines compile the same plan."""
