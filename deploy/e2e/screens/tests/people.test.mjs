// People's pages as a farmer's phone shows them: without JavaScript, small, and readable by everybody.
import assert from 'node:assert/strict';
import { before, describe } from 'node:test';
import { BIRTH, call, COPY, decided, MARITAL_STATUS, text, UNIT } from '../lib/api.mjs';
import { findings, overflow } from '../lib/browser.mjs';
import { fileOnline } from '../lib/online.mjs';
import { scene } from '../lib/scene.mjs';

/** A commune whose board of procedures is known. */
const OFFERS = '31-11824-20250701';

/** Every kind of page that asks for no log-in; one that is not there says what to do. */
const PAGES = [
  '/',
  '/?lang=en',
  '/?q=khai+sinh',
  '/?q=dat+dai&lang=en',
  '/?q=xyzzy',
  `/thu-tuc/${COPY}`,
  `/thu-tuc/${BIRTH}?lang=en`,
  `/thu-tuc/${COPY}/thay-doi`,
  `/thu-tuc/${COPY}/huong-dan?lang=en`,
  '/thu-tuc/khong-co',
  '/linh-vuc/khong-co',
  '/don-vi',
  '/don-vi?q=muong+sai',
  '/don-vi?q=tan+phu&lang=en',
  '/don-vi?q=xyzzy',
  `/don-vi/${UNIT}`,
  `/don-vi/${OFFERS}?lang=en`,
  `/don-vi/${OFFERS}/cong-khai`,
  '/don-vi/khong-co',
  '/ho-so',
  '/hop-thu',
  '/gop-y',
  '/gop-y?q=muong+sai',
  `/gop-y?unit=${UNIT}`,
  `/gop-y/da-tra-loi?don-vi=${UNIT}`,
  `/gop-y/ma-qr?don-vi=${UNIT}&lang=en`,
];

describe("people's pages", () => {
  let filed;
  before(async () => {
    filed = await decided(COPY, 'Lò Thị Inh');
  });

  const decidedSlip = async () => {
    const forms = (await call('hoa.reception', 'GET', `/api/intake/dossiers/${filed.id}/forms`)).items;
    return text('hoa.reception', forms.find((form) => form.kind === 'RECEIPT').href);
  };

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

  scene('without JavaScript: what became of a commune, from its old name to what is offered there now', async ({ plain }) => {
    const { page, seen } = await plain({ javaScript: false, width: 360, height: 740 });
    await page.goto('/');
    await page.locator('main a[href^="/don-vi"]').first().click();
    await page.getByLabel('Tên').first().fill('xã Mường Sại, huyện Quỳnh Nhai');
    await page.getByRole('button', { name: 'Tìm' }).click();
    await page.locator(`main a[href*="/don-vi/${UNIT}"]`).first().click();
    await page.getByRole('heading', { name: 'Xã Mường Sại' }).waitFor();
    await page.getByText('Xã Nặm Ét').waitFor();
    await page.goto(`/don-vi/${OFFERS}`);
    await page.locator('main details summary').first().click();
    await page.locator('main details[open] a[href*="/thu-tuc/"]').first().waitFor();
    assert.deepEqual(seen.foreign, []);
    assert.deepEqual(seen.errors, []);
  });

  scene('the posters of a procedure and of a centre are behind their links', async ({ plain }) => {
    const { page } = await plain({ javaScript: false });
    for (const path of [`/thu-tuc/${COPY}`, `/don-vi/${UNIT}`]) {
      await page.goto(path);
      const link = page.locator('main a[href*=".pdf"]');
      assert.equal(await link.count(), 1, path);
      const answer = await page.request.get(await link.getAttribute('href'), { timeout: 120_000 });
      assert.equal(answer.status(), 200, path);
      assert.equal((await answer.body()).subarray(0, 5).toString(), '%PDF-', path);
    }
  });

  scene('without JavaScript: a wrong password is told kindly, and what was typed as name stays', async ({ plain }) => {
    const { page, seen } = await plain({ javaScript: false, width: 360, height: 740 });
    await page.goto('/nop-ho-so');
    await page.getByLabel('Tên đăng nhập').fill('vui.citizen');
    await page.getByLabel('Mật khẩu').fill('khong dung');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByRole('alert').getByText('Tên đăng nhập hoặc mật khẩu chưa đúng').waitFor();
    assert.equal(await page.getByLabel('Tên đăng nhập').inputValue(), 'vui.citizen');
    assert.equal(await overflow(page), 0);
    await page.getByRole('link', { name: 'en', exact: true }).click();
    await page.getByRole('heading', { name: 'Log in' }).waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
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

  scene('the slip of a copy is one sheet of A5, the code to track it by with it', async ({ plain }) => {
    const { page } = await plain();
    const slip = await decidedSlip();
    await page.setContent(slip);
    const paper = await page.pdf({ preferCSSPageSize: true });
    assert.equal(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length, 1);
    const { width, height } = await page.locator('svg.qr').boundingBox();
    assert.ok(Math.min(width, height) >= 100, 'large enough for a cheap camera');
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

    scene(`no accessibility fault on the log-in pages at ${width} px, and nothing wider than the window`, async ({ plain }) => {
      const { page } = await plain({ width, height: 780 });
      const faults = [];
      const look = async (what) => {
        faults.push(...(await findings(page)).map((fault) => `${what} ${fault}`));
        const wider = await overflow(page);
        if (wider > 0) faults.push(`${what} is wider than the window by ${wider} px`);
      };
      for (const path of ['/desk/', '/nop-ho-so?lang=vi', '/nop-ho-so?lang=en']) {
        await page.goto(path);
        await page.locator('#username').waitFor();
        await look(`log-in for ${path}`);
      }
      await page.locator('#username').fill('nobody');
      await page.locator('#password').fill('wrong');
      await page.locator('#kc-login').click();
      await page.getByRole('alert').waitFor();
      await look('log-in refused');
      await page.goto('/auth/realms/mot-cua/protocol/openid-connect/logout');
      await page.locator('h1').waitFor();
      await look('log-out');
      await page.goto('/auth/realms/mot-cua/protocol/openid-connect/auth?client_id=nobody');
      await page.locator('h1').waitFor();
      await look('a request nobody knows');
      assert.deepEqual(faults, []);
    });

    scene(`no accessibility fault on any page at ${width} px, and nothing wider than the window`, async ({ plain }) => {
      const { page } = await plain({ width, height: 780 });
      const faults = [];
      const look = async (path) => {
        const answer = await page.goto(path);
        assert.equal(answer.status(), path.includes('khong-co') ? 404 : 200, path);
        await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
        faults.push(...(await findings(page)).map((fault) => `${path} ${fault}`));
        const wider = await overflow(page);
        if (wider > 0) faults.push(`${path} is wider than the window by ${wider} px`);
      };
      for (const path of PAGES) await look(path);
      await track(page);
      for (const path of ['/ho-so', '/ho-so?lang=en', '/hop-thu']) await look(path);
      assert.deepEqual(faults, []);
    });
  }
});
