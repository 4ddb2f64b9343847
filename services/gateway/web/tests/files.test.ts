import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { binned, plainName } from "@/lib/bins";
import { csv } from "@/lib/csv";
import { fileName, plainFileName } from "@/lib/files";
import { PAPER } from "@/shell/paper";

const WINDOW = { from: "2025-11-24", to: "2026-11-23" };

describe("a table as a file", () => {
  it("has raw numbers, empty fields for what is missing, and says that it is UTF-8", () => {
    expect(csv([["Stück", "ms"], ["2026-11", 4_123_456], ["2026-12", null]])).toBe("\ufeffStück,ms\r\n2026-11,4123456\r\n2026-12,\r\n");
  });

  it("quotes what would break it", () => {
    expect(csv([['a "b"', "c,d", "e\nf", "g h"]])).toBe('\ufeff"a ""b""","c,d","e\nf",g h\r\n');
  });

  it("has no text that a spreadsheet would run as a formula", () => {
    const texts = ["=1+1", "+44", "-", "@sum", " =a", "\tx", "＝1", "a=b", "2026-11"];
    expect(csv([texts])).toBe(`\ufeff'=1+1,'+44,'-,'@sum,' =a,'\tx,'＝1,a=b,2026-11\r\n`);
    expect(csv([[-5]])).toBe("\ufeff-5\r\n");
  });

  it("names bins so that they can be sorted", () => {
    const months = (count: number) => Array.from({ length: count }, (_, index) => ({ month: `${2000 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}` }));
    const last = (count: number) => binned(months(count), { from: "2000-01-01", to: "2030-12-31" }).map(plainName).at(-1);
    expect([last(3), last(30), last(130)]).toEqual(["2000-03", "2002-Q2", "2010"]);
  });
});

describe("the name of a file", () => {
  it("says what it shows and of which days", () => {
    expect(fileName("Hours by month", WINDOW, "csv")).toBe("nachklang-hours-by-month-2025-11-24-2026-11-23.csv");
  });

  it("keeps letters of every script and nothing that a file system refuses", () => {
    expect(fileName("Tag für Tag: a/b?", WINDOW, "svg")).toBe("nachklang-tag-für-tag-a-b-2025-11-24-2026-11-23.svg");
    expect(plainFileName(["Rejected rows", "my_spotify_data (1).zip"], "csv")).toBe("nachklang-rejected-rows-my-spotify-data-1-zip.csv");
    expect(plainFileName(["x".repeat(500)], "csv")).toHaveLength("nachklang-.csv".length + 60);
    expect(fileName("fu\u0308r", WINDOW, "svg")).toContain("-f\u00fcr-");
  });
});

describe("the colours of the browser's own parts", () => {
  it("are the papers of the two themes", () => {
    const tokens = readFileSync(fileURLToPath(new URL("../styles/tokens.css", import.meta.url)), "utf8");
    const papers = [...tokens.matchAll(/--paper: (#[0-9A-F]{6});/g)].map(([, colour]) => colour);
    expect(papers).toEqual([PAPER.light, PAPER.dark, PAPER.dark]);
  });
});
