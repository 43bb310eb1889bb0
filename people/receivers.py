"""What happens when accounts, roles and profiles change."""

from collections.abc import Iterable
from typing import Any

from axes.signals import user_locked_out
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import m2m_changed, post_save, pre_save
from django.dispatch import receiver
from wagtail.users.models import UserProfile

from contacts.models import ContactIndexPage

from .audit import note, note_by_name
from .grants import Grants
from .roles import GRANTS, Role
from .sessions import end_sessions

STANDING = ("is_active", "is_superuser")
CHANGES = {"post_add", "post_remove", "post_clear"}


@receiver(pre_save, sender=UserProfile)
def greet_in_the_mission_language(instance: UserProfile, **kwargs: Any) -> None:
    """Give a new profile the admin's language: else mail would be written in the sender's."""
    if instance._state.adding and not instance.preferred_language:
        instance.preferred_language = settings.ADMIN_LANGUAGE


@receiver(m2m_changed, sender=get_user_model().groups.through)
def end_sessions_when_groups_change(instance: Any, action: str, reverse: bool, pk_set: Any, **kwargs: Any) -> None:
    """End the sessions of everybody whose groups change, from either side of the relation."""
    if action == "pre_clear" and reverse:
        instance._users_before_clearing = list(instance.user_set.all())
    if action not in CHANGES:
        return
    users: Iterable[Any] = [instance]
    if reverse:
        users = get_user_model().objects.filter(pk__in=pk_set or ())
        users = list(users) or getattr(instance, "_users_before_clearing", [])
    for user in users:
        role_changed(user)


@receiver(m2m_changed, sender=Group.permissions.through)
def end_sessions_when_permissions_change(instance: Any, action: str, reverse: bool, **kwargs: Any) -> None:
    """End the sessions of a group's people when the group may do more or less than before."""
    if action in CHANGES and not reverse:
        for user in instance.user_set.all():
            role_changed(user)


@receiver(m2m_changed, sender=get_user_model().user_permissions.through)
def end_sessions_when_own_permissions_change(instance: Any, action: str, reverse: bool, **kwargs: Any) -> None:
    """The same for permissions given to one person."""
    if action in CHANGES and not reverse:
        role_changed(instance)


@receiver(pre_save, sender=get_user_model())
def remember_standing(instance: Any, **kwargs: Any) -> None:
    """Remember what the account was, to compare after saving."""
    row = type(instance).objects.filter(pk=instance.pk).values(*STANDING).first() if instance.pk else None
    instance._standing_before = row


@receiver(post_save, sender=get_user_model())
def end_sessions_when_standing_changes(instance: Any, **kwargs: Any) -> None:
    """End the sessions of an account that is closed, or becomes or stops being all-powerful."""
    before = getattr(instance, "_standing_before", None)
    if before and any(before[name] != getattr(instance, name) for name in STANDING):
        role_changed(instance)


def role_changed(user: Any) -> None:
    """End a person's sessions and write it down."""
    note(user, "people.role_changed", sessions=end_sessions(user))


@receiver(user_locked_out)
def note_lock_out(username: str = "", **kwargs: Any) -> None:
    """Write a lock-out into the audit log."""
    note_by_name(username, "people.locked_out")


@receiver(user_logged_in)
def note_sign_in(user: Any, **kwargs: Any) -> None:
    """Write a sign-in into the audit log."""
    note(user, "people.signed_in", by=user)


@receiver(post_save, sender=ContactIndexPage)
def give_the_directory_to_its_keepers(
    instance: ContactIndexPage, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    """Give contact keepers the directory as soon as it exists."""
    group = Group.objects.filter(name=Role.CONTACT_KEEPER.value).first()
    if created and not raw and group is not None:
        from django.apps import apps

        Grants(apps).grant_pages(group, [instance], GRANTS[Role.CONTACT_KEEPER].pages)
