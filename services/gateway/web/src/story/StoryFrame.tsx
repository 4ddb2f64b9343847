"use client";

import { useLayoutEffect, useRef, type ReactNode } from "react";

interface StoryFrameProps {
  /** What it is called, window included. */
  name: string;
  leave: () => void;
  children: ReactNode;
}

/** The whole screen, dark in both themes. Escape leaves; what lies below is out of reach meanwhile. */
export function StoryFrame({ name, leave, children }: StoryFrameProps) {
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
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <h1 className="sr">{name}</h1>
      {children}
    </dialog>
  );
}
