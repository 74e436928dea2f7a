import { Field, Pick, Tick } from '../../parts/field';
import type { Problem } from '../../api/problem';
import { named, words } from '../../words/words';

/** The grounds that fit an act; the code goes into the event, what is written only to the person. */
export const REASONS = {
  REFUSE: ['OUT_OF_COMPETENCE', 'OUT_OF_SCOPE', 'NOT_ELIGIBLE', 'PAPERS_INCOMPLETE', 'FORMER_UNIT_NAME'],
  ASK_SUPPLEMENT: ['PAPERS_INCOMPLETE', 'VERIFICATION_NEEDED'],
  FURTHER: ['LAW_CHANGED', 'VERIFICATION_RESULT', 'OWNER_CHANGED_MATTER', 'SECTOR_LAW'],
  PAPER: ['PAPER_MISSING', 'PAPER_UNREADABLE', 'PAPER_EXPIRED', 'PAPER_INCOMPLETE', 'PAPER_INCORRECT', 'FORMER_UNIT_NAME'],
  APOLOGISE: ['VERIFICATION_NEEDED', 'FIELD_SURVEY', 'WAITING_FOR_AGENCY', 'WORKLOAD'],
  DENY: ['DECISION_EXISTS', 'NOT_ELIGIBLE'],
} as const;

/** The ground that is none: a paper with a unit's former name stays valid. */
export const FORMER_NAME = 'FORMER_UNIT_NAME';

/** Why nothing may be asked or refused for a former name; shown where it is picked. */
export const FormerNameNote = () => (
  <p class="note" role="status">
    {words('former-name.text')}
  </p>
);

/** Whether the words were taken to speak of a former name: then the officer may say that there is another ground. */
export function AnotherGround({ problem, said, onSay }: { problem: Problem | null; said: boolean; onSay: (said: boolean) => void }) {
  return said || problem?.slug === 'former-unit-name' ? (
    <Tick checked={said} onTick={onSay}>
      {words('former-name.another')}
    </Tick>
  ) : null;
}

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
      {code === FORMER_NAME ? <FormerNameNote /> : null}
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
