"""The front page: what is in the data, and where questions are answered."""

import re
from urllib.parse import urlsplit

from candour.site.explore import KINDS


def test_it_stands_at_the_root_and_says_what_is_in_the_data(client, home):
    page = client.get("/")
    answer = client.get("/home/data.json").json()["answer"]
    with home.tables() as tables:
        counts = "COUNT(*) AS processes, COUNT(*) FILTER (WHERE social_care = 'yes') AS care"
        (row,) = tables.query(f"SELECT {counts} FROM processes")

    assert page.status_code == 200
    assert (answer["processes"], answer["social_care"]) == (row.processes, row.care)
    assert f"{row.processes:,}" in page.content.decode()
    assert answer["data_version"] in page.content.decode()


def test_ten_questions_lead_to_their_answers(client):
    page = client.get("/").content.decode()
    section = page[page.index('id="questions"') : page.index('id="data"')]
    addresses = [address.replace("&amp;", "&") for address in re.findall(r'href="([^"]+)"', section)]
    ours = {kind.id for kind in KINDS}

    assert len(addresses) == 10
    for address in addresses:
        if urlsplit(address).path.split("/")[1] in ours:
            assert client.get(address).status_code == 200, address


def test_the_box_is_there(client):
    assert 'name="q"' in client.get("/").content.decode()


def test_the_front_page_is_at_the_root_and_its_files_under_its_name(client):
    front = client.get("/")
    said = front.content.decode()

    assert '<link rel="canonical" href="http://127.0.0.1:8000/">' in said
    assert 'href="/home/data.json"' in said
    assert 'href="/api/v1/home"' in said
    assert client.get("/home").headers["Location"] == "./"
    assert client.get("/home/data.json").status_code == client.get("/api/v1/home").status_code == 200
