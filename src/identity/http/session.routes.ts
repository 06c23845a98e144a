import { z } from "zod";
import {
  type Actor,
  type AnyRoute,
  type Callers,
  type CallerSession,
  defineRoute,
  type SessionClaims,
} from "../../http/index.js";
import { Activation, PasswordChange, Session, SignIn as SignInInput } from "../../http/contract/session.js";
import { AppError } from "../../platform/index.js";
import type { Database, UnitOfWork } from "../../platform/db/index.js";
import type { SignedIn, SignIn } from "../app/sign-in.js";
import { chooseLanguage as keepLanguage, rememberRole } from "../app/user-directory.js";
import { type RoleNames, sessionView } from "./session-view.js";

export interface SessionRoutesDeps extends RoleNames {
  readonly db: Database;
  readonly callers: Callers;
  readonly signIn: SignIn;
}

/** The session of `claims` as the pages get it. */
const viewOf = async (
  tx: UnitOfWork,
  claims: SessionClaims | null,
  session: CallerSession,
  deps: SessionRoutesDeps,
): Promise<Session> => {
  const actor = claims === null ? undefined : await deps.callers.actorOf(tx, claims);
  const user = actor === undefined ? null : await sessionView(tx, actor, deps.callers.abilityOf(actor), deps);
  return { user, csrfToken: session.csrfToken() };
};

/** On public routes nobody may be signed in. */
const signedIn = ({ actor }: { readonly actor: Actor }): Actor | null => actor;

const begin = async (user: SignedIn, session: CallerSession, deps: SessionRoutesDeps): Promise<Session> => {
  const actor = await deps.db.read((tx) => deps.callers.actorOf(tx, { userId: user.id, roleId: user.lastRoleId }));
  const claims = { userId: user.id, roleId: actor?.role?.id ?? null }; // named, so that a role given later changes no session
  await session.start(claims);
  return deps.db.read((tx) => viewOf(tx, claims, session, deps));
};

const current = (deps: SessionRoutesDeps): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/session",
    summary: "Who is signed in, in which role, and the CSRF token",
    tag: "session",
    permission: "public",
    response: Session,
    async handle(request) {
      const claims = signedIn(request) === null ? null : request.session.claims;
      return { status: 200, body: await viewOf(request.tx, claims, request.session, deps) };
    },
  });

const start = (deps: SessionRoutesDeps): AnyRoute =>
  defineRoute({
    method: "post",
    path: "/session",
    summary: "Sign in",
    tag: "session",
    permission: "public",
    body: SignInInput,
    response: Session,
    transaction: false,
    async handle({ body, session }) {
      const user = await deps.signIn.byPassword(body.username, body.password);
      return { status: 200, body: await begin(user, session, deps) };
    },
  });

const end = (deps: SessionRoutesDeps): AnyRoute =>
  defineRoute({
    method: "delete",
    path: "/session",
    summary: "Sign out",
    tag: "session",
    permission: "public",
    response: Session,
    transaction: false,
    async handle({ session }) {
      await session.end();
      return { status: 200, body: await deps.db.read((tx) => viewOf(tx, null, session, deps)) };
    },
  });

const chooseRole = (deps: SessionRoutesDeps): AnyRoute =>
  defineRoute({
    method: "put",
    path: "/session/role",
    summary: "Switch to another of one's roles",
    tag: "session",
    permission: "session",
    body: z.object({ roleId: z.string().min(1).max(64) }),
    response: Session,
    async handle({ tx, actor, body, session }) {
      if (!actor.roles.some(({ id }) => id === body.roleId)) {
        throw new AppError("NOT_FOUND", `Expected one of the caller's roles, but '${body.roleId}' is none`, {
          detail: { id: "Peran itu bukan milik Anda", en: "That role is not yours" },
        });
      }
      session.chooseRole(body.roleId);
      await rememberRole(tx, actor.userId, body.roleId);
      return { status: 200, body: await viewOf(tx, { userId: actor.userId, roleId: body.roleId }, session, deps) };
    },
  });

const chooseLanguage = (deps: SessionRoutesDeps): AnyRoute =>
  defineRoute({
    method: "put",
    path: "/session/language",
    summary: "Choose the language of the interface",
    tag: "session",
    permission: "session",
    body: z.object({ language: z.enum(["id", "en"]) }),
    response: Session,
    async handle({ tx, actor, body, session }) {
      await keepLanguage(tx, actor.userId, body.language);
      return { status: 200, body: await viewOf(tx, session.claims, session, deps) };
    },
  });

const activate = (deps: SessionRoutesDeps): AnyRoute =>
  defineRoute({
    method: "post",
    path: "/activation",
    summary: "Set the first password with the one-time activation code, and sign in",
    tag: "session",
    permission: "public",
    body: Activation,
    response: Session,
    transaction: false,
    async handle({ body, session }) {
      const user = await deps.signIn.activate(body.username, body.code, body.password);
      return { status: 200, body: await begin(user, session, deps) };
    },
  });

const changePassword = (deps: SessionRoutesDeps): AnyRoute =>
  defineRoute({
    method: "put",
    path: "/session/password",
    summary: "Change one's password; every other browser is signed out",
    tag: "session",
    permission: "session",
    body: PasswordChange,
    response: Session,
    transaction: false,
    async handle({ actor, body, session }) {
      const user = await deps.signIn.changePassword(actor.userId, body.current, body.next);
      return { status: 200, body: await begin(user, session, deps) };
    },
  });

/** Signing in and out, activation, password, role and language. */
export const sessionRoutes = (deps: SessionRoutesDeps): AnyRoute[] => [
  current(deps),
  start(deps),
  end(deps),
  chooseRole(deps),
  chooseLanguage(deps),
  activate(deps),
  changePassword(deps),
];
