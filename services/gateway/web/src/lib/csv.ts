/** Spreadsheets take a file without this mark for one of another encoding. */
const BYTE_ORDER_MARK = "\ufeff";

/** Rows as RFC 4180 writes them, in UTF-8: numbers as they are, without grouping, null as an empty field. */
export function csv(rows: readonly (readonly (string | number | null)[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(field).join(",")}\r\n`).join("");
}

function field(value: string | number | null): string {
  const text = String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
