"use client";

import { useRouter } from "next/navigation";
import { useEffect, useLayoutEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { LIMIT } from "@/api/address";
import { useMe, useWrapped, type Answer } from "@/api/queries";
import type { Me } from "@/api/types";
import type { Wrapped } from "@/api/wrapped";
import { Nothing } from "@/components/Nothing";
import { Trouble } from "@/components/Trouble";
import { useFormat } from "@/intl/useFormat";
import { afterPaint } from "@/lib/afterPaint";
import { useWindow } from "@/listening/useWindow";
import { useSample } from "@/sample/SampleProvider";
import { PageTitle } from "@/shell/PageTitle";
import { SignInFirst } from "@/start/SignInFirst";
import { returns, wasOpened } from "./returning";
import { Story } from "./Story";
import { StoryBar } from "./StoryBar";
import { StoryFrame } from "./StoryFrame";
import { useCards } from "./useCards";

/** `/story/`: one's own window as a sequence of cards. */
export function StoryPage() {
  const me = useMe();
  return me.data ? <OwnStory key={me.data.id} me={me.data} /> : <SignInFirst />;
}

function OwnStory({ me }: { me: Me }) {
  const t = useTranslations("story");
  const format = useFormat();
  const router = useRouter();
  const { from, to } = useWindow(me);
  // Word for word the question of the listening page: the same answer, so the same numbers.
  const answer = useWrapped({ from, to, limit: LIMIT, person: undefined, by: "time" });
  const cards = useCards(answer.data);
  const { stop } = useSample();
  // Its bar would lie below the story, out of reach.
  useEffect(stop, [stop]);
  // Before the effects of the page that comes, whose button asks.
  useLayoutEffect(() => returns, []);
  const left = useRef(false);
  const leave = () => {
    if (left.current) return;
    left.current = true;
    afterPaint(() => (wasOpened() ? router.back() : router.push(`/?from=${from}&to=${to}`)));
  };

  const name = t("name", { from: format.day(from), to: format.day(to) });
  return (
    <StoryFrame name={name} leave={leave}>
      <PageTitle text={name} />
      {answer.data && cards.length > 0 ? (
        <Story cards={cards} window={{ from, to }} withPrivate={answer.data.habits.private.plays > 0} leave={leave} />
      ) : (
        <>
          <StoryBar leave={leave} />
          <div className="story-stage"><WithoutCards answer={answer} from={from} /></div>
        </>
      )}
    </StoryFrame>
  );
}

function WithoutCards({ answer, from }: { answer: Answer<Wrapped>; from: string }) {
  const t = useTranslations("story");
  if (answer.status === "error") return <Trouble title={t("error")} error={answer.error} retry={answer.retry} />;
  if (answer.status === "success") return <Nothing title={t("empty")} seed={from}><p className="q">{t("emptyText")}</p></Nothing>;
  return <div className="story-card late" aria-busy="true"><span className="sk story-art" /><span className="sk line w60" /></div>;
}
