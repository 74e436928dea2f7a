import { useState } from 'preact/hooks';
import { useAct } from '../../api/intent';
import { changed } from '../../api/live';
import type { FeedbackEntered, FeedbackEntry } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { Choices, Field, Pick } from '../../parts/field';
import { ProblemNote } from '../../parts/problem-note';
import { ownUnit } from '../../session/session';
import { named, words } from '../../words/words';
import '../../words/later';
import { actOn, enter } from './calls';
import { CATEGORIES, PLACES, TOLD } from './plan';

type Channel = FeedbackEntry['channel'];
type Category = FeedbackEntry['category'];
type Place = NonNullable<FeedbackEntry['place']>;
type Told = NonNullable<FeedbackEntry['toldBy']>;

/** What a person says on the phone is typed, kept, read back to them and confirmed; an e-mail counts at once. */
export function Entry({ onDone }: { onDone: (id: string) => void }) {
  const [channel, setChannel] = useState<Channel>('CALL');
  const [category, setCategory] = useState<Category | ''>('');
  const [place, setPlace] = useState<Place | ''>('');
  const [text, setText] = useState('');
  const [dossier, setDossier] = useState('');
  const [contact, setContact] = useState('');
  const [toldBy, setToldBy] = useState<Told>('PAGE');
  const [entered, setEntered] = useState<FeedbackEntered | null>(null);
  const act = useAct<FeedbackEntry, FeedbackEntered>([], enter, (kept) => {
    changed();
    setEntered(kept);
  });
  const ready = category !== '' && text.trim() !== '';
  const keep = () => {
    if (!ready || entered) return;
    void act.run({ channel, category, text, unit: ownUnit.value, dossier: dossier || undefined, contact: contact || undefined, toldBy, place: place || undefined });
  };
  if (entered) return <ReadBack entered={entered} text={text} contact={contact} toldBy={toldBy} onDone={() => onDone(entered.feedbackId)} />;
  return (
    <section class="act-form">
      <h2>{words('hotline.enter')}</h2>
      <Choices label={words('hotline.channel')} value={channel} options={(['CALL', 'EMAIL'] as const).map((value) => ({ value, label: named('hotline.channel', value) }))} onPick={setChannel} />
      <Pick label={words('hotline.field.category')} value={category} empty="" required options={CATEGORIES.map((value) => ({ value, label: named('hotline.category', value) }))} onPick={setCategory} />
      <Field label={words('hotline.field.text')} value={text} onInput={setText} rows={6} maxLength={4000} required />
      <Pick label={words('hotline.place')} value={place} empty="" options={PLACES.map((value) => ({ value, label: named('hotline.place', value) }))} onPick={setPlace} />
      <Field label={words('hotline.dossier')} value={dossier} onInput={setDossier} maxLength={60} />
      <Field label={words('hotline.contact')} value={contact} onInput={setContact} maxLength={200} hint={words('hotline.contact.hint')} />
      <Choices label={words('hotline.told')} value={toldBy} options={TOLD.map((value) => ({ value, label: named('hotline.told', value) }))} onPick={setToldBy} />
      <ProblemNote problem={act.problem.value} retry={act.again} close={act.clear} />
      <KeyButton main shortcut="F8" busy={act.busy.value || !ready} onPress={keep}>
        {words('hotline.keep')}
      </KeyButton>
    </section>
  );
}

interface Said {
  entered: FeedbackEntered;
  text: string;
  contact?: string;
  toldBy?: Told;
  onDone: () => void;
}

/** The code is shown once, to be told to the person; what was taken down from a call is read aloud. */
export function ReadBack({ entered, text, contact = '', toldBy = 'PAGE', onDone }: Said) {
  const act = useAct<string, unknown>(
    [entered.feedbackId],
    (etag, key) => actOn(entered.feedbackId, etag, { action: 'CONFIRM', how: 'READ_BACK' }, key),
    () => {
      changed();
      onDone();
    },
  );
  const call = entered.state === 'NOTED';
  return (
    <section class="act-form">
      <h2>{words(call ? 'hotline.readback' : 'hotline.kept')}</h2>
      <p>
        {words('hotline.code')} <strong>{entered.code}</strong>
      </p>
      <p class="small">{words('hotline.code.hint')}</p>
      {call ? (
        <>
          <p>{words('hotline.readback.say')}</p>
          <blockquote>{text}</blockquote>
          <p>
            {words('hotline.told')}: <strong>{[named('hotline.told', toldBy), contact].filter(Boolean).join(' · ')}</strong>
          </p>
          <ProblemNote problem={act.problem.value} retry={act.again} close={act.clear} />
          <KeyButton main shortcut="F8" busy={act.busy.value} onPress={() => void act.run(`"${entered.revision}"`)}>
            {words('hotline.confirmed')}
          </KeyButton>
        </>
      ) : null}
      <KeyButton onPress={onDone}>{words(call ? 'hotline.later' : 'hotline.open')}</KeyButton>
    </section>
  );
}
