import { ApiError, asProblem, UNREACHABLE } from "./client";

/** Bytes of the body that have left the browser. */
export type OnProgress = (sent: number, total: number) => void;

/**
 * `POST /api/v1/uploads`: one file goes as it is, several as a form, each of which becomes an upload of its own.
 * XMLHttpRequest, because `fetch` tells nothing about a body on its way. Resolves to the ids of the uploads;
 * rejects with an `ApiError`, or with an AbortError when `signal` stopped it.
 */
export function sendFiles(files: readonly File[], csrf: string, onProgress: OnProgress, signal: AbortSignal): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open("POST", "/api/v1/uploads");
    xhr.setRequestHeader("X-CSRF-Token", csrf);
    xhr.upload.onprogress = (event) => onProgress(event.loaded, event.total);
    xhr.onload = () => {
      if (xhr.status !== 202) return reject(new ApiError(asProblem(xhr.status, xhr.responseText, (name) => xhr.getResponseHeader(name))));
      resolve((JSON.parse(xhr.responseText) as { ids: string[] }).ids);
    };
    xhr.onerror = () => reject(new ApiError(UNREACHABLE));
    xhr.onabort = () => reject(new DOMException("stopped by the person", "AbortError"));
    signal.addEventListener("abort", () => xhr.abort(), { once: true });
    xhr.send(bodyOf(files, xhr));
  });
}

function bodyOf(files: readonly File[], xhr: XMLHttpRequest): XMLHttpRequestBodyInit {
  const [only] = files;
  if (files.length === 1 && only) {
    xhr.setRequestHeader("X-Filename", encodeURIComponent(only.name));
    xhr.setRequestHeader("Content-Type", contentType(only.name));
    return only;
  }
  const form = new FormData();
  for (const file of files) form.append("file", file);
  return form;
}

function contentType(name: string): string {
  if (/\.zip$/i.test(name)) return "application/zip";
  return /\.json$/i.test(name) ? "application/json" : "application/octet-stream";
}
