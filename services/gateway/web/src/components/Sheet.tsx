"use client";

import { useDeferredValue, useLayoutEffect, useRef, type ReactNode } from "react";

interface SheetProps {
  label: string;
  onClose: () => void;
  className?: string;
  children: ReactNode;
}

/**
 * A modal sheet: Escape and a click beside it close it, and the browser gives the focus back to what opened it.
 * The page dims at once, and the sheet comes when it is drawn: what is behind it must first be styled anew, as out of reach.
 * For the same reason whoever closes it does so in a transition.
 */
export function Sheet(props: SheetProps) {
  const drawn = useDeferredValue(true, false);
  return drawn ? <Modal {...props} /> : <div className="dimming" />;
}

function Modal({ label, onClose, className = "", children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);

  // Before the element leaves the page, for only then the focus goes back.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={dialog} className={`sheet ${className}`} aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className="sheet-in">{children}</div>
    </dialog>
  );
}
