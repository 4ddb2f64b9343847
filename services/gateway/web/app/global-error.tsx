"use client";

import { Unworded } from "@/shell/Unworded";

/** A fault of what stands on every page, which takes everything with it, its words as well. */
export default function GlobalErrorPage() {
  return (
    <html lang="en">
      <body>
        <title>Nachklang</title>
        <Unworded />
      </body>
    </html>
  );
}
