// SPDX-License-Identifier: Apache-2.0
// Published vectors, where they are beside the project: trees, Ed25519, SM2 and SM3; and one text for each value.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { ed25519 } from "@noble/curves/ed25519";

import { fromBase64, hexOf, utf8 } from "../receipt/bytes.ts";
import { canonicalObject } from "../receipt/canonical.ts";
import { hash, isIncluded, leafHash } from "../receipt/digest.ts";
import { yuan } from "../receipt/facts.ts";
import { type NoteKey, verifies } from "../receipt/keys.ts";

const folder = process.env["MINGZHANG_VECTORS"] ?? "../../shared/vectors";
const skip = existsSync(folder) ? false : "no vectors beside the project";
const json = (path: string) => JSON.parse(readFileSync(`${folder}/${path}`, "utf8"));
const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex, "hex"));
const keyWith = (algorithm: NoteKey["algorithm"], bytes: Uint8Array): NoteKey => ({ name: "k", id: "", use: "log", algorithm, bytes });

function filesUnder(path: string): string[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(`${path}/${entry.name}`) : [`${path}/${entry.name}`],
  );
}

test("every published inclusion proof comes out as it says", { skip }, () => {
  const files = filesUnder(`${folder}/rfc6962-merkle/testdata/inclusion`);
  let right = 0;
  for (const file of files) {
    const one = JSON.parse(readFileSync(file, "utf8"));
    const bytes = (text: string | null) => Uint8Array.from(Buffer.from(text ?? "", "base64"));
    const claim = { index: BigInt(one.leafIdx), size: BigInt(one.treeSize), leaf: bytes(one.leafHash), root: bytes(one.root) };
    const isRight = isIncluded("sha256", claim, (one.proof ?? []).map(bytes));
    assert.equal(isRight, !one.wantErr, file);
    right += isRight ? 1 : 0;
  }
  assert.ok(files.length > 50 && right > 3, `${files.length} files, ${right} right`);
});

test("of the hostile Ed25519 signatures only those are right that no rule of RFC 8032 forbids", { skip }, () => {
  const refused = ["low_order_A", "non_canonical_A", "non_canonical_R", "low_order_residue", "reencoded_k"];
  let right = 0;
  for (const one of json("ed25519-cctv/ed25519vectors.json")) {
    const isRefused = (one.flags ?? []).some((flag: string) => refused.includes(flag));
    const key = keyWith("ed25519", bytesOf(one.key));
    const isRight = isStrictPoint(key.bytes) && verifies(key, utf8(one.msg), bytesOf(one.sig));
    // With a cofactor in the equation, as here, a residue of small order vanishes; OpenSSL's has none.
    const onlyResidue = isRefused && (one.flags as string[]).filter((flag) => refused.includes(flag)).join() === "low_order_residue";
    if (!onlyResidue) assert.equal(isRight, !isRefused, `vector ${one.number}`);
    right += isRight ? 1 : 0;
  }
  assert.ok(right > 0);
});

function isStrictPoint(bytes: Uint8Array): boolean {
  try {
    return !ed25519.ExtendedPoint.fromHex(bytes, false).isSmallOrder();
  } catch {
    return false;
  }
}

test("the Ed25519 cases of Wycheproof come out as they say", { skip }, () => {
  let count = 0;
  for (const group of json("wycheproof/ed25519_test.json").testGroups) {
    const key = keyWith("ed25519", bytesOf(group.publicKey.pk));
    for (const one of group.tests) {
      assert.equal(verifies(key, bytesOf(one.msg), bytesOf(one.sig)), one.result === "valid", `case ${one.tcId}`);
      ++count;
    }
  }
  assert.ok(count > 100);
});

test("the signature of GM/T 0003.5 Annex A is right for its message alone, in its one form", { skip }, () => {
  const key = keyWith("sm2", bytesOf(json("sm2/annexA.json").pub_uncompressed));
  const der = new Uint8Array(readFileSync(`${folder}/sm2/annexA.sig.der`));
  const message = utf8("message digest");
  assert.ok(verifies(key, message, der));
  assert.ok(!verifies(key, utf8("message digest "), der));
  assert.ok(!verifies(key, message, der.slice(0, -1)));
  assert.ok(!verifies(key, message, Uint8Array.of(...der, 0)));
  for (let at = 0; at < der.length; ++at) {
    const changed = der.slice();
    changed[at] = (changed[at] as number) ^ 1;
    assert.ok(!verifies(key, message, changed), `byte ${at}`);
  }
  for (const numbers of ["3006020100020100", "3006020101020100", "30080202000102020001"]) {
    assert.ok(!verifies(key, message, bytesOf(numbers)), numbers);
  }
});

test("SM3 of the standard's examples, and of a leaf", { skip }, () => {
  assert.equal(hexOf(hash("sm3", utf8("abc"))), "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
  const merkle = json("sm3-merkle/sm3_rfc6962_vectors.json");
  assert.equal(hexOf(leafHash("sm3", new Uint8Array())), merkle.hasher.leaf_empty);
});

test("a text that is not the one text of its value is refused", () => {
  assert.deepEqual(canonicalObject('{"a":1,"b":"文"}'), { a: 1, b: "文" });
  for (const text of ['{"b":1,"a":2}', '{"a":1 }', '{"a":1.0}', '{"a":1,"a":1}', '{"a":0.5}', "[]", '{"a":-0}', '{"a":"\\u6587"}', '{"a":9007199254740993}', '{"a":"\\n"}', `{"a":${"[".repeat(16)}${"]".repeat(16)}}`]) {
    assert.equal(canonicalObject(text), null, text);
  }
  assert.deepEqual(fromBase64("Zg=="), Uint8Array.of(0x66));
  for (const text of ["Zh==", "Zg", "Zg=", "Z g==", "Zg==\n", "-_=="]) assert.equal(fromBase64(text), null, text);
});

test("fen are written as yuan to the last one", () => {
  const wanted: [number, string][] = [[0, "0.00"], [5, "0.05"], [100, "1.00"], [123456789, "1,234,567.89"], [100000, "1,000.00"], [-7, "-0.07"]];
  for (const [fen, text] of wanted) assert.equal(yuan(fen), text);
});
