import { IconKey, IconTrash } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { api } from "../../shared/api/client.js";
import { Dialog } from "../../shared/components/dialog.js";
import { Field } from "../../shared/components/field.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { fieldError } from "../../shared/components/problem-field.js";
import { useToasts } from "../../shared/components/toasts.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import type { IssuedCode } from "./code-dialog.js";
import { GrantRole } from "./grant-role.js";
import type { User } from "./user.js";

interface UserDialogProps {
  readonly user: User;
  readonly onClose: () => void;
  readonly onCode: (code: IssuedCode) => void;
}

/** One account: name, mail, roles, lock, a new code. */
export function UserDialog({ user, onClose, onCode }: UserDialogProps): ReactElement {
  const { t, say } = useTexts();
  const toasts = useToasts();
  const client = useQueryClient();
  const path = `/users/${encodeURIComponent(user.userId)}`;
  const [displayName, setDisplayName] = useState(user.displayName);
  const [mail, setMail] = useState(user.mail ?? "");
  const act = useMutation({
    mutationFn: (send: () => Promise<unknown>) => send(),
    onSettled: () => client.invalidateQueries({ queryKey: ["users"] }),
  });
  const newCode = async (): Promise<void> => {
    const { activationCode } = await api.post<{ activationCode: string }>(`${path}/activation`);
    onCode({ name: user.displayName, code: activationCode, notes: [] });
    onClose();
  };
  const save = (): void =>
    act.mutate(
      () => api.patch(path, { displayName: displayName.trim(), mail: mail.trim() === "" ? null : mail.trim() }),
      {
        onSuccess: () => {
          toasts.done(t("users.saved"));
          onClose();
        },
      },
    );
  return (
    <Dialog
      title={user.displayName}
      confirm={t("action.save")}
      cancel={t("action.close")}
      busy={act.isPending}
      onClose={onClose}
      onConfirm={save}
    >
      {act.isError ? <ProblemAlert error={act.error} fields={["displayName", "mail"]} /> : null}
      <Field
        label={t("users.displayName")}
        required
        maxLength={200}
        value={displayName}
        onValue={setDisplayName}
        error={fieldError(act.error, "displayName")}
      />
      <Field
        label={t("users.mail")}
        type="email"
        maxLength={200}
        value={mail}
        onValue={setMail}
        error={fieldError(act.error, "mail")}
      />
      <h3 className="h4 mt-4">{t("users.col.roles")}</h3>
      {user.roles.length === 0 ? <p className="text-secondary">{t("users.noRoles")}</p> : null}
      <ul className="plain-list mb-3">
        {user.roles.map((role) => (
          <li key={role.id} className="file-line">
            <div className="flex-fill">
              {say(role.label)}
              <div className="second-line">{role.scopeName ?? t("profile.everywhere")}</div>
            </div>
            <button
              type="button"
              className="btn btn-icon btn-sm"
              disabled={act.isPending}
              aria-label={t("users.revoke", { role: say(role.label) })}
              onClick={() => act.mutate(() => api.delete(`${path}/roles/${encodeURIComponent(role.id)}`))}
            >
              <IconTrash size={16} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <GrantRole busy={act.isPending} onGrant={(grant) => act.mutate(() => api.post(`${path}/roles`, grant))} />
      <h3 className="h4 mt-4">{t("users.access")}</h3>
      <div className="btn-list">
        <button type="button" className="btn" disabled={act.isPending} onClick={() => act.mutate(newCode)}>
          <IconKey size={18} className="me-1" aria-hidden /> {t("users.newCode")}
        </button>
        <button
          type="button"
          className={user.active ? "btn btn-outline-danger" : "btn"}
          disabled={act.isPending}
          onClick={() => act.mutate(() => api.patch(path, { active: !user.active }))}
        >
          {user.active ? t("users.close") : t("users.reopen")}
        </button>
      </div>
    </Dialog>
  );
}
