"""The groups that the migration makes, and what each may do to pages."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.models import Workflow, WorkflowPage
from wagtail.snippets.models import get_snippet_models

from contacts.models import ContactIndexPage, ContactPage
from news.models import NewsIndexPage
from people.grants import Grants
from people.roles import GRANTS, Role

ACTIONS = ("can_add_subpage", "can_edit", "can_delete", "can_publish", "can_publish_subpage", "can_unlock")


def allowed(user, page) -> set[str]:
    """The actions of ACTIONS that a user may do to a page."""
    tester = page.permissions_for_user(user)
    return {action for action in ACTIONS if getattr(tester, action)()}


@pytest.fixture
def directory(home):
    """The directory of contacts with one card, made by somebody else."""
    index = home.add_child(instance=ContactIndexPage(title="Contacts"))
    index.add_child(instance=ContactPage(title="Porte-parole"))
    return index


def test_only_the_groups_of_the_site_exist(db):
    assert set(Group.objects.values_list("name", flat=True)) == {role.value for role in Role}


def test_making_the_groups_again_changes_nothing(db):
    before = {group.name: set(group.permissions.values_list("pk", flat=True)) for group in Group.objects.all()}
    Grants(apps).write()
    assert {group.name: set(group.permissions.values_list("pk", flat=True)) for group in Group.objects.all()} == before
    assert Workflow.objects.count() == WorkflowPage.objects.count() == 1


def test_an_officer_writes_but_does_not_publish(person, home):
    assert allowed(person(Role.OFFICER), home) == {"can_add_subpage", "can_edit"}


def test_a_publisher_publishes(person, home):
    page = home.add_child(instance=NewsIndexPage(title="Actualités"))
    assert {"can_edit", "can_publish", "can_delete"} <= allowed(person(Role.PUBLISHER), page)


def test_a_contact_keeper_keeps_the_directory_and_nothing_else(person, home, directory):
    keeper = person(Role.CONTACT_KEEPER)
    assert allowed(keeper, home) == set()
    assert {"can_add_subpage", "can_edit", "can_publish_subpage"} <= allowed(keeper, directory)
    assert {"can_edit", "can_publish"} <= allowed(keeper, directory.get_first_child().specific)


def test_an_administrator_may_do_everything_to_pages(person, directory):
    assert allowed(person(Role.ADMINISTRATOR), directory) == set(ACTIONS)


def test_whatever_is_edited_in_the_admin_belongs_to_somebody(db):
    edited = {*get_snippet_models(), *settings_registry}
    granted = set(GRANTS[Role.ADMINISTRATOR].models)
    assert {model._meta.label_lower for model in edited} <= granted


def test_permissions_of_the_groups_are_those_django_knows(db):
    """A misspelt action would make a permission that no view asks for."""
    from django.contrib.auth.management import _get_all_permissions

    known = {
        (model._meta.label_lower, codename)
        for model in apps.get_models()
        for codename, _name in _get_all_permissions(model._meta)
    }
    for role, grant in GRANTS.items():
        for model, actions in grant.models.items():
            for action in actions:
                assert (model, f"{action}_{model.split('.')[1]}") in known, role


def test_every_submission_is_read_by_the_publishers(home):
    workflow = home.get_workflow()
    task = workflow.tasks[0].specific
    assert [group.name for group in task.groups.all()] == [Role.PUBLISHER.value]
