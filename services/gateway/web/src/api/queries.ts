"use client";

import {
  keepPreviousData, useInfiniteQuery, useQuery, useQueryClient, type InfiniteData, type UseInfiniteQueryResult, type UseQueryResult,
} from "@tanstack/react-query";
import { useMemo } from "react";
import type { PlaysFilters } from "@/lib/plays";
import { historyQuestion, type WrappedQuestion } from "./address";
import { isShort } from "./changes";
import { api, ApiError } from "./client";
import { keys } from "./keys";
import type { Me, Page, Play, Sums, Upload } from "./types";
import type { Wrapped } from "./wrapped";

const REJECTIONS = 100;

/** What every part of the page takes: the last answer, whether it is the one asked for, and a way to ask again. */
export interface Answer<T> {
  data: T | undefined;
  status: "pending" | "error" | "success";
  error: Error | null;
  /** The data belong to the question before this one and are shown dimmed. */
  stale: boolean;
  retry: () => void;
}

/** The same object as long as nothing of it changes: what is drawn from it need not be drawn again. */
export function useAnswer<T>({ data, status, error, isPlaceholderData: stale, refetch }: UseQueryResult<T>): Answer<T> {
  return useMemo(() => ({ data, status, error, stale, retry: () => void refetch() }) as Answer<T>, [data, error, refetch, stale, status]);
}

/** The person signed in, or null. */
export function useMe(): Answer<Me | null> {
  return useAnswer(
    useQuery({
      queryKey: keys.me,
      queryFn: async ({ signal }) => {
        try {
          return await api.me(signal);
        } catch (error) {
          if (error instanceof ApiError && error.status === 401) return null;
          throw error;
        }
      },
      staleTime: 60_000,
      // Another tab may have signed in somebody else.
      refetchOnWindowFocus: "always",
      // The words of the page wait for this answer: a part that mounts after an error must not ask anew by itself.
      retryOnMount: false,
    }),
  );
}

/** What an answer is before it has come. */
export const PENDING: Answer<never> = { data: undefined, status: "pending", error: null, stale: false, retry: () => undefined };

export function useWrapped(question: WrappedQuestion, enabled = true): Answer<Wrapped> {
  return useAnswer(
    useQuery({
      enabled,
      queryKey: keys.window(question),
      queryFn: ({ signal }) => api.wrapped(question, signal),
      placeholderData: keepPreviousData,
    }),
  );
}

export function useHistory(person: string | null, enabled = true): Answer<Wrapped> {
  return useAnswer(
    useQuery({
      enabled,
      queryKey: keys.history(person),
      queryFn: ({ signal }) => api.wrapped(historyQuestion(person), signal),
    }),
  );
}

export function useUploads(): Answer<Upload[]> {
  return useAnswer(
    useQuery({
      queryKey: keys.uploads,
      queryFn: ({ signal }) => api.uploads(signal),
      refetchInterval: (query) => (query.state.data?.some((upload) => !isFinal(upload)) ? 2000 : false),
    }),
  );
}

export function isFinal(upload: Upload): boolean {
  return upload.state === "done" || upload.state === "failed";
}

/** Pages of a list that is read on by its cursor. */
export interface PagedAnswer<T> extends Answer<T[]> {
  more: (() => void) | null;
  loadingMore: boolean;
}

function paged<T>(query: UseInfiniteQueryResult<InfiniteData<Page<T>>>): PagedAnswer<T> {
  return {
    data: query.data?.pages.flatMap((page) => page.items),
    status: query.status,
    error: query.error,
    stale: false,
    retry: () => void query.refetch(),
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
    loadingMore: query.isFetchingNextPage,
  };
}

export function useRejections(id: string) {
  return paged(
    useInfiniteQuery({
      queryKey: ["rejections", id],
      queryFn: ({ pageParam, signal }) => api.rejections(id, pageParam, REJECTIONS, signal),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.next,
    }),
  );
}

export interface PlaysAnswer extends PagedAnswer<Play> {
  sums: Sums | null;
  /** Reads the list from its beginning; null while it is as it was read. */
  anew: (() => void) | null;
}

/** The plays that fit, and the sums of all of them, which stand on the first page. */
export function usePlays(question: PlaysFilters): PlaysAnswer {
  const client = useQueryClient();
  const queryKey = [...keys.plays, question];
  const query = useInfiniteQuery({
    queryKey,
    // Stale only once the history has changed, which the server tells.
    staleTime: Infinity,
    refetchOnMount: isShort,
    refetchOnReconnect: isShort,
    queryFn: ({ pageParam, signal }) => api.plays(question, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  const changed = query.isStale && (query.data?.pages.length ?? 0) > 1;
  return { ...paged(query), sums: query.data?.pages[0]?.sums ?? null, anew: changed ? () => void client.resetQueries({ queryKey }) : null };
}

export function useTokens() {
  return useAnswer(useQuery({ queryKey: keys.tokens, queryFn: async ({ signal }) => (await api.tokens(signal)).items }));
}
