import { useId, type ComponentType, type ReactElement } from "react";

interface FileChoiceProps {
  /** What the button says: that of the browser's own field speaks the browser's language. */
  readonly button: string;
  readonly icon: ComponentType<{
    readonly size?: number;
    readonly className?: string;
    readonly "aria-hidden"?: boolean;
  }>;
  /** What the field is called, where the button alone does not say it. */
  readonly label?: string;
  /** Name of the file that was chosen. */
  readonly chosen?: string;
  readonly describedBy?: string;
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly onChoose: (files: readonly File[]) => void;
}

/** A field for files with a button in the language of the page. The field itself takes the keyboard. */
export function FileChoice(props: FileChoiceProps): ReactElement {
  const { button, icon: Icon, label, chosen, describedBy, accept, multiple = false, onChoose } = props;
  const field = useId();
  return (
    <>
      {label === undefined ? null : (
        <label htmlFor={field} className="form-label required">
          {label}
        </label>
      )}
      <div className="file-choice">
        <input
          id={field}
          type="file"
          className="visually-hidden"
          accept={accept}
          multiple={multiple}
          aria-describedby={describedBy}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = ""; // so that the same file can be chosen again
            onChoose(files);
          }}
        />
        <label htmlFor={field} className="btn">
          <Icon size={18} className="me-2" aria-hidden /> {button}
        </label>
        {chosen === undefined ? null : <span className="text-secondary text-truncate">{chosen}</span>}
      </div>
    </>
  );
}
