import { beforeEach, describe, expect, test } from "vitest";
import { filesOf, inboxName, leaveShare, takeOut, waitingShares } from "#capture/share-inbox.ts";

const megabyte = 1024 * 1024;

beforeEach(async () => {
  await caches.delete(inboxName);
});

describe("the share inbox", () => {
  test("gives back what was left in it, the earliest first", async () => {
    await leaveShare(formOf({ title: "后来" }), 2000);
    await leaveShare(
      formOf({ text: " 先到 ", files: [new File(["<p>风</p>"], "风筝.html", { type: "text/html" })] }),
      1000,
    );
    const [first, second] = await waitingShares();
    expect(second?.title).toBe("后来");
    expect(first).toMatchObject({ text: "先到", left: 0, files: [{ name: "风筝.html", type: "text/html", size: 10 }] });
    const [file] = first ? await filesOf(first) : [];
    expect(file?.name).toBe("风筝.html");
    expect(await file?.text()).toBe("<p>风</p>");
  });

  test("keeps nothing of a share that was taken out", async () => {
    await leaveShare(formOf({ files: [new File(["a"], "a.txt"), new File(["b"], "b.txt")] }), 1000);
    for (const share of await waitingShares()) await takeOut(share);
    expect(await waitingShares()).toEqual([]);
    expect(await (await caches.open(inboxName)).keys()).toEqual([]);
  });

  test("takes twenty files and a hundred megabytes, and says how many were left", async () => {
    const many = Array.from({ length: 23 }, (_, index) => new File(["a"], `${index}.txt`));
    await leaveShare(formOf({ files: many }), 1000);
    const large = [new File([new Uint8Array(101 * megabyte)], "large.zip"), new File(["small"], "small.txt")];
    await leaveShare(formOf({ files: large }), 2000);
    const [first, second] = await waitingShares();
    expect(first).toMatchObject({ left: 3 });
    expect(first?.files).toHaveLength(20);
    expect(second).toMatchObject({ left: 1, files: [{ name: "small.txt" }] });
  });

  test("counts what already waits", async () => {
    await leaveShare(formOf({ files: [new File([new Uint8Array(60 * megabyte)], "one.zip")] }), 1000);
    await leaveShare(formOf({ files: [new File([new Uint8Array(60 * megabyte)], "two.zip")] }), 2000);
    expect((await waitingShares()).map(({ files, left }) => [files.length, left])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  test("holds twenty shares, and never pushes one out for another", async () => {
    for (let number = 0; number < 20; number++) await leaveShare(formOf({ title: `${number}` }), number);
    expect(await leaveShare(formOf({ title: "one more" }), 100)).toBe("full");
    expect((await waitingShares()).map(({ title }) => title)).toEqual(Array.from({ length: 20 }, (_, n) => `${n}`));
  });

  test("takes the same words once, and no empty share", async () => {
    expect(await leaveShare(formOf({ url: "https://example.org/a" }), 1000)).toBe("left");
    expect(await leaveShare(formOf({ url: "https://example.org/a" }), 2000)).toBe("left");
    expect(await leaveShare(formOf({ title: " " }), 3000)).toBe("empty");
    expect(await leaveShare(formOf({ files: [new File([], "")] }), 4000)).toBe("empty");
    expect(await waitingShares()).toHaveLength(1);
  });

  test("shows no share that was cut short, and clears it away in time", async () => {
    const inbox = await caches.open(inboxName);
    const now = Date.now();
    const key = (at: number) => `/${inboxName}/${at}-cut-short/0`;
    await inbox.put(key(now), new Response("still being written"));
    await inbox.put(key(now - 2 * 60 * 60 * 1000), new Response("abandoned"));
    expect(await waitingShares()).toEqual([]);
    expect((await inbox.keys()).map(({ url }) => new URL(url).pathname)).toEqual([key(now)]);
  });
});

function formOf({ files = [], ...words }: { title?: string; text?: string; url?: string; files?: File[] }): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(words)) form.set(name, value);
  for (const file of files) form.append("files", file);
  return form;
}
