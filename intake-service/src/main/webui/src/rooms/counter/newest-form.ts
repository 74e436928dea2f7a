import { body, file, intake } from '../../api/services';
import { showForm } from '../../parts/print';
import { say } from '../../parts/said';
import { named, words } from '../../words/words';

/** Opens the newest form of a kind, ready to be printed. */
export async function printNewest(id: string, kind: string): Promise<void> {
  say(words('form.preparing'));
  try {
    const forms = await body(intake.GET('/api/intake/dossiers/{id}/forms', { params: { path: { id } } }));
    const form = forms.items.filter((each) => each.kind === kind).at(-1);
    if (form) showForm(named('form', form.kind), await (await file(form.href)).text());
  } catch {
    say(words('problem.unknown'));
  }
}
