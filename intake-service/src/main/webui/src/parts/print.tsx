import { signal } from '@preact/signals';
import { createPortal } from 'preact/compat';
import { useEffect, useRef } from 'preact/hooks';
import { useKey } from '../keys/keys';
import { words } from '../words/words';

interface Sheet {
  title: string;
  html: string;
}

const shown = signal<Sheet | null>(null);

/** Shows an issued form as it was rendered at issue, and prints it. */
export function showForm(title: string, html: string): void {
  shown.value = { title, html };
}

export function closeForm(): void {
  shown.value = null;
}

export function FormView() {
  const sheet = shown.value;
  return sheet ? createPortal(<Shown sheet={sheet} key={sheet.html} />, document.body) : null;
}

function Shown({ sheet }: { sheet: Sheet }) {
  const paper = useRef<HTMLDivElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  useKey('Escape', closeForm);

  useEffect(() => {
    const before = document.activeElement;
    const pageRules = lay(paper.current, sheet.html);
    document.documentElement.classList.add('print-form');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, pageRules];
    first.current?.focus();
    const timer = setTimeout(() => print(), 300);
    return () => {
      clearTimeout(timer);
      document.documentElement.classList.remove('print-form');
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== pageRules);
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  return (
    <section class="form-view" aria-label={sheet.title}>
      <p class="row no-print">
        <button ref={first} type="button" onClick={() => print()}>
          {words('form.print')}
        </button>
        <button type="button" class="quiet" onClick={closeForm}>
          <kbd>Esc</kbd> <span>{words('form.close')}</span>
        </button>
      </p>
      <div class="paper" ref={paper} />
    </section>
  );
}

/**
 * Lays the form into a tree of its own. Its styles come in as a constructed sheet, since the policy of the desk allows no
 * inline style; scripts never run in a parsed document.
 *
 * @returns the rules of the page's size, which only count for the whole document
 */
function lay(host: HTMLDivElement | null, html: string): CSSStyleSheet {
  // Taken out before parsing: a parsed document has the policy of the desk too, and would report the style as a breach.
  const styleElement = /<style\b[^>]*>([\s\S]*?)<\/style>/gi;
  const css = [...html.matchAll(styleElement)].map((match) => match[1]).join('\n');
  const parsed = new DOMParser().parseFromString(html.replace(styleElement, ''), 'text/html');
  parsed.querySelectorAll('script, link, meta, base, title').forEach((each) => each.remove());
  const styles = new CSSStyleSheet();
  styles.replaceSync(css);
  const root = host?.shadowRoot ?? host?.attachShadow({ mode: 'open' });
  if (root) {
    root.adoptedStyleSheets = [styles];
    root.replaceChildren(document.importNode(parsed.documentElement, true));
  }
  const page = new CSSStyleSheet();
  page.replaceSync([...css.matchAll(/@page\s*[^{]*\{[^}]*\}/g)].map((match) => match[0]).join('\n'));
  return page;
}
