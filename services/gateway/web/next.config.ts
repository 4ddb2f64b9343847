import type { NextConfig } from "next";

/** Static files only: the gateway serves `out/` under `/`, so a page is a folder with an index.html. */
const config: NextConfig = {
  output: "export",
  trailingSlash: true,
  reactStrictMode: true,
  images: { unoptimized: true },
};

export default config;
