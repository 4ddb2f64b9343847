/** Spreadsheets take a file without this mark for one of another encoding. */
const BYTE_ORDER_MARK = "\ufeff";

/** Rows as RFC 4180 writes them, in UTF-8: numbers as they are, without grouping, null as an empty field; a text never runs as a formula. */
export function csv(rows: readonly (readonly (string | number | null)[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(field).join(",")}\r\n`).join("");
}

function field(value: string | number | null): string {
  const text = typeof value === "string" ? defused(value) : String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text that a spreadsheet would take for a formula, with an apostrophe before it (OWASP, CSV injection). */
function defused(text: string): string {
  return /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}
