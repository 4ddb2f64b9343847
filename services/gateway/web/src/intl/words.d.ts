import type compare from "../../words/compare.en.json";
import type messages from "../../words/page.en.json";
import type match from "../../words/match.en.json";
import type pages from "../../words/pages.en.json";
import type rows from "../../words/rows.en.json";
import type standing from "../../words/standing.en.json";
import type start from "../../words/start.en.json";
import type story from "../../words/story.en.json";

declare module "use-intl" {
  interface AppConfig {
    /** But for those of `page`, words are there only within an `AddedWords` of their part. */
    Messages: typeof messages & typeof compare & typeof match & typeof pages & typeof rows & typeof standing & typeof start & typeof story;
  }
}
