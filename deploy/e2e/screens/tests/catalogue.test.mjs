// The catalogue's room: an editor writes the next version, a chair approves and publishes it on a day, people see what changes.
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { call } from '../lib/api.mjs';
import { findings, overflow, sticking, settle } from '../lib/browser.mjs';
import { story } from '../lib/scene.mjs';

const CODE = `9.${String(Date.now() % 1_000_000).padStart(6, '0')}`;
const NAME = `Thủ tục mẫu ${CODE}`;
const day = (ahead) => new Date(Date.now() + ahead * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10);
const FIRST_DAY = day(20);

describe('the catalogue', () => {
  const scene = story();
  let draft = '';

  scene('an editor begins a new procedure, is told what is missing, writes it and submits it', async ({ desk }) => {
    const { page } = await desk('editor', { path: '/desk/catalogue' });
    await page.getByText('Lập dự thảo thủ tục mới').first().click();
    await page.getByLabel(/Mã thủ tục/).fill(CODE);
    await page.locator('details').getByLabel(/Tên thủ tục/).fill(NAME);
    await page.locator('details').getByLabel(/Lĩnh vực/).fill('Hộ tịch');
    await page.locator('details').getByLabel(/Lý do thay đổi/).fill('Sở giao thêm thủ tục');
    await page.getByRole('button', { name: 'Lập dự thảo thủ tục mới' }).click();
    await page.waitForURL(/\/desk\/catalogue\/draft\//);
    draft = page.url().split('/').at(-1);
    await page.getByText('Chưa có thời hạn giải quyết.').waitFor();
    await page.getByRole('button', { name: /Trình duyệt/ }).click();
    await page.getByRole('alert').getByText('Dự thảo chưa đạt kiểm tra').waitFor();

    await page.getByLabel('Phòng, ban thụ lý').selectOption('office');
    await page.getByLabel('Cơ quan có thẩm quyền').fill('Ủy ban nhân dân cấp xã');
    await page.getByLabel('Số quyết định').fill('1234/QĐ-UBND');
    await page.getByLabel('Ngày quyết định').fill(day(-1));
    await page.getByLabel('Có hiệu lực từ').fill(FIRST_DAY);
    await page.getByRole('button', { name: 'Thêm giấy tờ' }).click();
    await page.getByRole('listitem', { name: 'Thành phần hồ sơ 1' }).getByLabel(/Tên/).fill('Tờ khai');
    await page.getByLabel('Nộp tại quầy').check();
    await page.getByRole('button', { name: 'Thêm thời hạn' }).click();
    await page.getByRole('listitem', { name: /Thời hạn 1/ }).getByLabel('Số').fill('3');
    await page.getByRole('button', { name: 'Lưu dự thảo' }).click();
    await page.getByText('Đã lưu dự thảo.').waitFor();
    assert.deepEqual(await findings(page), []);
    await page.getByRole('button', { name: /Trình duyệt/ }).click();
    await page.getByText('chờ duyệt').waitFor();
    assert.equal(await page.getByRole('button', { name: /^Duyệt/ }).count(), 0, 'who wrote it does not approve it');
  });

  scene('a chair sends it back, the editor mends it, the chair approves and publishes it on a day', async ({ desk }) => {
    const chair = await desk('approver', { path: `/desk/catalogue/draft/${draft}` });
    await chair.page.getByRole('button', { name: /Trả lại/ }).click();
    await chair.page.locator('.act-form').getByLabel(/Lý do/).fill('Nêu rõ kết quả');
    await chair.page.getByRole('button', { name: 'Trả lại người soạn' }).click();
    await chair.page.getByText('Trả lại: Nêu rõ kết quả').waitFor();

    const { page } = await desk('editor', { path: `/desk/catalogue/draft/${draft}` });
    assert.equal(await page.getByLabel(/Lý do thay đổi/).inputValue(), 'Sở giao thêm thủ tục', 'what was said before stands');
    await page.getByLabel(/Lý do thay đổi/).fill('Bổ sung kết quả theo ý kiến của lãnh đạo');
    await page.getByRole('button', { name: 'Thêm kết quả' }).click();
    await page.getByRole('listitem', { name: 'Kết quả 1' }).getByLabel(/Tên/).fill('Giấy xác nhận');
    await page.getByRole('button', { name: 'Lưu dự thảo' }).click();
    await page.getByText('Đã lưu dự thảo.').waitFor();
    await page.getByRole('button', { name: /Trình duyệt/ }).click();
    await page.getByText('chờ duyệt').waitFor();

    await chair.page.reload();
    await chair.page.getByRole('button', { name: /Duyệt/ }).click();
    await chair.page.getByText('đã duyệt, chờ công bố').waitFor();
    await chair.page.getByRole('button', { name: /Công bố/ }).click();
    await chair.page.getByRole('dialog').getByText(/được công bố cho mọi người, có hiệu lực từ/).waitFor();
    await chair.page.getByRole('dialog').getByRole('button', { name: /Công bố/ }).click();
    await chair.page.getByText(/Đã công bố phiên bản 1/).waitFor();
    await chair.page.getByRole('link', { name: 'Các phiên bản' }).click();
    await chair.page.getByText('chưa đến ngày').waitFor();
    await chair.page.getByText('Trình duyệt').first().waitFor();
    await chair.page.getByRole('cell', { name: 'Sở giao thêm thủ tục' }).first().waitFor();
    await chair.page.getByRole('cell', { name: 'Bổ sung kết quả theo ý kiến của lãnh đạo' }).first().waitFor();
    await settle(chair.page);
    assert.deepEqual(await findings(chair.page), []);
    assert.ok((await overflow(chair.page)) <= 0);
  });

  scene('the next version is compared field by field, and people are told what changes', async ({ desk, plain }) => {
    const { page } = await desk('editor', { path: `/desk/catalogue/procedure/${CODE}` });
    await page.getByLabel(/Lý do thay đổi/).fill('Rút ngắn thời hạn');
    await page.getByRole('button', { name: 'Lập dự thảo phiên bản mới' }).click();
    await page.waitForURL(/\/desk\/catalogue\/draft\//);
    const next = page.url().split('/').at(-1);
    await page.getByRole('listitem', { name: /Thời hạn 1/ }).getByLabel('Số').fill('2');
    await page.getByLabel('Số quyết định').fill('1235/QĐ-UBND');
    await page.getByLabel('Ngày quyết định').fill(day(-1));
    await page.getByLabel('Có hiệu lực từ').fill(day(40));
    await page.getByRole('button', { name: 'Lưu dự thảo' }).click();
    await page.getByRole('cell', { name: /Thời hạn, số/ }).waitFor();
    await page.getByRole('button', { name: /Trình duyệt/ }).click();
    await page.getByText('chờ duyệt').waitFor();
    for (const action of ['APPROVE', 'PUBLISH']) {
      const seen = await call('chu.chair', 'GET', `/api/catalog/drafts/${next}`);
      await call('chu.chair', 'POST', `/api/catalog/drafts/${next}/actions`, { etag: `"${seen.revision}"`, body: { action } });
    }
    const person = await plain({ width: 360, height: 740, javaScript: false });
    await person.page.goto(`/thu-tuc/${CODE}/thay-doi`);
    await person.page.getByText('Thời hạn, số lượng').waitFor();
    await person.page.getByText('Quyết định số 1235/QĐ-UBND').waitFor();
    assert.ok((await overflow(person.page)) <= 0);
  });

  scene('on a narrow screen nothing of the rooms stands beside the window, neither in Vietnamese nor in English', async ({ desk }) => {
    const long = '1.013225';
    const drafts = (await call('bien.editor', 'GET', `/api/catalog/drafts?code=${long}`)).items;
    const open = drafts.find((one) => !['PUBLISHED', 'DISCARDED'].includes(one.state));
    const { id } = open ?? (await call('bien.editor', 'POST', '/api/catalog/drafts', { body: { code: long, reason: 'Rà soát thành phần hồ sơ' } }));
    const lists = (await call('bien.editor', 'GET', '/api/catalog/imports?limit=3')).items.map((one) => `/import/${one.id}`);
    for (const language of ['vi', 'en']) {
      const { page } = await desk('editor', { path: '/desk/catalogue', width: 360, height: 740, language });
      for (const path of ['', `/draft/${id}`, `/draft/${draft}`, `/procedure/${CODE}`, '/procedure/2.000815', ...lists]) {
        await page.goto(`/desk/catalogue${path}`);
        await page.locator('.desk').waitFor();
        await page.waitForFunction(() => !document.querySelector('main .waiting'));
        await settle(page);
        const wider = await overflow(page);
        assert.ok(wider <= 0, `${path} in ${language} is ${wider} px wider than the window: ${(await sticking(page)).join(' | ')}`);
        assert.deepEqual(await findings(page), [], path);
      }
    }
  });

  scene('an editor proposes its end with a successor, a chair ends it, and its page leads there', async ({ desk, plain }) => {
    const editor = await desk('editor', { path: `/desk/catalogue/procedure/${CODE}` });
    await editor.page.getByRole('button', { name: 'Đề xuất kết thúc thủ tục' }).click();
    await editor.page.getByLabel(/Ngày cuối có hiệu lực/).fill(day(60));
    await editor.page.getByLabel(/Mã thủ tục thay thế/).fill('2.000815');
    await editor.page.getByLabel(/Số quyết định/).fill('1300/QĐ-UBND');
    await editor.page.getByLabel(/Ngày quyết định/).fill(day(-1));
    await editor.page.locator('.act-form').getByLabel(/Lý do/).fill('Gộp thủ tục');
    await editor.page.locator('.act-form').getByRole('button', { name: 'Đề xuất kết thúc thủ tục' }).click();
    await editor.page.getByText('Người đề xuất không được tự quyết định', { exact: false }).waitFor();
    assert.deepEqual(await findings(editor.page), []);

    const { page } = await desk('approver', { path: `/desk/catalogue/procedure/${CODE}` });
    await page.getByText('Gộp thủ tục').first().waitFor();
    await page.locator('.act-form').getByRole('button', { name: 'Kết thúc thủ tục' }).click();
    await page.getByRole('dialog').getByRole('button', { name: /Kết thúc thủ tục/ }).click();
    await page.getByText('được thay thế').waitFor();
    const person = await plain({ javaScript: false });
    await person.page.goto(`/thu-tuc/${CODE}`);
    await person.page.getByText('Thủ tục đã được công bố và có hiệu lực từ ngày').waitFor();
  });
});
