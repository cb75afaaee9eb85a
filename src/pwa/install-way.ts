/**
 * How Liuye comes onto the home screen of this browser. `offered`: by our own button. `in-app`: not at all, this is a
 * window of another app, which throws away what is kept in it. `shortcut`: phones without Google's services make a
 * bookmark with an icon, no app. `none`: this browser installs nothing.
 */
export type InstallWay =
  | "installed"
  | "offered"
  | "in-app"
  | "ios-safari"
  | "ios-other"
  | "samsung"
  | "firefox-android"
  | "huawei"
  | "xiaomi"
  | "shortcut"
  | "android"
  | "mac-safari"
  | "desktop"
  | "firefox-desktop"
  | "none";

/** What can be known of a browser without asking the reader. */
export type Device = {
  userAgent: string;
  /** Fingers the screen can tell apart: an iPad says it is a Mac, and no Mac has any. */
  touchPoints: number;
  /** True in a window of its own, without the browser around it. */
  isStandalone: boolean;
  /** True while the browser's own offer to install stands. */
  isOffered: boolean;
};

// In this order: a window inside another app first, the phone's own browsers before the engine they share.
const browsers: readonly (readonly [RegExp, InstallWay])[] = [
  // WeChat, QQ (not the QQ browser), Weibo, Alipay, DingTalk, Douyin and Toutiao, Xiaohongshu, Zhihu, Bilibili; abroad
  // Facebook, Instagram, Line, Telegram; and any bare WebView of Android (`; wv`).
  [
    /MicroMessenger|\bQQ\/[\d.]+|Weibo|AlipayClient|DingTalk|aweme|NewsArticle|\bxhs|xiaohongshu|ZhihuHybrid|BiliApp|FBA[NV]|Instagram|\bLine\/|Telegram|;\s*wv\)/i,
    "in-app",
  ],
  [/SamsungBrowser/, "samsung"],
  [/HuaweiBrowser|ArkWeb|OpenHarmony/, "huawei"],
  [/MiuiBrowser/, "xiaomi"],
  [
    /HeyTapBrowser|VivoBrowser|UCBrowser|MQQBrowser|Quark|HonorBrowser|BIDUBrowser|baiduboxapp|360Browser|QHBrowser|SogouMobile/i,
    "shortcut",
  ],
  [/Android.*(?:Firefox|Fennec)/, "firefox-android"],
  [/(?:Huawei|HONOR|HMSCore|HarmonyOS).*Chrome\//i, "shortcut"], // Chromium on a phone without Google's services
  [/Android.*Chrome\//, "android"],
  [/Firefox\//, "firefox-desktop"],
  [/Chrome\//, "desktop"],
  [/Macintosh.*Version\/.*Safari\//, "mac-safari"],
];

/** iOS browsers that are not Safari, though all of them are WebKit; each has the share button in a place of its own. */
const otherOnIos = /CriOS|FxiOS|EdgiOS|OPiOS|OPT\/|DuckDuckGo|MQQBrowser|UCBrowser|Quark|baiduboxapp|GSA\//;

/** The way onto the home screen for a browser; where it cannot be known, what most can do. */
export function installWay({ userAgent, touchPoints, isStandalone, isOffered }: Device): InstallWay {
  if (isStandalone) return "installed";
  const found = browsers.find(([mark]) => mark.test(userAgent))?.[1] ?? "none";
  if (found === "in-app") return found;
  if (isOffered) return "offered";
  if (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1)) {
    if (otherOnIos.test(userAgent)) return "ios-other";
    return /Safari\//.test(userAgent) ? "ios-safari" : "in-app"; // a web view of some app names no Safari
  }
  return found;
}

/** Whether what is kept in this window would not be there in the installed app: iOS keeps the two apart. */
export function isKeptApart(way: InstallWay): boolean {
  return way === "ios-safari" || way === "ios-other";
}

/** Whether a reader should hear of it before the first page is kept here, because it would stay behind or be lost. */
export function shouldInstallFirst(way: InstallWay): boolean {
  return way === "in-app" || isKeptApart(way);
}
