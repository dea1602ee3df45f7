"""Ten questions that people have, each followed as they would: from the front page, by clicking and typing."""

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from candour.operations.home import Home

BOX = "Postcode, place, provider, contract, number or words"
A_PROMISED_CONTRACT = """
SELECT locations.postcode, processes.title, processes.buyer_name FROM processes
JOIN locations ON locations.council_name = processes.buyer_name
WHERE processes.title LIKE 'Home care%' AND processes.has_deliveries AND processes.has_promises
  AND locations.postcode IS NOT NULL AND processes.contract_end > CURRENT_DATE
ORDER BY ALL LIMIT 1
"""


def of_the_data(home: Home, question: str):
    with home.tables() as tables:
        return tables.query(question).rows[0]


def search(reader: Page, words: str) -> None:
    reader.goto("/")
    reader.get_by_role("textbox", name=BOX).fill(words)
    reader.get_by_role("button", name="Search").click()


def follow(reader: Page, question: str) -> None:
    """Click on the question of the front page that has these words in it."""
    reader.goto("/")
    reader.get_by_role("main").get_by_role("link", name=question).first.click()


def said(reader: Page) -> str:
    return reader.locator("main").inner_text()


def test_is_the_home_care_contract_in_my_postcode_being_delivered_as_promised(reader, home):
    found = of_the_data(home, A_PROMISED_CONTRACT)
    search(reader, found.postcode)
    reader.get_by_role("link", name=found.postcode, exact=True).click()
    reader.get_by_role("link", name=found.buyer_name).first.click()
    contracts = reader.get_by_role("row").filter(has_text="Home care").filter(has_not_text="Nobody can tell")
    contracts.first.get_by_role("link").first.click()

    expect(reader.get_by_role("heading", level=1)).to_contain_text("Home care")
    assert re.search(r"\d+ promises? w(as|ere) made: \d+ w(as|ere) kept", said(reader))
    assert found.buyer_name in said(reader)


def test_which_of_these_two_providers_is_better_and_how_sure_are_we(reader):
    follow(reader, "Which of")
    reader.get_by_role("link", name="Satisfaction").click()
    for number in range(2):
        reader.get_by_role("checkbox").nth(number).check()
    reader.get_by_role("button", name="Go on").click()

    assert re.search(r"likely|too few|cannot|chance|sure", said(reader))


def test_what_reaches_the_care_worker(reader):
    follow(reader, "reaches the care worker")

    assert "£" in said(reader)
    assert re.search("care worker", said(reader), re.IGNORECASE)
    assert "as=care-worker" in reader.url


def test_why_did_this_bidder_win(reader):
    follow(reader, "Why did")
    reader.get_by_role("row").filter(has_text="yes").first.get_by_role("link").first.click()

    expect(reader.get_by_role("heading", name="What counted")).to_be_visible()
    expect(reader.get_by_text("computed the result again")).to_be_visible()


def test_is_my_council_below_the_national_standard(reader, home):
    council = of_the_data(
        home, "SELECT name FROM council_outcomes WHERE measure = 'ascof-4a' AND gss IS NOT NULL ORDER BY name LIMIT 1"
    ).name
    follow(reader, "Is my council below")
    reader.get_by_role("textbox", name="A council").fill(council)
    reader.get_by_role("button", name="Show the standards").click()

    assert re.search(rf"{council} (is below \d+|keeps all \d+) of", said(reader))


def test_download_what_i_see(reader, tmp_path):
    search(reader, "home care")
    table = reader.get_by_role("table", name="Contracts")
    table.wait_for()
    seen = [row.locator("th, td").all_inner_texts() for row in table.locator("tbody tr").all()]
    with reader.expect_download() as download:
        reader.get_by_role("link", name=re.compile("CSV.*Contracts$")).click()
    download.value.save_as(tmp_path / "table.csv")
    with Path(tmp_path / "table.csv").open(encoding="utf-8-sig", newline="") as file:
        _, *rows = csv.reader(file)

    assert len(rows) >= len(seen) > 0
    assert [row[0] for row in rows[: len(seen)]] == [row[0] for row in seen]


def test_who_gives_this_provider_money_and_how_is_it_rated(reader):
    follow(reader, "How good is")

    expect(reader.get_by_role("heading", name="How it is rated")).to_be_visible()
    expect(reader.get_by_role("heading", name="Its contracts")).to_be_visible()
    assert re.search(r"rated|no ratings", said(reader))


def test_what_can_the_data_of_this_publisher_not_answer(reader):
    follow(reader, "What can these data")
    reader.get_by_role("table").first.get_by_role("link").first.click()

    assert re.search(r"cannot|not ", said(reader))


def test_what_have_others_learned(reader):
    follow(reader, "learned")

    expect(reader.get_by_role("heading", level=1)).to_have_text("Lessons")
    expect(reader.get_by_role("heading", name="What was learned")).to_be_visible()


def test_show_me_this_in_easy_read(reader):
    follow(reader, "How good is")
    title = reader.get_by_role("heading", level=1).inner_text()
    reader.get_by_role("main").get_by_role("link", name="Easy Read").click()

    expect(reader.get_by_role("heading", level=1)).to_have_text(title)
    expect(reader.get_by_role("heading", name="Is their care good?")).to_be_visible()


def test_find_a_contract_with_the_keyboard_only(looked_at):
    looked_at.goto("/")
    for _ in range(30):
        looked_at.keyboard.press("Tab")
        if looked_at.evaluate("document.activeElement.name") == "q":
            break
    looked_at.keyboard.type("home care")
    looked_at.keyboard.press("Enter")
    looked_at.wait_for_url("**/search?*")
    for _ in range(80):
        looked_at.keyboard.press("Tab")
        if "/contract/" in (looked_at.evaluate("document.activeElement.href") or ""):
            break
    looked_at.keyboard.press("Enter")
    looked_at.wait_for_url("**/contract/**")

    expect(looked_at.get_by_role("heading", level=1)).to_be_visible()


def test_print_this(reader):
    follow(reader, "What was promised in")
    reader.emulate_media(media="print")

    expect(reader.get_by_role("navigation", name="Menu")).to_be_hidden()
    assert reader.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("width", [320])
def test_the_front_page_answers_on_a_telephone(reader, width):
    reader.set_viewport_size({"width": width, "height": 640})
    search(reader, "care")

    assert "We found" in said(reader)
