// The offline page: speaks the reader's language, says when the server was last heard, and goes on when it answers again.
// The worker shows it in the place of any page, so the address is still the one that was asked for.
const PAUSE = 5_000;

function recalled(key) {
  try {
    return localStorage.getItem(`nachklang.${key}`);
  } catch {
    return null; // a browser that keeps nothing
  }
}

/** The language of a tag, as the page finds it (src/intl/language.ts). */
function known(tag) {
  const names = Object.keys(WORDS);
  for (let asked = tag?.toLowerCase(); asked; asked = asked.replace(/-?[^-]*$/, "")) {
    const found = names.find((language) => language.toLowerCase() === asked);
    if (found) return found;
  }
  return undefined;
}

const language = [recalled("language"), ...navigator.languages].map(known).find(Boolean) ?? "en";
const word = (key) => WORDS[language][key];

function speak() {
  document.documentElement.lang = language;
  document.title = word("title");
  for (const place of document.querySelectorAll("[data-word]")) place.textContent = word(place.dataset.word);
  const last = new Date(recalled("connected") ?? Number.NaN);
  if (Number.isNaN(last.getTime())) return;
  const locale = navigator.languages.find((tag) => known(tag) === language) ?? language;
  const time = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short" }).format(last);
  const line = document.getElementById("last");
  line.textContent = word("last").replace("{time}", time);
  line.hidden = false;
}

async function answers() {
  try {
    return (await fetch("/", { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(PAUSE) })).ok;
  } catch {
    return false;
  }
}

/** Whoever opened this page by its own address is led to the first one. */
function goOn() {
  if (location.pathname === "/offline/") location.replace("/");
  else location.reload();
}

async function look() {
  const found = await answers();
  if (found) goOn();
  return found;
}

speak();
document.getElementById("again").addEventListener("click", async () => {
  const told = document.getElementById("told");
  told.textContent = ""; // so that the same words are spoken again
  if (!(await look())) told.textContent = word("still");
});
addEventListener("online", look);
setInterval(() => document.visibilityState === "visible" && look(), PAUSE);
