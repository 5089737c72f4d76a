"""A resident's way through the survey in a real browser, by clicking only."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page

from tests.journeys.resident import Resident

SURVEY = "smart-citizens"
Visit = Callable[[str], None]


def nothing(_: str) -> None:
    """What is done on each page if nothing else is asked for."""


def name_of(page: Page) -> str:
    """The last part of the address: the page's name."""
    return page.url.partition("?")[0].rstrip("/").rpartition("/")[2]


def press(page: Page, selector: str) -> None:
    """Press what leads to another page, and wait until that one is there."""
    with page.expect_navigation():
        page.click(selector)


def begin(page: Page, url: str, language: str = "en", visit: Visit = nothing) -> None:
    """From the front door to the first question, past being asked to agree and how old one is."""
    page.goto(f"{url}/")
    visit("front")
    press(page, f'.doors a[hreflang="{language}"]')
    visit("home")
    press(page, f'.cards a[href="/{language}/{SURVEY}/"]')
    visit("start")
    press(page, "main a.button")
    visit("consent")
    page.click(".choice")
    go_on(page)
    visit("over-16")
    page.click(".choice")
    go_on(page)


def go_on(page: Page) -> None:
    """Press Continue."""
    press(page, "form.answers button.button")


def answer(page: Page) -> None:
    """Answer each question of a page with its first option, or some words, and continue."""
    for group in page.locator(".choices:not([data-way])").all():
        group.locator(".choice").first.click()
    for field in page.locator(f"main input[type=text][name]:not({BESIDE}), main textarea").all():
        field.fill(words_for(page, field))
    for place, listed in enumerate(page.locator("main select").all(), start=1):
        if place < listed.locator("option").count():  # a ranking may have fewer places than items
            choose(listed, place)
    go_on(page)


BESIDE = "[name$=-postcode]"
"""A field that stands beside the answer, instead of it."""


def words_for(page: Page, field: Locator) -> str:
    """Something that a field takes."""
    if field.get_attribute("inputmode") is not None:
        return "2020" if str(field.get_attribute("name")).endswith("-year") else "3"
    return "کچھ الفاظ" if "/ur/" in page.url else "Some words"


def choose(listed: Locator, at: int) -> None:
    """Choose from a list by its place, also from one that a script has put out of sight."""
    if listed.is_visible():
        listed.select_option(index=at)
        return
    page = listed.page
    page.locator(f"#{str(listed.get_attribute('id')).removesuffix('-list')}").click()
    page.locator("[role=option]").nth(at - 1).click()


def answer_until(page: Page, ending: str, visit: Visit = nothing) -> None:
    """Answer page after page until the one of that name."""
    for _ in range(60):
        if name_of(page) == ending:
            return
        visit(name_of(page))
        answer(page)
    raise AssertionError(f"{ending} never came; now at {page.url}")


def walk(page: Page, url: str, language: str = "en", visit: Visit = nothing) -> None:
    """The whole way, from the front door to the receipt."""
    begin(page, url, language, visit)
    answer_until(page, "check", visit)
    visit("check")
    press(page, "main .deeds a.button")
    visit("equality")
    press(page, "main .deeds a.button")
    answer_until(page, "send", visit)
    visit("send")
    press(page, 'form[action$="/send"] button')
    visit("receipt")


def open_question(page: Page, name: str) -> None:
    """Go to a question by its address."""
    root, language = page.url.split("/", 4)[:3], page.url.split("/", 4)[3]
    page.goto(f"{'/'.join(root)}/{language}/{SURVEY}/question/{name}")


def take_over(page: Page, resident: Resident) -> Page:
    """Go on in the browser where a resident stands who came there without one."""
    cookies = resident.client.cookies.jar
    root = str(resident.client.base_url).rstrip("/")
    page.context.add_cookies(
        [{"name": one.name, "value": one.value or "", "url": root} for one in cookies]
    )
    page.goto(f"{root}{resident.path}")
    return page
