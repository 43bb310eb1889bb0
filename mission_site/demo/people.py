"""Makes the demo's accounts, one per role."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.users.models import UserProfile

from languages import registry

from .accounts import ACCOUNTS, PASSWORD

ADDRESS = "example.org"


def make_accounts() -> None:
    """Create the accounts that are missing; existing ones keep their password."""
    User = get_user_model()
    for account in ACCOUNTS:
        user, is_new = User.objects.get_or_create(
            username=account.username,
            defaults={
                "first_name": account.first_name,
                "last_name": account.last_name,
                "email": f"{account.username}@{ADDRESS}",
                "is_superuser": not account.group,
                "is_staff": True,
            },
        )
        if not is_new:
            continue
        user.set_password(PASSWORD)
        user.save()
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = registry.default()
        profile.save()
        if account.group:
            user.groups.add(Group.objects.get(name=account.group))
