"""`make screenshots`: the pictures of the guides and the README, taken from a fresh demo site in a real browser."""

import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from mission_site.demo.accounts import PASSWORD
from tests.servers.chromium import chromium_path
from tests.servers.site import Site

PICTURES = Path(__file__).resolve().parent.parent.parent / "docs" / "pictures"
ADMIN_SIZE = {"width": 1280, "height": 900}
LANGUAGES = ("fr", "en")


def sign_in(page: Page, site: Site) -> None:
    """Sign in as the demo's administrator."""
    page.goto(f"{site.url}/admin/")
    page.fill("input[name=username]", "admin")
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_load_state("networkidle")


def take(page: Page, name: str) -> None:
    """Save what is on the screen."""
    page.screenshot(path=PICTURES / f"{name}.png")
    print(f"docs/pictures/{name}.png")


def admin_pictures(page: Page, site: Site, language: str, news_id: str) -> None:
    """Take the dashboard, the editor and the publish menu in one language."""
    site.manage("shell", "--no-imports", "-c", SET_LANGUAGE.format(language=language))
    page.goto(f"{site.url}/admin/")
    take(page, f"{language}-dashboard")
    page.goto(f"{site.url}/admin/pages/{news_id}/edit/")
    page.wait_for_load_state("networkidle")
    take(page, f"{language}-editor")
    page.locator("footer .w-dropdown__toggle, footer [data-w-dropdown-target=toggle]").last.click()
    page.wait_for_timeout(500)
    take(page, f"{language}-publish")


SET_LANGUAGE = (
    "from wagtail.users.models import UserProfile; "
    "UserProfile.objects.update_or_create(user__username='admin', defaults={{'preferred_language': '{language}'}})"
)
FIND_NEWS = "from news.models import NewsPage; print(NewsPage.objects.filter(translation_en='stale').get().pk)"


def main() -> None:
    """Load the demo, take all pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as tool:
        site = Site(Path(folder))
        site.prepare()
        site.start()
        browser = tool.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        try:
            public = browser.new_page(viewport={"width": 1280, "height": 820})
            public.goto(f"{site.url}/fr/")
            take(public, "home")
            page = browser.new_page(viewport=ADMIN_SIZE)
            sign_in(page, site)
            news_id = site.manage("shell", "--no-imports", "-c", FIND_NEWS).strip().splitlines()[-1]
            for language in LANGUAGES:
                admin_pictures(page, site, language, news_id)
        finally:
            browser.close()
            site.stop()


if __name__ == "__main__":
    main()
