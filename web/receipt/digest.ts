// SPDX-License-Identifier: Apache-2.0
// The two suites and their trees (RFC 6962 §2.1 with SHA-256, or SM3 of GB/T 32905-2016).
import { sha256 } from "@noble/hashes/sha2";
import { sm3 } from "sm-crypto-v2";

import { digestFromHex, equal, joined } from "./bytes.ts";

export type Suite = "sha256" | "sm3";

export function hash(suite: Suite, bytes: Uint8Array): Uint8Array {
  if (suite === "sha256") return sha256(bytes);
  const digest = digestFromHex(sm3(bytes));
  if (digest === null) throw new Error("SM3 has 32 bytes");
  return digest;
}

export function leafHash(suite: Suite, bytes: Uint8Array): Uint8Array {
  return hash(suite, joined(Uint8Array.of(0), bytes));
}

function nodeHash(suite: Suite, left: Uint8Array, right: Uint8Array): Uint8Array {
  return hash(suite, joined(Uint8Array.of(1), left, right));
}

/** A leaf's place, and what it is claimed to lead to. Sizes go beyond 32 bits: bigint. */
export interface InclusionClaim {
  index: bigint;
  size: bigint;
  leaf: Uint8Array;
  root: Uint8Array;
}

/** Whether the path leads from the leaf to the root (RFC 9162 §2.1.3.2); false for a path too long or too short. */
export function isIncluded(suite: Suite, claim: InclusionClaim, path: Uint8Array[]): boolean {
  if (claim.index < 0n || claim.index >= claim.size) return false;
  let at = claim.index;
  let last = claim.size - 1n;
  let node = claim.leaf;
  for (const neighbour of path) {
    if (last === 0n) return false;
    if (at % 2n === 1n || at === last) {
      node = nodeHash(suite, neighbour, node);
      while (at % 2n === 0n && at !== 0n) {
        at /= 2n;
        last /= 2n;
      }
    } else {
      node = nodeHash(suite, node, neighbour);
    }
    at /= 2n;
    last /= 2n;
  }
  return last === 0n && node.length === 32 && equal(node, claim.root);
}
