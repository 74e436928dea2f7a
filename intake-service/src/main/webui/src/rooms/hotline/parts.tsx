import { Link, useLocation } from 'wouter-preact';
import { has } from '../../session/session';
import { words, type Key } from '../../words/words';
import '../../words/later';

/** What else belongs to the hotline, each for those who may read it. */
export const PARTS = [
  { path: '/hotline', title: 'hotline.title', may: () => true },
  { path: '/hotline/figures', title: 'hotline.part.figures', may: () => has('director', 'auditor') },
  { path: '/hotline/complaints', title: 'hotline.part.complaints', may: () => has('reception', 'director', 'auditor') },
  { path: '/hotline/mailbox', title: 'hotline.part.mailbox', may: () => has('director', 'auditor') },
  { path: '/hotline/limits', title: 'hotline.part.limits', may: () => true },
] satisfies { path: string; title: Key; may: () => boolean }[];

/** Leads from one part to the others. */
export function Parts() {
  const [path] = useLocation();
  return (
    <nav class="row no-print" aria-label={words('hotline.parts')}>
      {PARTS.filter((each) => each.may()).map((each) => (
        <Link key={each.path} href={each.path} class="button quiet" aria-current={path === each.path ? 'page' : undefined}>
          {words(each.title)}
        </Link>
      ))}
    </nav>
  );
}
