/** The shapes of what concerns one's own account. Moments are ISO 8601 UTC. */

/** A browser that is signed in; `current` is the one that asks. */
export interface Session {
  id: string;
  created_at: string;
  last_seen_at: string;
  expires_at: string;
  way: "spotify" | "password" | "invitation";
  /** What the browser says of itself: "Firefox on Linux". */
  device: string | null;
  current: boolean;
}

export interface Invitation {
  id: string;
  created_at: string;
  expires_at: string;
  /** Whoever takes it may invite others too. */
  admin: boolean;
}

/** `url` holds the secret, and is told this once. */
export interface NewInvitation {
  id: string;
  url: string;
  expires_at: string;
}

/**
 * `invited_by` is null where whoever runs the instance has made it. `login` is whose password it sets anew; without, it
 * makes an account.
 */
export interface InvitationSeen {
  invited_by: string | null;
  expires_at: string;
  login: string | null;
}

export interface Joining {
  code: string;
  login: string;
  name: string;
  password: string;
  time_zone?: string;
  locale?: string;
}

/** The plays that come in by themselves, and the spans of time of which some may be missing. */
export interface Feed {
  state: "off" | "active" | "blocked" | "ended";
  last_read_at: string | null;
  resumes_at: string | null;
  gaps: Gap[];
}

export interface Gap {
  from: string;
  to: string;
}

/** A public page of one window, frozen; days are null where nothing was played. */
export interface Share {
  id: string;
  url: string;
  created_at: string;
  from: string | null;
  to: string | null;
}
