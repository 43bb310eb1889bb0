"""A real mail server in the test process, which keeps what it is given."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller

from tests.servers.parts import free_port


@dataclass
class Mailbox:
    """What arrived so far, oldest first; `refusing` makes the server turn every message away (SMTP 451)."""

    port: int
    messages: list[EmailMessage] = field(default_factory=list)
    refusing: bool = False

    async def handle_DATA(self, server: object, session: object, envelope) -> str:  # noqa: N802 - aiosmtpd's name
        """Keep one message, as aiosmtpd calls for it."""
        if self.refusing:
            return "451 4.3.0 try again later"
        message = message_from_bytes(envelope.content, policy=policy.default)
        self.messages.append(message)  # type: ignore[arg-type]
        return "250 2.0.0 kept"


@contextlib.contextmanager
def mail_server() -> Iterator[Mailbox]:
    """Serve SMTP on a free port of 127.0.0.1 for the length of the block."""
    mailbox = Mailbox(free_port())
    controller = Controller(mailbox, hostname="127.0.0.1", port=mailbox.port)
    controller.start()
    try:
        yield mailbox
    finally:
        controller.stop()
