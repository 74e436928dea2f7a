import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { words } from '../words/words';

/** A room that is fetched when somebody first enters it, so that the first load stays small. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let known: ComponentType<Props> | null = null;
  return function Later(props: Props) {
    const [Room, setRoom] = useState<ComponentType<Props> | null>(() => known);
    const [failed, setFailed] = useState<unknown>(null);
    useEffect(() => {
      if (known) return;
      load().then(
        (room) => {
          known = room;
          setRoom(() => room);
        },
        (error: unknown) => setFailed(error ?? new Error('a room did not load')),
      );
    }, []);
    if (failed) throw failed;
    return Room ? (
      <Room {...props} />
    ) : (
      <p class="waiting" role="status">
        {words('app.loading')}
      </p>
    );
  };
}
