"""Writes the table of roles into the database: groups, permissions, the workflow. For migrations; may run again."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from .roles import FILES, GRANTS, Grant, Role

SITE_ROOT_DEPTH = 2
WORKFLOW = "Publication"
TASK = "Relecture et publication"
# Wagtail's own groups and workflow, which nobody here has a use for.
STRANGERS = {"auth.Group": ("Moderators", "Editors"), "wagtailcore.Workflow": ("Moderators approval",)}


class Grants:
    """Makes what the table says, with the models of a moment in history (`apps` of a migration)."""

    def __init__(self, apps: Any) -> None:
        self.model = apps.get_model
        label, name = settings.WAGTAIL_PAGE_MODEL.split(".")
        self.page_model, self.page_type = self.model(label, name), f"{label}.{name.lower()}"

    def write(self) -> None:
        """Make or mend all groups and the workflow."""
        for role, grant in GRANTS.items():
            group, _made = self.model("auth.Group").objects.get_or_create(name=role.value)
            group.permissions.set(list(self.model_permissions(grant)))
            self.grant_files(group, grant)
            if not grant.is_directory_only:
                self.grant_pages(group, self.page_model.objects.filter(depth=SITE_ROOT_DEPTH), grant.pages)
        self.make_workflow()
        self.remove_strangers()

    def permission(self, model: str, action: str) -> Any:
        """Return a permission; Django makes them only after all migrations, so make it as Django would."""
        label, name = model.split(".")
        content_type, _made = self.model("contenttypes.ContentType").objects.get_or_create(app_label=label, model=name)
        found, _made = self.model("auth.Permission").objects.get_or_create(
            content_type=content_type, codename=f"{action}_{name}", defaults={"name": f"Can {action} {name}"}
        )
        return found

    def model_permissions(self, grant: Grant) -> Iterable[Any]:
        """Return access to the admin and the permissions on models."""
        types = self.model("contenttypes.ContentType").objects
        admin, _made = types.get_or_create(app_label="wagtailadmin", model="admin")
        access, _made = self.model("auth.Permission").objects.get_or_create(
            content_type=admin, codename="access_admin", defaults={"name": "Can access Wagtail admin"}
        )
        yield access
        for model, actions in grant.models.items():
            yield from (self.permission(model, action) for action in actions)

    def grant_files(self, group: Any, grant: Grant) -> None:
        """Grant pictures, documents and collections on the root collection."""
        root = self.model("wagtailcore.Collection").objects.get(depth=1)
        wanted = [self.permission(model, action) for model in FILES for action in grant.files]
        wanted += [self.permission("wagtailcore.collection", action) for action in grant.collections]
        rows = self.model("wagtailcore.GroupCollectionPermission").objects
        for permission in wanted:
            rows.get_or_create(group=group, collection=root, permission=permission)

    def grant_pages(self, group: Any, pages: Iterable[Any], actions: Iterable[str]) -> None:
        """Grant actions on pages and what is below them."""
        rows = self.model("wagtailcore.GroupPagePermission").objects
        for page in pages:
            for action in actions:
                rows.get_or_create(group=group, page_id=page.pk, permission=self.permission(self.page_type, action))

    def make_workflow(self) -> None:
        """Have everything that is submitted on the site read by the publishers."""
        publishers = self.model("auth.Group").objects.get(name=Role.PUBLISHER.value)
        types = self.model("contenttypes.ContentType").objects
        kind, _made = types.get_or_create(app_label="wagtailcore", model="groupapprovaltask")
        task, _made = self.model("wagtailcore.GroupApprovalTask").objects.get_or_create(
            name=TASK, defaults={"content_type": kind, "active": True}
        )
        task.groups.set([publishers])
        workflow, _made = self.model("wagtailcore.Workflow").objects.get_or_create(
            name=WORKFLOW, defaults={"active": True}
        )
        self.model("wagtailcore.WorkflowTask").objects.get_or_create(
            workflow=workflow, task_id=task.pk, defaults={"sort_order": 0}
        )
        for page in self.page_model.objects.filter(depth=SITE_ROOT_DEPTH):
            assigned = self.model("wagtailcore.WorkflowPage").objects
            assigned.update_or_create(page_id=page.pk, defaults={"workflow": workflow})

    def remove_strangers(self) -> None:
        """Remove the groups and the workflow that Wagtail's migrations made."""
        tasks = self.model("wagtailcore.GroupApprovalTask").objects.filter(name__in=STRANGERS["wagtailcore.Workflow"])
        for model, names in STRANGERS.items():
            self.model(model).objects.filter(name__in=names).delete()
        self.model("wagtailcore.Task").objects.filter(pk__in=list(tasks.values_list("pk", flat=True))).delete()
