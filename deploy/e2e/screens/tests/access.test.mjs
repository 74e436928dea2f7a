// Who comes in, what the browser keeps, whom it talks to; and every view by axe at the two widths.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { awaitCase, BIRTH, COPY, decided, open, proposed, received } from '../lib/api.mjs';
import { findings, installed, logIn, overflow, settle, startBrowser } from '../lib/browser.mjs';

describe('the desk', { skip: !installed && 'no Chromium here' }, () => {
  let browser;
  const ids = {};
  before(async () => {
    browser = await startBrowser();
    ids.draft = (await open(COPY, 'Điêu Thị Hương')).id;
    ids.running = (await received(BIRTH, 'Lò Thị Panh')).id;
    ids.runningCase = (await awaitCase(ids.running)).id;
    ids.proposed = (await proposed(BIRTH, 'Bạc Cầm Phương')).id;
    ids.proposedCase = (await awaitCase(ids.proposed, (one) => one.state === 'PROPOSED')).id;
    ids.decided = (await decided(COPY, 'Hoàng Văn Thái')).id;
  });
  after(() => browser?.close());

  it('keeps tokens in memory only, talks to nobody else, and stays logged in over a reload', async () => {
    const { page, context, seen } = await logIn(browser, 'reception', { path: `/desk/counter/${ids.draft}` });
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
    await context.close();
  });

  it('is closed to people and says where theirs is', async () => {
    const { page, context } = await logIn(browser, 'citizen');
    await page.getByRole('heading', { name: 'Trang này dành cho công chức' }).waitFor();
    await context.close();
  });

  it('is logged out of for good', async () => {
    const { page, context } = await logIn(browser, 'cashier');
    await page.locator('.account summary').click();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.locator('#username').waitFor();
    await context.close();
  });

  it('speaks English when asked, and stays on the dossier', async () => {
    const { page, context } = await logIn(browser, 'reception', { path: `/desk/counter/${ids.draft}` });
    await page.getByRole('button', { name: 'en', exact: true }).click();
    await page.getByRole('link', { name: 'Returns' }).waitFor();
    await page.getByText('In preparation').first().waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
    await context.close();
  });

  it('opens a dossier by what a hand scanner types, wherever the focus is', async () => {
    const { page, context } = await logIn(browser, 'reception');
    const reference = (await open(COPY, 'Lò Văn Quét')).reference;
    await page.locator('h1').waitFor();
    await page.keyboard.type(`http://localhost:8080/ho-so?ma=${reference}`, { delay: 4 });
    await page.keyboard.press('Enter');
    await page.waitForURL(/counter\/[0-9a-f-]{36}$/);
    await page.getByText('Lò Văn Quét').first().waitFor();
    await context.close();
  });

  const views = () => [
    ['reception', '/desk/counter'],
    ['reception', `/desk/counter/new/${COPY}`],
    ['reception', `/desk/counter/${ids.draft}`],
    ['reception', `/desk/counter/${ids.decided}`],
    ['reception', '/desk/returns'],
    ['reception', `/desk/returns/${ids.decided}`],
    ['reception', `/desk/history/${ids.decided}`],
    ['reception', '/desk/due'],
    ['reception', '/desk/nowhere'],
    ['cashier', '/desk/counter'],
    ['cashier', `/desk/counter/${ids.decided}`],
    ['specialist', '/desk/queue'],
    ['specialist', `/desk/queue/${ids.runningCase}`],
    ['approver', '/desk/signing'],
    ['approver', `/desk/signing/${ids.proposedCase}`],
    ['director', '/desk/queue'],
  ];

  for (const width of [1366, 360]) {
    it(`has no accessibility fault on any view at ${width} px, and nothing wider than the window`, async () => {
      const faults = [];
      let window = null;
      for (const [role, path] of views()) {
        if (window?.role !== role) {
          await window?.context.close();
          window = { role, ...(await logIn(browser, role, { width, height: 780 })) };
        }
        await window.page.goto(path);
        await window.page.locator('.desk').waitFor();
        await settle(window.page);
        faults.push(...(await findings(window.page)).map((fault) => `${path} ${fault}`));
        const wider = await overflow(window.page);
        if (wider > 0) faults.push(`${path} is wider than the window by ${wider} px`);
      }
      await window?.context.close();
      assert.deepEqual(faults, []);
    });

    it(`has no accessibility fault in the forms of acts and the dialog at ${width} px`, async () => {
      const { page, context } = await logIn(browser, 'reception', { width, height: 780, path: `/desk/counter/${ids.draft}` });
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
      await context.close();
    });
  }
});
