import type {
  CreateAdminUserData,
  CreateUserData,
  DeleteUserData,
  GetUserData,
  SearchUsersData,
  UpdateUserData,
  UserResult,
} from "@camunda8/orchestration-cluster-api";
import type { AdminContent } from "../../../engine/index.js";
import { run } from "../../command.js";
import type { ApiContext } from "../../context.js";
import type { Plain } from "../../contract/plain.js";
import { json, noContent } from "../../exchange.js";
import { defineOperation, type Operation } from "../../operation.js";
import { hashPassword } from "../../password.js";
import { ApiProblem, invalidArgument } from "../../problem.js";
import { field } from "../../search/filter-field.js";
import { searchPage } from "../../search/record-search-page.js";
import { checkId, checkText, getAdmin, open } from "./admin-record.js";

const result = ({ username, name, email }: Omit<AdminContent<"admin_user">, "passwordHash">): Plain<UserResult> => ({
  username,
  name,
  email,
});

type UserBody = Plain<CreateUserData["body"]>;

const EMAIL = /^[^\s@]+@[^\s@]+$/u;

function checkAttributes({ name, email }: { readonly name?: string | undefined; readonly email?: string | undefined }) {
  if (name !== undefined && name !== "") checkText("name", name);
  if (email === undefined || email === "") return;
  checkText("email", email);
  if (!EMAIL.test(email)) throw invalidArgument(`The provided email '${email}' is not valid`);
}

const orNull = (text: string | undefined): string | null => (text === undefined || text === "" ? null : text);

async function contentOf({ username, password, name, email }: UserBody): Promise<AdminContent<"admin_user">> {
  checkId("username", username);
  if (username.includes("~")) throw invalidArgument("The provided username contains illegal characters: '~'");
  if (password.trim() === "") throw invalidArgument("No password provided");
  checkAttributes({ name, email });
  return { username, name: orNull(name), email: orNull(email), passwordHash: await hashPassword(password) };
}

/** Users who may call the API. */
export const userOperations = ({ engine, store }: ApiContext): readonly Operation[] => [
  defineOperation<CreateUserData>({
    operationId: "createUser",
    method: "POST",
    url: "/users",
    handle: async ({ body }) => {
      const content = await contentOf(body);
      await run(engine, { type: "admin-record.create", table: "admin_user", content });
      return json(result(content), 201);
    },
  }),
  defineOperation<CreateAdminUserData>({
    operationId: "createAdminUser",
    method: "POST",
    url: "/setup/user",
    handle: async ({ body }) => {
      const content = await contentOf(body);
      const admins = await store.select({
        table: "admin_membership",
        equals: { groupKind: "ROLE", groupId: "admin", memberKind: "USER", open: true },
        limit: 1,
      });
      if (admins.length > 0)
        throw new ApiProblem(
          403,
          "FORBIDDEN",
          "Expected to set up the first user with the role 'admin', but there is one already",
        );
      await run(engine, { type: "admin-record.create", table: "admin_user", content });
      const { username } = content;
      await run(engine, {
        type: "member.add",
        groupKind: "ROLE",
        groupId: "admin",
        memberKind: "USER",
        memberId: username,
      });
      return json(result(content), 201);
    },
  }),
  defineOperation<SearchUsersData>({
    operationId: "searchUsers",
    method: "POST",
    url: "/users/search",
    handle: async ({ body }) =>
      json(
        await searchPage(
          store,
          {
            table: "admin_user",
            filter: { username: field("username"), name: field("name"), email: field("email") },
            toItem: result,
          },
          body,
          open<"admin_user">(),
        ),
      ),
  }),
  defineOperation<GetUserData>({
    operationId: "getUser",
    method: "GET",
    url: "/users/{username}",
    handle: async ({ path }) => json(result(await getAdmin(store, "admin_user", "username", path.username, "User"))),
  }),
  defineOperation<UpdateUserData>({
    operationId: "updateUser",
    method: "PUT",
    url: "/users/{username}",
    handle: async ({ path: { username }, body: { name, email, password } }) => {
      checkAttributes({ name, email });
      const changes = {
        ...(name === undefined ? {} : { name: orNull(name) }),
        ...(email === undefined ? {} : { email: orNull(email) }),
        // An empty password leaves the old one.
        ...(password === undefined || password === "" ? {} : { passwordHash: await hashPassword(password) }),
      };
      await run(engine, { type: "admin-record.update", table: "admin_user", id: username, changes });
      return json(result(await getAdmin(store, "admin_user", "username", username, "User")));
    },
  }),
  defineOperation<DeleteUserData>({
    operationId: "deleteUser",
    method: "DELETE",
    url: "/users/{username}",
    handle: async ({ path: { username } }) => {
      await run(engine, { type: "admin-record.delete", table: "admin_user", id: username });
      return noContent();
    },
  }),
];
