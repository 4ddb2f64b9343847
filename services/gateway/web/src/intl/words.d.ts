import type compare from "../../messages/compare.en.json";
import type messages from "../../messages/en.json";

declare module "use-intl" {
  interface AppConfig {
    /** Those of `compare` are there within `CompareWords` only. */
    Messages: typeof messages & typeof compare;
  }
}
