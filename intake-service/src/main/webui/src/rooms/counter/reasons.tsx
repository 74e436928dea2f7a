import { Field, Pick } from '../../parts/field';
import type { Problem } from '../../api/problem';
import { named, words } from '../../words/words';

/** The grounds that fit an act; the code goes into the event, what is written only to the person. */
export const REASONS = {
  REFUSE: ['OUT_OF_COMPETENCE', 'OUT_OF_SCOPE', 'NOT_ELIGIBLE', 'PAPERS_INCOMPLETE'],
  ASK_SUPPLEMENT: ['PAPERS_INCOMPLETE', 'VERIFICATION_NEEDED'],
  PAPER: ['PAPER_MISSING', 'PAPER_UNREADABLE', 'PAPER_EXPIRED', 'PAPER_INCOMPLETE', 'PAPER_INCORRECT'],
  DENY: ['DECISION_EXISTS', 'NOT_ELIGIBLE'],
} as const;

interface ReasonFieldsProps {
  codes: readonly string[];
  code: string;
  text: string;
  onChange: (code: string, text: string) => void;
  problem: Problem | null;
}

/** A ground by its code, and in the officer's own words for the person. */
export function ReasonFields({ codes, code, text, onChange, problem }: ReasonFieldsProps) {
  return (
    <>
      <Pick
        label={words('reason.label')}
        value={code}
        options={codes.map((value) => ({ value, label: named('reason', value) }))}
        onPick={(picked) => onChange(picked, text)}
        problem={problem?.at('/reasonCode') ?? null}
      />
      <Field
        label={words('reason.text')}
        rows={3}
        value={text}
        onInput={(typed) => onChange(code, typed)}
        required
        maxLength={2000}
        hint={words('reason.text.hint')}
        problem={problem?.at('/reason') ?? null}
      />
    </>
  );
}
