import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactElement } from "react";
import type { Profile } from "../../../http/contract/session.js";
import { api } from "../../shared/api/client.js";
import { Field } from "../../shared/components/field.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { fieldError } from "../../shared/components/problem-field.js";
import { useToasts } from "../../shared/components/toasts.js";
import { useTexts } from "../../shared/i18n/use-texts.js";

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** Where messages reach the person besides in the application; an empty field means: not there. */
export function ContactCard({ contact }: { readonly contact: Profile["contact"] }): ReactElement {
  const { t } = useTexts();
  const toasts = useToasts();
  const client = useQueryClient();
  const [mail, setMail] = useState(contact.mail ?? "");
  const [telegram, setTelegram] = useState(contact.telegramChatId ?? "");
  const wanted: Profile["contact"] = { mail: orNull(mail), telegramChatId: orNull(telegram) };
  const change = useMutation({
    mutationFn: () => api.put("/profile/contact", wanted),
    onSuccess: async () => {
      toasts.done(t("profile.contactSaved"));
      await client.invalidateQueries({ queryKey: ["profile"] });
    },
  });
  const same = wanted.mail === contact.mail && wanted.telegramChatId === contact.telegramChatId;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <section className="card mb-3" aria-labelledby="profile-contact">
      <div className="card-header">
        <h2 className="card-title" id="profile-contact">
          {t("profile.contact")}
        </h2>
      </div>
      <form className="card-body" onSubmit={submit} noValidate>
        {change.isError ? <ProblemAlert error={change.error} fields={["mail", "telegramChatId"]} /> : null}
        <Field
          label={t("profile.mail")}
          type="email"
          autoComplete="email"
          maxLength={200}
          value={mail}
          onValue={setMail}
          error={fieldError(change.error, "mail")}
        />
        <Field
          label={t("profile.telegram")}
          inputMode="numeric"
          autoComplete="off"
          maxLength={21}
          value={telegram}
          onValue={setTelegram}
          help={t("profile.telegramHelp")}
          error={fieldError(change.error, "telegramChatId")}
        />
        <button type="submit" className="btn btn-primary" disabled={same || change.isPending}>
          {t("profile.saveContact")}
        </button>
      </form>
    </section>
  );
}
