"use client";

import { Door } from "@/components/Door";
import { Help } from "@/help/Help";
import type { Topic } from "@/help/topics";
import { useFormat } from "@/intl/useFormat";

interface ShareRowProps {
  label: string;
  share: number;
  href: string;
  topic?: Topic;
  /** What it is a share of, where that is not everything. */
  note?: string | null;
}

/** A share of a whole, 0 to 100 %: these don't add up to it. */
export function ShareRow({ label, share, href, topic, note = null }: ShareRowProps) {
  const format = useFormat();
  return (
    <li className="share">
      <span className="share-name"><bdi>{label}</bdi>{topic && <> <Help topic={topic} name={label} /></>}</span>
      <span className="bar" aria-hidden="true"><i style={{ width: `${share * 100}%` }} /></span>
      <b className="num"><Door href={href} text={format.share(share)} /></b>
      {note && <small className="q">{note}</small>}
    </li>
  );
}
