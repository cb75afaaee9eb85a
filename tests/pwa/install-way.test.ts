import { describe, expect, test } from "vitest";
import { type InstallWay, installWay, isKeptApart, shouldInstallFirst } from "#pwa/install-way.ts";

const webkit = "AppleWebKit/605.1.15 (KHTML, like Gecko)";
const blink = "AppleWebKit/537.36 (KHTML, like Gecko)";
const iphone = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) ${webkit}`;
const mac = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Version/26.0 Safari/605.1.15`;

// What browsers really send, by the name each goes by.
const agents: [name: string, userAgent: string, way: InstallWay, touchPoints?: number][] = [
  ["Safari, iPhone", `${iphone} Version/26.0 Mobile/15E148 Safari/604.1`, "ios-safari", 5],
  ["Safari, iPad that says it is a Mac", mac, "ios-safari", 5],
  ["Safari, Mac", mac, "mac-safari"],
  ["Chrome, iPhone", `${iphone} CriOS/142.0.7444.77 Mobile/15E148 Safari/604.1`, "ios-other", 5],
  ["Edge, iPhone", `${iphone} Version/18.0 EdgiOS/142.0.3595.66 Mobile/15E148 Safari/604.1`, "ios-other", 5],
  ["Firefox, iPhone", `${iphone} FxiOS/145.0 Mobile/15E148 Safari/604.1`, "ios-other", 5],
  [
    "QQ browser, iPhone",
    `${iphone} Version/18.0 MQQBrowser/15.9.1 Mobile/15E148 Safari/604.1 QBWebViewUA/2 QBWebViewType/1`,
    "ios-other",
    5,
  ],
  [
    "WeChat, iPhone",
    `${iphone} Mobile/15E148 MicroMessenger/8.0.64(0x18004034) NetType/WIFI Language/zh_CN`,
    "in-app",
    5,
  ],
  [
    "QQ, iPhone",
    `${iphone} Mobile/15E148 QQ/9.1.55.620 V1_IPH_SQ_9.1.55_1_APP_A Pixel/1170 SimpleUISwitch/0`,
    "in-app",
    5,
  ],
  ["a bare web view, iPhone", `${iphone} Mobile/15E148`, "in-app", 5],
  ["Facebook, iPhone", `${iphone} Mobile/15E148 [FBAN/FBIOS;FBAV/535.0.0.30.93;FBBV/810000000]`, "in-app", 5],
  [
    "Chrome, Android",
    `Mozilla/5.0 (Linux; Android 10; K) ${blink} Chrome/142.0.0.0 Mobile Safari/537.36`,
    "android",
    5,
  ],
  [
    "Edge, Android",
    `Mozilla/5.0 (Linux; Android 10; K) ${blink} Chrome/142.0.0.0 Mobile Safari/537.36 EdgA/142.0.0.0`,
    "android",
    5,
  ],
  [
    "Samsung Internet",
    `Mozilla/5.0 (Linux; Android 10; K) ${blink} SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36`,
    "samsung",
    5,
  ],
  ["Firefox, Android", "Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0", "firefox-android", 5],
  [
    "Huawei browser, EMUI",
    `Mozilla/5.0 (Linux; Android 12; NOH-AN00; HMSCore 6.15.0.302) ${blink} Chrome/114.0.5735.196 HuaweiBrowser/16.0.6.300 Mobile Safari/537.36`,
    "huawei",
    5,
  ],
  [
    "Huawei browser, HarmonyOS 5",
    `Mozilla/5.0 (Phone; OpenHarmony 5.0) ${blink} Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile HuaweiBrowser/5.1.5.315`,
    "huawei",
    5,
  ],
  [
    "Edge on a Huawei without Google",
    `Mozilla/5.0 (Linux; Android 12; HUAWEI NOH-AN00; HMSCore 6.15.0) ${blink} Chrome/130.0.0.0 Mobile Safari/537.36 EdgA/130.0.0.0`,
    "shortcut",
    5,
  ],
  [
    "Xiaomi browser",
    `Mozilla/5.0 (Linux; U; Android 14; zh-cn; 23127PN0CC Build/UKQ1.230804.001) ${blink} Version/4.0 Chrome/109.0.5414.118 Mobile Safari/537.36 XiaoMi/MiuiBrowser/18.8.50320`,
    "xiaomi",
    5,
  ],
  [
    "OPPO browser",
    `Mozilla/5.0 (Linux; U; Android 14; zh-cn; PHZ110 Build/UKQ1.230924.001) ${blink} Version/4.0 Chrome/115.0.5790.168 Mobile Safari/537.36 HeyTapBrowser/45.11.0.1`,
    "shortcut",
    5,
  ],
  [
    "vivo browser",
    `Mozilla/5.0 (Linux; Android 14; V2309A; wvx Build/UP1A) ${blink} Chrome/123.0.6312.118 Mobile Safari/537.36 VivoBrowser/24.7.0.1`,
    "shortcut",
    5,
  ],
  [
    "UC",
    `Mozilla/5.0 (Linux; U; Android 13; zh-CN; M2012K11AC Build/TKQ1) ${blink} Version/4.0 Chrome/100.0.4896.58 UCBrowser/17.2.6.1358 Mobile Safari/537.36`,
    "shortcut",
    5,
  ],
  [
    "QQ browser, Android",
    `Mozilla/5.0 (Linux; U; Android 13; zh-cn; M2012K11AC Build/TKQ1) ${blink} Version/4.0 Chrome/121.0.6167.71 MQQBrowser/15.6 Mobile Safari/537.36`,
    "shortcut",
    5,
  ],
  [
    "WeChat, Android",
    `Mozilla/5.0 (Linux; Android 14; 23127PN0CC Build/UKQ1.230804.001; wv) ${blink} Version/4.0 Chrome/134.0.6998.136 Mobile Safari/537.36 XWEB/1340129 MMWEBSDK/20250201 MicroMessenger/8.0.58.2841 WeChat/arm64 NetType/WIFI Language/zh_CN ABI/arm64`,
    "in-app",
    5,
  ],
  [
    "WeChat, computer",
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${blink} Chrome/132.0.0.0 Safari/537.36 NetType/WIFI MicroMessenger/7.0.20.1781(0x6700143B) WindowsWechat(0x63090c33) XWEB/14315 Flue`,
    "in-app",
  ],
  [
    "QQ, Android",
    `Mozilla/5.0 (Linux; Android 13; M2012K11AC Build/TKQ1; wv) ${blink} Version/4.0 Chrome/109.0.5414.86 MQQBrowser/6.2 TBS/046291 Mobile Safari/537.36 V1_AND_SQ_9.1.0_6000_YYB_D QQ/9.1.0.20545 NetType/WIFI`,
    "in-app",
    5,
  ],
  [
    "Weibo, Android",
    `Mozilla/5.0 (Linux; Android 14; 2312 Build/UKQ1; wv) ${blink} Version/4.0 Chrome/120.0.0.0 Mobile Safari/537.36 Weibo (Xiaomi-2312__weibo__14.10.0__android__android14)`,
    "in-app",
    5,
  ],
  ["Chrome, Windows", `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${blink} Chrome/142.0.0.0 Safari/537.36`, "desktop"],
  [
    "Edge, Windows with a touch screen",
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${blink} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`,
    "desktop",
    10,
  ],
  ["Firefox, Linux", "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "firefox-desktop"],
  ["WebKitGTK", `Mozilla/5.0 (X11; Linux x86_64) ${webkit} Version/26.0 Safari/605.1.15`, "none"],
  ["nothing known", "", "none"],
];

const device = { isStandalone: false, isOffered: false, touchPoints: 0 };

describe("the way onto the home screen", () => {
  test.each(agents)("%s", (_, userAgent, way, touchPoints = 0) => {
    expect(installWay({ ...device, userAgent, touchPoints })).toBe(way);
  });

  test("an offer of the browser is better than words, except in a window that forgets", () => {
    for (const [, userAgent, way] of agents) {
      const offered = installWay({ ...device, userAgent, isOffered: true });
      expect(offered).toBe(way === "in-app" && !userAgent.endsWith("Mobile/15E148") ? "in-app" : "offered");
    }
  });

  test("an installed Liuye has nothing more to install", () => {
    for (const [, userAgent] of agents)
      expect(installWay({ ...device, userAgent, isStandalone: true })).toBe("installed");
  });

  test("only what would be left behind or lost is said before the first page is kept", () => {
    expect([...new Set(agents.map(([, , way]) => way))].filter(shouldInstallFirst).sort()).toEqual([
      "in-app",
      "ios-other",
      "ios-safari",
    ]);
    expect(isKeptApart("in-app")).toBe(false); // it is lost there, whatever is installed
  });
});
