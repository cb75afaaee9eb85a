/** The kinds of device whose ways of copying a page differ. */
export type Device = "android" | "ios" | "desktop";

/** The kind of device by what its browser says; an iPad says it is a Mac, but a Mac has no touch. */
export function deviceOf({ userAgent, maxTouchPoints }: Pick<Navigator, "userAgent" | "maxTouchPoints">): Device {
  if (/android|harmonyos/i.test(userAgent)) return "android";
  if (/iphone|ipad|ipod/i.test(userAgent) || (/macintosh/i.test(userAgent) && maxTouchPoints > 1)) return "ios";
  return "desktop";
}
