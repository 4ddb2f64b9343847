// Cuts each file of the gateway's languages/ into the parts that the page fetches one by one, and writes down where each is.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const write = (name, value) => writeFileSync(`words/${name}`, typeof value === "string" ? value : JSON.stringify(value));

const LANGUAGES = "../src/gateway/languages";
const languages = readdirSync(LANGUAGES).filter((file) => file.endsWith(".json")).map((file) => file.slice(0, -".json".length)).sort();
const english = read("definitions.json");

rmSync("words", { recursive: true, force: true });
mkdirSync("words");
const facts = {};
const withoutParts = {};
const parts = {};
for (const language of languages) {
  // Those of the offline page are for offline.mjs, those of a public page for the gateway.
  const { name, tag, bare, offline: _offline, share: _share, definitions = {}, ...words } = read(`${LANGUAGES}/${language}.json`);
  facts[language] = { name, tag };
  withoutParts[language] = bare;
  const translated = Object.fromEntries(Object.entries(english).map(([topic, text]) => [topic, definitions[topic]?.text ?? text]));
  for (const [part, value] of Object.entries({ ...words, definitions: translated })) {
    write(`${part}.${language}.json`, value);
    (parts[part] ??= []).push(`    ${JSON.stringify(language)}: new URL("./${part}.${language}.json", import.meta.url).pathname,`);
  }
}
const places = Object.entries(parts).map(([part, lines]) => `  ${part}: {\n${lines.join("\n")}\n  },`);
write("index.ts", `// Written by languages.mjs from languages/*.json.
export const LANGUAGES = ${JSON.stringify(facts, null, 2)} as const;

/** What must be said before any words could be fetched, or where none can. */
export const BARE = ${JSON.stringify(withoutParts, null, 2)} as const;
`);
write("files.ts", `// Written by languages.mjs from languages/*.json.
/** Where the words of a part are in each language. */
export const WORDS = {
${places.join("\n")}
};
`);
