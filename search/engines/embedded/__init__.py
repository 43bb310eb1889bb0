"""The engine that needs no server: one folder of files on the same machine."""
