"use client";

import { useLayoutEffect, useRef } from "react";
import { flushSync } from "react-dom";
import { useTranslations } from "use-intl";
import { focusAround } from "@/lib/focus";

interface GoingProps {
  /** What is said of it. */
  text: string;
  onUndo: () => void;
}

/** In the place of something that is going: says so, and can be taken back. The focus stays with it. */
export function Going({ text, onUndo }: GoingProps) {
  const t = useTranslations("settings");
  const button = useRef<HTMLButtonElement>(null);

  useLayoutEffect(() => {
    const element = button.current;
    element?.focus();
    // While it is still there: afterwards the focus would have fallen to the top of the page.
    return () => {
      if (element && document.activeElement === element) focusAround(element);
    };
  }, []);

  const undo = () => {
    const place = button.current?.parentElement;
    flushSync(onUndo);
    place?.querySelector<HTMLElement>(":scope > button")?.focus();
  };
  return (
    <>
      <span className="q" role="status">{text}</span>
      <button ref={button} type="button" className="btn" onClick={undo}>{t("undo")}</button>
    </>
  );
}
