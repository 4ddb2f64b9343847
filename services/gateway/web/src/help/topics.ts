import type definitions from "../../messages/definitions.en.json";

/** What has a definition. */
export type Topic = keyof typeof definitions;
