// SPDX-License-Identifier: Apache-2.0
// Named public keys (vkeys) and the check of their signatures: Ed25519 (RFC 8032) and SM2 (GB/T 32918.2-2016).
import { ed25519 } from "@noble/curves/ed25519";
import { sha256 } from "@noble/hashes/sha2";
import { sm2 } from "sm-crypto-v2";

import { equal, fromBase64, hexOf, joined, utf8 } from "./bytes.ts";
import { isNoteName, type Note } from "./note.ts";

export type Use = "log" | "witness";
export type Algorithm = "ed25519" | "sm2";

export interface NoteKey {
  name: string;
  id: string; // eight hexadecimal digits
  use: Use;
  algorithm: Algorithm;
  bytes: Uint8Array;
}

/** The identity in every SM2 signature (GM/T 0009-2012 §10). */
const kSm2Identity = "1234567812345678";
const kSm2Order = BigInt("0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123");

const kTypes: { algorithm: Algorithm; use: Use; bytes: Uint8Array }[] = [
  { algorithm: "ed25519", use: "log", bytes: Uint8Array.of(1) },
  { algorithm: "ed25519", use: "witness", bytes: Uint8Array.of(4) },
  { algorithm: "sm2", use: "log", bytes: joined(Uint8Array.of(0xff), utf8("sm2-sm3-gmt0009/v1")) },
  { algorithm: "sm2", use: "witness", bytes: joined(Uint8Array.of(0xff), utf8("sm2-sm3-cosignature/v1")) },
];

/** A point on the curve in its one form, and none of small order, with which one signature can fit many messages. */
function isKey(algorithm: Algorithm, bytes: Uint8Array): boolean {
  try {
    if (algorithm === "ed25519") return bytes.length === 32 && !ed25519.ExtendedPoint.fromHex(bytes, false).isSmallOrder();
    return bytes.length === 65 && bytes[0] === 4 && sm2.verifyPublicKey(hexOf(bytes));
  } catch {
    return false;
  }
}

/** The key of "NAME+1a2b3c4d+BASE64"; the reason where the text is none. */
export function keyOf(text: string): NoteKey | string {
  const first = text.indexOf("+");
  const second = text.indexOf("+", first + 1);
  const name = text.slice(0, Math.max(first, 0));
  const id = text.slice(first + 1, Math.max(second, 0));
  if (!isNoteName(name)) return "no name";
  if (id.length !== 8) return "no key id of eight digits";
  const typed = fromBase64(text.slice(second + 1));
  if (typed === null) return "the key is not base64";
  for (const type of kTypes) {
    if (!equal(typed.slice(0, type.bytes.length), type.bytes)) continue;
    const bytes = typed.slice(type.bytes.length);
    if (!isKey(type.algorithm, bytes)) return "the bytes are no key of their type";
    const wanted = hexOf(sha256(joined(utf8(`${name}\n`), typed)).slice(0, 4));
    return wanted === id ? { name, id, use: type.use, algorithm: type.algorithm, bytes } : "the key id does not fit";
  }
  return "a type that is not known";
}

/** The two numbers of a DER signature, r and s in hexadecimal; null where it is not DER or a number lies outside [1, n). */
function sm2Numbers(der: Uint8Array): string | null {
  if (der[0] !== 0x30 || der[1] !== der.length - 2 || der.length > 72) return null;
  let at = 2;
  let numbers = "";
  for (let count = 0; count < 2; ++count) {
    const length = der[at + 1] ?? 0;
    const value = der.slice(at + 2, at + 2 + length);
    const isPadded = value[0] === 0 && (value[1] ?? 0) < 0x80;
    if (der[at] !== 2 || length === 0 || value.length !== length || (value[0] ?? 0) >= 0x80 || isPadded) return null;
    const number = BigInt(`0x${hexOf(value)}`);
    if (number < 1n || number >= kSm2Order) return null;
    numbers += number.toString(16).padStart(64, "0");
    at += 2 + length;
  }
  return at === der.length ? numbers : null;
}

/** Whether the signature is this key's over exactly this message. Never throws for what a stranger wrote. */
export function verifies(key: NoteKey, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    if (key.algorithm === "ed25519") return ed25519.verify(signature, message, key.bytes, { zip215: false });
    const numbers = sm2Numbers(signature);
    const options = { hash: true, userId: kSm2Identity };
    return numbers !== null && sm2.doVerifySignature(message, numbers, hexOf(key.bytes), options);
  } catch {
    return false;
  }
}

export interface KeyCheck {
  verdict: "absent" | "good" | "bad";
  time: number; // witnesses: seconds since 1970 of the latest good signature
}

/** The time at which a good signature was made, 0 for logs; null for a wrong one. */
function goodTime(note: Note, value: Uint8Array, key: NoteKey): number | null {
  if (key.use === "log") return verifies(key, utf8(note.text), value) ? 0 : null;
  if (value.length <= 8) return null;
  const time = BigInt(`0x${hexOf(value.slice(0, 8))}`);
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  const message = utf8(`cosignature/v1\ntime ${time}\n${note.text}`);
  return verifies(key, message, value.slice(8)) ? Number(time) : null;
}

/** What the note's signatures of this key say; those of others are ignored, and one wrong one spoils all. */
export function checkNote(note: Note, key: NoteKey): KeyCheck {
  const check: KeyCheck = { verdict: "absent", time: 0 };
  for (const signature of note.signatures) {
    if (signature.name !== key.name || signature.keyId !== key.id) continue;
    const time = goodTime(note, signature.value, key);
    if (time === null) return { verdict: "bad", time: 0 };
    check.verdict = "good";
    check.time = Math.max(check.time, time);
  }
  return check;
}
