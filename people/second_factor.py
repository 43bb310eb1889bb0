"""The second factor of those who publish: a code of six digits from an app on their telephone (RFC 6238)."""

from collections.abc import Callable
from typing import Any

import segno
from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import Resolver404, resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_otp import login as remember_device
from django_otp.plugins.otp_totp.models import TOTPDevice

from .audit import note
from .roles import Role

ROLES = (Role.PUBLISHER, Role.ADMINISTRATOR)
OPEN = {
    "second_factor",
    "wagtailadmin_login",
    "wagtailadmin_logout",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_sprite",
}


def is_needed(user: Any) -> bool:
    """Whether an account may publish or give rights, and the installation asks such accounts for a second factor."""
    if not settings.SECOND_FACTOR or not user.is_authenticated:
        return False
    return user.is_superuser or user.groups.filter(name__in=[role.value for role in ROLES]).exists()


class SecondFactor:
    """Leads to the question for a code before the first page of the admin; stands after OTPMiddleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.start = reverse("wagtailadmin_home")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not settings.SECOND_FACTOR or not request.path.startswith(self.start) or is_open(request):
            return self.get_response(request)
        user: Any = request.user
        if user.is_authenticated and not user.is_verified() and is_needed(user):
            return redirect(f"{reverse('second_factor')}?next={request.path}")
        return self.get_response(request)


def is_open(request: HttpRequest) -> bool:
    """Whether an address of the admin is needed to get in or out."""
    try:
        return resolve(request.path_info).view_name in OPEN
    except Resolver404:
        return True


class CodeForm(forms.Form):
    """Takes the code; django-otp makes whoever guesses wait longer each time."""

    code = forms.CharField(
        label=gettext_lazy("Code of six digits"),
        max_length=10,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "autofocus": True}),
    )

    def __init__(self, device: TOTPDevice, *args: Any) -> None:
        super().__init__(*args)
        self.device = device

    def clean_code(self) -> str:
        """Refuse a wrong code, and any code while the wait lasts."""
        code = "".join(self.cleaned_data["code"].split())
        allowed, _reason = self.device.verify_is_allowed()
        if not allowed:
            raise forms.ValidationError(_("Too many wrong codes: wait a little, then take the newest code."))
        if not code.isdecimal() or not self.device.verify_token(code):
            raise forms.ValidationError(_("This code is wrong or too old. Take the one that is shown now."))
        return code


def device_of(user: Any) -> TOTPDevice:
    """Return the person's device; one to be set up when there is none."""
    devices = TOTPDevice.objects.filter(user=user)
    device = devices.filter(confirmed=True).first() or devices.first()
    return device or TOTPDevice.objects.create(user=user, name=settings.WAGTAIL_SITE_NAME, confirmed=False)


def second_factor(request: HttpRequest) -> HttpResponse:
    """Ask for the code; the first time, show the picture that an authenticator app reads."""
    device = device_of(request.user)
    target = request.GET.get("next", "")
    form = CodeForm(device, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if not device.confirmed:
            device.confirmed = True
            device.save(update_fields=["confirmed"])
            note(request.user, "people.second_factor", by=request.user)
        remember_device(request, device)
        is_ours = url_has_allowed_host_and_scheme(target, allowed_hosts=None)
        return redirect(target if is_ours else reverse("wagtailadmin_home"))
    context = {
        "form": form,
        "picture": "" if device.confirmed else picture_of(device),
        "secret": "" if device.confirmed else secret_of(device),
    }
    return TemplateResponse(request, "people/second_factor.html", context, headers={"Cache-Control": "no-store"})


def picture_of(device: TOTPDevice) -> SafeString:
    """Return the QR code of the device's address as an inline SVG element."""
    picture = segno.make(device.config_url, error="m").svg_inline(scale=5, border=4)
    return mark_safe(picture)  # noqa: S308  # drawn here: squares only, no text of anybody


def secret_of(device: TOTPDevice) -> str:
    """Return the secret as an app takes it by hand (RFC 4648, base 32), in groups of four."""
    from base64 import b32encode

    text = b32encode(device.bin_key).decode().rstrip("=")
    return " ".join(text[place : place + 4] for place in range(0, len(text), 4))
