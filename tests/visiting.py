"""A page opened in a real browser with the network cut, with everything that it asks for or complains about."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDE = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
VIEWS = ("overview", "industries", "projects", "land", "compare", "findings")
HOSTILE = '<img src=x onerror="window.hacked=1">${window.hacked=1}`</script><script>window.hacked=1</script>{{7*7}}{% raw %}\'"'


def script_of(page: Page, name: str) -> Any:
    """A script of the page's sources, alone in a browser: name of a function and its arguments to what it gives."""
    source = (Path(__file__).parents[1] / "yzgeo" / "publish" / "page" / "src" / name).read_text("utf-8")
    address = "data:text/javascript;base64," + base64.b64encode(source.encode()).decode()
    call = "async ([address, name, values]) => (await import(address))[name](...values)"
    return lambda function, *values: page.evaluate(call, [address, function, values])


class Visit:
    """One reader at the page; `offline=False` is for tests that answer its requests themselves."""

    def __init__(
        self, browser: Browser, file: Path, address: str = "", viewport: dict[str, int] | None = None, **context: Any
    ) -> None:
        self.context = browser.new_context(**{"offline": True, "viewport": viewport or WIDE, **context})
        self.context.set_default_timeout(8000)
        self.page: Page = self.context.new_page()
        self.noise: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.noise.append(message.text))
        self.page.on("pageerror", lambda error: self.noise.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(file.as_uri() + address)
        self.page.wait_for_function("window.yzgeo.ready === true")

    def go(self, address: str) -> None:
        """Follow an address within the page."""
        self.page.evaluate("address => { location.hash = address; }", address)
        self.page.wait_for_function("address => location.hash === address", arg=address)
        self.page.wait_for_timeout(30)  # the page follows its address in an event of its own
