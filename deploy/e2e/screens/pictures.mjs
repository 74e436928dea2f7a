// Pictures of every room and page, at two widths and in two languages, to be looked at one by one; and the few of the README.
//   node pictures.mjs [folder]   all of them (default: target/pictures)
//   node pictures.mjs --best     the README's, into deploy/pictures
import { mkdirSync } from 'node:fs';
import { awaitCase, BIRTH, COPY, decided, open, presentAll, proposed, received } from './lib/api.mjs';
import { logIn, openWindow, overflow, settle, startBrowser } from './lib/browser.mjs';

const best = process.argv[2] === '--best';
const here = (path) => new URL(path, import.meta.url).pathname;
const out = best ? here('../../pictures') : (process.argv[2] ?? here('./target/pictures'));
mkdirSync(out, { recursive: true });
const draft = (await open(COPY, 'Quàng Thị Vui')).id;
if (best) await presentAll(draft);
const running = (await received(BIRTH, 'Lò Văn Tâm')).id;
const runningCase = (await awaitCase(running)).id;
const waiting = (await proposed(BIRTH, 'Bạc Thị Én')).id;
const waitingCase = (await awaitCase(waiting, (one) => one.state === 'PROPOSED')).id;
const filed = await decided(COPY, 'Tòng Văn Hặc');

const rooms = [
  ['counter', 'reception', '/desk/counter'],
  ['open', 'reception', `/desk/counter/new/${COPY}`],
  ['draft', 'reception', `/desk/counter/${draft}`],
  ['running', 'reception', `/desk/counter/${running}`],
  ['decided', 'reception', `/desk/counter/${filed.id}`],
  ['returns', 'reception', `/desk/returns/${filed.id}`],
  ['history', 'reception', `/desk/history/${filed.id}`],
  ['due', 'reception', '/desk/due'],
  ['cashier', 'cashier', `/desk/counter/${filed.id}`],
  ['queue', 'specialist', '/desk/queue'],
  ['case', 'specialist', `/desk/queue/${runningCase}`],
  ['signing', 'approver', `/desk/signing/${waitingCase}`],
  ['director', 'director', '/desk/queue'],
];
const pages = [
  ['home', '/'],
  ['search', '/?q=khai+sinh'],
  ['procedure', `/thu-tuc/${BIRTH}`],
  ['tracking', '/ho-so'],
  ['inbox', '/hop-thu'],
  ['feedback', '/gop-y'],
];

const browser = await startBrowser();

async function picture(page, name, width, fullPage) {
  await settle(page);
  const wider = await overflow(page);
  if (wider > 0) console.log(`${name} is ${wider} px wider than ${width}`);
  await page.screenshot({ path: `${out}/${name}.png`, fullPage });
}

async function picturesOfRooms(chosen, { width, height, language, title, fullPage }) {
  let window = null;
  for (const [name, role, path] of chosen) {
    if (window?.role !== role) {
      await window?.context.close();
      window = { role, ...(await logIn(browser, role, { width, height, language })) };
    }
    await window.page.goto(path);
    await window.page.locator('.desk').waitFor();
    await window.page.waitForFunction(() => !document.querySelector('main .waiting'));
    await picture(window.page, title(name), width, fullPage);
  }
  await window?.context.close();
}

/** A person's pages, those of one dossier opened by its PIN. */
async function picturesOfPages(chosen, { width, height, language, title, fullPage }) {
  const { page, context } = await openWindow(browser, { width, height, language });
  await page.goto('/ho-so');
  await page.locator('#ma').fill(filed.reference);
  await page.locator('#pin').fill(filed.pin);
  await page.keyboard.press('Enter');
  await page.getByText(filed.reference).first().waitFor();
  for (const [name, path] of chosen) {
    await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
    await picture(page, title(name), width, fullPage);
  }
  await context.close();
}

if (best) {
  const named = (list, ...names) => list.filter(([name]) => names.includes(name));
  const shape = { width: 1180, height: 640, language: 'vi', title: (name) => name, fullPage: false };
  await picturesOfRooms(named(rooms, 'draft', 'queue', 'decided'), shape);
  await picturesOfPages(named(pages, 'tracking'), { ...shape, width: 420, height: 640 });
} else {
  for (const width of [1366, 360]) {
    for (const language of ['vi', 'en']) {
      const shape = { width, height: 780, language, title: (name) => `${name}-${width}-${language}`, fullPage: true };
      await picturesOfRooms(rooms, shape);
      await picturesOfPages(pages, shape);
    }
  }
}
await browser.close();
console.log(out);
