"""People who run the site: groups, workflow, mail, sign-in and its limits."""
