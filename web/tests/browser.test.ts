// SPDX-License-Identifier: Apache-2.0
// The page in a real browser, opened from the disk: what a villager and an auditor do with it.
// MINGZHANG_RECEIPTS is the folder that tests/page.sh fills.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { type Browser, chromium, type Page } from "playwright-core";

const folder = process.env["MINGZHANG_RECEIPTS"] ?? "";
const pagePath = process.env["MINGZHANG_PAGE"] ?? "";
const skip = folder === "" ? "no receipts" : false;
const inFolder = (name: string) => `${folder}/${name}`;

let browser: Browser;
before(async () => {
  if (skip) return;
  browser = await chromium.launch({ executablePath: process.env["MINGZHANG_BROWSER"] ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
});
after(async () => {
  if (!skip) await browser.close();
});

/** A fresh page; what it asks of the network, and what goes wrong in it, is remembered. */
async function opened(path = pagePath): Promise<{ page: Page; asked: string[]; errors: string[] }> {
  const page = await browser.newPage({ acceptDownloads: true });
  const asked: string[] = [];
  const errors: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto(`file://${path}`);
  return { page, asked, errors };
}

const answer = (page: Page) => page.locator("#answer").innerText();

test("a receipt and a policy give the slip's facts, and nothing is asked of any network", { skip }, async () => {
  const { page, asked, errors } = await opened();
  assert.match(await answer(page), /请先给出收据/);
  await page.setInputFiles("#receipt-file", inFolder("sha256.tlog-proof"));
  await page.waitForSelector("text=请先选择信任策略");
  await page.setInputFiles("#policy-file", inFolder("villager.policy"));
  await page.waitForSelector("#answer .good");
  const text = await answer(page);
  assert.match(text, /这笔账在共同账里，未被改动/);
  assert.match(text, /1,234\.56/);
  assert.match(text, /HU-SYN-0001/);
  assert.match(text, /不证明您的全部款项都在内/);
  const code = readFileSync(inFolder("sha256.code"), "utf8").trim();
  assert.equal(await page.locator("dd.code").innerText(), code);
  assert.deepEqual(asked.filter((url) => !url.startsWith("file://")), []);
  assert.deepEqual(errors, []);
  await page.close();
});

test("the SM2 receipt is checked by its own suite", { skip }, async () => {
  const { page, errors } = await opened();
  await page.setInputFiles("#policy-file", inFolder("villager.policy"));
  await page.setInputFiles("#receipt-file", inFolder("sm3.tlog-proof"));
  await page.waitForSelector("#answer .good");
  assert.match(await answer(page), /样例局\/ledger\/zhang\/sm3/);
  assert.deepEqual(errors, []);
  await page.close();
});

test("a changed amount, a policy that lacks a witness and a spoilt policy are refused in words", { skip }, async () => {
  const { page } = await opened();
  await page.setInputFiles("#policy-file", inFolder("villager.policy"));
  await page.setInputFiles("#receipt-file", inFolder("changed.tlog-proof"));
  await page.waitForSelector("text=SEAL-112");
  assert.match(await answer(page), /请勿相信这份收据/);
  await page.setInputFiles("#receipt-file", inFolder("sha256.tlog-proof"));
  await page.waitForSelector("#answer .good");
  await page.setInputFiles("#policy-file", inFolder("strict.policy"));
  await page.waitForSelector("text=SEAL-113");
  await page.setInputFiles("#policy-file", inFolder("spoilt.policy"));
  await page.waitForSelector("text=SEAL-104");
  assert.ok(await page.locator("#save-page").isDisabled());
  await page.close();
});

test("a page saved with the policy inside checks a pasted receipt by itself", { skip }, async () => {
  const { page } = await opened();
  await page.setInputFiles("#policy-file", inFolder("villager.policy"));
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save-page")]);
  const saved = inFolder("saved.html");
  writeFileSync(saved, readFileSync(await download.path()));
  await page.close();
  const second = await opened(saved);
  assert.match(await second.page.locator("#policy-state").innerText(), /样例信用社/);
  // A camera's text, its last line's end lost.
  await second.page.fill("#receipt-text", readFileSync(inFolder("sha256.tlog-proof"), "utf8").trimEnd());
  await second.page.waitForSelector("#answer .good");
  assert.deepEqual(second.errors, []);
  await second.page.close();
});

test("markup in a summary stays text", { skip }, async () => {
  const { page, errors } = await opened();
  await page.setInputFiles("#policy-file", inFolder("villager.policy"));
  await page.setInputFiles("#receipt-file", inFolder("markup.tlog-proof"));
  await page.waitForSelector("#answer .good");
  assert.match(await answer(page), /<img src=x onerror=alert\(1\)>/);
  assert.equal(await page.locator("#answer img").count(), 0);
  assert.deepEqual(errors, []);
  await page.close();
});

test("everything can be reached and named without a mouse", { skip }, async () => {
  const { page } = await opened();
  await page.setInputFiles("#policy-file", inFolder("villager.policy"));
  for (const name of [/选择收据证明文件/, /或粘贴扫码/, /选择信任策略文件/]) assert.equal(await page.getByLabel(name).count(), 1);
  const focused: string[] = [];
  for (let step = 0; step < 4; ++step) {
    await page.keyboard.press("Tab");
    focused.push(await page.evaluate(() => document.activeElement?.id ?? ""));
  }
  assert.deepEqual(focused, ["receipt-file", "receipt-text", "policy-file", "save-page"]);
  await page.close();
});
