"""Mediation centres at four levels and who came to them: three counters that are not the same."""

from datetime import date, timedelta

from demo import words
from demo.chance import Wheel, at, chance
from demo.city import CITY, XIXIA, City
from demo.copying import Ids, copy_rows
from disputes.enums.centres import Channel, Disposal
from disputes.models import Matter, MediationCentre, Reception
from governance.kernel.masking import mask_name

MODEL_CENTRES = 10
XIXIA_RECEPTIONS, XIXIA_MATTERS, XIXIA_DAYS = 19_325, 12_723, 1090
OTHER_RECEPTIONS, OTHER_MATTERS = 2_600, 1_800
OPENED = date(2023, 4, 18)
KEYS = {4: "city", 6: "county", 9: "township", 12: "community"}
RECEPTION = [
    "id", "area_id", "area_code", "centre_id", "received_at", "received_on", "channel", "visitor_masked",
    "people_count", "received_by_id",
]  # fmt: skip


DISPOSED = ["disposal", "answer", "handed_to"]
DISPOSALS = Wheel(
    {
        (Disposal.ANSWERED, "已登记并告知办理途径", ""): 62,
        (Disposal.DISPUTE, "", ""): 18,
        (Disposal.DEPARTMENT, "", "住房和城乡建设局"): 6,
        (Disposal.DEPARTMENT, "", "人力资源和社会保障局"): 5,
        (Disposal.PETITION, "", "信访局"): 4,
        (Disposal.HOTLINE, "", "12345 热线"): 5,
    }
)


def make_centres(city: City) -> None:
    """A centre in every area down to the community; three years of receptions in Xixia, one elsewhere."""
    dice = chance("centres")
    codes = list(city.areas)
    models = set(dice.sample([code for code in codes if len(code) in (6, 9)], MODEL_CENTRES))
    centres = MediationCentre.objects.bulk_create(
        MediationCentre(
            area_id=city.areas[code],
            area_code=code,
            name=f"{city.names[code]}综治中心",
            level_id=KEYS[len(code)],
            is_model=code in models,
            opened_on=OPENED if code == CITY else OPENED - timedelta(days=200),
        )
        for code in codes
    )
    by_code = {centre.area_code: centre.pk for centre in centres}
    for county in [code for code in codes if len(code) == 6]:
        _receive(city, county, by_code[county], dice)


def _receive(city: City, county: str, centre: int, dice) -> None:
    is_xixia = county == XIXIA
    receptions, matters = (XIXIA_RECEPTIONS, XIXIA_MATTERS) if is_xixia else (OTHER_RECEPTIONS, OTHER_MATTERS)
    span = XIXIA_DAYS if is_xixia else 360
    ids, matter_ids = Ids(Reception), Ids(Matter)
    rows = []
    for day in sorted(city.today - timedelta(days=dice.randint(1, span)) for _ in range(receptions)):
        rows.append(
            (
                next(ids), city.areas[county], county, centre, at(day, dice, 9, 18), day,
                Channel.WINDOW if dice.random() < 0.8 else Channel.PHONE, mask_name(words.person(dice)),
                1 if dice.random() < 0.85 else dice.randint(2, 6), city.people[("centre_window", county)],
            )
        )  # fmt: skip
    copy_rows(Reception, RECEPTION, rows)
    ids.settle()
    titles = [title for group in words.DISPUTE_TITLES.values() for title in group]
    chosen = sorted(dice.sample(range(receptions), matters))
    copy_rows(
        Matter,
        ["id", "area_id", "area_code", "reception_id", "title", "received_on", *DISPOSED],
        (
            (
                next(matter_ids),
                rows[i][1],
                county,
                rows[i][0],
                dice.choice(titles),
                rows[i][5],
                *DISPOSALS.spin(dice),
            )
            for i in chosen
        ),
    )
    matter_ids.settle()
