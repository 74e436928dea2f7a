// The suite over REST, to bring dossiers where a test of the screens begins. Demo accounts and the demo client only.
import { randomUUID } from 'node:crypto';

export const BASE = process.env.MOTCUA_URL ?? 'http://localhost:8080';
export const UNIT = '14-03712-20250701';
const tokens = new Map();

async function token(user) {
  const known = tokens.get(user);
  if (known && known.until > Date.now()) return known.value;
  const answer = await fetch(`${BASE}/auth/realms/mot-cua/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'password', client_id: 'cli', username: user, password: 'demo' }),
  });
  const { access_token: value } = await answer.json();
  tokens.set(user, { value, until: Date.now() + 600_000 });
  return value;
}

export async function call(user, method, path, { body, etag, type = 'application/json' } = {}) {
  const answer = await fetch(BASE + path, {
    method,
    headers: {
      Authorization: `Bearer ${await token(user)}`,
      ...(body === undefined ? {} : { 'Content-Type': type }),
      ...(method === 'POST' ? { 'Idempotency-Key': randomUUID() } : {}),
      ...(etag === undefined ? {} : { 'If-Match': etag }),
    },
    body: body === undefined || type !== 'application/json' ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${user} ${method} ${path}: ${answer.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
}

/** A page of the suite as an officer gets it. */
export async function text(user, path) {
  const answer = await fetch(BASE + path, { headers: { Authorization: `Bearer ${await token(user)}` } });
  if (!answer.ok) throw new Error(`${user} ${path}: ${answer.status}`);
  return answer.text();
}

/** Asks until it is so. */
export async function until(ask, isSo, what = 'it', seconds = 40) {
  const end = Date.now() + seconds * 1000;
  let last;
  while (Date.now() < end) {
    try {
      last = await ask();
      if (isSo(last)) return last;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error(`waited ${seconds} s for ${what}; last seen: ${JSON.stringify(last)}`);
}

const RECEPTION = 'hoa.reception';
export const COPY = '2.000815';
export const BIRTH = '1.001193';
export const MARITAL_STATUS = '1.004873';

export const open = (procedureCode, name, more = {}) =>
  call(RECEPTION, 'POST', '/api/intake/dossiers', {
    body: {
      procedureCode,
      channel: 'COUNTER',
      receivingUnit: UNIT,
      competentUnit: UNIT,
      returningUnit: UNIT,
      owner: { name, identifierKind: 'CITIZEN_NUMBER', identifier: '014199001123', phone: '0912345645', phoneOwner: 'SELF' },
      returnMode: 'COUNTER',
      language: 'vi',
      ...(procedureCode === COPY ? { quantities: { pages: 3, copies: 2 } } : {}),
      ...more,
    },
  });

export const dossier = (id, user = RECEPTION) => call(user, 'GET', `/api/intake/dossiers/${id}`);

export async function presentAll(id) {
  const seen = await dossier(id);
  for (const paper of seen.papers.filter((each) => each.open)) {
    await call(RECEPTION, 'PUT', `/api/intake/dossiers/${id}/papers/${paper.component}`, {
      etag: paper.etag,
      body: { state: 'PRESENTED', presentedAs: 'ORIGINAL', quantity: 1, held: false },
    });
  }
}

export async function act(user, id, body) {
  const seen = await dossier(id, user);
  return call(user, 'POST', `/api/intake/dossiers/${id}/actions`, { etag: `"${seen.revision}"`, body });
}

/** Received, in process, and its case heard of at the counter: what opens it there acts on its newest state. */
export async function received(procedureCode, name, more) {
  const opened = await open(procedureCode, name, more);
  await presentAll(opened.id);
  const { code, stage } = await act(RECEPTION, opened.id, { action: 'RECEIVE' });
  if (stage === 'RECEIVED') await act(RECEPTION, opened.id, { action: 'TRANSFER' });
  await until(() => dossier(opened.id), (found) => found.stage === 'IN_PROCESS' && found.department, 'the transfer');
  return { ...opened, code };
}

export const caseOf = async (id, user = 'tu.specialist') =>
  (await call(user, 'GET', `/api/processing/cases?dossier=${id}`)).items[0];

export const awaitCase = (id, isSo = () => true) => until(() => caseOf(id), (one) => one && isSo(one), 'the case');

export const onCase = (user, one, body) =>
  call(user, 'POST', `/api/processing/cases/${one.id}/actions`, { etag: `"${one.revision}"`, body });

export const RESULT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Finds everything met that the procedure has examined; the case as it stands then. */
export async function examined(id, user = 'tu.specialist') {
  const one = await caseOf(id, user);
  const { items } = await call(user, 'GET', `/api/processing/cases/${one.id}/examination`);
  if (items.length === 0) return one;
  const findings = items.map((item) => ({ item: item.id, answer: 'MET' }));
  return onCase(user, one, { action: 'EXAMINE', fence: one.holder.fence, findings });
}

/** In process and held by the office's specialist. */
export async function claimed(procedureCode, name, more) {
  const opened = await received(procedureCode, name, more);
  await onCase('tu.specialist', await awaitCase(opened.id), { action: 'CLAIM' });
  return opened;
}

export async function proposed(procedureCode, name, more) {
  const opened = await claimed(procedureCode, name, more);
  let one = await examined(opened.id);
  const fence = one.holder.fence;
  const result = await call('tu.specialist', 'PUT', `/api/processing/cases/${one.id}/result?fence=${fence}`, {
    etag: `"${one.revision}"`,
    body: RESULT,
    type: 'image/png',
  });
  one = await caseOf(opened.id);
  await onCase('tu.specialist', one, { action: 'PROPOSE', fence, decisionKind: 'GRANTED', resultId: result.id });
  return opened;
}

export async function decided(procedureCode, name) {
  const opened = await proposed(procedureCode, name);
  const one = await awaitCase(opened.id, (found) => found.state === 'PROPOSED');
  await onCase('chu.chair', one, { action: 'DECIDE' });
  await until(() => dossier(opened.id), (found) => found.stage === 'DECIDED', 'the decision');
  await until(() => call(RECEPTION, 'GET', `/api/notification/returns/${opened.id}`), () => true, 'the return');
  return opened;
}
