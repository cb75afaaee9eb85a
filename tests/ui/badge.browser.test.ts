import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { capture } from "#capture/capture.ts";
import { database } from "#library/database.ts";
import { openLibrary } from "#library/lifecycle.ts";
import { trashArticles } from "#library/trash.ts";

let shown: number | "none" = "none";

beforeAll(async () => {
  localStorage.clear();
  Object.assign(navigator, {
    setAppBadge: async (count: number) => {
      shown = count;
    },
    clearAppBadge: async () => {
      shown = "none";
    },
  });
  await openLibrary();
  await Promise.all(database.tables.map((table) => table.clear()));
});

afterAll(() => localStorage.clear());

test("the icon counts what is unread, only when it is wanted, and is cleared when it is not", async () => {
  const { badgeWanted, beginBadge } = await import("#ui/badge.ts");
  const ids = [await keep("渡口"), await keep("风筝")];
  beginBadge();
  await new Promise((resolve) => setTimeout(resolve, 400)); // the shelf has been read by now
  expect(shown).toBe("none");
  badgeWanted.value = "yes";
  await vi.waitFor(() => expect(shown).toBe(2));
  await trashArticles([ids[0] ?? ""], Date.now());
  await vi.waitFor(() => expect(shown).toBe(1));
  badgeWanted.value = "no";
  await vi.waitFor(() => expect(shown).toBe("none"));
});

async function keep(title: string): Promise<string> {
  const content = `<!doctype html><title>${title}</title><p>${`${title}的故事，从河的这一岸讲起。`.repeat(20)}</p>`;
  const { article } = await capture({ kind: "html", via: "html", content }, Date.now());
  return article.id;
}
