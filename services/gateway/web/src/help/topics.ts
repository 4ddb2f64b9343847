import type definitions from "../../definitions.json";

/** What has a definition. */
export type Topic = keyof typeof definitions;
