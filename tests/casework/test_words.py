"""The database cuts the text of a case exactly as a question about it is cut: else it would not be found."""

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from governance.kernel.bigrams import initial_pieces, pieces

HAN, LATIN, BETWEEN = "楼上漏水天㐀䶿鿿〇", "aZ09ＢＺ３③ﬁ", " \u3000\n\t，。·-_'\\%éΩカー😀"
TEXTS = st.text(HAN + LATIN + BETWEEN, max_size=30)
WORDS = st.text("abz9", max_size=12)
LISTS = st.lists(WORDS, max_size=4).map(" ".join)


def cut(*columns: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("select tsvector_to_array(casework_words(%s, %s, %s, %s, %s, %s, %s))", columns)
        return set(cursor.fetchone()[0])


class TestWords(TestCase):
    @given(WORDS, WORDS, TEXTS, TEXTS, TEXTS, LISTS, LISTS)
    def test_a_text_is_cut_as_a_question_is(self, number, code, title, place, summary, initials, keywords):
        told = " ".join([number, title, place, summary])
        wanted = {f"={code}", *pieces(told), *keywords.split()}
        for word in initials.split():
            wanted.update(initial_pieces(word))

        assert cut(number, code, title, place, summary, initials, keywords) == wanted


@pytest.mark.django_db
def test_pairs_overlap_and_the_last_character_stands_alone():
    assert cut("S1", "CODE", "漏水了", "3号楼", "水，电", "lsl", "@张伟") == {
        "s1", "=code", "漏水", "水了", "了", "3", "号楼", "楼", "水", "电", "lsl", "sl", "l", "@张伟",
    }  # fmt: skip
