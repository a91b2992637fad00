"""The window as a screen reader sees it: AT-SPI over D-Bus.

Asks the applications anew every time: nothing is cached, so nothing can be stale.
"""

from dataclasses import dataclass

from gi.repository import Gio, GLib

ACCESSIBLE = "org.a11y.atspi.Accessible"
SCREEN = 0
CALL_LIMIT_MS = 5000

# Numbers of AtspiRole.
ALERT, HEADING, TEXT, ENTRY, NOTIFICATION = 2, 83, 61, 79, 101
PAGE_TAB, PARAGRAPH = 37, 73
BUTTON, TOGGLE_BUTTON, LIST_ITEM, LINK = 43, 62, 32, 88
CLICKABLE = BUTTON, TOGGLE_BUTTON, LIST_ITEM, LINK


@dataclass(frozen=True)
class Extents:
    """A rectangle on the screen, in pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self):
        return self.x + self.width // 2, self.y + self.height // 2


class Node:
    """One thing in the tree of an application."""

    def __init__(self, bus, owner, path):
        self.bus, self.owner, self.path = bus, owner, path

    def call(self, interface, method, arguments=None):
        answer = self.bus.call_sync(
            self.owner, self.path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, CALL_LIMIT_MS, None
        )
        return answer.unpack()

    @property
    def name(self):
        arguments = GLib.Variant("(ss)", (ACCESSIBLE, "Name"))
        return self.call("org.freedesktop.DBus.Properties", "Get", arguments)[0]

    @property
    def role(self):
        return self.call(ACCESSIBLE, "GetRole")[0]

    @property
    def children(self):
        return [Node(self.bus, owner, path) for owner, path in self.call(ACCESSIBLE, "GetChildren")[0]]

    @property
    def extents(self):
        """Where it is; `None` for what has no place of its own on the screen, or is gone."""
        try:
            return Extents(*self.call("org.a11y.atspi.Component", "GetExtents", GLib.Variant("(u)", (SCREEN,)))[0])
        except GLib.Error:
            return None

    @property
    def text(self):
        return self.call("org.a11y.atspi.Text", "GetText", GLib.Variant("(ii)", (0, -1)))[0]

    @text.setter
    def text(self, value):
        self.call("org.a11y.atspi.EditableText", "SetTextContents", GLib.Variant("(s)", (value,)))

    def walk(self):
        """This and all below it; what vanishes while being asked is left out."""
        yield self
        try:
            children = self.children
        except GLib.Error:
            return
        for child in children:
            yield from child.walk()


class Desktop:
    """All applications of the session. Making one turns accessibility on."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        for switch in ("IsEnabled", "ScreenReaderEnabled"):
            arguments = GLib.Variant("(ssv)", ("org.a11y.Status", switch, GLib.Variant("b", True)))
            self._call(session, "org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set", arguments)
        address = self._call(session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")[0]
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

    @staticmethod
    def _call(bus, owner, path, interface, method, arguments=None):
        flags = Gio.DBusCallFlags.NONE
        return bus.call_sync(owner, path, interface, method, arguments, None, flags, CALL_LIMIT_MS, None).unpack()

    def applications(self):
        return Node(self.bus, "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root").children

    def nodes(self, pid=None):
        """What the application of a process shows, each with its name and role; of all applications where none is named."""
        for application in self.applications():
            if pid is not None and self._pid(application) != pid:
                continue
            for node in application.walk():
                try:
                    yield node, node.name, node.role
                except GLib.Error:
                    continue

    def _pid(self, application):
        try:
            arguments = GLib.Variant("(s)", (application.owner,))
            method = "GetConnectionUnixProcessID"
            return self._call(self.bus, "org.freedesktop.DBus", "/", "org.freedesktop.DBus", method, arguments)[0]
        except GLib.Error:
            return None
