import { body, catalog, intake } from '../../api/services';
import type { OpenRequest } from '../../api/shapes';
import { words } from '../../words/words';

interface Guided {
  cases: string[];
  channel: OpenRequest['channel'];
}

/**
 * Marks the papers that the answers leave out as not needed, with that reason. Help and nothing more: where something
 * goes wrong the papers stay open and the officer marks them.
 */
export async function markNotNeeded(id: string, code: string, { cases, channel }: Guided): Promise<void> {
  if (cases.length === 0) return;
  try {
    const list = await body(
      catalog.GET('/api/catalog/procedures/{code}/checklist', { params: { path: { code }, query: { case: cases, channel } } }),
    );
    if (list.notNeeded.length === 0) return;
    const dossier = await body(intake.GET('/api/intake/dossiers/{id}', { params: { path: { id } } }));
    for (const paper of dossier.papers.filter((each) => each.state === 'MISSING' && list.notNeeded.includes(each.component))) {
      await body(
        intake.PUT('/api/intake/dossiers/{id}/papers/{component}', {
          params: { path: { id, component: paper.component } },
          headers: { 'If-Match': paper.etag },
          body: { state: 'NOT_APPLICABLE', reason: words('papers.na.guided') },
        }),
      );
    }
  } catch {
    // the dossier is open; its papers show what is still to be marked
  }
}
