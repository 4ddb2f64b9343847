"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Sheet } from "@/components/Sheet";
import { SheetHead } from "@/components/SheetHead";
import { Trouble } from "@/components/Trouble";
import { useLanguage } from "@/intl/IntlGate";
import { definitionsIn } from "./definitions";
import type { Topic } from "./topics";

interface DefinitionSheetProps {
  topic: Topic;
  name: string;
  onClose: () => void;
}

/** How a number is counted, in the words of the code that counts it. */
export default function DefinitionSheet({ topic, name, onClose }: DefinitionSheetProps) {
  const t = useTranslations();
  const { language } = useLanguage();
  const definitions = useQuery({ queryKey: ["definitions", language], queryFn: () => definitionsIn(language), staleTime: Infinity });
  return (
    <Sheet label={name} onClose={onClose}>
      <SheetHead onClose={onClose}>
        <p className="small q">{t("help.title")}</p>
        <p className="disp">{name}</p>
      </SheetHead>
      {definitions.status === "error" && <Trouble title={t("help.error")} error={definitions.error} retry={() => void definitions.refetch()} />}
      {definitions.status === "pending" && <p className="late q" aria-busy="true">{t("common.loading")} …</p>}
      {definitions.data && <div className="definition">{definitions.data[topic].split("\n\n").map((text) => <p key={text}>{text}</p>)}</div>}
    </Sheet>
  );
}
