import datetime as dt

from django.db import models
from django.db.models import F, FilteredRelation, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.enums import AreaKind, Right
from governance.areas.spelling import spell
from governance.kernel.scope import ScopedQuerySet

CODE_LENGTH = 18


class AreaLevel(models.Model):
    """How many levels there are, what they are called and how long their codes are: data, not code."""

    key = models.SlugField(_("键"), max_length=20, primary_key=True)
    name = models.CharField(_("名称"), max_length=20)
    depth = models.PositiveSmallIntegerField(_("层次"), unique=True)
    code_width = models.PositiveSmallIntegerField(_("代码位数"), unique=True)

    class Meta:
        verbose_name = _("区划层级")
        verbose_name_plural = _("区划层级")
        ordering = ["depth"]
        constraints = [
            models.CheckConstraint(
                name="areas_level_width_fits",
                condition=Q(code_width__gte=1, code_width__lte=CODE_LENGTH),
                violation_error_message=_("代码位数应在 1 到 18 之间。"),
            )
        ]

    def __str__(self):
        return self.name

    def below(self) -> "AreaLevel | None":
        return AreaLevel.objects.filter(depth__gt=self.depth).order_by("depth").first()


class AreaQuerySet(ScopedQuerySet):
    AREA_FIELD = "code"
    VIEW_RIGHT = Right.VIEW

    def open(self):
        return self.filter(closed_on__isnull=True)

    def open_on(self, day: dt.date):
        return self.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=day), opened_on__lte=day)

    def as_of(self, day: dt.date):
        """Areas of that day; `code_then` and `name_then` read as they did on it."""
        return self.open_on(day).annotate(
            _code=FilteredRelation("codes", condition=Q(codes__valid__contains=day)),
            _name=FilteredRelation("names", condition=Q(names__valid__contains=day)),
            code_then=F("_code__code"),
            name_then=F("_name__name"),
        )

    def for_list(self):
        return self.select_related("level").annotate(
            level_name=F("level__name"), successor_code=F("successor__code")
        )

    def at_level(self, key: str):
        return self.filter(level_id=key)

    def children_of(self, area: "Area"):
        """Open children today. For another day see `children_on`."""
        return self.open().within(area.code).filter(level__depth=area.level.depth + 1)

    def children_on(self, area: "Area", day: dt.date):
        return self.as_of(day).filter(parents__parent=area, parents__valid__contains=day)

    def search(self, text: str):
        """By part of the name or pinyin, by initials (`jfq`), or by code, also one no longer in use."""
        text = "".join(text.split())
        if text.isdigit():
            once = self.model.objects.filter(codes__code__startswith=text).values("pk")
            return self.filter(Q(code__startswith=text) | Q(pk__in=once) | Q(name__contains=text))
        spelt = text.lower()
        return self.filter(Q(name__contains=text) | Q(pinyin__contains=spelt) | Q(initials__startswith=spelt))


def _parent_once(label) -> models.ForeignKey:
    return models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=label,
        editable=False,
        db_index=False,
    )


class Area(models.Model):
    """One area through all its names, codes and parents.

    `code` is the present code, and the path: an area lies in another when its code starts with the other's.
    `closed_on` is the first day on which the area no longer exists. A code is never given twice.
    """

    code = models.CharField(_("代码"), max_length=CODE_LENGTH, db_collation="C")
    name = models.CharField(_("名称"), max_length=80)
    level = models.ForeignKey(AreaLevel, on_delete=models.PROTECT, related_name="+", verbose_name=_("层级"))
    kind = models.CharField(_("类别"), max_length=20, choices=AreaKind, blank=True)
    pinyin = models.CharField(_("拼音"), max_length=400, blank=True, editable=False)
    initials = models.CharField(_("拼音首字母"), max_length=80, blank=True, editable=False)
    opened_on = models.DateField(_("设立日期"))
    closed_on = models.DateField(_("撤销日期"), null=True, blank=True)
    successor = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name=_("承接区划"),
        help_text=_("撤销后由谁接管其名下的事项"),
    )
    # Its first and last parent, also where another move of the same day left no trace of them in `AreaParent`.
    opened_under = _parent_once(_("设立时的上级"))
    closed_under = _parent_once(_("撤销时的上级"))

    objects = AreaQuerySet.as_manager()

    class Meta:
        verbose_name = _("区划")
        verbose_name_plural = _("区划")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["code"],
                name="areas_area_code_once",
                violation_error_message=_("这个代码已有区划使用。"),
            ),
            models.CheckConstraint(
                name="areas_area_code_digits",
                condition=Q(code__regex=r"^[0-9]+$"),
                violation_error_message=_("区划代码只能是数字。"),
            ),
            models.CheckConstraint(
                name="areas_area_closed_after_opened",
                condition=Q(closed_on__isnull=True) | Q(closed_on__gt=F("opened_on")),
                violation_error_message=_("撤销日期须晚于设立日期。"),
            ),
            models.CheckConstraint(
                name="areas_area_successor_when_closed",
                condition=Q(successor__isnull=True) | Q(closed_on__isnull=False),
                violation_error_message=_("只有已撤销的区划才有承接区划。"),
            ),
        ]
        indexes = [
            models.Index(fields=["level", "code"], name="areas_area_level_code"),
            models.Index(fields=["pinyin"], name="areas_area_pinyin"),
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.pinyin, self.initials = spell(self.name)
        super().save(*args, **kwargs)

    @property
    def area_code(self) -> str:
        """Lets an area stand wherever the code of a row's area is asked for."""
        return self.code

    @property
    def is_open(self) -> bool:
        return self.closed_on is None

    @property
    def keeper(self) -> "Area":
        """Who looks after what belongs to this area today: itself, or its successor."""
        return self.successor if self.successor_id else self

    def was_open(self, day: dt.date) -> bool:
        return self.opened_on <= day and (self.closed_on is None or day < self.closed_on)

    def parent_on(self, day: dt.date) -> "Area | None":
        link = self.parents.filter(valid__contains=day).select_related("parent").first()
        return link and link.parent

    def ancestors(self, *, on: dt.date) -> AreaQuerySet:
        """Proper ancestors on that day, the highest first."""
        return (
            Area.objects.as_of(on)
            .filter(below__descendant=self, below__valid__contains=on, below__depth__gt=0)
            .order_by("-below__depth")
        )

    def descendants(self, *, on: dt.date, include_self: bool = False) -> AreaQuerySet:
        return (
            Area.objects.as_of(on)
            .filter(
                above__ancestor=self, above__valid__contains=on, above__depth__gte=0 if include_self else 1
            )
            .order_by("above__depth", "code_then")
        )
