"use client";

import { useState } from "react";
import type { Picture } from "@/api/types";
import { RingsArt } from "./RingsArt";

interface ArtProps {
  picture: Picture | null;
  /** Whose rings stand in. */
  name: string;
  /** Empty where the name stands beside it. */
  alt: string;
  /** A row's 56 px instead of a favourite's 280. */
  small?: boolean;
}

/** A cover or a picture in a place that is kept for it: rings until it has come, and for good when it can't be had. */
export function Art({ picture, name, alt, small = false }: ArtProps) {
  const [state, setState] = useState<{ url: string; seen: boolean; failed: boolean } | null>(null);
  const url = (small ? picture?.small : null) ?? picture?.url ?? null;
  const current = state?.url === url ? state : null;
  const shown = url !== null && !current?.failed;
  const seen = shown && current?.seen;
  const size = small ? 56 : 280;

  return (
    <span className={small ? "artbox s" : "artbox"}>
      {!seen && <RingsArt name={name} small={small} label={shown ? undefined : alt || undefined} />}
      {shown && (
        <img
          className={seen ? "seen" : undefined}
          src={url} alt={alt} width={size} height={size} decoding="async" referrerPolicy="no-referrer"
          loading={small ? "lazy" : "eager"}
          onLoad={() => setState({ url, seen: true, failed: false })}
          onError={() => setState({ url, seen: false, failed: true })}
        />
      )}
    </span>
  );
}
