/** A user in whose name requests are made up. */
export interface FuzzSender {
  readonly name: string;
  readonly password: string;
}

const authorizationOf = ({ name, password }: FuzzSender): string =>
  `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}`;

/** Creates a user who is authorized for nothing. @throws {Error} when the server refuses. */
export async function createUserWithoutRights(url: string, admin: FuzzSender): Promise<FuzzSender> {
  const user: FuzzSender = { name: "without-rights", password: "without-rights" };
  const answer = await fetch(`${url}/v2/users`, {
    method: "POST",
    headers: { authorization: authorizationOf(admin), "content-type": "application/json" },
    body: JSON.stringify({
      username: user.name,
      password: user.password,
      name: "Nobody",
      email: "nobody@example.invalid",
    }),
  });
  if (answer.status !== 201)
    throw new Error(`Expected to create user '${user.name}', but the server answers ${answer.status}`);
  await requireKnown(url, user);
  return user;
}

/** Refusals of a sender who is not known would look like good answers. @throws {Error} when the server does not know the sender. */
export async function requireKnown(url: string, sender: FuzzSender): Promise<void> {
  const answer = await fetch(`${url}/v2/authentication/me`, { headers: { authorization: authorizationOf(sender) } });
  if (answer.status !== 200)
    throw new Error(`Expected the server to know user '${sender.name}', but it answers ${answer.status}`);
}
