"""Every word of the screens can be read in English: nothing unwrapped, nothing missing, nothing stale."""

import ast
import re
import string
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import polib
import pytest
from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation.template import templatize

from governance.kernel.templatetags.ui import compact_number, date_words
from governance.kernel.wording import listed, office_language
from tests.factories.people import make_user

ROOT = Path(settings.BASE_DIR)
ROOMS = ("config", "governance", "grids", "disputes", "property", "deeds")
CATALOGUE = ROOT / "locale" / "en" / "LC_MESSAGES" / "django.po"
CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
CALLS = {"_", "_now", "_t", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"}
CALLS_IN_CONTEXT = {"pgettext", "pgettext_lazy"}
CURLY = re.compile("[“”‘’]")  # the fonts of Chinese systems draw them a full character wide
LITERAL = r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
WRAPPED = (
    r"\{#.*?#\}",
    r"\{%\s*comment\b.*?endcomment\s*%\}",
    r"\{%\s*blocktrans(late)?\b.*?endblocktrans(late)?\s*%\}",
    r"\{%\s*trans(late)?\s.*?%\}",
    rf"_\({LITERAL}\)",
)

# Templates whose Chinese is not for translating, and why.
UNWRAPPED = {
    "gallery/": "sample data: the components shown with a made-up case",
    "frames/_language.html": "a language is named in itself",
}


def _templates() -> dict[str, str]:
    folder = ROOT / "templates"
    return {str(path.relative_to(folder)): path.read_text() for path in sorted(folder.rglob("*.html"))}


def _said_in_modules():
    files = (path for room in ROOMS for path in (ROOT / room).rglob("*.py") if "migrations" not in path.parts)
    calls = (node for path in files for node in ast.walk(ast.parse(path.read_text())))
    for call in calls:
        if isinstance(call, ast.Call):
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            words = [arg.value for arg in call.args if isinstance(arg, ast.Constant)]
            if name in CALLS_IN_CONTEXT:
                yield words[0], words[1]
            elif name in CALLS and words and isinstance(words[0], str):
                yield None, words[0]


def _said_in_templates():
    for text in _templates().values():
        source = templatize(text)
        for found in re.finditer(rf"\b(?:_|n?gettext)\(u?{LITERAL}", source):
            yield None, ast.literal_eval(found[1])
        for found in re.finditer(rf"\bpgettext\(u?{LITERAL},\s*u?{LITERAL}", source):
            yield ast.literal_eval(found[1]), ast.literal_eval(found[2])


def _entries() -> polib.POFile:
    return polib.pofile(CATALOGUE)


def _sides(entry) -> list[str]:
    return list(entry.msgstr_plural.values()) or [entry.msgstr]


def _placeholders(words: str) -> list[str]:
    named = re.findall(r"%\(\w+\)[sd]|%[sd]", words)
    try:
        fields = [
            f"{{{name}}}" for _text, name, *_rest in string.Formatter().parse(words) if name is not None
        ]
    except ValueError:
        fields = []
    return sorted(named + fields)


def test_every_word_said_has_its_english():
    said = {key for key in [*_said_in_modules(), *_said_in_templates()] if key[1]}
    known = {(entry.msgctxt, entry.msgid) for entry in _entries() if all(_sides(entry))}
    assert len(said) > 1000
    assert sorted(said - known, key=str) == []


def test_the_catalogue_holds_nothing_that_is_no_longer_said():
    said = {*_said_in_modules(), *_said_in_templates()}
    assert [entry.msgid for entry in _entries() if (entry.msgctxt, entry.msgid) not in said] == []


def test_no_entry_is_a_guess_or_left_over():
    assert [entry.msgid for entry in _entries() if entry.fuzzy or entry.obsolete] == []


def test_no_english_entry_holds_chinese():
    assert [entry.msgid for entry in _entries() if CHINESE.search("".join(_sides(entry)))] == []


def test_english_quotes_are_straight():
    curly = [entry.msgid for entry in _entries() if CURLY.search("".join(_sides(entry)))]

    assert curly == []


def test_placeholders_are_the_same_on_both_sides():
    unlike = [
        (entry.msgid, side)
        for entry in _entries()
        for side in _sides(entry)
        if _placeholders(side) != _placeholders(entry.msgid)
    ]
    assert unlike == []


def test_the_compiled_catalogue_is_current():
    def content(file):
        return {(e.msgctxt, e.msgid): (e.msgid_plural, e.msgstr, e.msgstr_plural) for e in file}

    assert content(polib.mofile(CATALOGUE.with_suffix(".mo"))) == content(_entries())


def test_templates_hold_no_chinese_outside_translation():
    found = {}
    for name, text in _templates().items():
        for pattern in WRAPPED:
            text = re.sub(pattern, "", text, flags=re.DOTALL)
        if CHINESE.search(text) and not name.startswith(tuple(UNWRAPPED)):
            found[name] = CHINESE.findall(text)
    assert found == {}


def test_scripts_hold_no_words():
    files = sorted((ROOT / "static" / "js").rglob("*.js"))
    bare = {path.name: re.sub(r"/\*.*?\*/|//[^\n]*", "", path.read_text(), flags=re.DOTALL) for path in files}
    assert {name for name, text in bare.items() if CHINESE.search(text)} == set()


def test_dates_and_figures_are_written_as_english_readers_write_them(monkeypatch):
    now = datetime(2026, 11, 22, 14, 5, tzinfo=ZoneInfo("Asia/Shanghai"))
    monkeypatch.setattr(timezone, "localdate", lambda: now.date())
    with translation.override("en"):
        assert date_words(now) == "Sun 22 Nov 14:05"
        assert date_words(now.date().replace(year=2025)) == "Sat 22 Nov 2025"
        assert compact_number(108300) == '<span class="number">108,300</span>'
        assert listed(["a", "b"]) == "a, b"
    with translation.override("zh-hans"):
        assert date_words(now) == "11月22日 周日 14:05"
        assert compact_number(108300) == '<span class="number" title="108,300">10.83万</span>'
        assert listed(["甲", "乙"]) == "甲、乙"


def test_what_is_stored_is_written_in_the_language_of_the_office():
    with translation.override("en"), office_language():
        assert translation.gettext("受理") == "受理"


def _switch(client, page: str, language: str):
    return client.post("/i18n/language/", {"language": language, "next": page})


@pytest.mark.django_db
def test_language_is_switched_on_the_log_in_page(client):
    page = "/account/login/"
    assert '<html lang="zh-Hans"' in client.get(page).content.decode()
    assert _switch(client, page, "en").url == page
    english = client.get(page).content.decode()
    assert '<html lang="en"' in english
    assert "Sign in" in english
    assert 'value="zh-hans"' in english
    _switch(client, page, "zh-hans")
    assert "登录" in client.get(page).content.decode()


@pytest.mark.django_db
def test_language_is_switched_in_the_menu_of_a_person_and_kept(client):
    client.force_login(make_user())
    page = "/account/"
    assert 'name="language" value="en"' in " ".join(client.get(page).content.decode().split())
    _switch(client, page, "en")
    shown = client.get(page).content.decode()
    assert '<html lang="en"' in shown
    assert "Sign out" in shown
    assert "退出登录" not in shown


@pytest.mark.django_db
def test_a_first_password_does_not_block_the_switch(client):
    user = make_user()
    user.must_change_password = True
    user.save()
    client.force_login(user)
    assert _switch(client, "/account/password/", "en").url == "/account/password/"


def test_the_code_nouns_of_the_glossary_exist():
    text = (ROOT / "docs" / "glossary.md").read_text().split("| --- |", 1)[1]
    nouns = {noun for line in text.splitlines() for noun in re.findall(r"`(\w+)`", line)}
    sources = "\n".join(path.read_text() for room in ROOMS for path in (ROOT / room).rglob("*.py"))
    assert len(nouns) > 60
    assert {noun for noun in nouns if not re.search(rf"\b{noun}\b", sources)} == set()
