"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { address } from "./address";
import { read } from "./client";
import type { Match, Person, Standing } from "./peopleTypes";
import { keys } from "./keys";
import { useAnswer, type Answer } from "./queries";

/** Those whose history may be looked at. */
export function usePeople(): Answer<Person[]> {
  return useAnswer(
    useQuery({ queryKey: keys.people, queryFn: async ({ signal }) => (await read<{ items: Person[] }>("/api/v1/people", signal)).items }),
  );
}

export interface MatchQuestion {
  person: string;
  from: string;
  to: string;
  limit: number;
}

export function useMatch(question: MatchQuestion): Answer<Match> {
  return useAnswer(
    useQuery({
      queryKey: [...keys.match, question],
      queryFn: ({ signal }) => read<Match>(address("/api/v1/match", { ...question }), signal),
      placeholderData: keepPreviousData,
    }),
  );
}

export function useStanding(): Answer<Standing> {
  return useAnswer(useQuery({ queryKey: keys.standing, queryFn: ({ signal }) => read<Standing>("/api/v1/standing", signal) }));
}
