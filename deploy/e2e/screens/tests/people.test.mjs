// People's pages as a farmer's phone shows them: without JavaScript, small, and readable by everybody.
import assert from 'node:assert/strict';
import { before, describe } from 'node:test';
import { BIRTH, COPY, decided, MARITAL_STATUS } from '../lib/api.mjs';
import { findings, overflow } from '../lib/browser.mjs';
import { fileOnline } from '../lib/online.mjs';
import { scene } from '../lib/scene.mjs';

describe("people's pages", () => {
  let filed;
  before(async () => {
    filed = await decided(COPY, 'Lò Thị Inh');
  });

  /** Types reference and PIN as they stand on the slip. */
  async function track(page) {
    await page.goto('/ho-so');
    await page.getByLabel('Mã hồ sơ hoặc mã tra cứu').fill(filed.reference);
    await page.getByLabel('Mã PIN').fill(filed.pin);
    await page.getByRole('button', { name: 'Xem hồ sơ' }).click();
    await page.getByText(filed.reference).first().waitFor();
  }

  scene('without JavaScript: from a question to the procedure, its papers, fee and time', async ({ plain }) => {
    const { page, seen } = await plain({ javaScript: false, width: 360, height: 740 });
    await page.goto('/');
    await page.getByLabel('Tìm thủ tục hành chính').fill('khai sinh');
    await page.keyboard.press('Enter');
    await page.locator(`a[href*="/thu-tuc/${BIRTH}"]`).first().click();
    await page.waitForURL(new RegExp(`/thu-tuc/${BIRTH}`));
    await page.getByRole('heading', { name: /khai sinh/ }).first().waitFor();
    await page.getByText('Giấy chứng sinh', { exact: false }).first().waitFor();
    await page.getByRole('link', { name: 'en', exact: true }).click();
    await page.waitForURL(/lang=en/);
    assert.deepEqual(seen.foreign, []);
  });

  scene('without JavaScript: a person tracks the dossier, reads the inbox, and a wrong PIN is told kindly', async ({ plain }) => {
    const { page, seen } = await plain({ javaScript: false, width: 360, height: 740 });
    await page.goto('/ho-so');
    await page.getByLabel('Mã hồ sơ hoặc mã tra cứu').fill(filed.reference);
    await page.getByLabel('Mã PIN').fill(filed.pin === '000000' ? '000001' : '000000');
    await page.getByRole('button', { name: 'Xem hồ sơ' }).click();
    await page.getByRole('button', { name: 'Xem hồ sơ' }).waitFor();
    await page.getByText('PIN', { exact: false }).first().waitFor();
    await track(page);
    await page.goto('/hop-thu');
    await page.getByText('Đã có kết quả giải quyết hồ sơ').first().waitFor();
    assert.deepEqual(seen.foreign, []);
    assert.deepEqual(seen.errors, []);
  });

  scene('without JavaScript: a person files online, step by step, with a paper attached by a plain form', async ({ plain }) => {
    const { page, seen } = await plain({ javaScript: false, width: 360, height: 740 });
    await fileOnline(page, MARITAL_STATUS, {
      look: async (name) => {
        if (name === 'filed') await page.getByText('Ông/Bà đã nộp hồ sơ thành công').waitFor();
      },
    });
    await page.locator('main a[href*="/nop-ho-so/"]:not([href*=thoat])').first().click();
    await page.getByText('Hồ sơ đang ở đâu?').waitFor();
    assert.deepEqual(seen.foreign, []);
  });

  scene('the page of a dossier is printed without menus and buttons, the five steps in black', async ({ plain }) => {
    const { page } = await plain();
    await track(page);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('nav:visible, form:visible, button:visible, .no-print:visible').count(), 0);
    await page.getByText('Tôi cần làm gì?').waitFor();
    assert.ok((await page.pdf({ format: 'A4' })).length > 1000);
  });

  for (const width of [1366, 360]) {
    scene(`no accessibility fault while filing online at ${width} px, and nothing wider than the window`, async ({ plain }) => {
      const { page } = await plain({ width, height: 780 });
      const faults = [];
      await fileOnline(page, MARITAL_STATUS, {
        look: async (name) => {
          faults.push(...(await findings(page)).map((fault) => `${name} ${fault}`));
          const wider = await overflow(page);
          if (wider > 0) faults.push(`${name} is wider than the window by ${wider} px`);
        },
      });
      assert.deepEqual(faults, []);
    });

    scene(`no accessibility fault on any page at ${width} px, and nothing wider than the window`, async ({ plain }) => {
      const { page } = await plain({ width, height: 780 });
      const faults = [];
      const look = async (path) => {
        const answer = await page.goto(path);
        assert.equal(answer.status(), 200, path);
        faults.push(...(await findings(page)).map((fault) => `${path} ${fault}`));
        const wider = await overflow(page);
        if (wider > 0) faults.push(`${path} is wider than the window by ${wider} px`);
      };
      for (const path of ['/', '/?lang=en', '/?q=khai+sinh', '/?q=khong+co+gi+ca', `/thu-tuc/${COPY}`, `/thu-tuc/${BIRTH}?lang=en`, '/ho-so', '/hop-thu', '/gop-y', '/gop-y?q=muong+sai']) {
        await look(path);
      }
      await track(page);
      for (const path of ['/ho-so', '/hop-thu']) await look(path);
      assert.deepEqual(faults, []);
    });
  }
});
