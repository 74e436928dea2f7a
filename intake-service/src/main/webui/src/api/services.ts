import createClient, { type Middleware } from 'openapi-fetch';
import { token } from '../session/session';
import { language } from '../words/words';
import { heard, lost } from './network';
import { hearClock } from '../time/legal';
import { problemOf, unreachable } from './problem';
import type { paths as CatalogPaths } from './generated/catalog';
import type { paths as IntakePaths } from './generated/intake';
import type { paths as NotificationPaths } from './generated/notification';
import type { paths as ProcessingPaths } from './generated/processing';

const bearer: Middleware = {
  async onRequest({ request }) {
    const held = await token();
    if (held) {
      request.headers.set('Authorization', `Bearer ${held}`);
    }
    request.headers.set('Accept-Language', language.value);
    return request;
  },
  onResponse({ response }) {
    heard();
    hearClock(response.headers);
    return response;
  },
  onError({ error }) {
    if (error instanceof DOMException && error.name === 'AbortError') {
      return;
    }
    lost();
    return unreachable();
  },
};

function client<Paths extends object>() {
  const made = createClient<Paths>({ baseUrl: '', cache: 'no-cache' });
  made.use(bearer);
  return made;
}

export const catalog = client<CatalogPaths>();
export const intake = client<IntakePaths>();
export const processing = client<ProcessingPaths>();
export const notification = client<NotificationPaths>();

/** What openapi-fetch answers with. */
interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of an answer. Throws the problem where it is none. */
export async function body<T>(answer: Promise<Answer<T>>): Promise<T> {
  return (await answered(answer)).data;
}

/** The body, or null where the answer is that there is nothing to say (204). */
export async function bodyOrNothing<T>(answer: Promise<Answer<T>>): Promise<T | null> {
  const { data, error, response } = await answer;
  if (response.status === 204) return null;
  return body(Promise.resolve({ data, error, response }));
}

/** The body with its ETag. */
export async function answered<T>(answer: Promise<Answer<T>>): Promise<{ data: T; etag: string | null }> {
  const { data, error, response } = await answer;
  if (!response.ok || data === undefined) {
    if (error instanceof Error) throw error;
    throw problemOf(response.status, error);
  }
  return { data, etag: response.headers.get('ETag') };
}

/** A file behind a bearer token. */
export async function file(path: string, signal?: AbortSignal): Promise<Blob> {
  const held = await token();
  let response: Response;
  try {
    response = await fetch(path, {
      headers: { Authorization: `Bearer ${held ?? ''}`, 'Accept-Language': language.value },
      signal,
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    lost();
    throw unreachable();
  }
  heard();
  if (!response.ok) {
    throw problemOf(response.status, await response.json().catch(() => null));
  }
  return response.blob();
}
