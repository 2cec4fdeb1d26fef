// SPDX-License-Identifier: Apache-2.0
// A receipt (C2SP tlog-proof with the record and one of its lines): read, proved, and trusted by its reader's policy.
import { fromBase64, textOf, utf8 } from "./bytes.ts";
import { canonicalObject, hasOnly, type Json, type JsonObject } from "./canonical.ts";
import { isIncluded, leafHash, type Suite } from "./digest.ts";
import { type Checkpoint, checkpointOf, countOf, digestOf, type Note, noteOf, suiteOf } from "./note.ts";
import { checkTrust, type Policy, type Trust } from "./policy.ts";
import { Refused, refusedProof } from "./problem.ts";
import { type RecordOf, recordOf } from "./record.ts";

const kHeader = "c2sp.org/tlog-proof@v1";
const kPathMax = 63;
const kBytesMax = 1_000_000;

interface Proof {
  extra: string;
  index: bigint;
  path: Uint8Array[];
  note: Note;
  checkpoint: Checkpoint;
}

interface Line {
  text: string;
  index: number; // from 0
  path: Uint8Array[];
}

export interface Receipt {
  record: RecordOf;
  line: { index: number; content: JsonObject } | null;
  code: string;
  checkpoint: Checkpoint;
  trust: Trust;
}

/** A list of 32-byte values in base64. */
function pathOf(texts: Json[]): Uint8Array[] {
  if (texts.length > kPathMax) refusedProof("the path is too long");
  return texts.map((text) => (typeof text === "string" ? digestOf(text) : null) ?? refusedProof("a line of the path is not 32 bytes in base64"));
}

function extraOf(line: string): string {
  const bytes = fromBase64(line);
  if (bytes === null) return refusedProof("extra is not base64");
  return textOf(bytes) ?? refusedProof("extra is not canonical JSON");
}

function proofOf(file: Uint8Array): Proof {
  if (file.length > kBytesMax) refusedProof("too long");
  const gap = file.findIndex((byte, at) => byte === 0x0a && file[at + 1] === 0x0a);
  const head = (textOf(file.slice(0, Math.max(gap, 0))) ?? "").split("\n");
  if (head[0] !== kHeader) refusedProof(`it does not begin with ${kHeader}`);
  if (!head[1]?.startsWith("extra ")) refusedProof("no extra");
  const index = head[2]?.startsWith("index ") ? countOf(head[2].slice("index ".length)) : null;
  if (index === null) return refusedProof("no index");
  const path = pathOf(head.slice(3));
  const note = noteOf(file.slice(gap + 2));
  const checkpoint = checkpointOf(note.text);
  if (index >= checkpoint.size) refusedProof("the index lies beyond the checkpoint");
  return { extra: extraOf((head[1] as string).slice("extra ".length)), index, path, note, checkpoint };
}

function lineOf(value: Json | undefined): Line | null {
  if (value === undefined) return null;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return refusedProof("line");
  const { index, path, text } = value;
  if (!hasOnly(value, ["index", "path", "text"]) || typeof index !== "number" || index < 0) return refusedProof("line");
  if (typeof text !== "string" || !Array.isArray(path)) return refusedProof("line");
  return { text, index, path: pathOf(path) };
}

function contentOf(extra: string): { record: string; line: Line | null } {
  const value = canonicalObject(extra);
  if (value === null) return refusedProof("extra is not canonical JSON");
  const { record, t, line } = value;
  if (!hasOnly(value, ["line", "record", "t"]) || t !== "receipt/v1" || typeof record !== "string") {
    return refusedProof("extra is no receipt/v1");
  }
  return { record, line: lineOf(line) };
}

/** The line in the record's own small tree. */
function proveLine(line: Line, record: RecordOf, suite: Suite): void {
  const lines = record.lines;
  const claim = lines !== null && {
    index: BigInt(line.index),
    size: BigInt(lines.count),
    leaf: leafHash(suite, utf8(line.text)),
    root: lines[suite],
  };
  if (!claim || !isIncluded(suite, claim, line.path)) throw new Refused("SEAL-112", `line ${line.index}`);
}

function whyNotTrusted(trust: Trust): string | null {
  if (trust.wrong.length > 0) return "a signature is wrong";
  if (trust.log === null) return "not signed by a log of the policy";
  return trust.hasQuorum ? null : "not enough witnesses";
}

/** Twelve characters for paper, "7KQ2-M0XA-93TD": the first 60 bits of the leaf in Crockford's base 32. */
export function receiptCode(leaf: Uint8Array): string {
  const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  let bits = 0n;
  for (const byte of leaf.slice(0, 8)) bits = (bits << 8n) | BigInt(byte);
  let code = "";
  for (let digit = 0n; digit < 12n; ++digit) code += digits[Number((bits >> (59n - 5n * digit)) & 31n)];
  return code.replace(/(....)(....)(....)/, "$1-$2-$3");
}

/**
 * Everything that is right about a receipt's file, or the first thing that is wrong as Refused. It proves that this record and
 * line are in the common history; it does not prove that they are all there is.
 */
export function checkReceipt(file: Uint8Array, policy: Policy): Receipt {
  const proof = proofOf(file);
  const content = contentOf(proof.extra);
  const record = recordOf(content.record);
  const suite = suiteOf(proof.checkpoint.origin);
  if (suite === null) return refusedProof("the origin names no suite");
  const leaf = leafHash(suite, utf8(content.record));
  const claim = { index: proof.index, size: proof.checkpoint.size, leaf, root: proof.checkpoint.root };
  if (!isIncluded(suite, claim, proof.path) || BigInt(record.seq) !== proof.index) throw new Refused("SEAL-112", "record");
  if (content.line !== null) proveLine(content.line, record, suite);
  const trust = checkTrust(proof.note, proof.checkpoint.origin, policy);
  const why = whyNotTrusted(trust);
  if (why !== null) throw new Refused("SEAL-113", why);
  const shown = content.line === null ? content.record : content.line.text;
  return {
    record,
    line: content.line === null ? null : { index: content.line.index, content: canonicalObject(content.line.text) ?? {} },
    code: receiptCode(leafHash("sha256", utf8(shown))),
    checkpoint: proof.checkpoint,
    trust,
  };
}
