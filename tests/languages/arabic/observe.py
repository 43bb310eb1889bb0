"""Translates the release of a populated site into Arabic and prints, as JSON, what a reader and an officer then see."""

import json

import django

django.setup()

from django.test import Client  # noqa: E402 models exist once Django is set up
from django.urls import reverse  # noqa: E402

from languages import registry  # noqa: E402
from news.models import NewsPage  # noqa: E402
from tests.factories import make_user  # noqa: E402
from tests.languages.drafts import body, fresh, latest  # noqa: E402

ARABIC = {
    "title_ar": "العودة الطوعية",
    "lead_ar": "مقدمة",
    "body_ar": body("<p>نص عربي.</p>"),
    "slug_ar": "awda",
}

page = NewsPage.objects.get(slug="retours-volontaires")
facts = {"codes": registry.codes(), "public_before": page.public_languages, "path_before": page.url_path_ar}
facts["status_before"] = page.translation_status("ar")

client = Client()
facts["not_yet"] = client.get("/ar/" + "/".join(page.url_path.split("/")[2:])).headers.get("Location")

draft = latest(page)
for name, value in ARABIC.items():
    setattr(draft, name, value)
draft.languages_to_publish = "ar"
draft.save_revision().publish()
page = fresh(page)
facts |= {"public": page.public_languages, "url": page.url_in("ar"), "status": page.translation_status("ar")}
facts["texts"] = [page.title_fr, page.title_en, page.title_ar, str(page.body_fr), str(page.body_en)]

response = client.get(page.url_in("ar"))
facts["answer"] = response.status_code
facts["page"] = response.content.decode()
facts["wrong_language"] = client.get(page.url_in("fr").replace("/fr/", "/ar/")).headers.get("Location")
facts["french"] = client.get(page.url_in("fr")).status_code

page.slug_ar = "awda-tawiya"
page.save()
facts["renamed"] = client.get(facts["url"]).headers.get("Location")

admin = Client()
admin.force_login(make_user("arabic"), backend="django.contrib.auth.backends.ModelBackend")
facts["editor"] = admin.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

print("FACTS" + json.dumps(facts))
