// Pictures of every room, at two widths and in two languages, to be looked at one by one.
import { mkdirSync } from 'node:fs';
import { awaitCase, BIRTH, COPY, decided, open, proposed, received } from './lib/api.mjs';
import { logIn, overflow, settle, startBrowser } from './lib/browser.mjs';

const out = process.argv[2] ?? new URL('./pictures', import.meta.url).pathname;
mkdirSync(out, { recursive: true });
const draft = (await open(COPY, 'Quàng Thị Vui')).id;
const running = (await received(BIRTH, 'Lò Văn Tâm')).id;
const runningCase = (await awaitCase(running)).id;
const waiting = (await proposed(BIRTH, 'Bạc Thị Én')).id;
const waitingCase = (await awaitCase(waiting, (one) => one.state === 'PROPOSED')).id;
const ready = (await decided(COPY, 'Tòng Văn Hặc')).id;

const views = [
  ['counter', 'reception', '/desk/counter'],
  ['open', 'reception', `/desk/counter/new/${COPY}`],
  ['draft', 'reception', `/desk/counter/${draft}`],
  ['running', 'reception', `/desk/counter/${running}`],
  ['decided', 'reception', `/desk/counter/${ready}`],
  ['returns', 'reception', `/desk/returns/${ready}`],
  ['history', 'reception', `/desk/history/${ready}`],
  ['due', 'reception', '/desk/due'],
  ['cashier', 'cashier', `/desk/counter/${ready}`],
  ['queue', 'specialist', '/desk/queue'],
  ['case', 'specialist', `/desk/queue/${runningCase}`],
  ['signing', 'approver', `/desk/signing/${waitingCase}`],
  ['director', 'director', '/desk/queue'],
];

const browser = await startBrowser();
for (const width of [1366, 360]) {
  for (const language of ['vi', 'en']) {
    let window = null;
    for (const [name, role, path] of views) {
      if (window?.role !== role) {
        await window?.context.close();
        window = { role, ...(await logIn(browser, role, { width, height: 780, language })) };
      }
      await window.page.goto(path);
      await window.page.locator('.desk').waitFor();
      await settle(window.page);
      const wider = await overflow(window.page);
      if (wider > 0) console.log(`${name} is ${wider} px wider than ${width}`);
      await window.page.screenshot({ path: `${out}/${name}-${width}-${language}.png`, fullPage: true });
    }
    await window?.context.close();
  }
}
await browser.close();
console.log(out);
