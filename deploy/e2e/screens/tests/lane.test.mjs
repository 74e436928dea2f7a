// The lane of certified copies: several originals of one visitor, received in one go; and what a former name may not do.
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { BIRTH, call, COPY, dossier, open, UNIT } from '../lib/api.mjs';
import { findings, overflow, settle, tabTo } from '../lib/browser.mjs';
import { scene } from '../lib/scene.mjs';

describe('the lane of certified copies', () => {
  scene('several originals are counted, compared, received and printed in one go, by keyboard', async ({ desk }) => {
    const { page } = await desk('reception', { path: `/desk/counter/new/${COPY}` });
    await page.locator('input:focus').waitFor();
    await page.keyboard.type('Lường Thị Bun');
    await tabTo(page, page.getByLabel('Loại giấy tờ 1'));
    await page.keyboard.type('Bằng tốt nghiệp');
    await page.getByLabel('Số trang của giấy tờ 1').fill('2');
    await page.getByLabel('Số bản sao của giấy tờ 1').fill('3');
    await page.getByRole('button', { name: /Thêm bản chính/ }).click();
    await page.locator('input:focus').waitFor();
    await page.keyboard.type('Học bạ');
    await page.getByLabel('Số trang của giấy tờ 2').fill('12');
    await page.getByText(/26[.\s]000/).first().waitFor();
    assert.deepEqual(await findings(page), []);
    assert.ok((await overflow(page)) <= 0);
    await page.keyboard.press('F8');
    await page.locator('.form-view').waitFor();
    await page.waitForFunction(() => window.printed > 0);
    const slip = await page.locator('.form-view .paper').evaluate((host) => host.shadowRoot.textContent);
    assert.match(slip, /Bằng tốt nghiệp \(2 trang, 3 bản sao\)/);
    assert.match(slip, /Học bạ \(12 trang, 1 bản sao\)/);
    const one = await dossier(page.url().split('/').at(-1));
    assert.equal(one.stage, 'IN_PROCESS');
    assert.equal(one.fees.openVnd, 26_000);
    await page.keyboard.press('Escape');
    await page.getByText('Học bạ: 12 trang, 1 bản sao').waitFor();
  });

  scene('reads well on a narrow window', async ({ desk }) => {
    const { page } = await desk('reception', { path: `/desk/counter/new/${COPY}`, width: 360, height: 740 });
    await page.getByLabel('Loại giấy tờ 1').waitFor();
    await settle(page);
    assert.ok((await overflow(page)) <= 0);
    assert.deepEqual(await findings(page), []);
  });
});

describe('a former unit name', () => {
  scene('is no ground to ask for a paper again: the officer is told the law and cannot send it', async ({ desk }) => {
    const { id } = await open(BIRTH, 'Lò Thị Xuân');
    const { page } = await desk('reception', { path: `/desk/counter/${id}` });
    await page.locator('button[aria-keyshortcuts="F8"]').last().click();
    await page.locator('.act-form').waitFor();
    await page.locator('.act-form select').first().selectOption('FORMER_UNIT_NAME');
    await page.getByText('Nghị quyết 190/2025/QH15').first().waitFor();
    await page.locator('.act-form select').first().selectOption('PAPER_INCORRECT');
    await page.getByLabel('Nêu rõ cho người dân').fill('Giấy chứng sinh ghi tên xã cũ');
    await page.locator('.act-form').getByRole('button', { name: /Yêu cầu bổ sung/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: /Yêu cầu bổ sung/ }).click();
    await page.getByRole('dialog').getByText('190/2025/QH15').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Còn lý do khác, đã nêu rõ ở trên').waitFor();
    assert.equal((await dossier(id)).stage, 'PREPARING');
  });

  scene('in an address is shown with the unit it belongs to now', async ({ desk }) => {
    const { page } = await desk('reception', { path: `/desk/counter/new/${BIRTH}` });
    await page.locator('input:focus').waitFor();
    await page.getByLabel('Địa chỉ').first().fill('Bản Nà Hừa, Xã Nặm Ét, Huyện Quỳnh Nhai, Tỉnh Sơn La');
    await page.getByText(/nay thuộc Xã Mường Sại/).waitFor();
  });
});

describe('filing online with an officer who types', () => {
  scene('is read back, agreed to and handed in', async ({ desk }) => {
    const { page } = await desk('reception', { path: `/desk/counter/new/${BIRTH}` });
    await page.locator('input:focus').waitFor();
    await page.keyboard.type('Quàng Văn Ót');
    await page.getByLabel('Nộp trực tuyến, cán bộ nhập giúp').check();
    await page.getByRole('button', { name: /Mở hồ sơ/ }).click();
    await page.waitForURL(/counter\/[0-9a-f-]{36}$/);
    const id = page.url().split('/').at(-1);
    await page.getByRole('button', { name: /Ghi nhận nộp/ }).first().click();
    await page.getByRole('heading', { name: 'Nội dung đã nhập giúp' }).waitFor();
    await page.locator('.read-back').getByText('Quàng Văn Ót').waitFor();
    assert.deepEqual(await findings(page), []);
    await page.getByLabel('Người dân xác nhận nội dung đúng và đồng ý nộp').check();
    await page.locator('.act-form').getByRole('button', { name: /Ghi nhận nộp/ }).click();
    await page.getByText('Mới nộp, chờ tiếp nhận', { exact: true }).waitFor();
    const one = await dossier(id);
    assert.equal(one.stage, 'SUBMITTED');
    assert.equal(one.assisted, true);
  });
});

describe('a draft of somebody else', () => {
  scene('goes on at the counter by the PIN that the person brings', async ({ desk }) => {
    const person = await call('vui.citizen', 'POST', '/api/intake/dossiers', {
      body: {
        procedureCode: BIRTH, channel: 'ONLINE', receivingUnit: UNIT, competentUnit: UNIT, returningUnit: UNIT,
        owner: { name: 'Quàng Thị Vui' }, returnMode: 'COUNTER', language: 'vi',
      },
    });
    const { page } = await desk('reception');
    await page.keyboard.press('F2');
    await page.keyboard.type(person.reference);
    await page.getByLabel('Mã PIN').waitFor();
    await page.getByLabel('Mã PIN').fill(person.pin);
    await page.getByRole('button', { name: 'Tiếp tục hồ sơ' }).click();
    await page.waitForURL(new RegExp(`counter/${person.id}`));
    await page.getByText('Quàng Thị Vui').first().waitFor();
  });
});
