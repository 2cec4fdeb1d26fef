// SPDX-License-Identifier: Apache-2.0
// The page says what the program says: its refusals stand in docs/OUTCOMES.md word for word.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { kWords } from "../receipt/problem.ts";

test("the page's refusals are those of the program, word for word", () => {
  const rows = readFileSync("../docs/OUTCOMES.md", "utf8").split("\n");
  for (const [code, words] of Object.entries(kWords)) {
    const row = rows.find((line) => line.includes(code)) ?? "";
    for (const text of Object.values(words)) assert.ok(row.includes(text), `${code}: ${text}`);
  }
});
