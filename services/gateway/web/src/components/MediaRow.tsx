"use client";

import type { ReactNode } from "react";
import type { Picture } from "@/api/types";
import { Art } from "./Art";
import { AtSpotify } from "./SpotifyLink";

interface MediaRowProps {
  picture: Picture | null;
  name: string;
  /** Whose it is: an artist. */
  by?: string | null;
  /** Where Spotify shows it. */
  link: string | null;
  children: ReactNode;
}

/** A picture, a name, whose picture it is, and what there is to say of it. */
export function MediaRow({ picture, name, by = null, link, children }: MediaRowProps) {
  return (
    <li>
      <Art picture={picture} name={by ? `${by} ${name}` : name} alt="" small />
      <div className="media-text">
        <p className="media-name"><b><bdi>{name}</bdi></b> {by && <span className="q"><bdi>{by}</bdi></span>} <AtSpotify href={link} name={name} /></p>
        {children}
      </div>
    </li>
  );
}
