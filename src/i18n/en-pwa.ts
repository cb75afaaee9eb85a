import { plural } from "./en-plural.ts";

/** The English words for installing, updating and the number on the app's icon. */
export const pwa = {
  offlineReady: "Liuye now works offline.",
  install: {
    title: "Install Liuye",
    show: "How to",
    done: "Installed",
    first: "Before you keep your first page",
    steps: {
      offered: ["Tap Install below, and say yes when the browser asks."],
      "in-app": [
        "Tap the menu at the top right, then Open in browser.",
        "In the browser, open Liuye and put it on the home screen.",
      ],
      "ios-safari": [
        "Tap the share button in the bar. Where it is not in sight, it is under the three dots.",
        "Scroll down and choose Add to Home Screen. Leave Open as Web App on.",
        "From now on open Liuye from its icon.",
      ],
      "ios-other": [
        "Tap the share button, at the top beside the address or in the menu.",
        "Scroll down and choose Add to Home Screen. Leave Open as Web App on.",
        "From now on open Liuye from its icon.",
      ],
      samsung: ["Tap the install sign in the address bar; or the menu, then Add page to, then Home screen."],
      "firefox-android": ["Tap the menu with three dots.", "Choose Add app to Home screen, or Install."],
      huawei: [
        "Tap the menu at the bottom.",
        "Choose Add to, then Home screen.",
        "If nothing appears, allow the browser to make home screen shortcuts in the phone’s settings.",
      ],
      xiaomi: [
        "Tap the menu at the bottom.",
        "Choose Add to Home screen; in some versions it is behind Bookmark.",
        "If nothing appears, allow the browser to make home screen shortcuts in the phone’s settings.",
      ],
      shortcut: ["Open the browser’s menu.", "Choose Add to Home screen; in some versions it is behind Bookmark."],
      android: ["Tap the menu with three dots.", "Choose Install app, or Add to Home screen."],
      "mac-safari": ["In the menu bar choose File, then Add to Dock."],
      desktop: ["Click the install sign at the end of the address bar; or the menu, then Install."],
      "firefox-desktop": [
        "On Windows: click the sign for web apps at the end of the address bar.",
        "Elsewhere Firefox installs nothing. A bookmark does as well: Liuye opens offline from it.",
      ],
      none: ["This browser installs no apps. A bookmark does as well: Liuye opens offline from it."],
    },
    why: {
      offered: "It then opens in a window of its own, and the browser is more careful with what is kept.",
      "in-app": "This is a window of another app. What you keep in it is thrown away when that app tidies up.",
      apart:
        "On an iPhone or iPad the app on the home screen and this tab keep their pages apart, and Safari clears a tab’s pages after seven days without a visit. Install first, then keep pages there.",
      shortcut:
        "This browser makes a shortcut, not an app. It opens Liuye offline all the same, with the same library, as long as the browser’s data is not cleared.",
      plain: "It then opens in a window of its own, with the same library.",
    },
    handOver: (count: number) =>
      `${plural(count, "page", "pages")} in this tab will not be there in the app. Take a backup along and open it there.`,
    backup: "Make a backup",
    later: "Go on here",
    close: "Done",
    picture: {
      share: "The share button in the browser’s bar",
      add: "Add to Home Screen, in the list of the share button",
      icon: "The icon of Liuye on the home screen",
      menu: "The menu at the top right, and Open in browser in it",
    },
  },
  update: {
    changes: "What changed",
    title: (version: string) => `What changed in ${version}`,
    unknown: "What changed cannot be told without a network.",
    waits: "It takes over when you say so, or the next time Liuye is opened anew.",
    close: "Done",
  },
  badge: {
    title: "Unread on the icon",
    hint: "Shows the number of unread articles on the icon of the installed app.",
    show: "Show the number",
    refused:
      "The system does not let Liuye write on its icon. It can be allowed under Notifications in the system’s settings.",
  },
};
