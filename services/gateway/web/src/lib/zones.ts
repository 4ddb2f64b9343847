/** `Europe/Berlin` → `Berlin`, for sentences. */
export function cityOf(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}
