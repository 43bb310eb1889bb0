"""People of every role, and what they do in the admin."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from people.roles import Role

PASSWORD = "a-long-enough-password-7"


@pytest.fixture
def person(db) -> Callable[..., Any]:
    """Make an account: person(Role.OFFICER), person(Role.PUBLISHER, "claire", language="en")."""

    def make(role: Role | None = None, name: str = "", language: str = "", **fields: Any) -> Any:
        from wagtail.users.models import UserProfile

        name = name or (role.name.lower() if role else "stranger")
        user = get_user_model().objects.create_user(name, f"{name}@example.org", PASSWORD, **fields)
        if role:
            user.groups.add(Group.objects.get(name=role.value))
        profile = UserProfile.get_for_user(user)
        if language:
            profile.preferred_language = language
            profile.save()
        return user

    return make


@pytest.fixture
def home(db) -> Any:
    """The front page."""
    from home.models import HomePage

    return HomePage.objects.get()
