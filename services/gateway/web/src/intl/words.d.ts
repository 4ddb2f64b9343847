import type compare from "../../words/compare.en.json";
import type messages from "../../words/page.en.json";
import type pages from "../../words/pages.en.json";

declare module "use-intl" {
  interface AppConfig {
    /** Those of `compare` are there within `CompareWords` only, those of `pages` within `PageWords`. */
    Messages: typeof messages & typeof compare & typeof pages;
  }
}
