// Writes the offline page and the service worker into the export: only now it is known how the hashed files are called.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

const start = readFileSync("out/index.html", "utf8");
const styles = [...start.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href);
const fonts = [...start.matchAll(/<link rel="preload" href="([^"]+)" as="font"/g)].map(([, href]) => href);
const mark = start.match(/<svg[^>]*viewBox="0 0 34 26".*?<\/svg>/s)?.[0];
const colours = start.match(/<meta name="theme-color"[^>]*>/g)?.join("");
if (styles.length === 0 || fonts.length === 0 || !mark || !colours) throw new Error("out/index.html is not as it was");

const LANGUAGES = "../src/gateway/languages";
const words = Object.fromEntries(
  readdirSync(LANGUAGES).filter((name) => name.endsWith(".json")).map((name) => {
    const { page: { common }, offline } = JSON.parse(readFileSync(`${LANGUAGES}/${name}`, "utf8"));
    return [name.slice(0, -".json".length), { ...offline, again: common.tryAgain }];
  }),
);
const inScript = (value) => JSON.stringify(value).replaceAll("<", "\\u003c");
const parts = {
  colours,
  mark,
  styles: styles.map((href) => `<link rel="stylesheet" href="${href}">`).join(""),
  script: `const WORDS = ${inScript(words)};\n${readFileSync("offline/page.js", "utf8")}`,
};
const page = readFileSync("offline/page.html", "utf8")
  .replace(/\{\{word (\w+)\}\}/g, (_, key) => words.en[key])
  .replace(/\{\{(\w+)\}\}/g, (_, key) => parts[key]);
mkdirSync("out/offline", { recursive: true });
writeFileSync("out/offline/index.html", page);

// Whatever is new in the export makes a new worker, and that a new cache.
const worker = readFileSync("offline/worker.js", "utf8");
const hashed = readdirSync("out/_next/static", { recursive: true }).sort();
const id = createHash("sha256").update(JSON.stringify([hashed, page, worker])).digest("hex").slice(0, 16);
const build = { id, shell: ["/offline/", ...styles, ...fonts] };
writeFileSync("out/worker.js", `const BUILD = ${JSON.stringify(build)};\n${worker}`);
