import { Mark } from "./Mark";

/** The frame before it is known who is here and which language to speak: no words but the name. */
export function Waiting() {
  return (
    <div className="wrap" aria-busy="true">
      <header className="top">
        <span className="brand">
          <Mark />
          Nachklang
        </span>
      </header>
      <noscript>
        <p className="lead">Nachklang needs JavaScript to show your listening.</p>
      </noscript>
    </div>
  );
}
