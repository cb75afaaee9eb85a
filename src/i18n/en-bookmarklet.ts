/** The English words of the bookmarklet: its page, its window, and what it says on other sites. */
export const bookmarklet = {
  way: "Bookmarklet",
  wayHint: "A bookmark that keeps the page you are on",
  title: "Bookmarklet",
  lead: "A bookmark that keeps the page it is tapped on: pages behind a login too, and those whose sites let nobody else read them.",
  name: "Keep with Liuye",
  drag: "Drag it to the bookmarks bar, and press it there on the page you want to keep. On a phone, copy it.",
  copy: "Copy its address",
  copied: "Copied",
  byHand: "The address of the bookmarklet",
  devices: [
    {
      device: "On a computer",
      steps: [
        "Show the bookmarks bar: Ctrl+Shift+B, on a Mac ⌘+Shift+B.",
        "Drag the green button onto it.",
        "On a page you want to keep, press the bookmark. Select a part of the page first, and only that is kept.",
      ],
      note: "",
    },
    {
      device: "On Android",
      steps: [
        "Copy the address above.",
        "Bookmark any page, then edit that bookmark: call it Keep, and paste the copied address in place of its own.",
        "On a page you want to keep, tap the address bar, type Keep and choose the bookmark with that name.",
      ],
      note: "Opened from the list of bookmarks it does nothing; it must be chosen from the address bar.",
    },
    {
      device: "On an iPhone or iPad",
      steps: [
        "Copy the address above.",
        "In Safari, add a bookmark of any page, then edit it in the list of bookmarks: paste the copied address in place of its own.",
        "On a page you want to keep, open the bookmarks and tap it.",
      ],
      note: "It brings pages to the Liuye in Safari. One on the home screen keeps a shelf of its own; to that, copy and paste.",
    },
  ],
  whatTitle: "What it sends",
  what: "It runs only when you tap it. It hands the page’s text, what you selected and the pictures it can read to the Liuye on this device. No server is in between, and nothing you typed into the page goes along.",
  limits:
    "A few sites keep their windows apart from all others. There it offers to copy the page or to save it as one file.",
  notice: {
    trouble:
      "This site does not let the page be handed to Liuye. Copy it and paste it there, or save it and open the file there.",
    open: "Open Liuye",
    copy: "Copy the page",
    copied: "Copied",
    save: "Save as a file",
    close: "Close",
  },
  arrival: {
    waiting: "Waiting for the page",
    asking: "Keep this page?",
    keeping: "Keeping the page",
    kept: "Kept",
    nobody: "No page has arrived",
    refused: "Nothing was kept",
    failed: "Nothing was kept",
  },
  sentences: {
    waiting: "The bookmarklet is gathering its text and pictures.",
    nobody:
      "The site keeps its window apart from this one. Go back to it: the bookmarklet offers a copy or a file there.",
    refused: "What arrived is too large, or is not what the bookmarklet sends.",
  },
  from: (title: string, host: string) => `“${title}”, from ${host}`,
  askWhy: "It was sent by its site itself, or by a bookmarklet that is not from this Liuye.",
  closeWindow: "Close this window",
};
