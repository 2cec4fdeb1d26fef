// SPDX-License-Identifier: Apache-2.0
// Canonical JSON (RFC 8785) of the log: whole numbers, no control characters; a text is taken when writing its value again
// gives the same text.

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

const kDepthMax = 16;

function writtenText(text: string): string {
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(text)) throw new Error("a control character");
  return JSON.stringify(text);
}

/** Names in the order of their UTF-16 units; numbers only where they are whole and exact. Throws for any other. */
function written(value: Json, depth = 0): string {
  if (typeof value === "string") return writtenText(value);
  if (typeof value === "number" && !Number.isSafeInteger(value)) throw new Error("not a whole number");
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (depth === kDepthMax) throw new Error("too deep");
  if (Array.isArray(value)) return `[${value.map((item) => written(item, depth + 1)).join(",")}]`;
  const names = Object.keys(value).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${names.map((name) => `${writtenText(name)}:${written(value[name] as Json, depth + 1)}`).join(",")}}`;
}

/** The object, or null where the text is not the canonical text of one: a name twice, blanks, another order, 1.0. */
export function canonicalObject(text: string): JsonObject | null {
  try {
    const value = JSON.parse(text) as Json;
    if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
    return written(value) === text ? value : null;
  } catch {
    return null;
  }
}

/** Whether the object has exactly these names. */
export function hasOnly(object: JsonObject, names: string[]): boolean {
  return Object.keys(object).every((name) => names.includes(name));
}
