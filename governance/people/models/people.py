from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from governance.areas.models import Area, AreaBound
from governance.kernel.days import today
from governance.kernel.masking import mask_phone
from governance.kernel.scope import Reach, ScopedQuerySet
from governance.kernel.sealing import BlindIndexField, Sealed, SealedField
from governance.people.enums import ReachWidth, Right, SessionClass
from governance.people.models.seats import Seat, seats_of


class UserManager(BaseUserManager):
    def create_user(self, username: str, password: str | None = None, **fields) -> "User":
        user = self.model(username=self.model.normalize_username(username), **fields)
        user.set_password(password)
        user.save()
        return user

    def create_superuser(self, username: str, password: str, **fields) -> "User":
        """A staff account for the first log-in. It owns nothing and sees nothing until it is given a post."""
        return self.create_user(username, password, is_staff=True, **fields)


class User(AbstractBaseUser, Sealed):
    """A person (or an interface client) who logs in. Rights come from posts alone."""

    SEALED = {"phone": mask_phone}
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["name"]

    username = models.CharField(
        _("账号"),
        max_length=40,
        unique=True,
        error_messages={"unique": _("这个账号已经有人用了，请换一个。")},
    )
    name = models.CharField(_("姓名"), max_length=40)
    phone_sealed = SealedField(_("电话"))
    phone_masked = models.CharField(_("电话"), max_length=20, blank=True, editable=False)
    phone_index = BlindIndexField()
    is_active = models.BooleanField(_("可登录"), default=True)
    is_staff = models.BooleanField(_("可进后台"), default=False)
    must_change_password = models.BooleanField(_("下次登录须改密码"), default=False)
    created_at = models.DateTimeField(_("建立时间"), auto_now_add=True)

    objects = UserManager()

    class Meta:
        verbose_name = _("人员")
        verbose_name_plural = _("人员")

    def __str__(self):
        return self.name or self.username

    # The rights of an API token narrow those of its owner; None leaves them whole.
    token_rights: frozenset[str] | None = None

    @cached_property
    def seats(self) -> list[Seat]:
        """The seats held today and what they allow: one query a request."""
        return seats_of(self.pk, today())

    @cached_property
    def live_holdings(self) -> list["PostHolding"]:
        """The holdings in force today with posts, roles and areas, for who needs more of them than `seats` say."""
        return list(
            PostHolding.objects.live_on(today())
            .filter(user=self)
            .select_related("post__role", "post__area", "area")
            .order_by("pk")
        )

    def forget_posts(self) -> None:
        """Read the posts anew: after a verb changed them within this request."""
        for kept in ("seats", "live_holdings", "_known_reaches"):
            self.__dict__.pop(kept, None)

    def reaches(self, right: str) -> list[Reach]:
        """How far the live posts reach for a right; empty when none carries it or the token does not."""
        if not self.is_active or (self.token_rights is not None and right not in self.token_rights):
            return []
        known = self._known_reaches
        if right not in known:
            known[right] = self._reaches_of_posts(right)
        return known[right]

    @cached_property
    def _known_reaches(self) -> dict[str, list[Reach]]:
        return {}

    def _reaches_of_posts(self, right: str) -> list[Reach]:
        return [Reach(seat.area_code, seat.reach) for seat in self.seats if right in seat.rights]

    def may(self, right: str, area_code: str | None = None) -> bool:
        """Whether a live post carries the right, at `area_code` when given, anywhere otherwise."""
        found = self.reaches(right)
        return bool(found) if area_code is None else any(reach.covers(area_code) for reach in found)

    def seats_with(self, right: str) -> list[Seat]:
        """The seats in which the person may use a right."""
        return [seat for seat in self.seats if self.may(right, seat.area_code)]

    def areas_with(self, right: str) -> list[Area]:
        """The areas of the seats in which the person may use a right, by code."""
        seats = [seat for seat in self.live_holdings if self.may(right, seat.area_code)]
        found = {seat.area.code: seat.area for seat in seats}
        return [found[code] for code in sorted(found)]

    @property
    def post_label(self) -> str:
        """The first live post in words, for the trail."""
        return next((str(seat) for seat in self.seats), "")

    @property
    def session_class(self) -> str:
        classes = {seat.session_class for seat in self.seats}
        return SessionClass.PHONE if classes == {SessionClass.PHONE} else SessionClass.DESK

    def has_perm(self, perm: str, obj=None) -> bool:
        """The staff look-ups: whoever manages people may read them, nobody edits there."""
        return (
            self.is_active
            and self.is_staff
            and perm.rsplit(".", 1)[-1].startswith("view_")
            and self.may(Right.MANAGE)
        )

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_active and self.is_staff and self.may(Right.MANAGE)


