import { useEffect, useRef } from 'preact/hooks';
import { useLive } from '../../api/live';
import { body, notification } from '../../api/services';
import type { Mailbox } from '../../api/shapes';
import { Loaded } from '../../parts/states';
import { ownUnit } from '../../session/session';
import { onPaper, when } from '../../time/legal';
import { hasWord, named, words } from '../../words/words';
import '../../words/later';
import { Parts } from './parts';

/** Whether letters to the unit come in: for who leads or inspects it. */
export function Mailboxes() {
  const unit = ownUnit.value;
  const live = useLive<Mailbox[]>(`mailboxes ${unit}`, (signal) => body(notification.GET('/api/notification/mailboxes', { params: { query: { unit } }, signal })), 30);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="queue">
      <h1 ref={heading} tabIndex={-1}>
        {words('hotline.part.mailbox')}
      </h1>
      <Parts />
      <Loaded live={live} loading={words('list.loading')}>
        {(found) => (found.length === 0 ? <p class="empty">{words('mailbox.none')}</p> : <>{found.map((each) => <Box key={each.address} box={each} />)}</>)}
      </Loaded>
    </section>
  );
}

/** One mailbox: how it stands in a word and a shape, what that means, and the figures behind it. */
export function Box({ box }: { box: Mailbox }) {
  const down = box.state === 'FAILING';
  return (
    <section>
      <h2>{box.address}</h2>
      <dl class="facts">
        <dt>{words('mailbox.state')}</dt>
        <dd>
          <strong class={down ? 'late' : undefined}>
            <span aria-hidden="true">{down ? '■' : box.state === 'ANSWERS' ? '●' : '○'}</span> {named('mailbox.state', box.state)}
          </strong>
        </dd>
        <dt>{words('mailbox.answered')}</dt>
        <dd>{box.answeredAt ? when(box.answeredAt) : words('mailbox.never')}</dd>
        {box.failingSince ? <Since title={words('mailbox.failing')} at={box.failingSince} /> : null}
        {box.letterSince ? <Since title={words('mailbox.letter')} at={box.letterSince} /> : null}
        <dt>{words('mailbox.hour')}</dt>
        <dd>{words('mailbox.hour.of', { n: box.takenInHour, most: box.perHour })}</dd>
        <dt>{words('mailbox.week')}</dt>
        <dd>{box.takenInWeek}</dd>
        <dt>{words('mailbox.left')}</dt>
        <dd>{box.leftInWeek > 0 ? <strong class="late">■ {box.leftInWeek}</strong> : '0'}</dd>
        <dt>{words('mailbox.from')}</dt>
        <dd>{onPaper(box.receivesFrom)}</dd>
      </dl>
      {hasWord('mailbox.hint', box.state) ? <p class="note">{named('mailbox.hint', box.state)}</p> : null}
    </section>
  );
}

function Since({ title, at }: { title: string; at: string }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{when(at)}</dd>
    </>
  );
}
