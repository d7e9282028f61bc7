"""The same disputes under the names another office counts them by: one entry, many reports."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from disputes.enums.classification import Scheme
from disputes.models.dispute import Category


class SchemeKind(models.Model):
    """A kind of another scheme. The one that `is_rest` takes what no other kind is mapped to."""

    scheme = models.CharField(_("统计口径"), max_length=20, choices=Scheme)
    code = models.CharField(_("代码"), max_length=4)
    name = models.CharField(_("名称"), max_length=40)
    is_rest = models.BooleanField(_("归总其他"), default=False)

    class Meta:
        verbose_name = _("统计类别")
        verbose_name_plural = _("统计类别")
        ordering = ["scheme", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "code"],
                name="scheme_kind_once",
                violation_error_message=_("这个统计口径里已有同样代码的类别。"),
            ),
            models.UniqueConstraint(
                fields=["scheme"],
                name="scheme_one_rest",
                condition=Q(is_rest=True),
                violation_error_message=_("一个统计口径只有一个归总其他的类别。"),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def categories(self) -> list[str]:
        """The codes of the categories that count here."""
        return [code for code, kind in kinds_by_category(self.scheme).items() if kind.pk == self.pk]


class CategoryMap(models.Model):
    """Where a category counts in another scheme; a first-level one speaks for those below that say nothing."""

    scheme = models.CharField(_("统计口径"), max_length=20, choices=Scheme)
    category = models.ForeignKey(Category, models.CASCADE, related_name="mapped", verbose_name=_("纠纷类别"))
    kind = models.ForeignKey(SchemeKind, models.PROTECT, related_name="mapped", verbose_name=_("统计类别"))

    class Meta:
        verbose_name = _("类别对照")
        verbose_name_plural = _("类别对照")
        ordering = ["scheme", "category"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "category"],
                name="category_mapped_once",
                violation_error_message=_("同一类别在一个统计口径里只归一类。"),
            )
        ]

    def __str__(self):
        return f"{self.category} → {self.kind}"


def kinds_by_category(scheme: str) -> dict[str, SchemeKind]:
    """Every category with its kind: its own entry, else that of its first level, else the rest."""
    kinds = {kind.pk: kind for kind in SchemeKind.objects.filter(scheme=scheme)}
    said = dict(CategoryMap.objects.filter(scheme=scheme).values_list("category_id", "kind_id"))
    rest = next((kind.pk for kind in kinds.values() if kind.is_rest), None)
    found = {
        code: said.get(code, said.get(code[:2], rest))
        for code in Category.objects.values_list("pk", flat=True)
    }
    return {code: kinds[pk] for code, pk in found.items() if pk is not None}
