import { expect, test } from "vitest";
import { LibraryDatabase } from "#library/database.ts";
import { migrations } from "#library/migrations.ts";

const article = {
  ...{
    id: "a",
    identity: "text:1",
    title: "旧文",
    excerpt: "",
    lang: "zh",
    savedAt: 1,
    refreshedAt: 1,
    favouritedAt: 2,
  },
  length: { han: 2, words: 0 },
  keepMe: { deep: ["词"] },
};
const content = { id: "a", html: "<p>旧文</p>", text: "旧文", sanitizer: 1 };

for (const [index] of migrations.entries()) {
  test(`a library last opened in version ${index + 1} still opens, with nothing lost`, async () => {
    const name = `liuye-at-${index + 1}`;
    const then = new LibraryDatabase(name, migrations.slice(0, index + 1));
    await then.table("articles").put(article);
    await then.table("contents").put(content);
    await then.table("tombstones").put({ id: "gone", at: 3 });
    then.close();
    const now = new LibraryDatabase(name);
    expect(await now.table("articles").toArray()).toEqual([article]);
    expect(await now.table("contents").toArray()).toEqual([content]);
    expect(await now.table("tombstones").toArray()).toEqual([{ id: "gone", at: 3 }]);
    expect(now.verno).toBe(migrations.length);
    await now.delete();
  });
}
