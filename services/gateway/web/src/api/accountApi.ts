import type { Feed, Invitation, InvitationSeen, Joining, NewInvitation, Session, Share } from "./accountTypes";
import { change, read } from "./client";
import type { Order } from "./types";

const at = (path: string, id: string) => `${path}/${encodeURIComponent(id)}`;

/** What concerns one's own account: signing in with a name, the browsers signed in, invitations, the live feed, shares, leaving. */
export const accountApi = {
  signIn: (login: string, password: string) => change("POST", "/auth/password", null, { login, password }),
  invitation: async (code: string) => (await (await change("POST", "/auth/invitation", null, { code })).json()) as InvitationSeen,
  join: (joining: Joining) => change("POST", "/auth/join", null, joining),
  changePassword: (csrf: string, old: string, next: string) => change("PUT", "/api/v1/me/password", csrf, { old, new: next }),

  sessions: (signal?: AbortSignal) => read<{ items: Session[] }>("/api/v1/sessions", signal),
  endSession: (csrf: string, id: string) => change("DELETE", at("/api/v1/sessions", id), csrf),
  endOtherSessions: (csrf: string) => change("DELETE", "/api/v1/sessions", csrf),

  invitations: (signal?: AbortSignal) => read<{ items: Invitation[] }>("/api/v1/invitations", signal),
  invite: async (csrf: string, admin: boolean) => (await (await change("POST", "/api/v1/invitations", csrf, { admin })).json()) as NewInvitation,
  revokeInvitation: (csrf: string, id: string) => change("DELETE", at("/api/v1/invitations", id), csrf),

  feed: (signal?: AbortSignal) => read<Feed>("/api/v1/feed", signal),

  shares: (signal?: AbortSignal) => read<{ items: Share[] }>("/api/v1/shares", signal),
  share: async (csrf: string, window: { from: string; to: string; by: Order }) =>
    (await (await change("POST", "/api/v1/shares", csrf, window)).json()) as Share,
  revokeShare: (csrf: string, id: string) => change("DELETE", at("/api/v1/shares", id), csrf),

  leave: (csrf: string) => change("DELETE", "/api/v1/me", csrf),
};
