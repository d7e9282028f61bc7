"""A roster as it comes from a community: thousands of rows, every fault people and spreadsheets make, by a seed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from governance.kernel.identity import id_check_digit

SURNAMES, GIVEN = "王李张刘陈杨赵黄周吴马哈纳丁", "伟芳娜敏静丽强磊军洋艳勇杰娟涛明超秀兰霞平刚桂英"


@dataclass
class RosterRow:
    """One row: the cells as they came, the cells as they should be, and the titles of the faulty ones."""

    cells: dict
    truth: dict
    faults: set[str] = field(default_factory=set)


def id_number(dice: Random, serial: int) -> str:
    first = f"640104{dice.randint(1935, 2015)}{dice.randint(1, 12):02d}{dice.randint(1, 28):02d}{serial % 1000:03d}"
    return first + id_check_digit(first)


def lawful_row(dice: Random, doors: list[dict], serial: int) -> dict:
    number = id_number(dice, serial)
    return dict(dice.choice(doors)) | {
        "name": dice.choice(SURNAMES) + "".join(dice.choices(GIVEN, k=dice.randint(1, 2))),
        "birth_year": int(number[6:10]),
        "residence": dice.choice(["户籍在本地，常住", "户籍在外地，常住"]),
        "is_contact": dice.choice(["是", "否"]),
        "phone": f"1{dice.choice('3578')}{dice.randint(0, 999_999_999):09d}",
        "id_no": number,
    }


def wide(text) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "0" <= c <= "9" else c for c in str(text))


# What is untidy and is healed without a word.
UNTIDY: list[Callable[[dict], dict]] = [
    lambda row: {"phone": wide(row["phone"])},
    lambda row: {"phone": f" {row['phone'][:3]} {row['phone'][3:7]} {row['phone'][7:]} "},
    lambda row: {"phone": f"+86{row['phone']}"},
    lambda row: {"phone": int(row["phone"])},
    lambda row: {"name": f"\u200e{row['name']}\u3000"},
    lambda row: {"residence": "local" if row["residence"].startswith("户籍在本地") else "ARRIVED"},
    lambda row: {"birth_year": wide(row["birth_year"])},
    lambda row: {"id_no": row["id_no"].lower()},
    lambda row: {"unit": f"{row['unit']}.0"},
    lambda row: {"area": f"{row['area'][:6]} {row['area'][6:]}"},
]
# What is wrong: the cells that say so, and the title of the column it is told in.
WRONG: list[tuple[Callable[[dict], dict], str]] = [
    (lambda row: {"area": "990101001001009009"}, "楼院代码"),
    (lambda row: {"area": "990102001001001001"}, "楼院代码"),
    (lambda row: {"area": "990101001001001"}, "楼院代码"),
    (lambda row: {"area": float(row["area"])}, "楼院代码"),
    (lambda row: {"area": ""}, "楼院代码"),
    (lambda row: {"unit": "二单元"}, "单元"),
    (lambda row: {"room": "9999"}, "房号"),
    (lambda row: {"name": ""}, "姓名"),
    (lambda row: {"name": "名" * 41}, "姓名"),
    (lambda row: {"name": "王*"}, "姓名"),
    (lambda row: {"birth_year": row["birth_year"] + 1}, "出生年份"),
    (lambda row: {"birth_year": "五十"}, "出生年份"),
    (lambda row: {"residence": "暂住"}, "居住性质"),
    (lambda row: {"phone": row["phone"][:10]}, "电话"),
    (lambda row: {"phone": "不详"}, "电话"),
    (lambda row: {"phone": "138****0000"}, "电话"),
    (lambda row: {"id_no": row["id_no"][:17] + ("0" if row["id_no"][17] != "0" else "1")}, "证件号码"),
    (lambda row: {"id_no": float(row["id_no"][:17] + "0")}, "证件号码"),
    (lambda row: {"id_no": row["id_no"][:15]}, "证件号码"),
    (lambda row: {"left_on": "2026-02-30"}, "迁出日期"),
    (lambda row: {"left_on": "2099-01-01"}, "迁出日期"),
]


def messy_roster(doors: list[dict], number: int, *, seed: int = 7) -> list[RosterRow]:
    """`number` rows: most lawful, many untidy, some wrong in one cell, some twice in the file."""
    dice, rows = Random(seed), []
    for serial in range(number):
        truth = lawful_row(dice, doors, serial)
        row = RosterRow(dict(truth), truth)
        luck = dice.random()
        if luck < 0.3:
            row.cells |= dice.choice(UNTIDY)(truth)
        elif luck < 0.4:
            spoil, title = WRONG[serial % len(WRONG)]
            row.cells |= spoil(truth)
            row.faults = {title}
        elif luck < 0.42 and rows and not rows[-1].faults:
            row.cells = rows[-1].truth | {"name": truth["name"], "phone": truth["phone"]}
            row.faults = {"整行"}
        rows.append(row)
    return rows
