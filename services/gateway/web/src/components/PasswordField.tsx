"use client";

import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { PASSWORD_LONGEST, PASSWORD_SHORTEST } from "@/lib/account";

interface PasswordFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** A password to be chosen has a rule; one that is known has not. */
  fresh?: boolean;
}

/** A password, hidden unless one wants to see what one types. */
export function PasswordField({ label, value, onChange, fresh = false }: PasswordFieldProps) {
  const t = useTranslations("password");
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <p className="form-field">
      <label htmlFor={id}>{label}</label>
      <span className="secret">
        <input
          id={id} className="input" type={shown ? "text" : "password"} value={value} required autoComplete={fresh ? "new-password" : "current-password"}
          minLength={fresh ? PASSWORD_SHORTEST : undefined} maxLength={PASSWORD_LONGEST} aria-describedby={fresh ? `${id}-hint` : undefined}
          autoCapitalize="none" spellCheck={false} onChange={(event) => onChange(event.target.value)}
        />
        <button type="button" className="plain small" aria-pressed={shown} aria-label={t("showNamed", { name: label })} onClick={() => setShown(!shown)}>
          {shown ? t("hide") : t("show")}
        </button>
      </span>
      {fresh && <span id={`${id}-hint`} className="small q">{t("rule", { count: PASSWORD_SHORTEST })}</span>}
    </p>
  );
}
