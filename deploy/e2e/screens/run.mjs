// Runs the scenes; a file of scenes with a failure is run once more. What passes then is told as a flake, what fails twice has failed.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { run } from 'node:test';
import { tap } from 'node:test/reporters';

const folder = join(import.meta.dirname, 'tests');
const wanted = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.test.mjs'))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .sort()
  .map((name) => join(folder, name));

/** Plays the scenes of one file; each is kept with its file, since a runner's event names where scenes are made, not where they are told. */
async function scenes(path) {
  const passed = [];
  const failed = [];
  const events = run({ files: [path], concurrency: 1, timeout: 240_000 });
  const note = (list) => (event) => {
    if (event.details.type !== 'suite' && event.name !== path) list.push(event.name);
  };
  events.on('test:pass', note(passed));
  events.on('test:fail', note(failed));
  const told = events.compose(tap);
  told.pipe(process.stdout, { end: false });
  await finished(told);
  return { passed, failed };
}

const passed = [];
const failed = [];
for (const path of files) {
  const first = await scenes(path);
  const last = first.failed.length > 0 ? await scenes(path) : first;
  for (const name of first.failed) {
    console.log(`# ${last.passed.includes(name) ? 'flake, passed when run again' : 'failed twice'}: ${name}`);
  }
  passed.push(...last.passed);
  failed.push(...last.failed);
}
console.log(`# tests ${passed.length + failed.length}`);
console.log(`# pass ${passed.length}`);
console.log(`# fail ${failed.length}`);
process.exitCode = failed.length > 0 || passed.length === 0 ? 1 : 0;
