"""A person's way through Waqai, on a real screen: open, look, click, open another file, meet an error, close.

    python3 journey.py PROGRAM PICTURES        inside scripts/with-display.sh

Prints a line a step and closes with «N passed, N failed». Pictures of failed steps go to the folder PICTURES.
"""

import json
import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import screen
from accessibility import ALERT, CLICKABLE, ENTRY, HEADING, NOTIFICATION, PAGE_TAB, PARAGRAPH, TEXT, Desktop
from screen import Failure, until

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FIRST, SECOND = HERE / "first.txt", HERE / "second.txt"
SECOND_NAME, MISSING_NAME = "مقال ثانٍ – نسخة.txt", "ضائع.txt"
DIALOG = "xdg-desktop-portal"
OTHER_PROGRAM = "another program"

# `accent` of src/base/theme.rs, light and dark: nothing of it is seen under the words that say what a drop does.
ACCENTS = (0x0F, 0x76, 0x6E), (0x4F, 0xB8, 0xAC)

# `highlight` of src/base/theme.rs, light and dark.
HIGHLIGHTS = (0xFD, 0xF0, 0xC4), (0x4A, 0x40, 0x1C)
LEAST_COLORS = 64
LEAST_HIGHLIGHTED_PIXELS = 400


class Waqai:
    """The program while it runs."""

    def __init__(self, desktop, program, arguments, locale):
        self.desktop = desktop
        # LC_ALL would win over LANG.
        environment = {**{name: value for name, value in os.environ.items() if name != "LC_ALL"}, "LANG": locale}
        self.process = subprocess.Popen([program, *map(str, arguments)], env=environment)

    @property
    def window(self):
        if self.process.poll() is not None:
            raise Failure(f"the program ended with status {self.process.returncode}")
        return next(iter(screen.windows("--pid", self.process.pid)), None)

    @property
    def title(self):
        return screen.title(self.window) if self.window else ""

    def names(self, *roles):
        return [name for _, name, role in self.desktop.nodes(self.process.pid) if role in roles]

    def event_node(self, titles):
        """A node that stands for one of the events and can be clicked, and the event's title."""
        for node, name, role in self.desktop.nodes(self.process.pid):
            title = next((title for title in titles if title in name), None)
            if title and role in CLICKABLE and node.extents:
                return node, title
        return None

    def button_named(self, part):
        """A button on the screen whose name has a part."""
        nodes = self.desktop.nodes(self.process.pid)
        return next((node for node, name, role in nodes if part in name and role in CLICKABLE and node.extents), None)

    def wait_until_shown(self):
        until("a window", lambda: self.window)
        until("a picture that is not empty", lambda: len(screen.picture().colors()) >= LEAST_COLORS)


class Stage:
    """What a step plays on: the desktop, the program, and a place for the picture of its failure."""

    def __init__(self, desktop, program, picture):
        self.desktop, self.program, self.picture = desktop, program, picture

    @contextmanager
    def running(self, *arguments, locale="ar_JO.UTF-8"):
        waqai = Waqai(self.desktop, self.program, arguments, locale)
        try:
            yield waqai
        except Exception:
            screen.save(self.picture)
            raise
        finally:
            waqai.process.kill()
            waqai.process.wait()

    def extraction(self, file):
        """The title and the titles of the events, as the command line gives them."""
        command = [self.program, "extract", "--format", "json", str(file)]
        record = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
        return record["article"]["title"], [event["title"] for event in record["events"]]


def highlight():
    """Where the highlighted sentence is on the screen."""
    picture = screen.picture()
    boxes = [box for box, count in map(picture.box_of, HIGHLIGHTS) if count >= LEAST_HIGHLIGHTED_PIXELS]
    return boxes[0] if boxes else None


def opens_with_an_article_of_its_own(stage):
    samples = [sample for sample in sorted((ROOT / "data/samples").glob("*")) if sample.is_file()]
    titles = [title for sample in samples for title in stage.extraction(sample)[1]]
    with stage.running() as waqai:
        waqai.wait_until_shown()
        until("an event of the bundled article", lambda: waqai.event_node(titles))


