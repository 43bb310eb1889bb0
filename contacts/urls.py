"""Addresses of the room, below the language."""

from django.urls import path

from .views import contact_vcard

urlpatterns = [path("contact/<int:pk>.vcf", contact_vcard, name="contact_vcard")]
