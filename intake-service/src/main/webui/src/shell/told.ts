import { useLive } from '../api/live';
import { body, notification } from '../api/services';
import { has } from '../session/session';

const SECONDS = 300;

/** Asks for the notices of the hotline: whoever asks can be given feedback, whether or not they open its room. */
export function Told(): null {
  const asks = has('reception', 'specialist', 'director');
  useLive(asks ? 'told' : null, (signal) => body(notification.GET('/api/notification/hotline/notices', { params: { query: { limit: 1 } }, signal })), SECONDS);
  return null;
}
