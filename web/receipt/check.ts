// SPDX-License-Identifier: Apache-2.0
// The page's check without a page, for tests: node check.cjs POLICY RECEIPT… answers a line for each receipt.
import { readFileSync } from "node:fs";

import { textOf } from "./bytes.ts";
import { factsOf } from "./facts.ts";
import { policyOf } from "./policy.ts";
import { Refused } from "./problem.ts";
import { checkReceipt } from "./receipt.ts";

/** "good" and the facts, or the code of the refusal. */
function answerOf(policyPath: string, path: string): string {
  try {
    const policy = policyOf(textOf(readFileSync(policyPath)) ?? "\u0000");
    const facts = factsOf(checkReceipt(new Uint8Array(readFileSync(path)), policy));
    return `good ${facts.map((fact) => `${fact.en}=${fact.text}`).join("; ")}`;
  } catch (error) {
    if (error instanceof Refused) return `${error.code} ${error.detail}`;
    throw error;
  }
}

const [policyPath, ...paths] = process.argv.slice(2);
for (const path of paths) console.log(answerOf(policyPath ?? "", path));
