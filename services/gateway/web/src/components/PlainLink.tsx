"use client";

import type { ComponentProps } from "react";
import { useStepTo } from "@/lib/useStepTo";

type PlainLinkProps = Omit<ComponentProps<"a">, "href" | "onClick"> & { href: string };

/** A link of which a page has dozens that change with each window: the router's own would each be set up anew. */
export function PlainLink({ href, ...rest }: PlainLinkProps) {
  const stepTo = useStepTo();
  return <a {...rest} href={href} onClick={(event) => stepTo(event, href)} />;
}
