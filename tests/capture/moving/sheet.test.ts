import { describe, expect, test } from "vitest";
import { encodeAs } from "../../fixtures/encode.ts";
import { bytesOf, moveIn, moveOf } from "./read-move.ts";

describe("tables come in many forms", () => {
  const plain = moveIn("instapaper.csv");
  const text = new TextDecoder().decode(bytesOf("instapaper.csv"));

  test.each([
    ["Windows lines", text.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\uFEFF${text}`],
    ["empty lines before and after", `\n\n${text}\n\n,,,,,\n`],
    ["a header in capitals and with spaces", text.replace(/^.*/, " URL , TITLE,selection,FOLDER,timestamp,TAGS")],
    ["a quoted header", text.replace(/^.*/, '"URL","Title","Selection","Folder","Timestamp","Tags"')],
  ])("%s", (_, variant) => {
    expect(moveOf(variant)).toEqual(plain);
  });

  test("semicolons and tabs, as spreadsheets write them", () => {
    const rows = [
      ["Tags", "Folder", "Selection", "Title", "URL"],
      ["", "Starred", '"a;b\t""c"""', "标题, 逗号", "https://example.com/1"],
    ];
    for (const separator of [";", "\t"]) {
      const sheet = rows.map((row) => row.join(separator)).join("\n");
      expect(moveOf(`sep=${separator}\n${sheet}`)).toEqual(moveOf(sheet));
      expect(moveOf(sheet)?.belongings).toEqual([
        {
          url: "https://example.com/1",
          title: "标题, 逗号",
          favourite: true,
          tags: [],
          note: 'a;b\t"c"',
          highlights: [],
        },
      ]);
    }
  });

  test("UTF-16, as Excel saves it", () => {
    const units = Uint16Array.from(`\uFEFF${text}`, (character) => character.charCodeAt(0));
    expect(moveOf(new Uint8Array(units.buffer))).toEqual(plain);
  });

  test("GBK, as Excel in China saves it", () => {
    const rows = Array.from(
      { length: 20 },
      (_, at) => `深圳河边的早晨之${at},https://example.com/${at},1600000000,散文,unread`,
    );
    const csv = `title,url,time_added,tags,status\r\n${rows.join("\r\n")}`;
    expect(moveOf(encodeAs("gb18030", csv))).toEqual(moveOf(csv));
  });

  test("rows that are too short or too long, and columns called like parts of objects", () => {
    const csv =
      "url,time_added,__proto__,constructor\nhttps://example.com/1\nhttps://example.com/2,1600000000,x,y,z,z\n";
    expect(moveOf(csv)?.belongings).toEqual([
      { url: "https://example.com/1", tags: [], highlights: [] },
      { url: "https://example.com/2", savedAt: 1600000000000, tags: [], highlights: [] },
    ]);
    expect({}).not.toHaveProperty("x");
  });

  test("a quote that never closes takes no rows with it", () => {
    const csv = 'url,title,time_added\nhttps://e.com/1,"torn,1\nhttps://e.com/2,b,1\nhttps://e.com/3,c,1600000000\n';
    expect(moveOf(csv)?.belongings.map(({ url }) => url)).toEqual([
      "https://e.com/1",
      "https://e.com/2",
      "https://e.com/3",
    ]);
  });

  test("a single cell of five megabytes", () => {
    const csv = `URL,Title,Selection,Folder\nhttps://example.com/1,T,"${"长".repeat(1_700_000)}",Unread`;
    expect(moveOf(csv)?.belongings[0]?.note).toHaveLength(1_700_000);
    expect(moveOf("x".repeat(5_000_000))).toBeUndefined();
    expect(moveOf(`url,${"x".repeat(5_000_000)}`)).toBeUndefined();
  });
});
