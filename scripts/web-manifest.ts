// What the system is told of Liuye when it is installed.
import type { ManifestOptions } from "vite-plugin-pwa";

/** The files Liuye opens, by type and ending: those shared with it, and those the system offers to open with it. */
const fileTypes = {
  "text/html": [".html", ".htm"],
  "application/xhtml+xml": [".xhtml"],
  "text/plain": [".txt"],
  "text/markdown": [".md", ".markdown"],
  "multipart/related": [".mht", ".mhtml"],
  "application/epub+zip": [".epub"],
  "application/x-webarchive": [".webarchive"],
  "application/zip": [".zip"],
};

/** A long press on the icon; each address opens from a cold start, with no network too. */
const shortcuts = [
  { name: "留下一页 Keep a page", short_name: "留下一页", url: "./?add=", icon: "add" },
  { name: "未读 Unread", short_name: "未读", url: "./#/shelf?state=unread", icon: "unread" },
  { name: "收藏 Favourites", short_name: "收藏", url: "./#/favourites", icon: "favourites" },
  { name: "搜索 Search", short_name: "搜索", url: "./#/search", icon: "search" },
];

const narrow = { sizes: "780x1688", type: "image/png", form_factor: "narrow" } as const;
const wide = { sizes: "2560x1600", type: "image/png", form_factor: "wide" } as const;

// No id: it would be resolved against the origin, and two copies under one origin would become one app. Without one it is
// the start address, folder and all, which for that reason never gets anything after its "./".
export const webManifest: Partial<ManifestOptions> = {
  name: "留页 Liuye",
  short_name: "留页",
  description: "Keep a page, read it offline. 留下一页，随处可读。",
  lang: "zh-Hans",
  dir: "ltr",
  start_url: "./",
  scope: "./",
  display: "standalone",
  display_override: ["standalone", "minimal-ui"],
  background_color: "#faf8f3",
  theme_color: "#faf8f3", // of the light paper; on the dark one the page's own <meta> has the word
  prefer_related_applications: false,
  // Answered by the service worker alone, from what any site or app may send: see capture/share-inbox.ts.
  share_target: {
    action: "share",
    method: "POST",
    enctype: "multipart/form-data",
    params: {
      title: "title",
      text: "text",
      url: "url",
      files: [{ name: "files", accept: Object.entries(fileTypes).flat(2) }],
    },
  },
  file_handlers: [{ action: "./", accept: fileTypes }],
  // Not "focus-existing": with it Chromium hands over the address alone, and the files of a share are lost.
  launch_handler: { client_mode: "auto" },
  categories: ["books", "news", "productivity"],
  shortcuts: shortcuts.map(({ icon, ...shortcut }) => ({
    ...shortcut,
    icons: [{ src: `icons/shortcut-${icon}.png`, sizes: "96x96", type: "image/png" }],
  })),
  screenshots: [
    { src: "screenshots/shelf-390.png", label: "书架 The shelf", ...narrow },
    { src: "screenshots/reader-390.png", label: "读一篇文章 Reading an article", ...narrow },
    { src: "screenshots/desk-1280.png", label: "书架与文章并排 The shelf beside an article", ...wide },
    { src: "screenshots/night-1280.png", label: "夜里的书架与文章 The shelf and an article at night", ...wide },
  ],
  icons: [
    { src: "icons/icon-192.png", sizes: "192x192", type: "image/png", purpose: "any" },
    { src: "icons/icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
    { src: "icons/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
  ],
};
