import { body, intake } from '../../api/services';
import type { Dossier } from '../../api/shapes';

/**
 * Receives a dossier in one go where the officer has seen the originals: each paper presented and given back, then received. Where something
 * stands in the way the dossier stays as far as it came, and its page says what is missing.
 *
 * @returns the dossier as it stands
 */
export async function receiveAtOnce(id: string): Promise<Dossier> {
  const read = () => body(intake.GET('/api/intake/dossiers/{id}', { params: { path: { id } } }));
  let dossier = await read();
  for (const paper of dossier.papers.filter((each) => each.open)) {
    await body(
      intake.PUT('/api/intake/dossiers/{id}/papers/{component}', {
        params: { path: { id, component: paper.component } },
        headers: { 'If-Match': paper.etag },
        body: { state: 'PRESENTED', presentedAs: 'ORIGINAL', quantity: Math.max(1, dossier.quantities.originals.length), held: false },
      }),
    );
  }
  dossier = await read();
  if (!dossier.allowedActions.includes('RECEIVE')) return dossier;
  return body(
    intake.POST('/api/intake/dossiers/{id}/actions', {
      params: { path: { id } },
      headers: { 'Idempotency-Key': `receive-${id}-${dossier.revision}`, 'If-Match': `"${dossier.revision}"` },
      body: { action: 'RECEIVE' },
    }),
  );
}
