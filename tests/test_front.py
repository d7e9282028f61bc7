"""House rules of templates and style sheets that a machine can see."""

import hashlib
import json
import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
CSS = ROOT / "static/css"
VENDOR = ROOT / "static/vendor"
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
SHEETS = sorted(CSS.glob("*.css"))
SCRIPTS = sorted((ROOT / "static/js").rglob("*.js"))
TOKENS = (CSS / "tokens.css").read_text()


def without_comments(text: str) -> str:
    return re.sub(r"/\*.*?\*/|\{#.*?#\}", "", text, flags=re.S)


def found(pattern: str, files: list[Path]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in files
        for match in re.finditer(pattern, without_comments(path.read_text()))
    ]


def test_vendored_files_are_those_of_the_manifest():
    rows = json.loads((VENDOR / "manifest.json").read_text())
    here = {str(p.relative_to(VENDOR)) for p in VENDOR.glob("*/*") if p.name not in {"LICENSE", "NOTICE"}}

    assert {row["file"] for row in rows} == here
    for row in rows:
        assert hashlib.sha256((VENDOR / row["file"]).read_bytes()).hexdigest() == row["sha256"], row["file"]
        assert row["name"] and row["version"] and row["licence"]


def test_no_colour_or_size_outside_the_tokens():
    others = [path for path in SHEETS if path.name != "tokens.css"]
    bare = [re.sub(r"@media[^{]*\{", "", without_comments(path.read_text())) for path in others]
    pattern = r"#[0-9a-fA-F]{3,8}\b(?=[;\s,)])|rgba?\(|hsla?\(|\b\d*\.?\d+(?:px|rem|em)\b"

    assert [re.findall(pattern, text) for text in bare] == [[] for _ in others]
    assert found(r"#[0-9a-f]{6}\b", TEMPLATES + SCRIPTS) == []


def test_every_token_in_use_is_declared():
    declared = set(re.findall(r"(--[\w-]+):", TOKENS))
    used = {name for path in SHEETS for name in re.findall(r"var\((--[\w-]+)", path.read_text())}

    assert {name for name in used if not name.startswith("--bs-")} <= declared


def test_templates_hold_no_inline_script_style_or_handler():
    inline = (
        r"<style|\sstyle=|\son\w+=[\"']|javascript:|\shx-on|<script(?![^>]*\bsrc=)(?![^>]*application/json)"
    )

    assert found(inline, TEMPLATES) == []


def test_components_open_by_naming_their_inputs():
    silent = [
        path.name
        for path in TEMPLATES
        if path.parent.name == "components" and not path.read_text().startswith("{# ")
    ]
    assert silent == []


def test_front_end_keeps_to_what_chromium_80_understands():
    styles = (
        r":has\(|:is\(|:where\(|color-mix|oklch|(?<!-)aspect-ratio:|\binset:|@container|@layer|\d[dsl]v[hw]\b"
    )
    scripts = r"\?\.[a-zA-Z_(\[]|\?\?|\.at\(|replaceAll|structuredClone|\beval\(|new Function"

    assert found(styles, SHEETS) == []
    assert found(scripts, SCRIPTS) == []


def test_scripts_stay_within_150_lines():
    assert {p.name: n for p in SCRIPTS if (n := p.read_text().count("\n")) >= 150} == {}


def test_every_icon_named_is_in_the_sprite():
    ids = set(re.findall(r'id="([\w-]+)"', (VENDOR / "bootstrap-icons/sprite.svg").read_text()))
    named = {name for path in TEMPLATES for name in re.findall(r'{% icon "([\w-]+)"', path.read_text())}
    named |= {name for path in TEMPLATES for name in re.findall(r'icon_name="([\w-]+)"', path.read_text())}
    entries = [entry for group in settings.NAVIGATION for entry in group["entries"]]
    named |= {item["icon"] for item in [*entries, *settings.PHONE_TABS]}

    assert named <= ids


def palette(block: str) -> dict[str, str]:
    body = re.search(re.escape(block) + r" \{(.*?)\n\}", TOKENS, re.S)[1]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", body))


LIGHT = palette(":root")
WALL = {**LIGHT, **palette(".wall")}
SURFACES = ("paper", "card", "sunk")
TEXT = [
    *((ink, on) for ink in ("ink", "ink-soft") for on in (*SURFACES, "primary-soft")),
    *((ink, on) for ink in ("primary", "primary-hover", "late", "paused-text") for on in ("card", "paper")),
    *((ink, "card") for ink in ("ok", "near-text", "party")),
    *((ink, f"{ink}-soft") for ink in ("ok", "late", "party")),
    ("near-text", "near-soft"),
    ("paused-text", "paused-soft"),
    ("primary-hover", "primary-soft"),
    ("on-primary", "primary"),
    ("on-primary", "primary-hover"),
    *(("ink", f"ramp-{step}") for step in (1, 2, 3)),
    *(("on-ramp", f"ramp-{step}") for step in (5,)),
]
LARGE = [
    ("on-ramp", "ramp-4"),
    ("line-strong", "card"),
    ("near", "card"),
    ("paused", "card"),
    ("ok", "paper"),
]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("name", "colours"), [("light", LIGHT), ("wall", WALL)])
def test_text_stands_out_from_what_it_stands_on(name, colours):
    faint = {
        f"{ink} on {on}": round(contrast(colours[ink], colours[on]), 2)
        for pairs, least in ((TEXT, 4.5), (LARGE, 3.0))
        for ink, on in pairs
        if contrast(colours[ink], colours[on]) < least
    }
    assert faint == {}
