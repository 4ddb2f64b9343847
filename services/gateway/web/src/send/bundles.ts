/**
 * What of a drop is sent together: each zip is an upload of its own, and the files beside them (an export that was unpacked)
 * are one upload, whatever stands between them. What is empty is not sent: each is said by itself.
 */
export function bundles(files: readonly File[]): File[][] {
  const alone = files.filter((file) => isZip(file) || file.size === 0).map((file) => [file]);
  const rest = files.filter((file) => !isZip(file) && file.size > 0);
  return rest.length > 0 ? [...alone, rest] : alone;
}

/** Only a guess by its name, for the page; the server looks into it. */
function isZip({ name, type }: File): boolean {
  return /\.zip$/i.test(name) || type === "application/zip" || type === "application/x-zip-compressed";
}
