/** How names of any length and script are set into a box of a picture: pure functions of a text and a measure. */

/** How wide `text` is at `size`. */
export type Measure = (text: string, size: number) => number;

export interface Box {
  width: number;
  height: number;
  /** From the largest to the smallest that may be tried. */
  sizes: readonly number[];
  /** The height of a line as a part of the size. */
  leading: number;
}

export interface Fitted {
  size: number;
  lines: string[];
}

/** More signs than any box of ours can show; what is longer is not even measured. */
const MOST = 400;
const ELLIPSIS = "…";
const signs = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const words = new Intl.Segmenter(undefined, { granularity: "word" });
/** Written without spaces: a line may end after any of their words. */
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const OPENING = /[\p{Ps}\p{Pi}]$/u;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** The direction of the first letter, as `<bdi>` takes it. */
export function directionOf(text: string): "ltr" | "rtl" {
  const [letter = ""] = text.match(/\p{L}/u) ?? [];
  return RIGHT_TO_LEFT.test(letter) ? "rtl" : "ltr";
}

/** What stays together on a line; a space belongs to the part before it, and no line begins with a comma. */
export function partsOf(text: string): string[] {
  return (text.match(/[^ ]+ */g) ?? []).flatMap((part) => (SPACELESS.test(part) ? spaceless(part) : [part]));
}

function spaceless(text: string): string[] {
  const parts: string[] = [];
  for (const { segment, isWordLike } of words.segment(text)) {
    const before = parts.at(-1);
    if (before !== undefined && (!isWordLike || OPENING.test(before))) parts[parts.length - 1] = before + segment;
    else parts.push(segment);
  }
  return parts;
}

/** Lines no wider than `width`; `torn` when a part was wider than a line and had to be broken between its signs. */
export function wrap(text: string, width: number, size: number, measure: Measure): { lines: string[]; torn: boolean } {
  const lines: string[] = [];
  let [line, torn] = ["", false];
  for (const part of partsOf(text)) {
    if (measure((line + part).trimEnd(), size) <= width) {
      line += part;
      continue;
    }
    if (line) lines.push(line.trimEnd());
    line = part;
    while (measure(line.trimEnd(), size) > width) {
      const start = longestStart(line, width, size, measure);
      if (start === line) break;
      lines.push(start);
      line = line.slice(start.length);
      torn = true;
    }
  }
  if (line) lines.push(line.trimEnd());
  return { lines, torn };
}

/** As many whole signs as fit into `width`, at least one: an emoji of several code points is never torn. */
function longestStart(text: string, width: number, size: number, measure: Measure): string {
  const all = [...signs.segment(text)].map(({ segment }) => segment);
  let [fits, tooLong] = [1, all.length + 1];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (measure(all.slice(0, middle).join(""), size) <= width) fits = middle;
    else tooLong = middle;
  }
  return all.slice(0, fits).join("");
}

/** One line: the text itself, or its beginning with an ellipsis. */
export function shorten(text: string, width: number, size: number, measure: Measure): string {
  const { start, cut } = beginning(text);
  const whole = cut ? start + ELLIPSIS : start;
  if (measure(whole, size) <= width) return whole;
  return longestStart(start, width - measure(ELLIPSIS, size), size, measure).trimEnd() + ELLIPSIS;
}

/** The largest size at which the text fits whole; where there is none, its beginning at the smallest size, with an ellipsis. */
export function fit(text: string, box: Box, measure: Measure): Fitted {
  const { width, height, leading, sizes } = box;
  const { start, cut } = beginning(text);
  const smallest = sizes.at(-1) ?? height;
  const most = (size: number) => Math.max(1, Math.floor(height / (size * leading)));
  for (const size of cut ? [] : sizes) {
    const { lines, torn } = wrap(start, width, size, measure);
    if (lines.length <= most(size) && (!torn || size === smallest)) {
      return { size, lines: torn ? lines : balanced(start, lines, width, size, measure) };
    }
  }
  const { lines } = wrap(start, width, smallest, measure);
  const kept = lines.slice(0, most(smallest) - 1);
  const rest = lines.slice(kept.length).join(" ") + (cut ? ELLIPSIS : "");
  return { size: smallest, lines: [...kept, shorten(rest, width, smallest, measure)] };
}

/** As many lines, as equally long as they can be. */
function balanced(text: string, lines: string[], width: number, size: number, measure: Measure): string[] {
  let best = lines;
  for (let narrower = width * 0.95; narrower > width / 2; narrower -= width * 0.05) {
    const tried = wrap(text, narrower, size, measure);
    if (tried.torn || tried.lines.length > lines.length) break;
    best = tried.lines;
  }
  return best;
}

/** The signs that are looked at, in one line. */
function beginning(text: string): { start: string; cut: boolean } {
  const line = text.replace(/\s*[\n\r\t\u2028\u2029]\s*|\s{2,}/gu, " ").trim();
  let [start, count] = ["", 0];
  for (const { segment } of signs.segment(line)) {
    if (count === MOST) return { start, cut: true };
    start += segment;
    count += 1;
  }
  return { start, cut: false };
}
