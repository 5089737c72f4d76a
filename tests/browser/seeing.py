"""What must hold of every page as it is seen: nothing cut off, nothing too small to hit."""

from playwright.sync_api import Page

NARROW = 320

# Links in running text are excepted, and what cannot be seen at the moment.
SMALL = """() => [...document.querySelectorAll(
    'a, button, select, summary, textarea, input:not([type=hidden])')]
  .map(element => {
    const target = element.closest('label') || element;
    const box = target.getBoundingClientRect();
    const paragraph = element.tagName === 'A' && element.parentElement.closest('p, li, dd, dt');
    const running = paragraph
      && paragraph.innerText.trim().length > element.innerText.trim().length + 2;
    const seen = box.width && box.right > 0 && box.left < innerWidth;
    return { target, box, checked: seen && !running };
  })
  .filter(({ box, checked }) => checked && (box.height < 43.9 || box.width < 43.9))
  .map(({ target, box }) =>
    `${Math.round(box.width)}x${Math.round(box.height)} ${target.outerHTML.slice(0, 120)}`)"""

WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll('body *')]
    .filter(element => { const box = element.getBoundingClientRect();
      return box.right > innerWidth + 1 || (box.left < -1 && box.right > 0); })
    .map(element => element.outerHTML.slice(0, 120))"""


def check_targets(page: Page) -> None:
    """Everything that can be pressed is at least 44 px high and wide."""
    small = page.evaluate(SMALL)
    assert not small, f"{page.url} has small targets:\n" + "\n".join(small)


def check_reflow(page: Page) -> None:
    """At 320 px nothing makes the page scroll sideways."""
    size = page.viewport_size
    assert size is not None
    page.set_viewport_size({"width": NARROW, "height": 640})
    wide = page.evaluate(WIDE)
    page.set_viewport_size(size)
    assert not wide, f"{page.url} is too wide at 320 px:\n" + "\n".join(wide)
