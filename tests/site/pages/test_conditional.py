"""Answers are made once, and sent again to nobody who has them."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

from django.http import HttpResponse
from django.test import RequestFactory

from candour.site.pages.conditional import tag_of, unless_read

ASKED = RequestFactory().get("/a/page/of/this/test")


def test_what_several_ask_for_at_once_is_made_once():
    made, again = [], Event()

    def make():
        if made:
            again.set()
        made.append("made")
        # Long enough for the others to come while it is made; none of them may.
        again.wait(0.3)
        return HttpResponse("told")

    tag = tag_of(ASKED, "asked for at once")
    with ThreadPoolExecutor(4) as readers:
        answers = list(readers.map(lambda _: unless_read(ASKED, tag, make), range(4)))

    assert made == ["made"]
    assert {answer.content for answer in answers} == {b"told"}
    assert {answer["ETag"] for answer in answers} == {tag}


def test_what_went_wrong_is_made_again():
    tag = tag_of(ASKED, "went wrong")

    assert unless_read(ASKED, tag, lambda: HttpResponse("busy", status=503)).status_code == 503
    assert unless_read(ASKED, tag, lambda: HttpResponse("told")).content == b"told"
    assert unless_read(ASKED, tag, lambda: HttpResponse("made anew")).content == b"told"
