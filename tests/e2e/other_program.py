"""Another program beside Waqai: files can be dragged out of its window, and it holds the clipboard.

    python3 other_program.py drag FILE...
    python3 other_program.py hold TEXT PAGE

Prints «ready» when it is.
"""

import sys
from pathlib import Path

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402

TITLE = "another program"
SIZE = 160, 90
FILES, TEXT, PAGE = 0, 1, 2


def window():
    made = Gtk.Window(title=TITLE)
    made.set_default_size(*SIZE)
    made.set_keep_above(True)
    made.connect("destroy", Gtk.main_quit)
    return made


def drag(paths):
    """A window of which each place is a handle of the files."""
    uris = [Path(path).as_uri() for path in paths]
    made = window()
    handle = Gtk.EventBox()
    target = Gtk.TargetEntry.new("text/uri-list", 0, FILES)
    handle.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [target], Gdk.DragAction.COPY)
    handle.connect("drag-data-get", lambda _widget, _context, data, _info, _time: data.set_uris(uris))
    made.add(handle)
    return made


def hold(text, page):
    """A window that has the clipboard, as text and as a page."""
    made = window()
    made.realize()
    clipboard = Gdk.SELECTION_CLIPBOARD
    for target, info in (("UTF8_STRING", TEXT), ("text/plain;charset=utf-8", TEXT), ("text/html", PAGE)):
        Gtk.selection_add_target(made, clipboard, Gdk.atom_intern(target, False), info)

    def give(_widget, data, info, _time):
        data.set(data.get_target(), 8, (page if info == PAGE else text).encode())

    made.connect("selection-get", give)
    if not Gtk.selection_owner_set(made, clipboard, Gdk.CURRENT_TIME):
        sys.exit("the clipboard could not be had")
    return made


def main():
    command, *arguments = sys.argv[1:]
    made = {"drag": lambda: drag(arguments), "hold": lambda: hold(*arguments)}[command]()
    made.show_all()
    print("ready", flush=True)
    Gtk.main()


if __name__ == "__main__":
    main()
