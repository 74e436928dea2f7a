import '@platform/motcua-page.css';
import './desk.css';
import { render } from 'preact';
import { logIn } from './session/session';
import { Shell } from './shell/shell';
import { language, words } from './words/words';

const root = document.getElementById('desk');

async function start(): Promise<void> {
  if (!root) return;
  if (!isSecureContext) {
    render(<Insecure />, root);
    return;
  }
  try {
    if (await logIn(language.value)) render(<Shell />, root);
  } catch (error) {
    console.error(error);
    render(<Unreachable />, root);
  }
}

/** Without https browsers offer no cryptography, and without it there is no log-in. */
const Insecure = () => (
  <main class="start">
    <h1>{words('app.insecure.title')}</h1>
    <p>{words('app.insecure.text')}</p>
  </main>
);

const Unreachable = () => (
  <main class="start">
    <h1>{words('problem.unreachable')}</h1>
    <p>{words('problem.unreachable.detail')}</p>
    <button type="button" onClick={() => void start()}>
      {words('problem.retry')}
    </button>
  </main>
);

void start();
