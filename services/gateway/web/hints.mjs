// Tells browsers to compile all of the code that a page loads at first while it arrives, beside the page's own thread, in place
// of one function after the other when each is called (https://v8.dev/blog/explicit-compile-hints).
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const HINT = "//# allFunctionsCalledOnLoad\n";

const pages = readdirSync("out", { recursive: true }).filter((file) => file.endsWith(".html"));
const scripts = new Set(pages.flatMap((page) => readFileSync(join("out", page), "utf8").match(/\/_next\/static\/chunks\/[\w~.-]+\.js/g) ?? []));
for (const script of scripts) {
  const file = join("out", script);
  writeFileSync(file, HINT + readFileSync(file, "utf8"));
}
