"""Dates in English: the day first, the month as a word, 24 hours; nobody can take the month for the day."""

from languages.editing.day_inputs import DAY_FORMATS, MOMENT_FORMATS

DATE_FORMAT = "j F Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j F Y, H:i"
YEAR_MONTH_FORMAT = "F Y"
MONTH_DAY_FORMAT = "j F"
SHORT_DATE_FORMAT = "j M Y"
SHORT_DATETIME_FORMAT = "j M Y, H:i"
FIRST_DAY_OF_WEEK = 1
DATE_INPUT_FORMATS = DAY_FORMATS
DATETIME_INPUT_FORMATS = MOMENT_FORMATS
