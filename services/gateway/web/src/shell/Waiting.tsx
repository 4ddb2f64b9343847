import { BARE } from "../../words";
import { Mark } from "./Mark";

/** The frame before it is known who is here and which language to speak: no words but the name. */
export function Waiting() {
  return (
    <div className="wrap" aria-busy="true">
      <title>Nachklang</title>
      <header className="top">
        <span className="brand">
          <Mark />
          Nachklang
        </span>
      </header>
      <noscript>
        {Object.entries(BARE).map(([language, { noScript }]) => <p key={language} className="lead" lang={language}>{noScript}</p>)}
      </noscript>
    </div>
  );
}
