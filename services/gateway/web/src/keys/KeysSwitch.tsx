"use client";

import { useTranslations } from "use-intl";
import { turnKeys, useKeysOn } from "./keysOn";

/** Single keys may be pressed unawares, or by a voice that is heard: whoever does not want them turns them off. */
export function KeysSwitch() {
  const t = useTranslations("keys");
  return (
    <label className="switch">
      <input type="checkbox" role="switch" checked={useKeysOn()} onChange={(event) => turnKeys(event.target.checked)} />
      <span>{t("on")}</span>
    </label>
  );
}
