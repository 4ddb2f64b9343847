"use client";

import { memo } from "react";

interface RadioProps {
  name: string;
  value: string;
  text: string;
  checked: boolean;
}

/**
 * One radio of a group, whose `onChange` hears of it. It is drawn anew only when it changes itself: React takes the name of each
 * radio that is drawn again and gives it back, for which the browser forms the group and the styles of all of it anew.
 */
export const Radio = memo(function Radio({ name, value, text, checked }: RadioProps) {
  return (
    <label>
      <input type="radio" name={name} value={value} checked={checked} onChange={heardByGroup} />
      <span>{text}</span>
    </label>
  );
});

function heardByGroup(): void {
  // The event goes on to the group.
}
