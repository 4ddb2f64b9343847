import { describe, expect, it } from "vitest";
import type { Wrapped } from "@/api/wrapped";
import { shapesOf } from "@/story/art";
import { compose, type Piece, type TextPiece } from "@/story/compose";
import { factsOf } from "@/story/facts";
import { directionOf, fit, partsOf, shorten, wrap, type Measure } from "@/story/fit";
import { FORMATS, type FormatName } from "@/story/formats";
import { pictureName } from "@/story/shareOrSave";
import { moveOfGesture, moveOfKey, placeAfter } from "@/story/moves";
import type { StoryCard } from "@/story/storyCard";

const signs = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const length = (text: string) => [...signs.segment(text)].length;
/** Every sign is half as wide as it is high. */
const half: Measure = (text, size) => length(text) * size * 0.5;
const BOX = { width: 500, height: 300, sizes: [100, 60, 30], leading: 1 };
const FAMILY = "👩‍👩‍👧‍👦";

describe("words in a box", () => {
  it("are set at the largest size at which they fit whole", () => {
    expect(fit("Short", BOX, half)).toEqual({ size: 100, lines: ["Short"] });
    expect(fit("Ein Zimmer voller Mai", BOX, half)).toEqual({ size: 100, lines: ["Ein Zimmer", "voller Mai"] });
    expect(fit("Seventeen letters", BOX, half).size).toBe(100);
    expect(fit("Unbreakable12345", BOX, half)).toEqual({ size: 60, lines: ["Unbreakable12345"] });
  });

  it("get lines of about one length", () => {
    expect(fit("aaaa aaaa aa", { ...BOX, sizes: [100] }, half).lines).toEqual(["aaaa", "aaaa aa"]);
  });

  it("end with an ellipsis only where no size is small enough", () => {
    const { size, lines } = fit("word ".repeat(200), BOX, half);
    expect([size, lines.length]).toEqual([30, 10]);
    expect(lines.at(-1)).toMatch(/…$/);
    expect(lines.every((line) => half(line, size) <= BOX.width)).toBe(true);
  });

  it("are cut when they are longer than anything that is measured, even if that fits", () => {
    const tiny: Measure = (text, size) => length(text) * size * 0.01;
    expect(fit("x".repeat(10_000), BOX, tiny).lines.join("")).toMatch(/^x{300,}…$/);
    expect(shorten("x".repeat(10_000), 500, 100, tiny)).toMatch(/^x{300,}…$/);
  });

  it("without spaces break between words, and no line begins with their punctuation", () => {
    expect(partsOf("遠い窓、海")).toEqual(["遠い", "窓、", "海"]);
    expect(partsOf("窓「海」山").some((part) => /^[」、]|「$/.test(part))).toBe(false);
    const { lines, torn } = wrap("遠い窓の向こうに見える海", 200, 100, half);
    expect([torn, lines.length > 1, lines.join("")]).toEqual([false, true, "遠い窓の向こうに見える海"]);
  });

  it("never tear an emoji", () => {
    const { lines, torn } = wrap(FAMILY.repeat(5), 100, 100, half);
    expect(torn).toBe(true);
    expect(lines).toEqual([FAMILY.repeat(2), FAMILY.repeat(2), FAMILY]);
    expect(shorten(FAMILY.repeat(5), 150, 100, half)).toBe(`${FAMILY.repeat(2)}…`);
  });

  it("are one line, whatever they hold", () => {
    expect(fit("one\n two\tthree", { ...BOX, width: 5_000 }, half).lines).toEqual(["one two three"]);
  });

  it("run in the direction of their first letter", () => {
    expect(["صدى (2)", "(12) ليلى", "שלום", "遠い窓", "Abc صدى", "12", ""].map(directionOf)).toEqual(["rtl", "rtl", "rtl", "ltr", "ltr", "ltr", "ltr"]);
  });
});

