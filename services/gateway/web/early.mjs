// Puts what the first view asks for (src/early/ask.ts) into the head of every page of the export, before its style sheet:
// a script behind one waits for it, and React puts the style sheet first.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { rolldown } from "rolldown";

const HEAD = /<head>(<meta charSet="utf-8"\/>)?/;

// page.LANGUAGE.HASH.json, as languages.mjs has cut it and the build has named it
const words = readdirSync("out/_next/static/media").flatMap((file) => {
  const [part, language, , extension] = file.split(".");
  return part === "page" && extension === "json" ? [[language, `/_next/static/media/${file}`]] : [];
});
if (words.length === 0) throw new Error("the words of a page are not where they were");

const bundle = await rolldown({
  input: "src/early/ask.ts",
  resolve: { alias: { "@": resolve("src") } },
  transform: { define: { PAGE_WORDS: JSON.stringify(Object.fromEntries(words)) } },
});
const { output: [{ code }] } = await bundle.generate({ format: "iife", minify: true });
const script = `<script>${code.trim().replaceAll("</", "<\\/")}</script>`;

for (const name of readdirSync("out", { recursive: true }).filter((file) => file.endsWith(".html"))) {
  const page = join("out", name);
  const html = readFileSync(page, "utf8");
  if (!HEAD.test(html)) throw new Error(`${page} has no head`);
  writeFileSync(page, html.replace(HEAD, (head) => head + script));
}
