"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { usePeople } from "@/api/peopleQueries";
import type { Me } from "@/api/types";
import { Face } from "@/components/Face";
import { DownIcon } from "@/components/Icons";
import { PartTrouble } from "@/components/PartTrouble";
import { useCollator } from "@/intl/useCollator";
import type { Window } from "@/listening/useWindow";

interface PersonPickerProps {
  me: Me;
  window: Window;
  /** Who is looked at; null for oneself. */
  person: string | null;
}

/** Another history has a picker of its own: it takes the focus over from the one that led to it. */
let handedOver = false;

/** Whose history it is: one's own, or that of somebody who shares theirs. Not there where nobody does. */
export function PersonPicker({ me, window, person }: PersonPickerProps) {
  const t = useTranslations("people");
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const collator = useCollator();
  const answer = usePeople();
  const people = [...(answer.data ?? [])].sort((a, b) => collator.compare(a.name, b.name));

  useEffect(() => {
    if (handedOver) button.current?.focus();
    handedOver = false;
  }, []);

  if (people.length === 0 && person === null) return answer.status === "error" ? <PartTrouble answer={answer} title={t("error")} /> : null;
  const looked = people.find(({ id }) => id === person);
  const shown = person === null ? t("yours") : (looked?.name ?? t("somebody"));
  const choose = (id: string | null) => {
    menu.current?.hidePopover();
    if (id === person) return;
    handedOver = true;
    window.lookAt(id);
  };

  return (
    <>
      <button ref={button} type="button" className="who whose" popoverTarget="people-menu" aria-label={t("choose", { name: shown })}>
        <Face name={looked?.name ?? me.name} picture={looked ? looked.picture : me.picture} />
        <span><bdi>{shown}</bdi></span>
        <DownIcon />
      </button>
      <div ref={menu} id="people-menu" popover="auto" className="menu people sheet">
        <p className="menu-name">{t("menu")}</p>
        <button type="button" aria-current={person === null} onClick={() => choose(null)}>
          <Face name={me.name} picture={me.picture} /><span>{t("yours")}</span>
        </button>
        {people.map(({ id, name, picture }) => (
          <button key={id} type="button" aria-current={id === person} onClick={() => choose(id)}>
            <Face name={name} picture={picture} /><span><bdi>{name}</bdi></span>
          </button>
        ))}
      </div>
    </>
  );
}
