"use client";

import { useId, type InputHTMLAttributes, type ReactNode } from "react";

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  /** The rule that it must keep to. */
  hint?: ReactNode;
}

/** One line of a form: its label above it, its rule below. */
export function Field({ label, hint, ...input }: FieldProps) {
  const id = useId();
  return (
    <p className="form-field">
      <label htmlFor={id}>{label}</label>
      <input id={id} className="input" aria-describedby={hint ? `${id}-hint` : undefined} {...input} />
      {hint && <span id={`${id}-hint`} className="small q">{hint}</span>}
    </p>
  );
}
