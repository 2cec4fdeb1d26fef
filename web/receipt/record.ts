// SPDX-License-Identifier: Apache-2.0
// A record of the log, read as strictly as the program reads it: known members, their types and values.
import { digestFromHex } from "./bytes.ts";
import { canonicalObject, hasOnly, type Json, type JsonObject } from "./canonical.ts";
import { refusedProof } from "./problem.ts";

/** What the page needs of a record; everything else is under the same hash. */
export interface RecordOf {
  book: string;
  seq: number;
  data: JsonObject;
  lines: { count: number; sha256: Uint8Array; sm3: Uint8Array } | null;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isName = (value: Json | undefined): boolean => typeof value === "string" && value !== "";
const isDigest = (value: Json | undefined): boolean => typeof value === "string" && digestFromHex(value) !== null;
const isKind = (value: Json | undefined): boolean => typeof value === "string" && /^[a-z][a-z0-9_]{0,31}\/v[1-9][0-9]{0,2}$/.test(value);

/** "2016-10-14T01:02:03.000004Z", a day that there is, from 1900 to 2999. */
function isInstant(value: Json | undefined): boolean {
  if (typeof value !== "string" || !/^(19|2\d)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(value)) return false;
  const milliseconds = `${value.slice(0, 23)}Z`;
  const instant = new Date(milliseconds);
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === milliseconds;
}

interface Rule {
  isRequired: boolean;
  isGood: (value: Json | undefined) => boolean;
}

const kRules: Record<string, Rule> = {
  approved_by: { isRequired: false, isGood: isName },
  at: { isRequired: true, isGood: isInstant },
  book: { isRequired: true, isGood: isName },
  by: { isRequired: true, isGood: isName },
  data: { isRequired: true, isGood: isObject },
  lines: { isRequired: false, isGood: (value) => typeof value === "number" && value > 0 },
  lines_sha256: { isRequired: false, isGood: isDigest },
  lines_sm3: { isRequired: false, isGood: isDigest },
  request: { isRequired: false, isGood: isObject },
  rule: { isRequired: false, isGood: isObject },
  seq: { isRequired: true, isGood: (value) => typeof value === "number" && value >= 0 },
  t: { isRequired: true, isGood: isKind },
};

/** SEAL-105 with the member where the bytes are no record. */
export function recordOf(bytes: string): RecordOf {
  const value = canonicalObject(bytes);
  if (value === null || !hasOnly(value, Object.keys(kRules))) return refusedProof("record");
  for (const [name, rule] of Object.entries(kRules)) {
    const isThere = value[name] !== undefined;
    if (isThere ? !rule.isGood(value[name]) : rule.isRequired) refusedProof(`record ${name}`);
  }
  // The members about lines stand or fall together.
  const about = [value["lines"], value["lines_sha256"], value["lines_sm3"]];
  const [count, sha256, sm3] = about;
  const hasLines = about.some((member) => member !== undefined);
  if (hasLines && about.some((member) => member === undefined)) refusedProof("record lines");
  return {
    book: value["book"] as string,
    seq: value["seq"] as number,
    data: value["data"] as JsonObject,
    lines: hasLines
      ? { count: count as number, sha256: digestFromHex(sha256 as string) as Uint8Array, sm3: digestFromHex(sm3 as string) as Uint8Array }
      : null,
  };
}
