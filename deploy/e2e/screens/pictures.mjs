// Pictures of every room and page, of the forms of acts, and of what is printed, at two widths and in two languages, to be looked
// at one by one; and the few of the README.
//   node pictures.mjs [folder]   all of them (default: target/pictures)
//   node pictures.mjs --best     the README's, into deploy/pictures
import { mkdirSync } from 'node:fs';
import { awaitCase, BIRTH, call, claimed, COPY, decided, MARITAL_STATUS, open, presentAll, proposed, received, text, UNIT } from './lib/api.mjs';
import { logIn, openWindow, overflow, settle, startBrowser } from './lib/browser.mjs';
import { fileOnline } from './lib/online.mjs';

const BUILDING = '1.013225';

const best = process.argv[2] === '--best';
const here = (path) => new URL(path, import.meta.url).pathname;
const out = best ? here('../../pictures') : (process.argv[2] ?? here('./target/pictures'));
mkdirSync(out, { recursive: true });
const draft = (await open(COPY, 'Quàng Thị Vui')).id;
if (best) await presentAll(draft);
const running = (await received(BIRTH, 'Lò Văn Tâm')).id;
const runningCase = (await awaitCase(running)).id;
const heldCase = (await awaitCase((await claimed(MARITAL_STATUS, 'Cà Văn Thoa')).id, (one) => one.state === 'CLAIMED')).id;
const waiting = (await proposed(BIRTH, 'Bạc Thị Én')).id;
const waitingCase = (await awaitCase(waiting, (one) => one.state === 'PROPOSED')).id;
const filed = await decided(COPY, 'Tòng Văn Hặc');

/** An editor's draft of the procedure's next version: the one that stands open, or a new one. */
async function draftOf(code) {
  const drafts = (await call('bien.editor', 'GET', '/api/catalog/drafts')).items;
  return (drafts.find((one) => one.code === code) ?? (await call('bien.editor', 'POST', '/api/catalog/drafts', { body: { code, reason: 'Cập nhật theo quyết định công bố của tỉnh' } }))).id;
}
const written = await draftOf(BUILDING);

/** Presses the buttons with these keys, one after the other: the form of an act, then its dialog. */
const press =
  (...keys) =>
  async (page) => {
    for (const key of keys) {
      await page.locator(`button[aria-keyshortcuts="${key}"]`).last().click();
      await page.locator('.act-form, dialog[open], .found:not(.closed)').first().waitFor();
    }
  };
const pressNth = (n) => async (page) => {
  await page.locator('.act-side .buttons button').nth(n).click();
  await page.locator('.act-form').waitFor();
};
const find = async (page) => {
  await page.keyboard.press('F2');
  await page.keyboard.type('khai sinh');
  await page.locator('[role=option]').first().waitFor();
};
const slip = async (page) => {
  await page.locator('.rows button').first().click();
  await page.locator('.form-view').waitFor();
};
const twoOriginals = async (page) => {
  await page.getByRole('button', { name: /Alt\+N/ }).click();
  await page.locator('.originals tbody tr').nth(1).waitFor();
};
const unfold = (page) => page.locator('main details > summary').first().click();
const account = (page) => page.locator('.account summary').click();

