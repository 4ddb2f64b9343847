"use strict";

/** Makes an element: `make("p", {className: "x"}, "text", child)`. Text is never read as HTML. */
function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** `$ref`s replaced by what they name, three levels deep: enough to read, and no circle can hold it up. */
function resolved(schema, components, depth = 3) {
  if (Array.isArray(schema)) return schema.map((part) => resolved(part, components, depth));
  if (schema === null || typeof schema !== "object") return schema;
  if (schema.$ref) {
    const name = schema.$ref.split("/").pop();
    return depth ? resolved(components[name], components, depth - 1) : name;
  }
  return Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, resolved(part, components, depth)]));
}

function field(parameter) {
  const input = make("input", { name: parameter.name, required: parameter.required });
  input.dataset.in = parameter.in;
  return make("label", {}, `${parameter.name} (${parameter.in}) ${parameter.description ?? ""}`, input);
}

function bodyField(content) {
  if (content["application/json"]) return make("label", {}, "Body (JSON)", make("textarea", { name: "body", rows: 4, value: "{}" }));
  return make("label", {}, "File", make("input", { name: "file", type: "file" }));
}

/** The CSRF token of whoever is signed in; empty where nobody is. */
async function csrfToken() {
  const answer = await fetch("/api/v1/me");
  return answer.ok ? (await answer.json()).csrf_token : "";
}

async function ask(method, path, form) {
  const query = new URLSearchParams();
  const headers = {};
  let body;
  for (const input of form.elements) {
    if (input.name === "file") body = input.files[0];
    else if (input.name === "body") [body, headers["Content-Type"]] = [input.value, "application/json"];
    else if (!input.name || !input.value) continue;
    else if (input.dataset.in === "path") path = path.replace(`{${input.name}}`, encodeURIComponent(input.value));
    else if (input.dataset.in === "query") query.set(input.name, input.value);
    else headers[input.name] = input.value;
  }
  if (method !== "GET" && !headers["X-CSRF-Token"]) headers["X-CSRF-Token"] = await csrfToken();
  if (body instanceof File) headers["Content-Type"] = body.name.endsWith(".zip") ? "application/zip" : "application/octet-stream";
  const answer = await fetch(query.size ? `${path}?${query}` : path, { method, headers, body });
  const text = await answer.text();
  const shown = (answer.headers.get("Content-Type") ?? "").includes("json") ? JSON.stringify(JSON.parse(text), null, 2) : text;
  return `${answer.status} ${answer.statusText}\n${shown}`;
}

function trial(method, path, operation) {
  const output = make("pre", { hidden: true });
  const form = make("form", {}, ...operation.parameters.map(field));
  if (operation.requestBody) form.append(bodyField(operation.requestBody.content));
  form.append(make("button", {}, "Try it"));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    output.hidden = false;
    output.textContent = "Asking …";
    output.textContent = await ask(method, path, form).catch((error) => String(error));
  });
  return make("div", {}, form, output);
}

function answers(operation, components) {
  return Object.entries(operation.responses).map(([status, answer]) => {
    const [kind, content] = Object.entries(answer.content ?? {})[0] ?? [];
    const line = make("p", {}, make("code", {}, status), ` ${answer.description} ${kind ?? ""}`);
    if (!content || status === "default") return line;
    return make("div", {}, line, make("pre", {}, JSON.stringify(resolved(content.schema, components), null, 2)));
  });
}

function entry(path, method, operation, components) {
  const name = make("code", {}, `${method.toUpperCase()} ${path}`);
  const details = make("details", {}, make("summary", {}, name, operation.summary));
  details.addEventListener("toggle", () => {
    if (details.childElementCount > 1) return;
    if (operation.description) details.append(make("p", {}, operation.description));
    const streams = Object.values(operation.responses).some((answer) => answer.content?.["text/event-stream"]);
    if (!streams && !path.startsWith("/auth/")) details.append(trial(method.toUpperCase(), path, operation));
    details.append(...answers(operation, components));
  });
  return details;
}

async function show() {
  const described = await (await fetch("/api/openapi.json")).json();
  document.getElementById("introduction").textContent = described.info.description.replaceAll("`", "");
  const groups = new Map();
  for (const [path, methods] of Object.entries(described.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const [tag] = operation.tags;
      if (!groups.has(tag)) groups.set(tag, make("section", {}, make("h2", {}, tag)));
      groups.get(tag).append(entry(path, method, operation, described.components.schemas));
    }
  }
  document.getElementById("operations").replaceChildren(...groups.values());
}

show().catch((error) => {
  document.getElementById("operations").textContent = `The document could not be read: ${error}. Load the page again.`;
});
