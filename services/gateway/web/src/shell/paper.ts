/** `--paper` of both themes (styles/tokens.css), for what a browser draws before it has read a style. */
export const PAPER = { light: "#F4EFF1", dark: "#170F1B" };