describe("moves", () => {
  it("by keys", () => {
    expect(["ArrowRight", "ArrowLeft", "Home", "End", " ", "Tab", "ArrowDown"].map((key) => moveOfKey(key, false))).toEqual(
      ["next", "back", "first", "last", "next", null, null],
    );
    expect(moveOfKey(" ", true)).toBe("back");
  });

  it("by taps left and right, and by swipes", () => {
    const tap = { dx: 2, dy: 1, ms: 90, at: 0.8 };
    expect(moveOfGesture(tap)).toBe("next");
    expect(moveOfGesture({ ...tap, at: 0.2 })).toBe("back");
    expect(moveOfGesture({ dx: -80, dy: 10, ms: 600, at: 0.2 })).toBe("next");
    expect(moveOfGesture({ dx: 80, dy: -10, ms: 200, at: 0.9 })).toBe("back");
  });

  it("not by holding, nor by scrolling", () => {
    expect(moveOfGesture({ dx: 0, dy: 0, ms: 900, at: 0.8 })).toBeNull();
    expect(moveOfGesture({ dx: -60, dy: 120, ms: 200, at: 0.8 })).toBeNull();
    expect(moveOfGesture({ dx: 20, dy: 0, ms: 100, at: 0.8 })).toBeNull();
  });

  it("never before the first or beyond the last", () => {
    expect([placeAfter(0, "back", 3), placeAfter(2, "next", 3), placeAfter(0, "next", 3), placeAfter(2, "first", 3), placeAfter(0, "last", 3)]).toEqual([0, 2, 1, 0, 2]);
  });
});

describe("the cards of an answer", () => {
  const clock = (ms: number) => Array.from({ length: 7 }, () => Array<number>(24).fill(ms));
  const row = { title: "t", artist: "a", name: "a" };
  const none = { forgotten_tracks: [], forgotten_artists: [], loved_tracks: [], loved_artists: [], recent_from: null };
  const answer = (parts: object) => ({
    totals: { plays: 9 },
    favourites: { track: row, artist: row },
    top_tracks: Array(7).fill(row),
    top_artists: Array(7).fill(row),
    top_albums: Array(7).fill(row),
    rhythm: { clock: clock(1) },
    discovery: { artists: 3, ms_played: 100, ms_played_new_artists: 40 },
    treasures: { ...none, forgotten_tracks: [{ title: "gone", artist: "a" }], loved_tracks: [{ title: "here", artist: "a" }] },
    ...parts,
  }) as unknown as Wrapped;
  const ids = (parts: object) => factsOf(answer(parts)).map(({ id }) => id);
  const all = ["total", "song", "artist", "album", "songs", "artists", "when", "discovery", "treasure", "summary"];

  it("are ten, in order, with five rows in a list", () => {
    expect(ids({})).toEqual(all);
    expect(factsOf(answer({}))[4]).toMatchObject({ tracks: { length: 5 } });
  });

  it("are none for a silent window", () => {
    expect(ids({ totals: { plays: 0 } })).toEqual([]);
  });

  it.each([
    ["album", { top_albums: [] }],
    ["songs", { top_tracks: [row] }],
    ["artists", { top_artists: [row] }],
    ["when", { rhythm: { clock: clock(0) } }],
    ["discovery", { discovery: { artists: 0, ms_played: 100, ms_played_new_artists: 0 } }],
    ["discovery", { discovery: { artists: 9, ms_played: 100, ms_played_new_artists: 98 } }],
    ["treasure", { treasures: none }],
  ])("leave out the card %s that has nothing to tell", (left, parts) => {
    expect(ids(parts)).toEqual(all.filter((id) => id !== left));
  });

  it("sum up a song and an artist, and an album where there is one", () => {
    expect(ids({ favourites: { track: null, artist: null } })).toEqual(all.filter((id) => !["song", "artist", "summary"].includes(id)));
    expect(factsOf(answer({})).at(-1)).toMatchObject({ id: "summary", album: row });
    expect(factsOf(answer({ top_albums: [] })).at(-1)).toMatchObject({ id: "summary", album: null });
  });

  it("tell of what stayed where nothing fell silent", () => {
    const treasures = { ...none, loved_artists: [{ name: "here" }] };
    expect(factsOf(answer({ treasures })).at(-2)).toMatchObject({ silent: false, loved: { name: "here" } });
    expect(factsOf(answer({})).at(-2)).toMatchObject({ silent: true, loved: { name: "gone" } });
  });
});

