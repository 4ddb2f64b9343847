/**
 * What of a drop is sent together: each zip is an upload of its own, and the files beside them (an export that was unpacked)
 * are one upload, whatever stands between them.
 */
export function bundles(files: readonly File[]): File[][] {
  const zips = files.filter(isZip).map((file) => [file]);
  const rest = files.filter((file) => !isZip(file));
  return rest.length > 0 ? [...zips, rest] : zips;
}

/** Only a guess by its name, for the page; the server looks into it. */
function isZip({ name, type }: File): boolean {
  return /\.zip$/i.test(name) || type === "application/zip" || type === "application/x-zip-compressed";
}
