"use client";

import { Suspense, useEffect, useRef, useState, type ReactNode } from "react";

const AHEAD = "400px 0px";

interface NearProps {
  /** Keeps the place, and stands there while the code is fetched. */
  placeholder: ReactNode;
  children: ReactNode;
  /** False while what stands above has not its height yet. */
  ready: boolean;
  /** Wanted whether near or not. */
  wanted: boolean;
}

/** What was near once is shown at once ever after, so that going back finds the page as it was left. */
let wasNear = false;

/** Its children come when the reader comes near: the first view does not wait for what lies below it. */
export function Near({ placeholder, ready, wanted, children }: NearProps) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(wasNear);

  useEffect(() => {
    const element = place.current;
    if (!element || !ready) return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      wasNear = true;
      setNear(true);
    }, { rootMargin: AHEAD });
    observer.observe(element);
    return () => observer.disconnect();
  }, [near, ready]);

  if (near || wanted) return <Suspense fallback={placeholder}>{children}</Suspense>;
  return <div ref={place}>{placeholder}</div>;
}
