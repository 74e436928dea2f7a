// First load of the desk: what index.html asks for, gzipped. Fails above the budget, and on anything the policy forbids.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const BUDGET = 150 * 1024;
const dist = process.env.DESK_OUT ?? fileURLToPath(new URL('../dist', import.meta.url));
const html = readFileSync(`${dist}/index.html`, 'utf8');
const assets = [...html.matchAll(/(?:src|href)="\/desk\/([^"]+)"/g)].map((match) => match[1]);
let total = gzipSync(html).length;
for (const asset of assets) {
  const size = gzipSync(readFileSync(`${dist}/${asset}`)).length;
  total += size;
  console.log(`${String(size).padStart(8)}  ${asset}`);
}
console.log(`${String(total).padStart(8)}  first load, gzip (budget ${BUDGET})`);
if (/<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=/i.test(html)) {
  throw new Error('index.html has inline style or script');
}
if (total > BUDGET) {
  throw new Error(`first load of ${total} bytes is over the budget`);
}
