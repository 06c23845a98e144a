import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import type { NewUserCreated } from "../../../http/contract/admin.js";
import { api } from "../../shared/api/client.js";
import { Dialog } from "../../shared/components/dialog.js";
import { Field } from "../../shared/components/field.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { fieldError } from "../../shared/components/problem-field.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import type { IssuedCode } from "./code-dialog.js";

interface NewUserDialogProps {
  readonly onClose: () => void;
  readonly onCode: (code: IssuedCode) => void;
}

/** Makes an account. The person chooses the password, with the code. */
export function NewUserDialog({ onClose, onCode }: NewUserDialogProps): ReactElement {
  const { t } = useTexts();
  const client = useQueryClient();
  const [username, setUsername] = useState("");
  const [displayName, setDisplayName] = useState("");
  const [mail, setMail] = useState("");
  const [personId, setPersonId] = useState("");
  const [tried, setTried] = useState(false);
  const create = useMutation({
    mutationFn: () =>
      api.post<NewUserCreated>("/users", {
        username: username.trim(),
        displayName: displayName.trim(),
        mail: mail.trim() === "" ? null : mail.trim(),
        personId: personId.trim() === "" ? null : personId.trim(),
      }),
    onSuccess: async ({ activationCode, notes }) => {
      await client.invalidateQueries({ queryKey: ["users"] });
      if (activationCode !== null) onCode({ name: displayName.trim(), code: activationCode, notes });
      onClose();
    },
  });
  const shortName = username.trim().length < 3 ? t("users.usernameShort") : undefined;
  const noName = displayName.trim().length < 2 ? t("field.required") : undefined;
  const submit = (): void => {
    setTried(true);
    if (shortName === undefined && noName === undefined) create.mutate();
  };
  return (
    <Dialog
      title={t("users.add")}
      confirm={t("users.create")}
      busy={create.isPending}
      onClose={onClose}
      onConfirm={submit}
    >
      {create.isError ? (
        <ProblemAlert error={create.error} fields={["username", "displayName", "mail", "personId"]} />
      ) : null}
      <Field
        label={t("signIn.username")}
        required
        maxLength={100}
        autoCapitalize="none"
        autoFocus
        value={username}
        onValue={setUsername}
        error={(tried ? shortName : undefined) ?? fieldError(create.error, "username")}
      />
      <Field
        label={t("users.displayName")}
        required
        maxLength={200}
        value={displayName}
        onValue={setDisplayName}
        error={(tried ? noName : undefined) ?? fieldError(create.error, "displayName")}
      />
      <Field
        label={t("users.mail")}
        type="email"
        maxLength={200}
        value={mail}
        onValue={setMail}
        error={fieldError(create.error, "mail")}
      />
      <Field
        label={t("users.personId")}
        help={t("users.personIdHelp")}
        maxLength={64}
        value={personId}
        onValue={setPersonId}
        error={fieldError(create.error, "personId")}
      />
    </Dialog>
  );
}
