"""The page of lessons: found by word and by kind of care."""

import csv
import io


def rows(client, address):
    return list(csv.DictReader(io.StringIO(client.get(address).content.decode("utf-8-sig"))))


def counted(home, sql):
    with home.tables() as tables:
        return tables.query(sql).rows[0].number


def test_every_lesson_is_there_with_who_says_so(client, home):
    answer = client.get("/lessons/data.json").json()["answer"]

    assert answer["found"] == len(answer["lessons"]) == counted(home, "SELECT COUNT(*) AS number FROM lessons")
    assert all(one["role"] for one in rows(client, "/lessons/table/lessons.csv"))


def test_a_word_narrows_it_down_to_those_that_have_it(client):
    everything = rows(client, "/lessons/table/lessons.csv")
    word = everything[0]["title"].split()[0]
    found = rows(client, f"/lessons/table/lessons.csv?q={word}")

    assert 0 < len(found) <= len(everything)
    for one in found:
        assert word.casefold() in " ".join(one.values()).casefold()


def test_a_kind_of_care_narrows_it_down_to_contracts_that_buy_it(client, home):
    answer = client.get("/lessons/data.json?care=home care").json()["answer"]
    with home.tables() as tables:
        buys = {
            row.ocid
            for row in tables.query("SELECT ocid FROM care_terms WHERE LIST_CONTAINS(service_types, 'homeCare')").rows
        }

    assert {one["ocid"] for one in (*answer["lessons"], *answer["contributions"])} <= buys
    assert answer["contributions"]


def test_what_came_of_what_people_asked_for_adds_up(client, home):
    answer = client.get("/lessons/data.json").json()["answer"]

    assert sum(answer["outcomes"].values()) == counted(home, "SELECT COUNT(*) AS number FROM contributions")


def test_words_that_nothing_has_are_answered_in_words(client):
    page = client.get("/lessons?q=zyzzyva").content.decode()

    assert "Nothing that fits was published." in page
    assert "No lesson has these words." in page


def test_a_kind_of_care_that_there_is_none_of_is_refused_beside_its_question(client):
    page = client.get("/lessons?care=haircuts")

    assert page.status_code == 400
    assert "Choose a kind of care from the list" in page.content.decode()
