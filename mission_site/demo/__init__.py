"""The demo content: written for this project, loaded by `manage.py load_demo`."""
