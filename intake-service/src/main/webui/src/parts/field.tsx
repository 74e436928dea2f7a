import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { onPaper } from '../time/legal';
import { words } from '../words/words';

interface FieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  type?: 'text' | 'tel' | 'email' | 'number' | 'date' | 'datetime-local';
  required?: boolean;
  problem?: string | null;
  hint?: string | null;
  min?: number;
  max?: number;
  maxLength?: number;
  rows?: number;
  autoFocus?: boolean;
  name?: string;
}

/** A label over its field; what is wrong stands right under it. */
export function Field(props: FieldProps) {
  const { label, value, onInput, type = 'text', required, problem, hint, min, max, maxLength, rows, autoFocus, name } = props;
  const id = useId();
  // A browser shows dates as its own language writes them, perhaps the month first: the field says how it is read here.
  const instant = `${value}:00+07:00`;
  const reads = type === 'datetime-local' && !Number.isNaN(Date.parse(instant)) ? onPaper(instant) : null;
  const described = [problem ? `${id}-problem` : '', reads ? `${id}-reads` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ') || undefined;
  const common = {
    id,
    name,
    value,
    required,
    maxLength,
    autofocus: autoFocus,
    autocomplete: 'off',
    'aria-invalid': problem ? ('true' as const) : undefined,
    'aria-describedby': described,
  };
  return (
    <div class="field">
      <label for={id}>
        {label}
        {required ? <span class="need"> ({words('field.required')})</span> : null}
      </label>
      {rows ? (
        <textarea {...common} rows={rows} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : (
        <input {...common} type={type} min={min} max={max} onInput={(event) => onInput(event.currentTarget.value)} />
      )}
      {problem ? (
        <p class="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      ) : null}
      {reads ? (
        <p class="small" id={`${id}-reads`}>
          {words('field.reads', { at: reads })}
        </p>
      ) : null}
      {hint ? (
        <p class="small" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}

interface PickProps<T extends string> {
  label: string;
  value: T | '';
  options: { value: T; label: string }[];
  onPick: (value: T) => void;
  empty?: string;
  required?: boolean;
  problem?: string | null;
}

export function Pick<T extends string>({ label, value, options, onPick, empty, required, problem }: PickProps<T>) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>
        {label}
        {required ? <span class="need"> ({words('field.required')})</span> : null}
      </label>
      <select
        id={id}
        value={value}
        required={required}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => onPick(event.currentTarget.value as T)}
      >
        {empty !== undefined ? <option value="">{empty}</option> : null}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {problem ? (
        <p class="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      ) : null}
    </div>
  );
}

/** A few choices, all in sight. */
export function Choices<T extends string>({
  label,
  value,
  options,
  onPick,
}: {
  label: string;
  value: T;
  options: { value: T; label: string }[];
  onPick: (value: T) => void;
}) {
  const id = useId();
  return (
    <fieldset class="choices">
      <legend>{label}</legend>
      <div class="row">
        {options.map((option) => (
          <label key={option.value} class="tick">
            <input
              type="radio"
              name={id}
              checked={option.value === value}
              onChange={() => onPick(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function Tick({
  checked,
  onTick,
  children,
  disabled,
}: {
  checked: boolean;
  onTick: (checked: boolean) => void;
  children: ComponentChildren;
  disabled?: boolean;
}) {
  return (
    <label class="tick">
      <input type="checkbox" checked={checked} disabled={disabled} onChange={(event) => onTick(event.currentTarget.checked)} />
      <span>{children}</span>
    </label>
  );
}
