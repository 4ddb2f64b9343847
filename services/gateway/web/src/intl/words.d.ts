import type compare from "../../messages/compare.en.json";
import type messages from "../../messages/en.json";
import type pages from "../../messages/pages.en.json";

declare module "use-intl" {
  interface AppConfig {
    /** Those of `compare` are there within `CompareWords` only, those of `pages` within `PageWords`. */
    Messages: typeof messages & typeof compare & typeof pages;
  }
}
