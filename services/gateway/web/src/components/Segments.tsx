"use client";

import { useId, type ChangeEvent } from "react";
import { Radio } from "./Radio";

interface SegmentsProps<T extends string> {
  label: string;
  options: readonly { value: T; text: string }[];
  value: T;
  onChange: (value: T) => void;
}

/** One of a few, as native radios: one tab stop, arrows move, the selection follows. */
export function Segments<T extends string>({ label, options, value, onChange }: SegmentsProps<T>) {
  const name = useId();
  return (
    <div className="seg" role="radiogroup" aria-label={label} onChange={(event: ChangeEvent<HTMLInputElement>) => onChange(event.target.value as T)}>
      {options.map((option) => <Radio key={option.value} name={name} value={option.value} text={option.text} checked={option.value === value} />)}
    </div>
  );
}
