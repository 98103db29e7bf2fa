"""Firefox driven by puppeteer-core over WebDriver BiDi, for tests: `firefox/driver.js` does what is asked line by line."""

from __future__ import annotations

import base64
import json
import subprocess
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
DRIVER = Path(__file__).with_name("firefox") / "driver.js"


class Firefox:
    """One browser with one page at a time, without a network; what it prints lands in `folder`."""

    def __init__(self, node: str, program: str, folder: Path) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            [node, str(DRIVER), program],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def ask(self, do: str, **values: Any) -> Any:
        """The answer to one command of the driver."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps({"do": do, **values}) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"the driver of Firefox ended with {self.process.wait()}")
        answer = json.loads(line)
        if "error" in answer:
            raise AssertionError(f"{do} {values}: {answer['error']}")
        return answer["value"]

    def open(self, file: Path, address: str = "", width: int = 1366, height: int = 768) -> None:
        """A file in a page of its own."""
        self.ask("open", address=file.as_uri() + address, width=width, height=height)

    def evaluate(self, script: str) -> Any:
        return self.ask("evaluate", script=script)

    def wait(self, script: str) -> None:
        """Until an expression holds."""
        self.ask("wait", script=script)

    def click(self, selector: str) -> None:
        self.ask("click", selector=selector)

    def text(self, selector: str) -> str:
        """The visible text of the first that is found."""
        text: str = self.evaluate(f"document.querySelector({json.dumps(selector)}).innerText")
        return text

    def pdf(self) -> bytes:
        """The page as it prints."""
        return base64.b64decode(self.ask("pdf"))

    @property
    def noise(self) -> list[str]:
        """All that the page said on the console, and its uncaught errors and rejections."""
        noise: list[str] = self.ask("noise")
        return noise

    @property
    def requests(self) -> list[str]:
        """All that the page asked for beside itself and what it holds."""
        return [address for address in self.ask("requests") if not address.startswith("data:")]

    def close(self) -> None:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.close()
        self.process.wait(30)
        self.process.stdout.close()
