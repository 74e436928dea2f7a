// Lists of the catalogue by two people: an editor reads them in and submits them, a chair releases them on a day, or declines them.
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { call } from '../lib/api.mjs';
import { findings, overflow, settle } from '../lib/browser.mjs';
import { story } from '../lib/scene.mjs';

const CODE = `8.${String(Date.now() % 1_000_000).padStart(6, '0')}`;
const NAME = `Thủ tục nhập thử ${CODE}`;
const day = (ahead) => new Date(Date.now() + ahead * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10);

/** The four lists apart, of one procedure that takes so many days; the method of another one is wrong. */
const lists = (days) =>
  Object.entries({
    'procedures.csv': `code,name,field,level,time_limit_value,time_limit_unit,fee_vnd,service_level,authority,legal_basis,source\n${CODE},${NAME},Hộ tịch,Cấp xã,,,,,,,x\n8.999999,Thủ tục có lỗi,Hộ tịch,Cấp xã,,,,,,,x\n`,
    'procedure_methods.csv': `procedure_code,method,time_value,time_unit,fee_vnd,fee_note,description,source\n${CODE},in_person,${days},working_day,,,,x\n8.999999,in_person,soon,working_day,,,,x\n`,
    'procedure_documents.csv': `procedure_code,document_name,original_or_copy,quantity,source,case_name\n${CODE},Tờ khai,original,1,x,\n`,
    'procedure_results.csv': `procedure_code,result_name,result_code,source\n${CODE},Giấy,,x\n`,
  }).map(([name, text]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) }));

async function read(page, days, from) {
  await page.goto('/desk/catalogue');
  await page.getByText('Nhập danh mục quốc gia').click();
  await page.getByLabel('Chọn tệp').setInputFiles(lists(days));
  await page.getByLabel('Dự kiến có hiệu lực từ').fill(from);
  await page.getByRole('button', { name: 'Đọc danh mục' }).click();
  await page.waitForURL(/\/desk\/catalogue\/import\//);
  await page.getByText('chưa trình').waitFor();
  return page.url().split('/').at(-1);
}

async function submit(page, reason) {
  await page.getByLabel(/Lý do nhập danh mục/).fill(reason);
  await page.getByRole('button', { name: 'Trình công bố' }).click();
  await page.getByText('chờ công bố').waitFor();
}

describe('lists of the catalogue', () => {
  const scene = story();
  let first = '';
  let second = '';

  scene('an editor reads lists in, sees what is wrong by file and row, submits them and cannot release them', async ({ desk, plain }) => {
    const { page } = await desk('editor', { path: '/desk/catalogue' });
    first = await read(page, 3, day(1));
    await page.getByRole('cell', { name: 'procedure_methods.csv' }).waitFor();
    await page.getByText('“soon” không phải là số hợp lệ', { exact: false }).waitFor();
    await page.getByText(`${CODE} · thêm mới`).waitFor();
    await submit(page, 'Danh mục tháng này');
    await page.getByText('Người nhập hoặc trình danh mục không được tự công bố', { exact: false }).waitFor();
    assert.equal(await page.getByRole('button', { name: /Công bố danh mục/ }).count(), 0);
    await settle(page);
    assert.deepEqual(await findings(page), []);
    assert.ok((await overflow(page)) <= 0);
    const person = await plain({ javaScript: false });
    assert.equal((await person.page.goto(`/thu-tuc/${CODE}`)).status(), 404, 'nothing of it is public yet');
  });

  scene('a chair sees who proposed it and why, and releases it on a day', async ({ desk, plain }) => {
    const { page } = await desk('approver', { path: `/desk/catalogue/import/${first}` });
    await page.getByText('Danh mục tháng này').waitFor();
    await page.getByLabel('Có hiệu lực từ', { exact: true }).fill(day(0));
    await page.getByRole('button', { name: /Công bố danh mục/ }).click();
    await page.getByRole('dialog').getByText(/1 thủ tục được công bố cho mọi người/).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: /Công bố danh mục/ }).click();
    await page.getByText('đã công bố').first().waitFor();
    await settle(page);
    assert.deepEqual(await findings(page), []);
    const person = await plain({ javaScript: false });
    await person.page.goto(`/thu-tuc/${CODE}`);
    await person.page.getByRole('heading', { name: NAME }).waitFor();
    await page.goto(`/desk/catalogue/procedure/${CODE}`);
    await page.getByText('Trình danh mục nhập').waitFor();
    await page.getByText('Công bố danh mục nhập').waitFor();
  });

  scene('what was changed meanwhile is told and not overwritten, and the chair declines', async ({ desk }) => {
    const editor = await desk('editor', { path: '/desk/catalogue' });
    second = await read(editor.page, 9, day(30));
    await editor.page.getByText(`${CODE} · thay đổi · phiên bản 2`).click();
    await editor.page.getByRole('cell', { name: /Thời hạn, số/ }).waitFor();
    await submit(editor.page, 'Sửa thời hạn');
    const other = await read(editor.page, 7, day(20));
    await submit(editor.page, 'Danh mục khác');
    const seen = await call('chu.chair', 'GET', `/api/catalog/imports/${other}`);
    await call('chu.chair', 'POST', `/api/catalog/imports/${other}/actions`, { etag: `"${seen.proposal.revision}"`, body: { action: 'RELEASE' } });

    const { page } = await desk('approver', { path: `/desk/catalogue/import/${second}` });
    await page.getByText('đã có phiên bản 2 từ ngày', { exact: false }).waitFor();
    await page.getByRole('button', { name: /Công bố danh mục/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: /Công bố danh mục/ }).click();
    await page.getByRole('dialog').getByText('Một số thủ tục đã thay đổi').waitFor();
    await page.keyboard.press('Escape');
    await page.getByLabel(/Lý do không đồng ý/).fill('Đã có danh mục mới hơn');
    await page.getByRole('button', { name: 'Không đồng ý công bố' }).click();
    await page.getByText('không được đồng ý').first().waitFor();
    await page.getByText('Đã có danh mục mới hơn').waitFor();
    assert.deepEqual(await findings(page), []);
  });
});
