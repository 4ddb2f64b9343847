"use client";

import { memo, useEffect } from "react";
import type { Answer } from "@/api/queries";
import type { Wrapped } from "@/api/wrapped";
import { Discovery } from "@/discovery/Discovery";
import { Habits } from "@/habits/Habits";
import { useDoors } from "@/components/doors";
import { StandingPart } from "@/standing/StandingPart";
import type { Span } from "@/lib/windows";
import { NightBand } from "@/rhythm/NightBand";
import { Treasures } from "@/treasures/Treasures";
import { HowCounted } from "./HowCounted";

interface BelowProps {
  answer: Answer<Wrapped>;
  window: Span;
  zone: string;
  /** It stands on the page. */
  onThere: () => void;
}

/** Everything below the lists, fetched as one piece when the reader comes near. */
export default memo(function Below({ answer, window, zone, onThere }: BelowProps) {
  const own = useDoors();
  useEffect(onThere, [onThere]);
  return (
    <>
      <NightBand answer={answer} window={window} zone={zone} />
      <Discovery answer={answer} window={window} />
      <Treasures answer={answer} zone={zone} />
      <Habits answer={answer} window={window} />
      {own && <StandingPart />}
      <HowCounted answer={answer} window={window} />
    </>
  );
});
