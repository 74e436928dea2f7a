import { useState } from 'preact/hooks';
import type { Paper, PaperEntry as Entry } from '../../api/shapes';
import { Field, Pick, Tick } from '../../parts/field';
import { named, words } from '../../words/words';

type Shape = NonNullable<Entry['presentedAs']>;
type Said = 'TAKEN_FROM_DATA' | 'REUSED' | 'NOT_APPLICABLE' | 'MISSING';

interface PaperEditorProps {
  paper: Paper;
  usual: Entry;
  busy: boolean;
  onSave: (entry: Entry) => void;
  onCancel: () => void;
}

const SHAPES: Shape[] = ['ORIGINAL', 'CERTIFIED', 'COPY'];

const REASONS = {
  TAKEN_FROM_DATA: 'papers.reason.data',
  REUSED: 'papers.reason.reused',
  NOT_APPLICABLE: 'papers.reason.na',
  MISSING: 'papers.reason.missing',
} as const;

const isSaid = (how: string): how is Said => how in REASONS;

/** Enters a paper in any of its ways but its file. */
export function PaperEditor({ paper, usual, busy, onSave, onCancel }: PaperEditorProps) {
  const [how, setHow] = useState<string>(
    paper.state === 'REUSED' || paper.state === 'NOT_APPLICABLE' || paper.state === 'TAKEN_FROM_DATA'
      ? paper.state
      : (paper.presentedAs ?? (paper.state === 'MISSING' && paper.reason ? 'MISSING' : (usual.presentedAs ?? 'COPY'))),
  );
  const [pieces, setPieces] = useState(String(paper.quantity || usual.quantity || 1));
  const [held, setHeld] = useState(paper.held);
  const [reason, setReason] = useState(paper.reason ?? '');
  const [until, setUntil] = useState(paper.validUntil ?? '');
  const needsReason = isSaid(how) && how !== 'TAKEN_FROM_DATA';
  const lacks = needsReason && reason.trim() === '';
  const save = () => {
    if (lacks) return;
    const validUntil = until === '' ? {} : { validUntil: until };
    if (isSaid(how)) {
      onSave({ state: how, ...(reason.trim() === '' ? {} : { reason: reason.trim() }), ...(how === 'TAKEN_FROM_DATA' ? validUntil : {}) });
    } else {
      onSave({ state: 'PRESENTED', presentedAs: how as Shape, quantity: Number(pieces) || 1, held: how === 'ORIGINAL' && held, ...validUntil });
    }
  };
  return (
    <div class="paper-editor">
      <Pick
        label={words('papers.how')}
        value={how}
        options={[
          ...SHAPES.map((value) => ({ value: value as string, label: named('presented', value) })),
          ...(paper.replacedBy ? [{ value: 'TAKEN_FROM_DATA', label: words('papers.from-data', { source: paper.replacedBy }) }] : []),
          { value: 'REUSED', label: words('papers.reused') },
          { value: 'NOT_APPLICABLE', label: words('papers.na') },
          ...(paper.state === 'MISSING' ? [{ value: 'MISSING', label: words('papers.missing-why') }] : []),
        ]}
        onPick={setHow}
      />
      {isSaid(how) ? (
        <Field label={words(REASONS[how])} value={reason} onInput={setReason} required={needsReason} maxLength={500} />
      ) : (
        <>
          <Field label={words('papers.pieces')} type="number" min={1} max={1000} value={pieces} onInput={setPieces} />
          {how === 'ORIGINAL' ? (
            <Tick checked={held} onTick={setHeld}>
              {words('papers.held')}
            </Tick>
          ) : null}
        </>
      )}
      {!isSaid(how) || how === 'TAKEN_FROM_DATA' ? (
        <Field label={words('papers.last-day')} type="date" value={until} onInput={setUntil} />
      ) : null}
      <p class="row">
        <button type="button" aria-disabled={busy || lacks ? 'true' : undefined} onClick={save}>
          {busy ? words('papers.saving') : words('papers.save')}
        </button>
        <button type="button" class="quiet" onClick={onCancel}>
          {words('papers.cancel')}
        </button>
      </p>
    </div>
  );
}
