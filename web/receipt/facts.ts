// SPDX-License-Identifier: Apache-2.0
// What a checked receipt says, as names and texts in the order of the printed slip.
import { base64Of } from "./bytes.ts";
import type { Json, JsonObject } from "./canonical.ts";
import type { Receipt } from "./receipt.ts";

export interface Fact {
  zh: string;
  en: string;
  text: string;
}

const textIn = (object: JsonObject, name: string): string => {
  const value: Json | undefined = object[name];
  return typeof value === "string" ? value : "";
};

/** Fen as yuan with two decimals and groups of three: 1234567 is "12,345.67". Whole numbers only. */
export function yuan(fen: number): string {
  const digits = Math.abs(fen).toString().padStart(3, "0");
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${fen < 0 ? "-" : ""}${whole}.${digits.slice(-2)}`;
}

/** Seconds since 1970 as the minute in China, "2016-10-20 09:05". */
export function minuteInChina(seconds: number): string {
  return new Date((seconds + 8 * 3600) * 1000).toISOString().slice(0, 16).replace("T", " ");
}

function lineFacts(line: JsonObject): Fact[] {
  const amount = line["amount"];
  return [
    { zh: "金额", en: "amount", text: typeof amount === "number" ? yuan(amount) : "" },
    { zh: "方向", en: "side", text: textIn(line, "side") === "credit" ? "贷" : "借" },
    { zh: "科目", en: "account", text: textIn(line, "account") },
    { zh: "资金来源", en: "fund", text: textIn(line, "fund") },
    { zh: "项目", en: "project", text: textIn(line, "project") },
    { zh: "户或单位代码", en: "subject", text: textIn(line, "subject") },
  ];
}

/** Facts without a text are left out. */
export function factsOf(receipt: Receipt): Fact[] {
  const { record, line, checkpoint, trust } = receipt;
  const number = record.data["number"];
  const witnesses = trust.witnesses.map((witness) => `${witness.name}（${minuteInChina(witness.time)}）`);
  return [
    { zh: "收据码", en: "code", text: receipt.code },
    { zh: "账套", en: "book", text: record.book },
    { zh: "记录", en: "record", text: String(record.seq) },
    { zh: "记账日期", en: "date", text: textIn(record.data, "date") },
    { zh: "凭证字", en: "type", text: textIn(record.data, "type") },
    { zh: "凭证号", en: "number", text: typeof number === "number" ? String(number) : "" },
    { zh: "摘要", en: "summary", text: textIn(record.data, "summary") },
    ...(line === null ? [] : [{ zh: "分录", en: "line", text: String(line.index + 1) }, ...lineFacts(line.content)]),
    { zh: "检查点（记录数）", en: "checkpoint, records", text: String(checkpoint.size) },
    { zh: "根（前十二位）", en: "root, first twelve", text: base64Of(checkpoint.root).slice(0, 12) },
    { zh: "出具", en: "log", text: trust.log?.name ?? "" },
    { zh: "见证", en: "witnesses", text: witnesses.length === 0 ? "无 none" : witnesses.join("，") },
  ].filter((fact) => fact.text !== "");
}
