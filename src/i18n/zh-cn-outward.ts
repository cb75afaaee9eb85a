import type { Messages } from "./en.ts";

/** 通往外面的话，以及留页用了谁的成果。 */
export const outward: Pick<Messages, "licences" | "leaving"> = {
  licences: {
    title: "开源许可",
    hint: "留页用了谁的成果",
    open: "查看",
    about: (count) => `留页用了 ${count} 个别人写的软件包，名称和许可列在下面。`,
    close: "完成",
  },
  leaving: {
    title: "这个链接另有去处",
    says: (written, host) => `文字写的是 ${written}，打开的却是 ${host}。`,
    open: (host) => `打开 ${host}`,
    stay: "不打开",
  },
};
