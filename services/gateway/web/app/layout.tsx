import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "@fontsource-variable/ysabeau-office/wght.css";
import "@fontsource-variable/commissioner/wght.css";
import "../styles/fonts.css";
import "../styles/tokens.css";
import "../styles/base.css";
import "../styles/shell.css";
import "../styles/start.css";
import "../styles/listening.css";
import "../styles/strip.css";
import "../styles/lists.css";
import "../styles/charts.css";
import "../styles/night.css";
import "../styles/parts.css";
import "../styles/imports.css";
import "../styles/forms.css";
import "../styles/settings.css";
import "../styles/people.css";
import "../styles/compare.css";
import "../styles/states.css";
import "../styles/print.css";
import { start } from "../words/start.en.json";
import { PAPER } from "@/shell/paper";
import { preloadFonts } from "@/shell/preloadFonts";
import { Providers } from "@/shell/Providers";

export const metadata: Metadata = {
  description: start.title,
  robots: { index: false },
  icons: { icon: { url: "/icon.svg", type: "image/svg+xml" }, apple: "/icons/apple-180.png" },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: PAPER.light },
    { media: "(prefers-color-scheme: dark)", color: PAPER.dark },
  ],
};

export default function Layout({ children }: { children: ReactNode }) {
  preloadFonts();
  return (
    <html lang="en">
      <body>
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}
