"use client";

import { LongName } from "@/components/LongName";

const LONG = 34;
const LONGEST = 90;

/** Never cut: a long name is set a step smaller instead. */
export function FavouriteName({ name }: { name: string }) {
  const size = name.length > LONGEST ? "name longest" : name.length > LONG ? "name long" : "name";
  return <LongName className={size} name={name} />;
}
