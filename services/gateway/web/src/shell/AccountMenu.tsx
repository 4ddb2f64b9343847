"use client";

import Link from "next/link";
import { startTransition, Suspense, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Me } from "@/api/types";
import { Face } from "@/components/Face";
import { DownIcon } from "@/components/Icons";
import { useKeys } from "@/keys/useKeys";
import { late } from "@/lib/late";
import { PLACES } from "./TopBar";
import { StillSignedIn } from "./StillSignedIn";
import { useSignOut } from "./useSignOut";

const KeysSheet = late(() => import("@/keys/KeysSheet"));

export function AccountMenu({ me }: { me: Me }) {
  const t = useTranslations("nav");
  const { leave, error } = useSignOut(me);
  const menu = useRef<HTMLDivElement>(null);
  const close = () => menu.current?.hidePopover();
  const [keys, setKeys] = useState(false);
  const showKeys = () => {
    close();
    setKeys(true);
  };
  useKeys({ "?": showKeys });

  return (
    <>
      <button type="button" className="who" popoverTarget="account-menu" aria-label={t("account", { name: me.name })}>
        <Face name={me.name} picture={me.picture} />
        <span><bdi>{me.name}</bdi></span>
        <DownIcon />
      </button>
      <div ref={menu} id="account-menu" popover="auto" className="menu sheet">
        <p className="menu-name"><bdi>{me.name}</bdi></p>
        {PLACES.map(({ href, name }) => (
          <Link key={href} className="only-phone" href={href} prefetch={false} onClick={close}>{t(name)}</Link>
        ))}
        <Link href="/export/" prefetch={false} onClick={close}>{t("export")}</Link>
        <Link href="/settings/" prefetch={false} onClick={close}>{t("settings")}</Link>
        <button type="button" className="only-keys" onClick={showKeys}>{t("keys")} <kbd aria-hidden="true">?</kbd></button>
        <button type="button" onClick={() => void leave()}>{t("signOut")}</button>
        <StillSignedIn error={error} />
      </div>
      {keys && <Suspense><KeysSheet onClose={() => startTransition(() => setKeys(false))} /></Suspense>}
    </>
  );
}
