"""access mock template

Stands in for the dialog of a desktop, org.freedesktop.impl.portal.Access, and does what it is told to: AddAct() says
what comes of the next dialog, one after the other; a dialog that nothing was said of stays open. Request.Close closes a
dialog as real backends do.

  /usr/bin/python3 -m dbusmock --session --template .../access.py
  busctl --user call org.freedesktop.impl.portal.desktop.mock /org/freedesktop/portal/desktop org.freedesktop.DBus.Mock \
      AddAct s '{"response": 0, "remember": "always", "shape": "pairs"}'

An act has one of these keys:
  response  answer so (u); with remember, the choice, in one of three shapes: pairs (KDE), dict (GTK), keys (GNOME Shell)
  error     answer with the error of that name
  nonsense  answer with values of other types
  twice     answer this (u), and yes after it
  vanish    end without an answer
Dialogs() tells, as JSON, what was asked and what became of it.
"""

import functools
import json
import os

import dbus
import dbus.lowlevel
from dbusmock import MOCK_IFACE

BUS_NAME = "org.freedesktop.impl.portal.desktop.mock"
MAIN_OBJ = "/org/freedesktop/portal/desktop"
MAIN_IFACE = "org.freedesktop.impl.portal.Access"
REQUEST_IFACE = "org.freedesktop.impl.portal.Request"
SYSTEM_BUS = False


def load(mock, parameters):
    mock.acts = list(parameters.get("acts", []))
    mock.dialogs = []
    mock.replies = {}
    mock.close_dialog = functools.partial(close_dialog, mock)


def answer(message, connection, signature, *values):
    reply = dbus.lowlevel.MethodReturnMessage(message)
    reply.append(*values, signature=signature)
    connection.send_message(reply)


def results(act):
    if "remember" not in act:
        return {}
    choice = act["remember"]
    shape = act.get("shape", "pairs")
    if shape == "pairs":
        return {"choices": dbus.Array([("remember", choice)], signature="(ss)", variant_level=1)}
    if shape == "dict":
        return {"choices": dbus.Dictionary({"remember": choice}, signature="sv", variant_level=1)}
    return {"remember": choice}


@dbus.service.method(
    MAIN_IFACE,
    in_signature="osssssa{sv}",
    out_signature="ua{sv}",
    async_callbacks=("_done", "_failed"),
    message_keyword="message",
    connection_keyword="connection",
)
def AccessDialog(self, handle, app_id, parent, title, subtitle, body, options, _done, _failed, message, connection):
    act = self.acts.pop(0) if self.acts else {}
    said = {"app_id": app_id, "parent": parent, "title": title, "subtitle": subtitle, "body": body}
    said.update({"options": options, "handle": handle, "sender": message.get_sender(), "closed": False})
    self.dialogs.append(said)
    if "response" in act:
        answer(message, connection, "ua{sv}", act["response"], results(act))
    elif "error" in act:
        _failed(dbus.exceptions.DBusException("something failed", name=act["error"]))
    elif "nonsense" in act:
        answer(message, connection, "sas", "yes", ["of course"])
    elif "twice" in act:
        answer(message, connection, "ua{sv}", act["twice"], {})
        answer(message, connection, "ua{sv}", 0, {})
    elif "vanish" in act:
        os._exit(1)
    else:
        self.replies[handle] = lambda: answer(message, connection, "ua{sv}", 2, {})
        self.AddObject(handle, REQUEST_IFACE, {}, [("Close", "", "", f"objects['{MAIN_OBJ}'].close_dialog('{handle}')")])


def close_dialog(self, handle):
    self.replies.pop(handle)()
    self.RemoveObject(handle)
    for dialog in self.dialogs:
        dialog["closed"] = dialog["closed"] or dialog["handle"] == handle


@dbus.service.method(MOCK_IFACE, in_signature="s", out_signature="")
def AddAct(self, act):
    self.acts.append(json.loads(act))


@dbus.service.method(MOCK_IFACE, in_signature="", out_signature="s")
def Dialogs(self):
    return json.dumps(self.dialogs)
