/** Letters that no normal form takes apart, as they are typed where a keyboard lacks them. */
const TYPED: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };
const WORDS = /[\p{Letter}\p{Mark}\p{Number}]+/gu;
const PLAIN = /^[\x20-\x7e]*$/;
/** A sign may be written as two (ä as ae), and two as one. */
const WIDER = 2;

/** Small letters without accents, widths and ligatures. */
export function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{Mark}/gu, "").toLowerCase().replace(/[ßæœøłđðþı]/g, (sign) => TYPED[sign] ?? sign);
}

/**
 * Whether all words of `query` stand in one of some texts: anywhere as they are typed, or at the beginning of a word as the
 * language collates them (German finds Käthe by "kaethe").
 */
export function finder(query: string, locale: string): (texts: readonly (string | null)[]) => boolean {
  const collator = new Intl.Collator(locale, { usage: "search", sensitivity: "base" });
  const asked = wordsOf(query);
  const needles = (asked.length > 0 ? asked : [query.trim()]).map((word) => ({ word, plain: folded(word) }));
  return (texts) => {
    const hay = texts.flatMap((text) => (text ? [{ plain: folded(text), words: wordsOf(text) }] : []));
    return needles.every(({ word, plain }) => hay.some((text) => text.plain.includes(plain) || text.words.some((other) => begins(other, word, collator))));
  };
}

function begins(word: string, needle: string, collator: Intl.Collator): boolean {
  if (PLAIN.test(word + needle)) return false; // was looked for already, as it is typed
  const [shortest, longest] = [Math.ceil(needle.length / WIDER), Math.min(word.length, needle.length * WIDER)];
  for (let length = shortest; length <= longest; length += 1) {
    if (collator.compare(word.slice(0, length), needle) === 0) return true;
  }
  return false;
}

function wordsOf(text: string): string[] {
  return text.normalize("NFC").match(WORDS) ?? [];
}
