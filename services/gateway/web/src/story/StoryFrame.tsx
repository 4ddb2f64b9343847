"use client";

import { useLayoutEffect, useRef, type ReactNode } from "react";
import { useTranslations } from "use-intl";

interface StoryFrameProps {
  /** What it is called, window included. */
  name: string;
  leave: () => void;
  /** Beside the button that leaves. */
  controls?: ReactNode;
  progress?: ReactNode;
  /** Whether somebody walks through the controls by keys; a click leaves the focus on one, too, but says nothing. */
  onControls?: (inside: boolean) => void;
  children: ReactNode;
}

/** The whole screen, dark in both themes. Escape leaves; what lies below is out of reach meanwhile. */
export function StoryFrame({ name, leave, controls, progress, onControls, children }: StoryFrameProps) {
  const t = useTranslations("story");
  const dialog = useRef<HTMLDialogElement>(null);

  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    // And not its first button: who opened the story wants to see it, not to walk through its controls.
    element?.focus();
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={dialog} className="story" data-theme="dark" aria-label={name} tabIndex={-1}
      onFocus={({ target }) => onControls?.(target.matches("button, input") && target.matches(":focus-visible"))}
      onBlur={() => onControls?.(false)}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <h1 className="sr">{name}</h1>
      {progress}
      <div className="story-bar">
        {controls}
        <button type="button" className="story-icon" aria-label={t("close")} onClick={leave}>
          <svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true"><path d="M3 3l10 10M13 3 3 13" stroke="currentColor" strokeWidth="1.6" /></svg>
        </button>
      </div>
      {children}
    </dialog>
  );
}