describe("a picture", () => {
  const around = { brand: "Nachklang", dates: ["24 Nov 2025", "23 Nov 2026"], source: "Titles: Spotify" } as const;
  const rulers = () => half;
  const song: StoryCard = {
    id: "song", name: "My song", label: "My song", title: "صدى البحر", by: "ليلى نور", rows: [], figure: "31 h 12 min", note: "in 411 streams", art: { kind: "rings", name: "x" }, cover: null,
  };
  const list: StoryCard = {
    ...song, id: "songs", title: "My five songs", by: null, figure: null, art: null,
    rows: Array.from({ length: 5 }, (_, index) => ({ rank: String(index + 1), name: "a".repeat(10_000), by: "b".repeat(900), value: "31 h 12" })),
  };
  const when: StoryCard = { ...list, id: "when", art: { kind: "dial", hours: Array(24).fill(1) }, rows: list.rows.slice(0, 2).map((row) => ({ ...row, rank: null })) };
  const endless = { ...song, title: "A long name ".repeat(900), by: "somebody ".repeat(900), note: "n".repeat(500) };
  const texts = (pieces: Piece[]) => pieces.filter((piece): piece is TextPiece => piece.kind === "text");

  it.each((["tall", "square"] as const).flatMap((name) => [song, list, when, endless].map((card) => [name, card] as [FormatName, StoryCard])))(
    "%s keeps every word within its margins, and no line on another", (name, card) => {
      const format = FORMATS[name];
      const pieces = texts(compose(card, around, format, rulers, false));
      const boxes = pieces.map(({ text, x, y, size, align }) => {
        const left = align === "left" ? x : x - half(text, size);
        return { text, left, right: left + half(text, size), top: y - 0.72 * size, bottom: y + 0.1 * size };
      });
      const outside = boxes.filter(({ left, right, top }) => left < format.margin || right > format.width - format.margin + 0.01 || top < format.head);
      expect(outside).toEqual([]);
      expect(Math.max(...pieces.map(({ y }) => y))).toBe(format.source);
      const touching = boxes.flatMap((one, index) => boxes.slice(index + 1).filter((other) => (
        one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
      )).map((other) => [one.text, other.text]));
      expect(touching).toEqual([]);
    },
  );

  it("puts the note below a figure that leaves no room beside it", () => {
    const noteOf = (note: string) => texts(compose({ ...song, note }, around, FORMATS.tall, rulers, false)).find(({ text }) => text.startsWith(note.slice(0, 5)));
    expect(noteOf("in 411 streams")?.x).toBeGreaterThan(FORMATS.tall.margin);
    expect(noteOf("n".repeat(50))?.x).toBe(FORMATS.tall.margin);
  });

  it.each(["tall", "square"] as const)("%s shows artwork whole, with the note beside it and nothing on it", (name) => {
    const format = FORMATS[name];
    const [cover, note] = compose(song, around, format, rulers, true).filter(({ kind }) => kind === "cover" || kind === "art");
    expect(cover).toEqual({ kind: "cover", x: format.margin, y: format.art.y, size: format.art.height });
    expect(note).toMatchObject({ kind: "art", x: format.margin + format.art.height, width: format.width - format.margin - format.art.height });
  });

  it("is named by its window, its card and, where square, its shape", () => {
    const window = { from: "2025-11-24", to: "2026-11-23" };
    expect(pictureName(window, "song", "tall")).toBe("nachklang-2025-11-24-2026-11-23-song.png");
    expect(pictureName(window, "song", "square")).toBe("nachklang-2025-11-24-2026-11-23-song-square.png");
  });

  it("draws the longest of hours and bars in the colour of the peak, and silence as a stub", () => {
    const bars = shapesOf({ kind: "bars", values: [2, 0, 4] }, 300, 100);
    expect(bars).toMatchObject([{ x: 0, y: 50, height: 50, tone: 3 }, { height: 2, tone: 1 }, { y: 0, height: 100, tone: 5 }]);
    const rays = shapesOf({ kind: "dial", hours: [...Array<number>(23).fill(1), 8] }, 100, 100).filter(({ kind }) => kind === "line");
    expect(rays.map((ray) => "tone" in ray && ray.tone).filter((tone) => tone === 5)).toHaveLength(1);
  });
});
