from django.db import transaction
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import move
from governance.kernel.scope import demand
from governance.kernel.wording import plain
from governance.party.enums import Right
from governance.party.models import Wish
from governance.party.models.wishes import CLAIMANTS


def post_wish(area: Area, *, by, text: str, contact: str = "", phone: str = "") -> Wish:
    """Post a wish for a household; who asks is sealed at once."""
    demand(by, Right.BUILD, area.code)
    wish = Wish(text=plain(text))
    wish.seal_value("contact", plain(contact))
    wish.seal_value("phone", phone.strip())
    with transaction.atomic():
        wish.place_in(area)
        wish.full_clean(exclude=["area_code"])
        wish.save()
        record("party.post_wish", by=by, subject=wish)
        return wish


def claim_wish(wish: Wish, *, by, **claimant) -> None:
    """Let one partner or team take a wish on."""
    _demand_live(claimant)
    changes = {name: claimant.get(name) for name in CLAIMANTS} | {"claimed_on": today()}
    _step(wish, "claim", by=by, **changes)


def release_wish(wish: Wish, *, by, note: str) -> None:
    """Whoever took it on cannot do it: it is open again."""
    empty = dict.fromkeys((*CLAIMANTS, "claimed_on"))
    _step(wish, "release", by=by, note=note, **empty)


def fulfil_wish(wish: Wish, *, by, result: str) -> None:
    _step(wish, "fulfil", by=by, result=plain(result), done_on=today())


def thank_wish(wish: Wish, *, by, thanks: str) -> None:
    """The household said thanks; that closes the wish."""
    _step(wish, "thank", by=by, thanks=plain(thanks))


def withdraw_wish(wish: Wish, *, by, note: str) -> None:
    _step(wish, "withdraw", by=by, note=note, closing_note=plain(note), withdrawn_on=today())


def _step(wish: Wish, step: str, *, by, note: str = "", **changes) -> None:
    for name, value in changes.items():
        setattr(wish, name, value)
    move(wish, step, by=by, note=plain(note), changes=changes)


def _demand_live(claimant: dict) -> None:
    for found in claimant.values():
        if found and found.ended_on is not None:
            raise Refused(
                "already_ended",
                _("「{}」已于 {} 结束，请另选认领的单位或队伍。").format(found, found.ended_on),
            )
