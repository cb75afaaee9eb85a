import { expect, test } from "vitest";
import { documentNumbersIn } from "#domain/text/document-numbers.ts";
import { standardsIn, typedStandard } from "#domain/text/standards.ts";

test.each([
  ["依据GB/T 19001-2016《质量管理体系》", ["GB/T 19001-2016"]],
  ["按 GB／T 1.1—2020 起草，代替GB/T 1.1-2009", ["GB/T 1.1-2020", "GB/T 1.1-2009"]],
  ["食品接触用塑料 GB 4806.7", ["GB 4806.7"]],
  ["certified to ISO 9001:2015 and ISO/IEC 27001", ["ISO 9001:2015", "ISO/IEC 27001"]],
  ["见GBT19001和JJG 52-1999", ["GB/T 19001", "JJG 52-1999"]],
  ["团体标准 T/CAS 115—2015，地方标准 DB31/T 329.5-2009", ["T/CAS 115-2015", "DB31/T 329.5-2009"]],
  ["GB 7718-94 食品标签", ["GB 7718-1994"]],
  ["NY/T 391 与 HJ 2.2－2018", ["NY/T 391", "HJ 2.2-2018"]],
  ["a 64 GB 128 disk on USB 3.0", []],
  ["没有编号，只有 DVD 19001 和 A4 210", []],
])("%s names its standards", (text, expected) => {
  expect(standardsIn(text)).toEqual(expected);
});

test.each([
  ["gbt19001", "GB/T 19001"],
  ["GB/T 19001-2016", "GB/T 19001-2016"],
  ["gb/t19001—2016", "GB/T 19001-2016"],
  ["gb 4806.7", "GB 4806.7"],
  ["iso9001:2015", "ISO 9001:2015"],
  ["isoiec 27001", "ISO/IEC 27001"],
  ["iso/iec 27001", "ISO/IEC 27001"],
  ["hj 2.2", "HJ 2.2"],
  ["nyt391", "NY/T 391"],
  ["标准化", undefined],
  ["19001", undefined],
  ["gbt", undefined],
])("typed, %s is %s", (typed, expected) => {
  expect(typedStandard(typed)).toBe(expected);
});

test.each([
  ["国质检〔2013〕12号", ["国质检〔2013〕12号"]],
  ["根据国标委综合［2015］第43号文件", ["国标委综合〔2015〕43号"]],
  ["见国办发(2020)7号和国发〔2019〕 3 号。", ["国办发〔2020〕7号", "国发〔2019〕3号"]],
  ["《关于下达计划的通知》（国标委发【2021】12号）", ["国标委发〔2021〕12号"]],
  ["住在人民路（2013）12号楼", []],
  ["2013年第12号公告", []],
])("%s holds its 文号", (text, expected) => {
  expect(documentNumbersIn(text)).toEqual(expected);
});
