// The lane of certified copies: several originals of one visitor, received in one go; and what a former name may not do.
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { awaitCase, BIRTH, call, COPY, dossier, open, RESULT, UNIT, until } from '../lib/api.mjs';
import { findings, overflow, settle, tabTo } from '../lib/browser.mjs';
import { pdf } from '../lib/pdf.mjs';
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

  scene('each original is scanned in its line, its pages are those of the scan, and all is received in one go and seen by the case', async ({ desk }) => {
    const { page } = await desk('reception', { path: `/desk/counter/new/${COPY}` });
    await page.locator('input:focus').waitFor();
    await page.keyboard.type('Lèo Thị Phương');
    await page.getByLabel('Tệp quét của giấy tờ 1').setInputFiles([
      { name: 'bang.pdf', mimeType: 'application/pdf', buffer: pdf(3) },
      { name: 'hoc-ba.pdf', mimeType: 'application/pdf', buffer: pdf(12) },
    ]);
    await page.getByLabel('Loại giấy tờ 1').fill('Bằng tốt nghiệp');
    await page.getByLabel('Loại giấy tờ 2').fill('Học bạ');
    await page.getByLabel('Số bản sao của giấy tờ 1').fill('2');
    await page.getByRole('button', { name: /Thêm bản chính/ }).click();
    await page.getByLabel('Loại giấy tờ 3').fill('Thẻ căn cước');
    const dropped = await page.evaluateHandle((bytes) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], 'can-cuoc.png', { type: 'image/png' }));
      return data;
    }, [...RESULT]);
    await page.locator('.originals tbody tr').nth(2).dispatchEvent('drop', { dataTransfer: dropped });
    await page.getByText('can-cuoc.png').waitFor();
    await page.getByText('theo bản quét').first().waitFor();
    assert.deepEqual(await findings(page), []);
    assert.ok((await overflow(page)) <= 0);
    await page.keyboard.press('F8');
    await page.locator('.form-view').waitFor();
    const slip = await page.locator('.form-view .paper').evaluate((host) => host.shadowRoot.textContent);
    assert.match(slip, /Bằng tốt nghiệp \(3 trang, 2 bản sao\)/);
    assert.match(slip, /Học bạ \(12 trang, 1 bản sao\)/);
    assert.match(slip, /Thẻ căn cước \(1 trang, 1 bản sao\)/);
    const id = page.url().split('/').at(-1);
    const one = await dossier(id);
    assert.deepEqual(one.originals.map((each) => each.file.pages), [3, 12, 1]);
    assert.equal(one.fees.openVnd, 2 * 5_000 + 14_000 + 2_000);

    const found = await awaitCase(id);
    const clerk = await desk('specialist', { path: `/desk/queue/${found.id}` });
    await clerk.page.getByText('Bằng tốt nghiệp: 3 trang, 2 bản sao').waitFor();
    await clerk.page.getByRole('button', { name: 'Xem: Thẻ căn cước' }).last().click();
    await clerk.page.locator('.file-view img').waitFor();
    assert.deepEqual(await findings(clerk.page), []);
  });

  scene('a scan that does not open leaves the dossier open, says why, and is replaced, counted otherwise and removed', async ({ desk }) => {
    const { page } = await desk('reception', { path: `/desk/counter/new/${COPY}` });
    await page.locator('input:focus').waitFor();
    await page.keyboard.type('Lò Văn Hặc');
    await page.getByLabel('Tệp quét của giấy tờ 1').setInputFiles({ name: 'hong.pdf', mimeType: 'application/pdf', buffer: pdf(3).subarray(0, 80) });
    await page.getByLabel('Loại giấy tờ 1').fill('Học bạ');
    await page.keyboard.press('F8');
    await page.getByText('1 bản quét chưa gửi được nên chưa tiếp nhận', { exact: false }).waitFor();
    await page.getByText('Bản quét hong.pdf chưa gửi được', { exact: false }).waitFor();
    const id = page.url().split('/').at(-1);
    assert.equal((await dossier(id)).stage, 'PREPARING');
    await page.getByRole('button', { name: 'Bỏ tệp này: Học bạ' }).click();
    await page.getByText('Bản quét hong.pdf chưa gửi được', { exact: false }).waitFor({ state: 'detached' });
    await page.getByLabel('Đính kèm bản quét: Học bạ').last().setInputFiles({ name: 'hoc-ba.pdf', mimeType: 'application/pdf', buffer: pdf(3) });
    await page.getByText('Học bạ: 3 trang, 1 bản sao').waitFor();

    await page.getByRole('button', { name: 'Sửa số trang, số bản: Học bạ' }).click();
    await page.locator('.paper-editor').getByLabel('Số trang').fill('2');
    await page.keyboard.press('Enter');
    await page.getByText('Bản quét có 3 trang, phí đang tính theo 2 trang.').waitFor();
    assert.equal((await dossier(id)).fees.openVnd, 4_000);
    assert.deepEqual(await findings(page), []);
    await page.getByRole('button', { name: 'Tính theo bản quét: Học bạ' }).click();
    await page.getByText('Học bạ: 3 trang, 1 bản sao').waitFor();
    await page.getByRole('button', { name: 'Bỏ bản quét: Học bạ' }).click();
    await until(() => dossier(id), (found) => found.originals[0].file === null, 'the scan removed');
    const { originals, fees } = await dossier(id);
    assert.deepEqual([originals[0].pages, fees.openVnd], [3, 5_000]);
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
