"""The contact file of a card."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header

from languages.slugs import suggest
from pages.models import OrganisationSettings

from .models import ContactPage
from .vcard import VERSIONS, vcard


def contact_vcard(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer with the vCard of a published card, 3.0 unless `?version=4.0` is asked for; 404 for anything else."""
    version = request.GET.get("version", VERSIONS[0])
    if version not in VERSIONS:
        raise Http404
    page = get_object_or_404(ContactPage.objects.published(), pk=pk)
    card = page.card
    text = vcard(
        card,
        version,
        organisation=OrganisationSettings.load().name or "",
        address=page.get_full_url(request) or "",
        revised=f"{page.last_published_at or page.latest_revision_created_at:%Y%m%dT%H%M%SZ}",
    )
    response = HttpResponse(text, content_type="text/vcard; charset=utf-8")
    name = f"{suggest(card.name) or 'contact'}.vcf"
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    response.headers["X-Robots-Tag"] = "noindex"
    return response
