"use client";

import { useTranslations } from "use-intl";

/** The shape of what comes: the same boxes in the same places, no words but the questions. */
export function FavouritesSkeleton() {
  const t = useTranslations("favourites");
  return (
    <div className="trio" aria-busy="true">
      {(["song", "artist"] as const).map((name) => (
        <section key={name}>
          <p className="what">{t(name)}</p>
          <div className="pic late"><span className="artbox sk" /></div>
          <p className="name late"><span className="sk line w70" /></p>
          <p className="by late"><span className="sk line w50" /></p>
          <p className="time late"><span className="sk line w40" /></p>
          <div className="acts" />
        </section>
      ))}
      <section className="total">
        <p className="what">{t("total")}</p>
        <div className="pic late">
          <p className="figure"><span className="sk line w60" /></p>
          <p className="name"><span className="sk line w50" /></p>
          <p className="by"><span className="sk line w70" /></p>
        </div>
        <div className="kinds late"><i className="sk w100" /></div>
      </section>
    </div>
  );
}