def a_click_on_an_event_shows_its_sentence_and_its_card(stage):
    _, titles = stage.extraction(FIRST)
    with stage.running(FIRST) as waqai:
        waqai.wait_until_shown()
        node, title = until("an event of the article", lambda: waqai.event_node(titles))
        if highlight():
            raise Failure("a sentence is highlighted before anything was clicked")
        screen.focus(waqai.window)
        screen.click(node.extents.middle)
        until("a highlighted sentence", highlight)
        until(f"a card with the title «{title}»", lambda: title in waqai.names(HEADING))


def another_file_is_opened_by_the_dialog_of_the_system(stage):
    first, _ = stage.extraction(FIRST)
    second, titles = stage.extraction(SECOND)
    with tempfile.TemporaryDirectory(prefix="مجلد ") as folder, stage.running(FIRST) as waqai:
        path = Path(folder, SECOND_NAME)
        path.write_bytes(SECOND.read_bytes())
        waqai.wait_until_shown()
        until(f"the title «{first}» over the window", lambda: first in waqai.title)
        screen.focus(waqai.window)
        screen.press("ctrl+o")
        choose(stage.desktop, path)
        until(f"the title «{second}» over the window", lambda: second in waqai.title)
        until("an event of the second article", lambda: waqai.event_node(titles))


def choose(desktop, path):
    """Picks a file in the dialog of the system."""
    dialog = until("the dialog of the system", lambda: screen.windows("--class", DIALOG))[0]
    screen.focus(dialog)
    screen.press("ctrl+l")
    entry = until("the field for a path", lambda: path_entry(desktop, screen.process(dialog)))
    entry.text = str(path)
    until("the path in the field", lambda: entry.text == str(path))
    # The dialog looks at a new path in the background and lets go of a key that comes while it does.
    screen.press_until("Return", "the end of the dialog", lambda: not screen.windows("--class", DIALOG))


def path_entry(desktop, process):
    """The one field for text of a process that is on the screen; hidden ones have no place there."""
    fields = [node for node, _, role in desktop.nodes(process) if role in (TEXT, ENTRY)]
    return next((field for field in fields if field.extents and field.extents.x >= 0), None)


@contextmanager
def other_program(*arguments):
    """Another program, until the end of the block."""
    command = [sys.executable, "-B", HERE / "other_program.py", *arguments]
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE, text=True)
    try:
        if process.stdout.readline().strip() != "ready":
            raise Failure("the other program did not start")
        yield process
    finally:
        process.kill()
        process.wait()


def files_are_opened_by_a_drop_from_another_program(stage):
    first, _ = stage.extraction(FIRST)
    second, _ = stage.extraction(SECOND)
    with tempfile.TemporaryDirectory(prefix="مجلد ") as folder, stage.running() as waqai:
        paths = [Path(folder, name) for name in (SECOND_NAME, "أول.txt")]
        for path, source in zip(paths, (SECOND, FIRST)):
            path.write_bytes(source.read_bytes())
        waqai.wait_until_shown()
        with other_program("drag", *paths):
            handle = until("the window of the other program", lambda: screen.windows("--name", OTHER_PROGRAM))[0]
            until("a picture with the accent in it", accent_is_seen)
            screen.drag(screen.middle(handle), screen.middle(waqai.window), lambda: not accent_is_seen())
            until(f"the title «{second}» over the window", lambda: second in waqai.title)
            tabs = lambda: waqai.names(PAGE_TAB)
            until("a tab for each of the files", lambda: any(first in tab for tab in tabs()) and len(tabs()) == 2)


def accent_is_seen():
    picture = screen.picture()
    return any(picture.box_of(accent)[1] for accent in ACCENTS)


