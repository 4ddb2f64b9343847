export type Words = { [key: string]: string | Words };

/** The words of `base`, with those of `over` in their place. */
export function overlaid(base: Words, over: Words): Words {
  const words = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = words[key];
    words[key] = typeof value === "string" || typeof below !== "object" ? value : overlaid(below, value);
  }
  return words;
}
