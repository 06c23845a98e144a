import type { FormEvent, ReactElement, ReactNode } from "react";
import Modal from "react-bootstrap/Modal";
import { useTexts } from "../i18n/use-texts.js";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Name of the button that does it; without it there is only "close". */
  readonly confirm?: string;
  readonly onConfirm?: () => void;
  readonly busy?: boolean;
  readonly danger?: boolean;
  /** False: leaving needs a choice (no click beside it, no Escape). */
  readonly dismissible?: boolean;
  readonly cancel?: string;
}

/** A dialog with one thing to decide; focus stays inside until it is closed. */
export function Dialog(props: DialogProps): ReactElement {
  const { t } = useTexts();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    props.onConfirm?.();
  };
  const fixed = props.dismissible === false;
  return (
    <Modal
      show
      centered
      onHide={props.onClose}
      backdrop={fixed ? "static" : true}
      keyboard={!fixed}
      aria-labelledby="dialog-title"
    >
      <form onSubmit={submit} noValidate>
        <Modal.Header closeButton={!fixed} closeLabel={t("action.close")}>
          <Modal.Title id="dialog-title" as="h2" className="h3 mb-0">
            {props.title}
          </Modal.Title>
        </Modal.Header>
        <Modal.Body>{props.children}</Modal.Body>
        <Modal.Footer>
          <button type="button" className="btn" onClick={props.onClose}>
            {props.cancel ?? (props.confirm === undefined ? t("action.close") : t("action.cancel"))}
          </button>
          {props.confirm === undefined ? null : (
            <button
              type="submit"
              className={`btn ${props.danger === true ? "btn-danger" : "btn-primary"}`}
              disabled={props.busy === true}
            >
              {props.busy === true ? (
                <span className="spinner-border spinner-border-sm me-2" aria-hidden="true" />
              ) : null}
              {props.confirm}
            </button>
          )}
        </Modal.Footer>
      </form>
    </Modal>
  );
}
