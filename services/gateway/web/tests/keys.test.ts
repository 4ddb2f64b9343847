import { describe, expect, it } from "vitest";
import { keyOf, KEYS } from "@/lib/keys";

const pressed = (key: string, more = {}) =>
  keyOf({ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, repeat: false, isComposing: false, ...more });

describe("keys", () => {
  it("are known by what they write, small or large", () => {
    expect(KEYS.map((key) => pressed(key))).toEqual([...KEYS]);
    expect([pressed("T"), pressed("9"), pressed("a"), pressed("Tab")]).toEqual(["t", null, null, null]);
  });

  it("are not those of the browser, none that is held down, and none of a word that is being composed", () => {
    for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }, { isComposing: true }]) expect(pressed("1", more)).toBeNull();
  });

  it("may need Shift on this keyboard, but an arrow or Space with it is another thing", () => {
    expect([pressed("?", { shiftKey: true }), pressed("1", { shiftKey: true }), pressed("S", { shiftKey: true })]).toEqual(["?", "1", "s"]);
    expect([pressed("ArrowLeft", { shiftKey: true }), pressed(" ", { shiftKey: true })]).toEqual([null, null]);
  });
});
