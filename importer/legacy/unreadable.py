"""What is wrong with a file that cannot be read, as a code that a screen can translate."""

from enum import StrEnum


class Problem(StrEnum):
    """Why a file was refused."""

    BINARY = "binary"
    UNKNOWN_ENCODING = "unknown_encoding"
    TOO_LARGE = "too_large"
    TOO_MUCH_TEXT = "too_much_text"
    NOT_A_FILE = "not_a_file"


class LegacyUnreadable(ValueError):
    """A file that gives no text; `code` is the reason, `detail` what a person may want to know (never the content)."""

    def __init__(self, code: Problem, detail: str = "") -> None:
        self.code = code
        self.detail = detail
        super().__init__(f"{code}: {detail}" if detail else str(code))
