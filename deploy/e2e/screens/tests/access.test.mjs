// Who comes in, what the browser keeps, whom it talks to; and every view by axe at the two widths.
import assert from 'node:assert/strict';
import { before, describe } from 'node:test';
import { awaitCase, BIRTH, call, claimed, COPY, decided, MARITAL_STATUS, open, proposed, received, text } from '../lib/api.mjs';
import { findings, logIn, overflow, scan, startBrowser } from '../lib/browser.mjs';
import { film, filmed } from '../lib/film.mjs';
import { scene } from '../lib/scene.mjs';

describe('the desk', () => {
  const ids = {};
  before(async () => {
    ids.draft = (await open(COPY, 'Điêu Thị Hương')).id;
    ids.running = (await received(BIRTH, 'Lò Thị Panh')).id;
    ids.runningCase = (await awaitCase(ids.running)).id;
    ids.proposed = (await proposed(BIRTH, 'Bạc Cầm Phương')).id;
    ids.proposedCase = (await awaitCase(ids.proposed, (one) => one.state === 'PROPOSED')).id;
    ids.claimedCase = (await awaitCase((await claimed(MARITAL_STATUS, 'Cà Văn Thoa')).id, (one) => one.state === 'CLAIMED')).id;
    ids.decided = (await decided(COPY, 'Hoàng Văn Thái')).id;
  });

  scene('keeps tokens in memory only, talks to nobody else, and stays logged in over a reload', async ({ desk }) => {
    const { page, context, seen } = await desk('reception', { path: `/desk/counter/${ids.draft}` });
    await page.getByText('Điêu Thị Hương').first().waitFor();
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    assert.ok(!/eyJ[\w-]{10,}|access_token|refresh_token/.test(kept), kept);
    assert.equal((await context.cookies()).filter((cookie) => cookie.path.startsWith('/desk')).length, 0);
    await page.reload();
    await page.getByText('Điêu Thị Hương').first().waitFor();
    assert.ok(page.url().endsWith(ids.draft), 'back where it was');
    assert.deepEqual(seen.foreign, []);
    assert.deepEqual(seen.errors, []);
    assert.ok(seen.policies.length > 0);
    for (const policy of seen.policies) {
      assert.match(policy, /default-src 'none'/);
      assert.doesNotMatch(policy, /unsafe/);
    }
  });

  scene('is closed to people and says where theirs is', async ({ desk }) => {
    const { page } = await desk('citizen');
    await page.getByRole('heading', { name: 'Trang này dành cho công chức' }).waitFor();
  });

  scene('is logged out of for good', async ({ desk }) => {
    const { page } = await desk('cashier');
    await page.locator('.account summary').click();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.locator('#username').waitFor();
  });

  scene('speaks English when asked, and stays on the dossier', async ({ desk }) => {
    const { page } = await desk('reception', { path: `/desk/counter/${ids.draft}` });
    await page.getByRole('button', { name: 'en', exact: true }).click();
    await page.getByRole('link', { name: 'Returns' }).waitFor();
    await page.getByText('In preparation').first().waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  });

  scene('opens a dossier by what a hand scanner types, wherever the focus is', async ({ desk }) => {
    const { page } = await desk('reception');
    const reference = (await open(COPY, 'Lò Văn Quét')).reference;
    await page.locator('h1').waitFor();
    await scan(page, `http://localhost:8080/ho-so?ma=${reference}`);
    await page.waitForURL(/counter\/[0-9a-f-]{36}$/);
    await page.getByText('Lò Văn Quét').first().waitFor();
  });

  scene('opens a dossier by the code of its slip before the camera', async ({ plain }) => {
    const { page: table } = await plain({ width: 484, height: 700 });
    const forms = (await call('hoa.reception', 'GET', `/api/intake/dossiers/${ids.running}/forms`)).items;
    await table.setContent(await text('hoa.reception', forms[0].href));
    const path = await film(table, await table.locator('.qr').first().screenshot(), 'slip');
    const chromium = await startBrowser(...filmed(path));
    try {
      const { page, seen } = await logIn(chromium, 'reception');
      await page.getByRole('button', { name: 'Quét bằng camera' }).click();
      await page.waitForURL(new RegExp(`counter/${ids.running}$`));
      await page.getByText('Lò Thị Panh').first().waitFor();
      await page.locator('video').waitFor({ state: 'detached' });
      assert.deepEqual(seen.errors, []);
      assert.deepEqual(seen.foreign, []);
    } finally {
      await chromium.close();
    }
  });

  /** Goes to a room as a link does, without a new log-in, and lets it read. */
  async function visit(page, path) {
    await page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    await page.locator('main h1').first().waitFor();
    await page.waitForFunction(() => !document.querySelector('main .waiting'));
  }

  const views = () => [
    ['reception', '/desk/counter'],
    ['reception', `/desk/counter/new/${COPY}`],
    ['reception', `/desk/counter/${ids.draft}`],
    ['reception', `/desk/counter/${ids.decided}`],
    ['reception', '/desk/returns'],
    ['reception', `/desk/returns/${ids.decided}`],
    ['reception', `/desk/history/${ids.decided}`],
    ['reception', '/desk/post'],
    ['reception', '/desk/post/new'],
    ['reception', '/desk/post/out'],
    ['reception', '/desk/register'],
    ['reception', '/desk/due'],
    ['reception', '/desk/watch'],
    ['reception', '/desk/hotline'],
    ['reception', '/desk/hotline/new'],
    ['reception', '/desk/nowhere'],
    ['cashier', '/desk/counter'],
    ['cashier', `/desk/counter/${ids.decided}`],
    ['specialist', '/desk/queue'],
    ['specialist', `/desk/queue/${ids.runningCase}`],
    ['specialist', `/desk/queue/${ids.claimedCase}`],
    ['approver', '/desk/signing'],
    ['approver', `/desk/signing/${ids.proposedCase}`],
    ['director', '/desk/queue'],
    ['director', `/desk/queue/${ids.claimedCase}`],
    ['director', '/desk/board'],
    ['director', '/desk/watch'],
    ['director', '/desk/dates'],
    ['auditor', '/desk/due'],
    ['auditor', '/desk/readings'],
    ['auditor', '/desk/hotline'],
    ['auditor', `/desk/history/${ids.decided}`],
  ];

  for (const width of [1366, 360]) {
    scene(`has no accessibility fault on any view at ${width} px, and nothing wider than the window`, async ({ desk }) => {
      const faults = [];
      let window = null;
      for (const [role, path] of views()) {
        if (window?.role !== role) {
          window = { role, ...(await desk(role, { width, height: 780 })) };
        }
        await visit(window.page, path);
        faults.push(...(await findings(window.page)).map((fault) => `${path} ${fault}`));
        const wider = await overflow(window.page);
        if (wider > 0) faults.push(`${path} is wider than the window by ${wider} px`);
      }
      assert.deepEqual(faults, []);
    });

    scene(`has no accessibility fault in the forms of acts and the dialog at ${width} px`, async ({ desk }) => {
      const { page } = await desk('reception', { width, height: 780, path: `/desk/counter/${ids.draft}` });
      const faults = [];
      for (const name of [/Yêu cầu bổ sung/, /Từ chối/, /Sửa thông tin/]) {
        await page.getByRole('button', { name }).first().click();
        await page.locator('.act-form').waitFor();
        faults.push(...(await findings(page)));
        await page.keyboard.press('Escape');
      }
      await page.getByRole('button', { name: /Hủy hồ sơ/ }).click();
      await page.getByRole('dialog').waitFor();
      faults.push(...(await findings(page)));
      await page.keyboard.press('Escape');
      await page.keyboard.press('F2');
      await page.keyboard.type('khai sinh');
      await page.getByRole('option').first().waitFor();
      faults.push(...(await findings(page)));
      assert.deepEqual(faults, []);
    });

    scene(`has no accessibility fault in the forms of a case and of the cashier at ${width} px`, async ({ desk }) => {
      const faults = [];
      const look = async (page, name) => {
        await page.getByRole('button', { name }).first().click();
        await page.locator('.act-form').waitFor();
        faults.push(...(await findings(page)).map((fault) => `${name} ${fault}`));
        const wider = await overflow(page);
        if (wider > 0) faults.push(`${name} is wider than the window by ${wider} px`);
        await page.keyboard.press('Escape');
      };
      const specialist = await desk('specialist', { width, height: 780, path: `/desk/queue/${ids.claimedCase}` });
      for (const name of [/Yêu cầu bổ sung/, /Yêu cầu nộp tiền/, /Đề nghị gia hạn/, /Chuyển phòng, đơn vị khác/]) await look(specialist.page, name);
      const approver = await desk('approver', { width, height: 780, path: `/desk/signing/${ids.proposedCase}` });
      await look(approver.page, /Trả lại/);
      const cashier = await desk('cashier', { width, height: 780, path: `/desk/counter/${ids.decided}` });
      await look(cashier.page, /THU /);
      assert.deepEqual(faults, []);
    });
  }
});
