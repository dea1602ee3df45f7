"""Answers are made once, and sent again to nobody who has them."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from unittest.mock import patch

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


def test_after_a_build_readers_have_what_there_was_until_the_new_is_made_behind_them():
    before, after = tag_of(ASKED, "of the first data"), tag_of(ASKED, "of the next data")
    begun, go_on = Event(), Event()

    def make_anew():
        begun.set()
        go_on.wait(60)
        return HttpResponse("new")

    first = unless_read(ASKED, before, lambda: HttpResponse("old"), question="lags")
    meanwhile = [unless_read(ASKED, after, make_anew, question="lags") for _ in range(3)]
    assert begun.wait(60)
    go_on.set()
    # What is made behind readers is made in turn: when the next is begun, this one is there.
    wait_for_the_next()
    at_last = unless_read(ASKED, after, lambda: HttpResponse("made twice"), question="lags")

    assert [one.content for one in (first, *meanwhile)] == [b"old"] * 4
    assert {one["ETag"] for one in (first, *meanwhile)} == {before}
    assert (at_last.content, at_last["ETag"]) == (b"new", after)


def wait_for_the_next():
    begun = Event()

    def make():
        begun.set()
        return HttpResponse("new")

    unless_read(ASKED, tag_of(ASKED, "before it"), lambda: HttpResponse("old"), question="the next")
    unless_read(ASKED, tag_of(ASKED, "after it"), make, question="the next")
    assert begun.wait(60)


def test_what_nobody_read_for_a_minute_is_made_while_its_reader_waits():
    before, after = tag_of(ASKED, "an hour ago"), tag_of(ASKED, "now")
    with patch("candour.site.pages.memory.SECONDS", -1.0):
        unless_read(ASKED, before, lambda: HttpResponse("old"), question="not read")
        answer = unless_read(ASKED, after, lambda: HttpResponse("new"), question="not read")

    assert (answer.content, answer["ETag"]) == (b"new", after)


def test_what_programs_read_is_never_of_older_data():
    unless_read(ASKED, tag_of(ASKED, "older"), lambda: HttpResponse("old"))

    assert unless_read(ASKED, tag_of(ASKED, "newer"), lambda: HttpResponse("new")).content == b"new"
