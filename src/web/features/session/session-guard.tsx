import { useCallback, useEffect, useRef, useState, type ReactElement } from "react";
import Modal from "react-bootstrap/Modal";
import { useQueryClient } from "@tanstack/react-query";
import { sessionGate } from "../../shared/api/session-gate.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { readSession, sessionKey, useSignedIn } from "../../shared/session/session-query.js";
import { SignInForm } from "./sign-in-form.js";

/** Asks for the password when the session has expired; what is on the page stays as it is. */
export function SessionGuard(): ReactElement | null {
  const { t } = useTexts();
  const user = useSignedIn();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const answer = useRef<((renewed: boolean) => void) | null>(null);

  useEffect(() => {
    sessionGate.ask = () =>
      new Promise<boolean>((resolve) => {
        answer.current = resolve;
        setAsking(true);
      });
    return () => {
      sessionGate.ask = null;
    };
  }, []);

  const finish = useCallback((renewed: boolean) => {
    setAsking(false);
    answer.current?.(renewed);
    answer.current = null;
  }, []);

  const signedIn = async (): Promise<void> => {
    const session = await readSession();
    if (session.user?.userId !== user.userId) {
      location.assign("/");
      return;
    }
    client.setQueryData(sessionKey, session);
    finish(true);
  };

  if (!asking) return null;
  return (
    <Modal show centered backdrop="static" keyboard={false} onHide={() => finish(false)} aria-labelledby="again-title">
      <Modal.Header>
        <Modal.Title id="again-title" as="h2" className="h3 mb-0">
          {t("again.title")}
        </Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <p>{t("again.why")}</p>
        <SignInForm username={user.username} onDone={signedIn} />
        <button type="button" className="btn btn-link w-100 mt-2" onClick={() => finish(false)}>
          {t("again.later")}
        </button>
      </Modal.Body>
    </Modal>
  );
}
