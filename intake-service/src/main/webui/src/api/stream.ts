import { token } from '../session/session';
import { language } from '../words/words';
import { heard, lost } from './network';
import { problemOf, unreachable } from './problem';

/** Where bytes go as they come. */
export interface Sink {
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
  abort(): Promise<void>;
}

/**
 * Sends JSON and passes the answer on as it comes, so that no more of it is held than what is on the way.
 *
 * @param begun told the headers before the first bytes
 * @throws Problem of the service, or that it was not reached or broke off
 */
export async function stream(
  path: string,
  sent: unknown,
  begun: (headers: Headers) => Promise<Sink>,
  signal: AbortSignal,
): Promise<void> {
  let sink: Sink | null = null;
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { Authorization: `Bearer ${(await token()) ?? ''}`, 'Accept-Language': language.value, 'Content-Type': 'application/json' },
      body: JSON.stringify(sent),
      signal,
    });
    heard();
    if (!response.ok || !response.body) {
      throw problemOf(response.status, await response.json().catch(() => null));
    }
    sink = await begun(response.headers);
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      await sink.write(value);
    }
    await sink.close();
  } catch (error) {
    await sink?.abort();
    if (error instanceof TypeError) {
      lost();
      throw unreachable();
    }
    throw error;
  }
}
