import type { MetadataRoute } from "next";
import { PAPER } from "@/shell/paper";
import words from "../words/page.en.json";
import { start } from "../words/start.en.json";

export const dynamic = "force-static";

/** What a system needs to install the page. It has one language and one colour: the bar follows the theme by the page's own. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: words.common.brand,
    short_name: words.common.brand,
    description: start.title,
    lang: "en",
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: PAPER.dark,
    theme_color: PAPER.dark,
    categories: ["music", "lifestyle"],
    icons: [
      { src: "/icons/192.png", sizes: "192x192", type: "image/png", purpose: "any" },
      { src: "/icons/512.png", sizes: "512x512", type: "image/png", purpose: "any" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
