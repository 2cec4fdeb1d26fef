// SPDX-License-Identifier: Apache-2.0
// Puts each page into one file: script and style inside, and a policy that lets the browser run these and load nothing else.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const out = process.argv[2] ?? "../build/web";

async function bundled(entry, format) {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format,
    charset: "utf8",
    legalComments: "inline",
    target: ["es2020"],
    platform: format === "cjs" ? "node" : "browser",
    mainFields: ["module", "main"],
    external: ["playwright-core"],
  });
  return result.outputFiles[0].text;
}

const sourceOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

async function page(folder) {
  // An end tag inside the script's own texts would end it.
  const script = (await bundled(`${folder}/page.ts`, "iife")).replaceAll("</script", "<\\/script");
  const style = await readFile(`${folder}/page.css`, "utf8");
  const csp = `default-src 'none'; script-src ${sourceOf(script)}; style-src ${sourceOf(style)}; base-uri 'none'; form-action 'none'`;
  const parts = { csp, style, script };
  const html = (await readFile(`${folder}/page.html`, "utf8")).replace(/@(csp|style|script)@/g, (_, name) => parts[name]);
  await writeFile(`${out}/${folder}.html`, html);
  return html.length;
}

await mkdir(out, { recursive: true });
const size = await page("receipt");
await writeFile(`${out}/check.cjs`, await bundled("receipt/check.ts", "cjs"));
await mkdir(`${out}/tests`, { recursive: true });
for (const name of await readdir("tests")) {
  if (!name.endsWith(".test.ts")) continue;
  await writeFile(`${out}/tests/${name.replace(/ts$/, "cjs")}`, await bundled(`tests/${name}`, "cjs"));
}
console.log(`${out}/receipt.html: ${size} characters`);
