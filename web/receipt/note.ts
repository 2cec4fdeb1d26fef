// SPDX-License-Identifier: Apache-2.0
// Signed notes (C2SP signed-note) and the checkpoints they hold (C2SP tlog-checkpoint), read as the program reads them.
import { fromBase64, textOf } from "./bytes.ts";
import type { Suite } from "./digest.ts";
import { Refused } from "./problem.ts";

export interface NoteSignature {
  name: string;
  keyId: string; // eight hexadecimal digits
  value: Uint8Array; // behind the key id
}

export interface Note {
  text: string;
  signatures: NoteSignature[];
}

export interface Checkpoint {
  origin: string;
  size: bigint;
  root: Uint8Array;
}

const kBytesMax = 65_536;
const kSignaturesMax = 16;
/** 2^53 − 1: what every program can count. */
const kLeavesMax = BigInt(Number.MAX_SAFE_INTEGER);

export function isNoteName(name: string): boolean {
  return /^[^\u0000-\u0020+\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/u.test(name);
}

/** A decimal number in its one form; null where it is none or too large. */
export function countOf(text: string): bigint | null {
  if (!/^(0|[1-9][0-9]{0,15})$/.test(text)) return null;
  const count = BigInt(text);
  return count <= kLeavesMax ? count : null;
}

/** 32 bytes in base64; null for anything else. */
export function digestOf(text: string): Uint8Array | null {
  const bytes = fromBase64(text);
  return bytes !== null && bytes.length === 32 ? bytes : null;
}

function signatureOf(line: string): NoteSignature {
  const found = /^— ([^ ]+) ([^ ]+)$/u.exec(line);
  const bytes = found === null ? null : fromBase64(found[2] as string);
  if (found === null || bytes === null || bytes.length <= 4 || !isNoteName(found[1] as string)) {
    throw new Refused("SEAL-101", "a line is no signature");
  }
  const keyId = Array.from(bytes.slice(0, 4), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { name: found[1] as string, keyId, value: bytes.slice(4) };
}

/** Whose signatures they are is asked of keys. */
export function noteOf(bytes: Uint8Array): Note {
  if (bytes.length > kBytesMax) throw new Refused("SEAL-101", "too long");
  const file = textOf(bytes);
  if (file === null) throw new Refused("SEAL-101", "not UTF-8");
  const split = file.lastIndexOf("\n\n");
  if (split < 0) throw new Refused("SEAL-101", "no empty line before the signatures");
  const text = file.slice(0, split + 1);
  if (/[\u0000-\u0009\u000b-\u001f]/.test(text)) throw new Refused("SEAL-101", "the text holds control characters");
  const lines = file.slice(split + 2);
  if (lines === "") throw new Refused("SEAL-101", "no signature");
  if (!lines.endsWith("\n")) throw new Refused("SEAL-101", "the last line has no end");
  const signatures = lines.slice(0, -1).split("\n").map(signatureOf);
  if (signatures.length > kSignaturesMax) throw new Refused("SEAL-101", "too many signatures");
  return { text, signatures };
}

export function checkpointOf(text: string): Checkpoint {
  const lines = text.split("\n");
  const [origin, size, root] = [lines[0] ?? "", countOf(lines[1] ?? ""), digestOf(lines[2] ?? "")];
  if (lines.length !== 4 || lines[3] !== "" || origin === "" || size === null || root === null) {
    throw new Refused("SEAL-103", "not an origin, a size and a root");
  }
  return { origin, size, root };
}

/** Which tree an origin is of: "…/sha256" or "…/sm3", a log's later life "…/sha256/2"; null where it says neither. */
export function suiteOf(origin: string): Suite | null {
  const parts = origin.split("/");
  if (parts.length > 1 && countOf(parts[parts.length - 1] ?? "") !== null) parts.pop();
  const last = parts.length > 1 ? parts[parts.length - 1] : "";
  return last === "sha256" || last === "sm3" ? last : null;
}
