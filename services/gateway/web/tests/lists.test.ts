import { describe, expect, it } from "vitest";
import { address } from "@/api/address";
import { asProblem } from "@/api/client";
import { chooseLanguage, localeTag } from "@/intl/language";
import { fraction, listFinding } from "@/lib/finding";
import { failureOf, fileErrorOf, reasonOf } from "@/imports/serverWords";
import { hash, ringsOf } from "@/lib/rings";
import { lengthAfter, totalOf } from "@/lib/listed";
import { finder } from "@/lib/search";

describe("finding", () => {
  const rows = (count: number, share: number) => Array.from({ length: count }, () => ({ share }));

  it("is the part of the whole that the list takes", () => {
    expect(listFinding(rows(50, 0.0066))).toBeCloseTo(0.33);
    expect(fraction(0.33)).toBe("third");
    expect(fraction(0.4)).toBeNull();
  });

  it("is left out where there is too little, or where the list is the whole", () => {
    expect(listFinding(rows(9, 0.05))).toBeNull();
    expect(listFinding(rows(20, 0.05))).toBeNull();
  });
});

describe("the search in a list", () => {
  const finds = (query: string, ...texts: (string | null)[]) => finder(query, "de")(texts);

  it("is for all words, wherever they stand and however they are written", () => {
    expect(finds("halle ZIMMER", "Ein Zimmer voller Mai", "Halle Sieben")).toBe(true);
    expect(finds("halle nord", "Ein Zimmer voller Mai", "Halle Sieben")).toBe(false);
    expect(finds("immer", "Ein Zimmer voller Mai", null)).toBe(true);
    expect(finds("ac/dc", "AC/DC")).toBe(true);
  });

  it.each([["cinar", "Çınar ile Vapur"], ["ljosa", "Ljósaskipti"], ["窓", "遠い窓"], ["поздний", "Поздний свет"], ["ＡＢＢＡ", "Abba"], ["fjaeril", "Fjæril"],
    ["strasse", "Straße"], ["느린", "느린 오후"], ["ليلى", "ليلى نور"], ["!!!", "!!!"]])("finds %s in %s", (query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  it("collates by the language", () => {
    expect(finder("kaethe", "de")(["Käthe"])).toBe(true);
    expect(finder("kathe", "de")(["Käthe"])).toBe(true);
    expect(finder("kaethe", "en")(["Käthe"])).toBe(false);
  });
});

describe("the length of a list", () => {
  it("grows from ten over fifty by hundreds to all that there are, at most 500", () => {
    expect([10, 50, 150, 450, 500].map(lengthAfter)).toEqual([50, 150, 250, 500, 500]);
  });

  it("has an end that the totals know, but for shows", () => {
    const totals = { tracks: 3, artists: 2, albums: 1 };
    expect((["tracks", "artists", "albums", "shows"] as const).map((list) => totalOf(totals, list))).toEqual([3, 2, 1, null]);
  });
});

describe("rings", () => {
  it("are the same for one name and differ between names", () => {
    expect(ringsOf("ليلى نور")).toEqual(ringsOf("ليلى نور"));
    expect(hash("a")).toBe(0xe40c292c);
    const looks = new Set(["a", "b", "c", "d", "e", "f"].map((name) => JSON.stringify(ringsOf(name))));
    expect(looks.size).toBe(6);
  });
});

describe("language", () => {
  it("is the chosen one, else the first of the browser's that there is", () => {
    expect(chooseLanguage("de", ["en-US"])).toBe("de");
    expect(chooseLanguage(null, ["fr-FR", "de-AT", "en"])).toBe("de");
    expect(chooseLanguage(undefined, ["fr"])).toBe("en");
    expect(localeTag("de", ["de-AT", "en"])).toBe("de-AT");
    expect(localeTag("en", ["de"])).toBe("en-GB");
  });
});

describe("client", () => {
  it("makes a problem of any failed answer", () => {
    expect(asProblem(504, '{"type":"t","title":"Too slow","status":504}')).toEqual({ type: "t", title: "Too slow", status: 504 });
    expect(asProblem(502, "<html>")).toMatchObject({ status: 502, title: "" });
    expect(asProblem(500, "null")).toMatchObject({ status: 500 });
  });

  it("leaves out empty parameters", () => {
    expect(address("/a", { from: "2026-01-01", cursor: null, artist: "", track: "a&b" })).toBe("/a?from=2026-01-01&artist=&track=a%26b");
  });
});

describe("the server's words", () => {
  it("are found again, with what they name", () => {
    expect(failureOf("The zip holds more than 4096 files. Upload only the one from Spotify.")).toEqual({ name: "tooManyFiles", limit: 4096 });
    expect(failureOf("There is no listening history in this upload, but another zip. Unpack it once.")?.name).toBe("zipInZip");
    expect(failureOf("There is no listening history in this upload. Upload")?.name).toBe("noHistory");
    expect(failureOf("Something new")).toBeNull();
    expect(reasonOf("msPlayed is missing")).toBe("noTime");
    expect(reasonOf("endTime cannot be read")).toBe("unreadable");
    expect(reasonOf("anything else")).toBeNull();
    expect(fileErrorOf("breaks in row 8113, at byte 3301442")).toEqual({ name: "breaksAt", row: 8113, limit: 0 });
    expect(fileErrorOf("Row 9: the upload holds more than 8 rows. The rest")).toEqual({ name: "tooManyRows", row: 9, limit: 8 });
    expect(fileErrorOf("breaks")).toBeNull();
  });
});
