import hashlib
from datetime import timedelta
from functools import cache

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.kernel.days import today
from governance.people.enums import Right
from governance.people.models.people import PostHolding, User
from governance.people.models.seats import SEATS, Seat


class ApiTokenQuerySet(models.QuerySet):
    def presented(self, secret: str) -> "ApiToken | None":
        """The key of a secret, live or not, with its owner and the owner's seats; None when nobody was given it.

        Every call reads it: the statement is written once, for writing it takes the ORM longer than all the rest.
        """
        names = [field.attname for field in self.model._meta.concrete_fields]
        for user in User.objects.raw(_presented(), [today(), self.model.digest_of(secret)]):
            token = self.model.from_db(self.db, names, [getattr(user, f"key_{name}") for name in names])
            user.seats = [Seat(**seat) for seat in user.seats_held]
            token.user = user
            return token
        return None

    def for_user(self, user):
        """One's own keys, and those of everybody who sits where one manages posts."""
        if not user.is_authenticated:
            return self.none()
        managed = PostHolding.objects.live_on(today()).reached_by(user.reaches(Right.MANAGE), user)
        return self.filter(models.Q(user=user) | models.Q(user__in=managed.values("user")))

    def for_list(self):
        """With the columns of a list: the owner, and the calls of seven days and of all that is kept."""
        week = models.Q(uses__day__gt=today() - timedelta(days=7))
        return self.annotate(
            owner_name=models.F("user__name"),
            calls_of_week=Coalesce(models.Sum("uses__calls", filter=week), 0),
            errors_of_week=Coalesce(models.Sum("uses__errors", filter=week), 0),
            limited_of_week=Coalesce(models.Sum("uses__limited", filter=week), 0),
            calls_kept=Coalesce(models.Sum("uses__calls"), 0),
        )


class ApiToken(models.Model):
    """A key of an interface client: kept as a hash, narrowed to rights, dead after its date."""

    user = models.ForeignKey(User, models.CASCADE, verbose_name=_("所有人"), related_name="tokens")
    name = models.CharField(_("用途"), max_length=80)
    digest = models.CharField(_("摘要"), max_length=64, unique=True, editable=False)
    hint = models.CharField(_("开头几位"), max_length=12, editable=False)
    rights = ArrayField(models.CharField(max_length=60), verbose_name=_("权限"), default=list)
    created_at = models.DateTimeField(_("建立时间"), auto_now_add=True)
    expires_at = models.DateTimeField(_("到期时间"))
    last_used_on = models.DateField(_("最近使用"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("撤销时间"), null=True, blank=True)

    objects = ApiTokenQuerySet.as_manager()

    class Meta:
        verbose_name = _("接口密钥")
        verbose_name_plural = _("接口密钥")

    def __str__(self):
        return f"{self.name} ({self.hint}…)"

    @staticmethod
    def digest_of(secret: str) -> str:
        """The hash a secret is found by. The secret is random and long, so a plain hash is enough."""
        return hashlib.sha256(secret.encode()).hexdigest()

    @property
    def is_live(self) -> bool:
        return self.revoked_at is None and self.expires_at > timezone.now()


@cache
def _presented() -> str:
    """A key, its owner and the owner's seats in one row."""
    key = ", ".join(f"t.{field.column} as key_{field.attname}" for field in ApiToken._meta.concrete_fields)
    owner = "people_apitoken t join people_user u on u.id = t.user_id"
    seats = f"select coalesce(json_agg(s), '[]') from ({SEATS.format(user='t.user_id')}) s"  # noqa: S608 - our own words
    return f"select u.*, {key}, ({seats}) as seats_held from {owner} where t.digest = %s"  # noqa: S608 - columns of the model
