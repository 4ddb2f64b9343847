import type { Picture } from "@/api/types";
import { RingsArt } from "./RingsArt";

/** Somebody's picture, or the rings of their name. */
export function Face({ name, picture }: { name: string; picture: Picture | null }) {
  if (!picture) return <i className="face" aria-hidden="true"><RingsArt name={name} small /></i>;
  return <img className="face" src={picture.url} width={30} height={30} alt="" referrerPolicy="no-referrer" />;
}
