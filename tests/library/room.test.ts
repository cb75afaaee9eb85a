import { beforeEach, expect, test } from "vitest";
import { database } from "#library/database.ts";
import { freeOriginals, measureRoom } from "#library/room.ts";

beforeEach(async () => {
  await Promise.all(database.tables.map((table) => table.clear()));
});

async function measured() {
  const steps = [];
  for await (const step of measureRoom()) steps.push(step);
  return steps;
}

test("texts, pictures and kept pages are added up apart, step by step", async () => {
  const bytes = (size: number) => new Uint8Array(size).buffer;
  await database.contents.bulkAdd(
    Array.from({ length: 120 }, (_, at) => ({ id: `c${at}`, html: "<p>春</p>", text: "plain", sanitizer: 1 })),
  );
  await database.pictures.bulkAdd(
    [1, 2].map((at) => ({ id: `p${at}`, type: "image/png", bytes: bytes(300), width: 1, height: 1 })),
  );
  await database.originals.add({ id: "c1", kind: "html", gzip: bytes(70) });
  const steps = await measured();
  expect(steps[0]).toMatchObject({ done: 0, total: 123 });
  expect(steps.length).toBeGreaterThan(4);
  expect(steps.at(-1)).toEqual({
    done: 123,
    total: 123,
    room: { texts: 120 * ("<p>春</p>".length * 2 + "plain".length), pictures: 600, originals: 70, versions: 0 },
  });
});

test("letting go of kept pages leaves everything else", async () => {
  await database.contents.add({ id: "a", html: "<p>x</p>", text: "x", sanitizer: 1 });
  await database.originals.add({ id: "a", kind: "html", gzip: new ArrayBuffer(9) });
  expect(await freeOriginals()).toBe(1);
  expect((await measured()).at(-1)?.room).toMatchObject({ originals: 0, texts: 9 });
});
