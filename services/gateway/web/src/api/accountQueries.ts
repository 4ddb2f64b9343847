"use client";

import { useQuery } from "@tanstack/react-query";
import { accountApi } from "./accountApi";
import type { Feed, Invitation, Session, Share } from "./accountTypes";
import { keys } from "./keys";
import { useAnswer, type Answer } from "./queries";

export function useSessions(): Answer<Session[]> {
  return useAnswer(useQuery({ queryKey: keys.sessions, queryFn: async ({ signal }) => (await accountApi.sessions(signal)).items }));
}

export function useInvitations(): Answer<Invitation[]> {
  return useAnswer(useQuery({ queryKey: keys.invitations, queryFn: async ({ signal }) => (await accountApi.invitations(signal)).items }));
}

export function useShares(): Answer<Share[]> {
  return useAnswer(useQuery({ queryKey: keys.shares, queryFn: async ({ signal }) => (await accountApi.shares(signal)).items }));
}

export function useFeed(): Answer<Feed> {
  return useAnswer(useQuery({ queryKey: keys.feed, queryFn: ({ signal }) => accountApi.feed(signal) }));
}