class Role(models.Model):
    """What a kind of post may do: named rights and how far they reach. Roles are data."""

    code = models.SlugField(_("代码"), max_length=40, unique=True)
    name = models.CharField(_("名称"), max_length=40)
    level = models.CharField(_("所在层级"), max_length=20)
    rights = ArrayField(models.CharField(max_length=60), verbose_name=_("权限"), default=list, blank=True)
    reach = models.CharField(_("范围"), max_length=10, choices=ReachWidth, default=ReachWidth.SUBTREE)
    session_class = models.CharField(
        _("登录方式"), max_length=10, choices=SessionClass, default=SessionClass.DESK
    )
    exclusive_group = models.CharField(_("互斥组"), max_length=20, blank=True)
    home = models.CharField(_("首页"), max_length=60, blank=True)
    position = models.PositiveSmallIntegerField(_("次序"), default=0)

    class Meta:
        verbose_name = _("角色")
        verbose_name_plural = _("角色")
        ordering = ["position", "code"]

    def __str__(self):
        return self.name


class PostQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def open_on(self, day):
        """Posts that exist on a day."""
        return self.filter(opened_on__lte=day).exclude(closed_on__lte=day)

    def vacant_on(self, day):
        """Posts that exist on a day and that nobody holds as their own."""
        held = PostHolding.objects.live_on(day).filter(post=models.OuterRef("pk"), is_cover=False)
        return self.open_on(day).filter(~models.Exists(held))

    def for_list(self):
        return self.select_related("role", "area")


class Post(AreaBound):
    """A seat: a role in an area, whoever sits in it. Cases and duties belong to the seat."""

    STAYS_WITH_AREA = True

    role = models.ForeignKey(Role, models.PROTECT, verbose_name=_("角色"), related_name="posts")
    title = models.CharField(_("岗位名称"), max_length=60, blank=True)
    opened_on = models.DateField(_("设立日期"), default=today)
    closed_on = models.DateField(_("撤销日期"), null=True, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("岗位")
        verbose_name_plural = _("岗位")
        indexes = [models.Index(fields=["area_code", "opened_on"], name="post_area")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closed_on__isnull=True) | models.Q(closed_on__gt=models.F("opened_on")),
                name="post_closes_after_opening",
                violation_error_message=_("撤销日期要晚于设立日期。"),
            )
        ]

    def __str__(self):
        return f"{self.area.name} {self.title or self.role.name}"


class PostHoldingQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def live_on(self, day):
        """Holdings in force on a day."""
        return self.filter(valid__contains=day)


class PostHolding(AreaBound):
    """A person in a seat for a time. A cover (代管) stands in while the seat has no holder of its own."""

    STAYS_WITH_AREA = True

    post = models.ForeignKey(Post, models.PROTECT, verbose_name=_("岗位"), related_name="holdings")
    user = models.ForeignKey(User, models.PROTECT, verbose_name=_("人员"), related_name="holdings")
    valid = DateRangeField(_("任职期间"))
    is_cover = models.BooleanField(_("代管"), default=False)
    note = models.CharField(_("说明"), max_length=200, blank=True)

    objects = PostHoldingQuerySet.as_manager()

    class Meta:
        verbose_name = _("任职")
        verbose_name_plural = _("任职")
        indexes = [
            models.Index(fields=["user"], name="holding_user"),
            models.Index(fields=["area_code"], name="holding_area"),
        ]
        constraints = [
            ExclusionConstraint(
                name="post_has_one_holder",
                expressions=[("post", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
                condition=models.Q(is_cover=False),
                violation_error_message=_("这个岗位在此期间已有人任职，请先结束原任职，或改为代管。"),
            ),
            ExclusionConstraint(
                name="person_holds_post_once",
                expressions=[
                    ("post", RangeOperators.EQUAL),
                    ("user", RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("此人在此期间已任这个岗位。"),
            ),
            models.CheckConstraint(
                condition=models.Q(valid__isempty=False) & models.Q(valid__startswith__isnull=False),
                name="holding_begins_and_lasts",
                violation_error_message=_("任职要有开始日期，且结束日期晚于开始日期。"),
            ),
        ]

    def __str__(self):
        return f"{self.user} · {self.post}"
