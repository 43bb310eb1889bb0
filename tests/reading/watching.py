"""A browser context that notes what no reader may meet: console errors, CSP violations, other hosts, cookies."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

# A page may take long on a loaded machine; nothing here waits for less than it must.
PATIENCE = 60_000
OWN_SCHEMES = {"data", "blob", "about"}


@dataclass
class Reader:
    """Somebody with a browser on one site; `faults` says in words what went wrong so far."""

    context: BrowserContext
    base: str
    faults: list[str] = field(default_factory=list)
    expected: set[str] = field(default_factory=set)
    is_staff: bool = False

    def __post_init__(self) -> None:
        self.context.set_default_timeout(PATIENCE)
        self.context.on("console", self._said)
        self.context.on("weberror", lambda error: self.faults.append(f"script: {error.error}"))
        self.context.on("request", self._asked)
        self.page = self.context.new_page()

    def open(self, path: str, status: int = 200) -> Page:
        """Go to a path of the site and wait until everything is loaded; the answer has this status."""
        if status >= 400:
            self.expected.add(self.base + path)
        answer = self.page.goto(self.base + path, wait_until="load")
        assert isinstance(answer, Response)
        assert answer.status == status, f"{path} answers {answer.status}"
        return self.page

    def leave(self) -> None:
        """Close the browser window; fail when the reader met an error, another host or a cookie."""
        cookies = [] if self.is_staff else [f"cookie {cookie.get('name')}" for cookie in self.context.cookies()]
        self.context.close()
        assert not self.faults + cookies, self.faults + cookies

    def _said(self, message: ConsoleMessage) -> None:
        is_expected = message.location.get("url") in self.expected and "status of" in message.text
        if message.type in {"error", "warning"} and not is_expected:
            self.faults.append(f"{message.page.url if message.page else ''}: {message.type} {message.text}")

    def _asked(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in OWN_SCHEMES and f"{parts.scheme}://{parts.netloc}" != self.base:
            self.faults.append(f"another host: {request.url}")


def reader(browser: Browser, base: str, **settings: object) -> Reader:
    """Return a reader of the site at `base`; settings are those of Playwright's contexts."""
    values = {"viewport": {"width": 1280, "height": 900}, "locale": "fr-MA", **settings}
    return Reader(browser.new_context(**values), base)  # type: ignore[arg-type]
