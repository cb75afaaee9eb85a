#!/usr/bin/python3
"""The smallest WebKitGTK browser WebKitWebDriver can drive whose profile outlives it.

MiniBrowser keeps nothing once it closes, so neither a restart nor a dead server can be tried in it.
Usage: webkit-browser.py --profile=FOLDER --size=390x844
"""

import signal
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

# Safari ships these; WebKitGTK has them switched off.
SAFARI_FEATURES = {"StorageAPI", "StorageAPIEstimate", "FileSystem", "FileSystemWritableStream"}

options = dict(word[2:].split("=", 1) for word in sys.argv[1:] if word.startswith("--") and "=" in word)
profile = options["profile"]
width, height = (int(number) for number in options["size"].split("x"))


def settings():
    chosen = WebKit2.Settings(javascript_can_open_windows_automatically=True)
    features = WebKit2.Settings.get_all_features()
    for feature in (features.get(index) for index in range(features.get_length())):
        if feature.get_identifier() in SAFARI_FEATURES:
            chosen.set_feature_enabled(feature, True)
    return chosen


def show(**where):
    view = WebKit2.WebView(settings=settings(), is_controlled_by_automation=True, **where)
    window = Gtk.Window(default_width=width, default_height=height, decorated=False)
    window.add(view)
    window.show_all()
    view.connect("close", lambda _: window.destroy())
    view.connect("create", lambda opener, _: show(related_view=opener))
    return view


def automate(context, session):
    name = WebKit2.ApplicationInfo()
    name.set_name("webkit-browser")
    name.set_version(WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
    session.set_application_info(name)
    session.connect("create-web-view", lambda _: show(web_context=context))
    # Quitting by itself, a moment after the answer has left, writes the storage out.
    session.connect("will-close", lambda _: GLib.timeout_add(10, Gtk.main_quit))


storage = WebKit2.WebsiteDataManager(base_data_directory=profile + "/data", base_cache_directory=profile + "/cache")
context = WebKit2.WebContext(website_data_manager=storage)
context.set_automation_allowed(True)
context.connect("automation-started", automate)
GLib.unix_signal_add(GLib.PRIORITY_HIGH, signal.SIGTERM, Gtk.main_quit)
Gtk.main()
