// The register room: looked through, printed, taken out; form 06; what is the same matter; who looked.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe } from 'node:test';
import { COPY, dossier, open, received } from '../lib/api.mjs';
import { scene } from '../lib/scene.mjs';

const someNumber = () => `014${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`;
const withNumber = (name, identifier) => ({ owner: { name, identifierKind: 'CITIZEN_NUMBER', identifier } });

describe('the register', () => {
  scene('a dossier is found by the end of its code and by a name, and leads to its page', async ({ desk }) => {
    const made = await received(COPY, 'Lèo Thị Sổ');
    const { code } = await dossier(made.id);
    const { page } = await desk('reception', { path: '/desk/register' });
    await page.getByLabel('Mã hồ sơ', { exact: true }).fill(code.slice(code.indexOf('-') + 1));
    await page.getByRole('button', { name: 'Tìm trong sổ' }).click();
    await page.getByRole('link', { name: code }).waitFor();
    await page.getByRole('button', { name: 'Xóa điều kiện' }).click();
    await page.getByLabel('Tổ chức, cá nhân', { exact: true }).fill('leo thi so');
    await page.getByRole('button', { name: 'Tìm trong sổ' }).click();
    await page.getByRole('link', { name: code }).click();
    await page.getByText('Lèo Thị Sổ').first().waitFor();
    assert.ok(!page.url().includes('leo'), 'no name in an address');
  });

  scene('an export tells how far it is and saves lines that a spreadsheet reads', async ({ desk }) => {
    const made = await received(COPY, 'Hoàng Thị Xuất');
    const { code } = await dossier(made.id);
    const { page } = await desk('reception', { path: '/desk/register' });
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Xuất tệp', exact: true }).click();
    const text = await readFile(await (await saving).path(), 'utf8');
    assert.ok(text.startsWith('\uFEFFSTT,Mã hồ sơ,'), 'a head that Excel reads');
    assert.ok(text.includes(code), 'the newest line is in it');
    await page.getByText(/^Đã xuất \d+ dòng\.$/).waitFor();
  });

  scene('the register of a day prints across a page', async ({ desk }) => {
    await received(COPY, 'Quàng Văn In');
    const { page } = await desk('reception', { path: '/desk/register' });
    await page.getByRole('button', { name: 'In', exact: true }).click();
    await page.locator('.form-view').getByText('Quàng Văn In').first().waitFor();
    await page.locator('.form-view').getByText('Ký nhận').first().waitFor();
  });

  scene('what is chosen is kept under a name and opened again', async ({ desk }) => {
    const name = `Nộp qua bưu chính ${Date.now()}`;
    const { page } = await desk('reception', { path: '/desk/register' });
    await page.getByLabel('Cách nộp', { exact: true }).selectOption('POST');
    await page.getByText('Cách xem đã lưu').click();
    await page.getByLabel('Lưu các điều kiện đang chọn với tên').fill(name);
    await page.getByRole('button', { name: 'Lưu cách xem' }).click();
    await page.getByRole('button', { name, exact: true }).waitFor();
    await page.getByRole('button', { name: 'Xóa điều kiện' }).click();
    await page.getByRole('button', { name, exact: true }).click();
    assert.equal(await page.getByLabel('Cách nộp', { exact: true }).inputValue(), 'POST');
    await page.getByRole('button', { name: `Xóa: ${name}` }).click();
    await page.getByRole('button', { name, exact: true }).waitFor({ state: 'detached' });
  });
});

describe('with a dossier', () => {
  scene('the control slip prints from its history', async ({ desk }) => {
    const made = await received(COPY, 'Lường Văn Kiểm');
    const { page } = await desk('reception', { path: `/desk/history/${made.id}` });
    await page.getByRole('button', { name: 'In: Phiếu kiểm soát quá trình' }).click();
    await page.locator('.form-view').getByText('Bên giao → bên nhận').waitFor();
  });

  scene('the same matter of the same person is shown and keeps nobody from going on', async ({ desk }) => {
    const number = someNumber();
    const first = await received(COPY, 'Cà Thị Đôi', withNumber('Cà Thị Đôi', number));
    const second = await open(COPY, 'Cà Thị Đôi', withNumber('Cà Thị Đôi', number));
    const { code } = await dossier(first.id);
    const { page } = await desk('reception', { path: `/desk/counter/${second.id}` });
    await page.getByText(/chưa xong về cùng thủ tục/).waitFor();
    await page.getByRole('link', { name: new RegExp(code) }).waitFor();
  });

  scene('an auditor sees who looked, and no name of a person', async ({ desk }) => {
    const made = await received(COPY, 'Tòng Thị Kín');
    await dossier(made.id);
    const { page } = await desk('auditor', { path: '/desk/readings' });
    await page.getByRole('button', { name: 'Lò Thị Hoa' }).first().click();
    await page.getByText('Chỉ của Lò Thị Hoa.').waitFor();
    await page.getByText('mở hồ sơ').first().waitFor();
    assert.equal(await page.getByText('Tòng Thị Kín').count(), 0);
  });
});
