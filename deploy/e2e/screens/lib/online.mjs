import { RESULT } from './api.mjs';
import { OFFICERS } from './browser.mjs';

/**
 * A person files online: from the procedure through log-in, persons, papers and the last look to the dossier handed in.
 *
 * @param look called on every page by its name, before it is left
 */
export async function fileOnline(page, procedure, { language = 'vi', look = async () => {} } = {}) {
  const onwards = () => page.locator('main form button').last();
  await page.goto(`/thu-tuc/${procedure}?lang=${language}`);
  await page.locator('a[href*="/nop-ho-so/moi/"]').first().click();
  await page.locator('#username').waitFor();
  await look('login');
  await page.locator('#username').fill(OFFICERS.citizen);
  await page.locator('#password').fill('demo');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/nop-ho-so\/moi\//);
  if ((await page.locator('input[name="truong-hop"]').count()) > 0) {
    await look('cases');
    await onwards().click();
  }
  await page.locator('#unit').waitFor();
  await page.locator('#unit').selectOption({ label: 'Xã Mường Sại' });
  await look('who');
  await onwards().click();
  await page.locator('dl.codes').waitFor();
  await look('codes');
  await onwards().click();
  await page.locator('input[type=file]').first().waitFor();
  await page.locator('input[type=file]').first().setInputFiles({ name: 'to-khai.png', mimeType: 'image/png', buffer: RESULT });
  await page.locator('form.file button').first().click();
  await page.getByText('to-khai.png').waitFor();
  await look('papers');
  await page.locator('a.button[href*="/viec/SUBMIT"]').click();
  await page.locator('form[action*="/viec/SUBMIT"] button').waitFor();
  await look('check');
  await page.locator('form[action*="/viec/SUBMIT"] button').click();
  await page.locator('ol.steps').waitFor();
  await look('filed');
  await page.goto(`/nop-ho-so?lang=${language}`);
  await page.locator('h1').waitFor();
  await look('own');
}