def a_paste_opens_the_page_in_the_clipboard(stage):
    title, paragraphs = "زلزال يضرب الساحل", ("ضرب زلزال الساحل أمس.", "وصل الوفد إلى المدينة اليوم.")
    page = f"<h1>{title}</h1>" + "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    with stage.running(FIRST) as waqai, other_program("hold", " ".join((title, *paragraphs)), page):
        waqai.wait_until_shown()
        screen.focus(waqai.window)
        screen.press("ctrl+v")
        until(f"the title «{title}» over the window", lambda: title in waqai.title)
        shown = lambda: waqai.names(PARAGRAPH)
        until("each paragraph of the page on its own", lambda: all(paragraph in shown() for paragraph in paragraphs))


def tabs_are_changed_and_closed_by_keys(stage):
    first, _ = stage.extraction(FIRST)
    second, _ = stage.extraction(SECOND)
    with stage.running(FIRST, SECOND) as waqai:
        waqai.wait_until_shown()
        until(f"the title «{first}» over the window", lambda: first in waqai.title)
        screen.focus(waqai.window)
        for keys, title in (("ctrl+Tab", second), ("ctrl+Tab", first), ("ctrl+shift+Tab", second), ("ctrl+w", first)):
            screen.press(keys)
            until(f"the title «{title}» over the window after {keys}", lambda: title in waqai.title)
        until("no tabs, for one article is open", lambda: not waqai.names(PAGE_TAB))


def a_recent_file_is_opened_again(stage):
    second, _ = stage.extraction(SECOND)
    with tempfile.TemporaryDirectory(prefix="مجلد ") as folder:
        path = Path(folder, SECOND_NAME)
        path.write_bytes(SECOND.read_bytes())
        with stage.running(path) as waqai:
            waqai.wait_until_shown()
            until(f"the title «{second}» over the window", lambda: second in waqai.title)
            screen.focus(waqai.window)
            screen.press("alt+F4")
            until("the end of the program", lambda: waqai.process.poll() is not None)
        with stage.running() as waqai:
            waqai.wait_until_shown()
            screen.focus(waqai.window)
            screen.press("ctrl+shift+o")
            entry = until("the file in the list", lambda: waqai.button_named(SECOND_NAME))
            screen.click(entry.extents.middle)
            until(f"the title «{second}» over the window", lambda: second in waqai.title)


def a_file_that_is_missing_is_named_in_the_window(stage):
    with stage.running(f"/nowhere/{MISSING_NAME}") as waqai:
        waqai.wait_until_shown()
        names_it = lambda: any(MISSING_NAME in name for name in waqai.names(ALERT, NOTIFICATION))
        until("a notice that names the file", names_it)


def closes_when_asked_to(stage):
    with stage.running(FIRST) as waqai:
        waqai.wait_until_shown()
        screen.focus(waqai.window)
        screen.press("alt+F4")
        until("the end of the program", lambda: waqai.process.poll() is not None)
        if waqai.process.returncode != 0:
            raise Failure(f"the program ended with status {waqai.process.returncode}")


STEPS = (
    opens_with_an_article_of_its_own,
    a_click_on_an_event_shows_its_sentence_and_its_card,
    another_file_is_opened_by_the_dialog_of_the_system,
    files_are_opened_by_a_drop_from_another_program,
    a_paste_opens_the_page_in_the_clipboard,
    tabs_are_changed_and_closed_by_keys,
    a_recent_file_is_opened_again,
    a_file_that_is_missing_is_named_in_the_window,
    closes_when_asked_to,
)


def passes(step, desktop, program, pictures):
    name = step.__name__.replace("_", " ")
    picture = pictures / f"{step.__name__}.png"
    picture.unlink(missing_ok=True)
    try:
        step(Stage(desktop, program, picture))
    except Exception as reason:  # Whatever went wrong, the other steps are still worth knowing.
        seen = f" (picture: {picture})" if picture.exists() else ""
        print(f"FAILED  {name}: {type(reason).__name__}: {reason}{seen}", flush=True)
        return False
    print(f"ok      {name}", flush=True)
    return True


def main():
    program, pictures = str(Path(sys.argv[1]).resolve()), Path(sys.argv[2])
    pictures.mkdir(parents=True, exist_ok=True)
    desktop = Desktop()
    results = [passes(step, desktop, program, pictures) for step in STEPS]
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
