import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { words } from '../../words/words';

type Room = ComponentType<{ id: string | null }>;

/** The room, fetched when somebody first enters it: few do, and nobody else waits for it. */
export function RetentionLater({ id }: { id: string | null }) {
  const [room, setRoom] = useState<{ of: Room } | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    import('./retention').then(
      (found) => setRoom({ of: found.Retention }),
      () => setFailed(true),
    );
  }, []);
  if (!room) {
    return (
      <p class={failed ? 'error' : 'waiting'} role="status">
        {words(failed ? 'retention.unloaded' : 'app.loading')}
      </p>
    );
  }
  const Of = room.of;
  return <Of id={id} />;
}
