"""Signs somebody of the demo in, for pages that only staff may see."""

from mission_site.demo.accounts import PASSWORD
from tests.reading.watching import Reader


def sign_in(person: Reader, name: str = "admin") -> None:
    """Sign in with a demo account; from then on cookies are no fault."""
    person.is_staff = True
    page = person.open("/admin/login/")
    page.fill("#id_username", name)
    page.fill("#id_password", PASSWORD)
    with page.expect_navigation():
        page.press("#id_password", "Enter")
