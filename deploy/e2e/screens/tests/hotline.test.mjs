// The hotline: a call is read back, answered, published and rated; the sheet in the hall leads a phone to the form.
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { BASE, call, UNIT } from '../lib/api.mjs';
import { findings, overflow, settle } from '../lib/browser.mjs';
import { pdf } from '../lib/pdf.mjs';
import { story } from '../lib/scene.mjs';

const mark = `Hẹn ba lần chưa trả (${Date.now().toString(36)})`;
const PHONE = { width: 360, height: 740 };

/** No fault, nothing wider than the window. */
async function sound(page) {
  await settle(page);
  assert.deepEqual(await findings(page), []);
  assert.ok((await overflow(page)) <= 0);
}

/** Opens the act of a feedback by its button; its own button is pressed by {@link done}. */
const begin = (page, name) => page.locator('.hotline-one').getByRole('button', { name }).click();

async function done(page, name) {
  const form = page.locator('.act-form');
  await form.getByRole('button', { name }).click();
  await form.waitFor({ state: 'detached' });
}

describe('the hotline', () => {
  const scene = story();
  let id;
  let code;

  scene('takes a call down, reads it back, and it counts once the caller confirms it', async ({ desk }) => {
    const { page } = await desk('reception', { path: '/desk/hotline' });
    await page.getByRole('heading', { name: 'Phản ánh, kiến nghị' }).waitFor();
    await page.keyboard.press('n');
    await page.getByLabel(/^Nội dung về/).selectOption('LATENESS');
    await page.getByLabel(/^Nội dung \(/).fill(mark);
    await page.getByLabel(/^Liên hệ/).fill('0987654321');
    await page.getByText('Nhắn tin', { exact: true }).click();
    await sound(page);
    await page.keyboard.press('F8');
    await page.getByRole('heading', { name: 'Đọc lại cho người gọi' }).waitFor();
    code = await page.locator('.act-form strong').first().textContent();
    await page.locator('.act-form').getByText('Nhắn tin · 0987654321').waitFor();
    await sound(page);
    await page.keyboard.press('F8');
    await page.waitForURL(/hotline\/[0-9a-f-]{36}$/);
    id = page.url().split('/').at(-1);
    await page.locator('.hotline-one').getByText(mark).first().waitFor();
    await begin(page, /Đủ điều kiện giải quyết/);
    await sound(page);
    await done(page, /Đủ điều kiện giải quyết/);
    await page.locator('.hotline-one').getByRole('heading', { name: /Chờ giao/ }).waitFor();
  });

  scene('is given to a specialist, answered, approved by the director and published by two', async ({ desk }) => {
    await call('tu.specialist', 'GET', '/api/notification/hotline/notices');
    const { page: director } = await desk('director', { path: `/desk/hotline/${id}` });
    await begin(director, /Giao giải quyết/);
    const given = director.getByLabel(/^Giao cho/);
    const { subject } = (await call('giam.director', 'GET', `/api/notification/hotline/officers?feedback=${id}`)).find((one) => /chuyên|tư pháp/i.test(one.title ?? ''));
    await given.selectOption(subject);
    await sound(director);
    await done(director, /Giao giải quyết/);
    const { page: specialist } = await desk('specialist', { path: `/desk/hotline/${id}` });
    await begin(specialist, /Trình trả lời/);
    await specialist.locator('.act-form').getByLabel(/^Trả lời/).fill('Đã trả hồ sơ và xin lỗi');
    await done(specialist, /Trình trả lời/);
    await director.reload();
    await begin(director, /Duyệt trả lời/);
    await done(director, /Duyệt trả lời/);
    await specialist.reload();
    await begin(specialist, /Soạn nội dung công khai/);
    await specialist.locator('.act-form').getByLabel(/^Nội dung/).fill('Gọi 0987654321');
    await specialist.locator('.act-form').getByRole('button', { name: /Soạn nội dung công khai/ }).click();
    await specialist.getByText('Nội dung công khai còn dữ liệu cá nhân').waitFor();
    await specialist.locator('.act-form').getByLabel(/^Nội dung/).fill(mark);
    await done(specialist, /Soạn nội dung công khai/);
    const { page: reception } = await desk('reception', { path: `/desk/hotline/${id}` });
    await begin(reception, /^.*Công khai$/);
    await sound(reception);
    await done(reception, /^.*Công khai$/);
  });

  scene('is read by everybody without personal data and rated by the person at their code, on a phone', async ({ plain }) => {
    const { page } = await plain(PHONE);
    await page.goto(`${BASE}/gop-y/da-tra-loi?don-vi=${UNIT}`);
    await page.getByText(mark).waitFor();
    assert.doesNotMatch(await page.content(), /0987654321/);
    await sound(page);
    await page.goto(`${BASE}/gop-y/${code}`);
    await page.getByText('Đã trả hồ sơ và xin lỗi').first().waitFor();
    await sound(page);
    await page.getByLabel('Hài lòng', { exact: true }).check();
    await page.getByRole('button', { name: 'Gửi đánh giá' }).click();
    await page.getByText('Cảm ơn Ông/Bà đã đánh giá.').waitFor();
    await sound(page);
  });
});

describe('the parts of the hotline', () => {
  const scene = story();
  const enter = (text) =>
    call('hoa.reception', 'POST', '/api/notification/hotline/entries', { body: { channel: 'EMAIL', category: 'FEES', text, unit: UNIT, contact: 'vui@example.org' } });

  scene('a photo sent after a call is added and named in the history; the feedback goes on to the competent commune under its code', async ({ desk, plain }) => {
    const { feedbackId, code } = await enter(`Thu phí cao ${mark}`);
    const { page } = await desk('reception', { path: `/desk/hotline/${feedbackId}`, ...PHONE });
    await begin(page, /Thêm tệp người gửi đưa/);
    await sound(page);
    await page.getByLabel(/^Ảnh hoặc PDF/).setInputFiles({ name: 'bien-lai.pdf', mimeType: 'application/pdf', buffer: pdf(1) });
    await page.locator('.hotline-one').getByText('Tệp 1', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Tải tệp 1' }).waitFor();
    await begin(page, /Hướng dẫn hoặc chuyển/);
    await page.getByLabel(/^Cách thực hiện/).selectOption('FORWARDED');
    await page.getByLabel('Tìm xã, phường có thẩm quyền').fill('Quỳnh Nhai');
    await page.getByRole('button', { name: 'Xã Quỳnh Nhai', exact: true }).click();
    await page.getByText('Phản ánh mở ngay tại đơn vị đã chọn').waitFor();
    await page.getByLabel(/^Giải thích/).fill('Việc này do xã Quỳnh Nhai giải quyết');
    await sound(page);
    await done(page, /Hướng dẫn hoặc chuyển/);
    await page.locator('.hotline-one').getByRole('heading', { name: /Đã chuyển cơ quan khác/ }).waitFor();
    const { page: phone } = await plain(PHONE);
    await phone.goto(`${BASE}/gop-y/${code}`);
    await phone.getByText('Đã tiếp nhận: Xã Quỳnh Nhai').waitFor();
    await sound(phone);
  });

  scene('a complaint that was handed over stands in the register with its record, and the register is printed whole', async ({ desk }) => {
    const { feedbackId } = await enter(`Khiếu nại ${mark}`);
    const number = await handedOver(feedbackId);
    const { page } = await desk('reception', { path: '/desk/hotline', ...PHONE });
    await page.getByRole('link', { name: 'Sổ bàn giao khiếu nại, tố cáo' }).click();
    await page.getByRole('heading', { name: 'Sổ bàn giao khiếu nại, tố cáo' }).waitFor();
    await page.getByRole('link', { name: number }).waitFor();
    await sound(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: `Tải biên bản (PDF) ${number}` }).click();
    assert.match((await download).suggestedFilename(), /^bien-ban-.*\.pdf$/);
    await page.keyboard.press('p');
    await page.waitForFunction(() => window.printed === 1);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.getByRole('button', { name: /In toàn bộ sổ/ }).isVisible(), false);
    assert.equal(await page.getByRole('link', { name: number }).isVisible(), true);
  });

  scene('the figures count by subject, and an auditor sees who read what', async ({ desk }) => {
    const { page } = await desk('director', { path: '/desk/hotline/figures', ...PHONE });
    await page.getByRole('table', { name: 'Theo nội dung' }).getByRole('rowheader', { name: 'Giải quyết chậm' }).waitFor();
    await sound(page);
    const { page: auditor } = await desk('auditor', { path: '/desk/hotline/figures', ...PHONE });
    await auditor.getByRole('heading', { name: 'Ai đã đọc nội dung phản ánh' }).waitFor();
    await auditor.getByText(/đọc phản ánh/).first().waitFor();
    await sound(auditor);
  });

  scene('the leader sees that the mailbox of the unit does not answer, since when, and that no letter is lost', async ({ desk }) => {
    const { page } = await desk('director', { path: '/desk/hotline', ...PHONE });
    await page.getByRole('link', { name: 'Hộp thư nhận phản ánh' }).click();
    await page.getByRole('heading', { name: 'gopy@muongsai.example' }).waitFor();
    await page.getByText(/■ không trả lời/).waitFor();
    await page.getByText('Không trả lời từ', { exact: true }).waitFor();
    await sound(page);
    await page.screenshot({ path: new URL('../target/mailbox.png', import.meta.url).pathname, fullPage: true });
  });

  scene('the leader makes the limits stricter and never longer; everybody reads them', async ({ desk }) => {
    const { page } = await desk('director', { path: '/desk/hotline/limits', ...PHONE });
    await page.getByRole('button', { name: /Thay đổi thời hạn/ }).click();
    await page.getByLabel(/^Trả lời/).fill('40');
    await page.getByLabel(/^Căn cứ của thời hạn/).fill('Mục tiêu nội bộ của xã');
    await page.getByRole('button', { name: /Lưu thời hạn/ }).click();
    await page.locator('.field-problem').waitFor();
    await page.getByLabel(/^Trả lời/).fill('10');
    await sound(page);
    await page.keyboard.press('F8');
    await page.getByText('Căn cứ: Mục tiêu nội bộ của xã').waitFor();
    const { page: reception } = await desk('reception', { path: '/desk/hotline/limits', ...PHONE });
    await reception.getByRole('row', { name: 'Trả lời 10 ngày làm việc' }).waitFor();
    assert.equal(await reception.getByRole('button', { name: /Thay đổi thời hạn/ }).count(), 0);
    await sound(reception);
  });
});

/** Handed over as a complaint; the number of its record. */
async function handedOver(id) {
  const path = `/api/notification/hotline/feedback/${id}`;
  const { revision } = await call('hoa.reception', 'GET', path);
  const etag = `"${revision}"`;
  await call('hoa.reception', 'POST', `${path}/actions`, { etag, body: { action: 'HAND_OVER', kind: 'COMPLAINT', receiver: 'Ban Tiếp công dân xã' } });
  return (await call('hoa.reception', 'GET', path)).handOver.number;
}

describe('the sheet in the hall', () => {
  const scene = story();

  scene('leads a phone to the form for its unit', async ({ plain }) => {
    const { page } = await plain(PHONE);
    await page.goto(`${BASE}/gop-y/ma-qr?don-vi=${UNIT}`);
    const address = new URL(await page.locator('p.address').textContent());
    await sound(page);
    await page.goto(BASE + address.pathname + address.search);
    await page.getByLabel('Nội dung góp ý').waitFor();
    await sound(page);
  });
});
