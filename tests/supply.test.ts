// What Liuye takes from others: exactly, without running any of it at installation, and on terms that are told.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { shippedLicences } from "../scripts/licences.ts";

const read = (file: string) => readFileSync(file, "utf8");
const manifest = JSON.parse(read("package.json"));

test("every dependency has one exact version, and the lock file has the same", () => {
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
  expect(
    Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-build\d+)?$/.test(String(version))),
  ).toEqual([]);
  const { "": own } = JSON.parse(read("package-lock.json")).packages;
  expect({ ...own.dependencies, ...own.devDependencies }).toEqual(wanted);
});

test("no dependency runs a program when it is installed", () => {
  expect(read(".npmrc")).toMatch(/^ignore-scripts=true$/m);
});

test("every package that ships has a licence with its words", () => {
  const shipped = shippedLicences(process.cwd());
  expect(shipped.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(manifest.dependencies)));
  expect(
    shipped.filter(({ licence, text }) => licence === "" || (text === "" && !/^(?:MIT|ISC)/.test(licence))),
  ).toEqual([]);
});

test("no script and no style of another site is in the page", () => {
  expect(read("index.html")).not.toMatch(/(?:src|href)=["']?(?:https?:)?\/\//);
});

test("the header files say the same to every host", () => {
  for (const words of ["frame-ancestors 'self'", "nosniff", "no-referrer", "SAMEORIGIN"])
    for (const file of ["_headers", ".htaccess", "vercel.json"]) expect(read(`public/${file}`), file).toContain(words);
  expect(read("public/.htaccess") + read("public/vercel.json")).not.toContain("Cross-Origin-Opener-Policy");
});
