"use client";

import { BARE } from "../../words";
import { chooseLanguage } from "@/intl/language";
import { recall } from "@/lib/remember";
import { Mark } from "./Mark";

/** In the place of the whole page, where not even its words are there: what is the matter, and the one way on. */
export function Unworded() {
  const language = chooseLanguage(recall("language"), navigator.languages);
  const words = BARE[language];
  return (
    <div className="page"><div className="wrap" lang={language}>
      <header className="top"><span className="brand"><Mark />Nachklang</span></header>
      <main className="err page" role="alert">
        <h1 className="disp">{words.text}</h1>
        <p><button type="button" className="btn main" onClick={() => window.location.reload()}>{words.anew}</button></p>
      </main>
    </div></div>
  );
}
