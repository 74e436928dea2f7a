import { useAct } from '../../api/intent';
import { changed } from '../../api/live';
import type { Feedback } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { words } from '../../words/words';
import '../../words/later';
import { attachTo } from './calls';
import { FILES_MOST } from './plan';

interface Props {
  one: Feedback;
  etag: string;
  onDone: () => void;
  refresh: () => Promise<void>;
}

/** What is meant by an upload: the same file on the same state is the same intent, another one is not. */
interface Sent {
  etag: string;
  name: string;
  size: number;
  changedAt: number;
  file: File;
}

/** A photo mailed by a person who called, or a paper given at the counter; what it is called on the computer is not kept. */
export function Attach({ one, etag, onDone, refresh }: Props) {
  const id = one.line.feedbackId;
  const act = useAct<Sent, unknown>(
    [id, 'ATTACH'],
    (sent, key) => attachTo(id, sent.etag, sent.file, key),
    () => {
      changed();
      say(words('hotline.done', { act: words('hotline.action.ATTACH') }));
      onDone();
    },
  );
  return (
    <div class="act-form" role="group" aria-label={words('hotline.action.ATTACH')}>
      <h3>{words('hotline.action.ATTACH')}</h3>
      <label for="hotline-file">{words('hotline.attach.pick')}</label>
      <input
        id="hotline-file"
        type="file"
        accept="image/jpeg,image/png,application/pdf"
        aria-describedby="hotline-file-hint"
        disabled={act.busy.value}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) void act.run({ etag, name: file.name, size: file.size, changedAt: file.lastModified, file });
        }}
      />
      <p class="small" id="hotline-file-hint">
        {words('hotline.attach.hint', { left: FILES_MOST - one.files.length })}
      </p>
      {act.busy.value ? (
        <p class="waiting" role="status">
          {words('hotline.attach.sending')}
        </p>
      ) : null}
      <ProblemNote problem={act.problem.value} retry={act.again} reload={() => void act.renew(refresh)} close={act.clear} />
      <p class="row">
        <KeyButton shortcut="Escape" onPress={onDone}>
          {words('confirm.cancel')}
        </KeyButton>
      </p>
    </div>
  );
}
