// SPDX-License-Identifier: Apache-2.0
// The page: takes a receipt and a policy, shows what follows from them, and saves itself with the policy inside.
import { base64Of, fromBase64, textOf, utf8 } from "./bytes.ts";
import { factsOf } from "./facts.ts";
import { type Policy, policyOf } from "./policy.ts";
import { kWords, Refused } from "./problem.ts";
import { checkReceipt } from "./receipt.ts";

/** The page as it was written, before anything in it changed: what is saved. */
const kPristine = `<!doctype html>\n${document.documentElement.outerHTML}\n`;
const kPolicyName = "mingzhang-policy";

let receiptFile: Uint8Array | null = null;
let policyFile: string | null = null;
let policy: Policy | null = null;

function byId<Kind extends HTMLElement>(id: string): Kind {
  return document.getElementById(id) as Kind;
}

/** An element with a class and texts; texts are never read as markup. */
function element(name: string, className: string, ...parts: (string | Node)[]): HTMLElement {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  made.append(...parts);
  return made;
}

function english(text: string): HTMLElement {
  const made = element("span", "", text);
  made.lang = "en";
  return made;
}

function refusal(error: unknown): HTMLElement {
  if (!(error instanceof Refused)) throw error;
  const words = kWords[error.code];
  return element(
    "div",
    "bad",
    element("p", "verdict", `✗ ${words.zh} `, english(words.en)),
    element("p", "", `${error.code}（${error.detail}）`),
    element("p", "", `${words.remedyZh}。 `, english(`${words.remedyEn}.`)),
  );
}

function answerFor(file: Uint8Array, trusted: Policy): Node[] {
  const receipt = checkReceipt(file, trusted);
  const list = element("dl", "");
  for (const fact of factsOf(receipt)) {
    list.append(element("dt", "", `${fact.zh} `, english(fact.en)), element("dd", fact.en === "code" ? "code" : "", fact.text));
  }
  const found = element(
    "div",
    "good",
    element("p", "verdict", "✓ 这笔账在共同账里，未被改动 ", english("It stands in the common history, unchanged")),
    element("p", "", "请核对：收据码与您手里的纸条一致，金额与您实际收到的一致。 ",
      english("Compare the code with your slip, and the amount with what you got.")),
  );
  const honest = element("p", "open", "它不证明您的全部款项都在内；全部与否由审计核对。 ",
    english("It does not prove that this is all; that is the auditor's count."));
  return [found, list, honest];
}

function show(): void {
  const answer = byId("answer");
  const missing = receiptFile === null ? "请先给出收据" : policy === null ? "请先选择信任策略" : null;
  if (missing !== null || receiptFile === null || policy === null) {
    const en = receiptFile === null ? "give a receipt first" : "choose a trust policy first";
    answer.replaceChildren(element("p", "open", `${missing} `, english(en)));
    return;
  }
  try {
    answer.replaceChildren(...answerFor(receiptFile, policy));
  } catch (error) {
    answer.replaceChildren(refusal(error));
  }
}

function usePolicy(file: string): void {
  const state = byId("policy-state");
  policy = null;
  policyFile = file;
  try {
    policy = policyOf(file);
    const names = [...policy.logs.map((log) => log.name), ...policy.witnesses.map((witness) => witness.name)];
    const witnessed = policy.quorum === null ? "不要求见证 no witness is asked for" : `须有 ${policy.quorum} 见证 witnessed by ${policy.quorum}`;
    state.replaceChildren(`名单 policy：${names.join("，")}；${witnessed}`);
  } catch (error) {
    state.replaceChildren(refusal(error));
  }
  byId<HTMLButtonElement>("save-page").disabled = policy === null;
  show();
}

function savePage(): void {
  if (policyFile === null) return;
  const bare = `name="${kPolicyName}" content="`;
  const at = kPristine.indexOf(bare) + bare.length;
  const end = kPristine.indexOf('"', at);
  const page = kPristine.slice(0, at) + base64Of(utf8(policyFile)) + kPristine.slice(end);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([page], { type: "text/html" }));
  link.download = "mingzhang-receipt.html";
  link.click();
  URL.revokeObjectURL(link.href);
}

async function bytesOf(input: HTMLInputElement): Promise<Uint8Array | null> {
  const file = input.files?.[0];
  return file === undefined ? null : new Uint8Array(await file.arrayBuffer());
}

function listen(): void {
  const receiptInput = byId<HTMLInputElement>("receipt-file");
  const receiptText = byId<HTMLTextAreaElement>("receipt-text");
  const policyInput = byId<HTMLInputElement>("policy-file");
  receiptInput.addEventListener("change", async () => {
    receiptFile = await bytesOf(receiptInput);
    receiptText.value = "";
    show();
  });
  receiptText.addEventListener("input", () => {
    // What a camera or a chat gives may lack the last line's end.
    const text = receiptText.value.replace(/\r\n/g, "\n").replace(/\n*$/, "\n");
    receiptFile = text.trim() === "" ? null : utf8(text);
    receiptInput.value = "";
    show();
  });
  policyInput.addEventListener("change", async () => {
    const bytes = await bytesOf(policyInput);
    if (bytes !== null) usePolicy(textOf(bytes) ?? "\u0000");
  });
  byId("save-page").addEventListener("click", savePage);
}

listen();
const inside = document.querySelector<HTMLMetaElement>(`meta[name="${kPolicyName}"]`)?.content ?? "";
const insideBytes = inside === "" ? null : fromBase64(inside);
if (insideBytes === null) byId("policy-state").textContent = "尚未选择 none chosen yet";
if (insideBytes !== null) usePolicy(textOf(insideBytes) ?? "\u0000");
show();
