import { useQuery, useQueryClient, type QueryClient, type UseQueryResult } from "@tanstack/react-query";
import type { Session } from "../../../http/contract/session.js";
import { api } from "../api/client.js";
import { sessionGate } from "../api/session-gate.js";

export type SignedIn = NonNullable<Session["user"]>;

export const sessionKey = ["session"] as const;

/** Reads the session and keeps what requests need of it. */
export async function readSession(): Promise<Session> {
  const session = await api.get<Session>("/session", { renew: false });
  sessionGate.csrfToken = session.csrfToken;
  sessionGate.signedIn = session.user !== null;
  return session;
}

/** The session of this page; `user` is null when nobody is signed in. */
export const useSession = (): UseQueryResult<Session> =>
  useQuery({ queryKey: sessionKey, queryFn: readSession, staleTime: Infinity, refetchOnWindowFocus: false });

/** Who is signed in. Only for pages below the sign-in. @throws {Error} outside of them. */
export function useSignedIn(): SignedIn {
  const user = useSession().data?.user ?? null;
  if (user === null) throw new Error("Expected a signed-in person on this page, but there is none");
  return user;
}

/** After a sign-in, a role switch or a sign-out: everything shown may be different now. */
export async function restartSession(client: QueryClient): Promise<Session> {
  const session = await readSession();
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
  client.setQueryData(sessionKey, session);
  return session;
}

/** The same as a hook. */
export function useRestartSession(): () => Promise<Session> {
  const client = useQueryClient();
  return () => restartSession(client);
}
