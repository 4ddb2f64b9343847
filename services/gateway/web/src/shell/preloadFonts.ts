import { preload } from "react-dom";

const FACES = [
  new URL("../../node_modules/@fontsource-variable/ysabeau-office/files/ysabeau-office-latin-wght-normal.woff2", import.meta.url),
  new URL("../../node_modules/@fontsource-variable/commissioner/files/commissioner-latin-wght-normal.woff2", import.meta.url),
];

/** The two Latin files that every first view needs, asked for before the style sheet has been read. */
export function preloadFonts(): void {
  for (const { pathname } of FACES) preload(pathname, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
}