const rooms = [
  ['counter', 'reception', '/desk/counter'],
  ['open', 'reception', `/desk/counter/new/${COPY}`],
  ['lane', 'reception', `/desk/counter/new/${COPY}`, twoOriginals],
  ['register', 'reception', '/desk/register'],
  ['readings', 'auditor', '/desk/readings'],
  ['draft', 'reception', `/desk/counter/${draft}`],
  ['running', 'reception', `/desk/counter/${running}`],
  ['decided', 'reception', `/desk/counter/${filed.id}`],
  ['returns', 'reception', `/desk/returns/${filed.id}`],
  ['post-new', 'reception', '/desk/post/new'],
  ['post-out', 'reception', '/desk/post/out'],
  ['watch', 'reception', '/desk/watch'],
  ['post', 'reception', '/desk/post'],
  ['history', 'reception', `/desk/history/${filed.id}`],
  ['due', 'reception', '/desk/due'],
  ['find', 'reception', '/desk/counter', find],
  ['account', 'reception', '/desk/counter', account],
  ['ask', 'reception', `/desk/counter/${draft}`, press('F8')],
  ['refuse', 'reception', `/desk/counter/${draft}`, press('F9')],
  ['correct', 'reception', `/desk/counter/${draft}`, press('F4')],
  ['slip', 'reception', `/desk/history/${filed.id}`, slip],
  ['cashier', 'cashier', `/desk/counter/${filed.id}`],
  ['pay', 'cashier', `/desk/counter/${filed.id}`, press('Enter')],
  ['pay-dialog', 'cashier', `/desk/counter/${filed.id}`, press('Enter', 'Enter')],
  ['queue', 'specialist', '/desk/queue'],
  ['case', 'specialist', `/desk/queue/${runningCase}`],
  ['held', 'specialist', `/desk/queue/${heldCase}`],
  ['ask-paper', 'specialist', `/desk/queue/${heldCase}`, press('F8')],
  ['ask-payment', 'specialist', `/desk/queue/${heldCase}`, press('F7')],
  ['ask-extension', 'specialist', `/desk/queue/${heldCase}`, pressNth(2)],
  ['hand-on', 'specialist', `/desk/queue/${heldCase}`, pressNth(3)],
  ['proposals', 'approver', '/desk/signing'],
  ['sign-dialog', 'approver', `/desk/signing/${waitingCase}`, press('Enter')],
  ['signing', 'approver', `/desk/signing/${waitingCase}`],
  ['dates', 'director', '/desk/dates'],
  ['director', 'director', '/desk/queue'],
  ['director-case', 'director', `/desk/queue/${heldCase}`],
  ['catalogue', 'editor', '/desk/catalogue'],
  ['version-draft', 'editor', `/desk/catalogue/draft/${written}`],
  ['versions', 'editor', `/desk/catalogue/procedure/${COPY}`],
];
const pages = [
  ['home', '/'],
  ['search', '/?q=khai+sinh'],
  ['facets', '/?q=dat+dai', unfold],
  ['nothing', '/?q=xyzzy'],
  ['procedure', `/thu-tuc/${BIRTH}`],
  ['guidance', `/thu-tuc/${BUILDING}/huong-dan`],
  ['checklist', `/thu-tuc/${COPY}/huong-dan?pages=3&copies=2&channel=COUNTER&unit=${UNIT}`],
  ['changes', `/thu-tuc/${COPY}/thay-doi`],
  ['publicity', '/don-vi/91-30538-20250701/cong-khai'],
  ['publicity-behind', '/don-vi/91-30538-20250701/cong-khai?figure=1.3&state=NOT_FULFILLED'],
  ['missing', '/thu-tuc/9.999999'],
  ['fate', '/don-vi'],
  ['fate-one', '/don-vi?q=muong+sai'],
  ['fate-many', '/don-vi?q=tan+phu'],
  ['unit', `/don-vi/${UNIT}`],
  ['offered', '/don-vi/31-11824-20250701', unfold],
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
  for (const [name, role, path, then] of chosen) {
    if (window?.role !== role) {
      await window?.context.close();
      window = { role, ...(await logIn(browser, role, { width, height, language })) };
    }
    await window.page.goto(path);
    await window.page.locator('.desk').waitFor();
    await window.page.waitForFunction(() => !document.querySelector('main .waiting'));
    await then?.(window.page);
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
  for (const [name, path, then] of chosen) {
    await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
    await then?.(page);
    await picture(page, title(name), width, fullPage);
  }
  await context.close();
}

/** The pages of an online filing, from the log-in to the dossier handed in. */
async function picturesOfFiling({ width, height, language, title, fullPage }) {
  const { page, context } = await openWindow(browser, { width, height, language });
  await fileOnline(page, MARITAL_STATUS, { language, look: (name) => picture(page, title(`online-${name}`), width, fullPage) });
  await context.close();
}

/** What is printed, as wide as its paper: the tracking page on A4, the slip on A5. */
async function picturesOfPaper() {
  const { page, context } = await openWindow(browser, { width: 703, height: 1000 });
  await page.goto('/ho-so');
  await page.locator('#ma').fill(filed.reference);
  await page.locator('#pin').fill(filed.pin);
  await page.keyboard.press('Enter');
  await page.locator('ol.steps').waitFor();
  await page.emulateMedia({ media: 'print' });
  await picture(page, 'paper-tracking', 703, true);
  await page.goto(`/thu-tuc/${BIRTH}`);
  await picture(page, 'paper-procedure', 703, true);
  await page.goto('about:blank');
  const forms = (await call('hoa.reception', 'GET', `/api/intake/dossiers/${filed.id}/forms`)).items;
  await page.setViewportSize({ width: 484, height: 700 });
  await page.setContent(await text('hoa.reception', forms[0].href));
  await picture(page, 'paper-receipt', 484, true);
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
      await picturesOfFiling(shape);
    }
  }
  await picturesOfPaper();
}
await browser.close();
console.log(out);
