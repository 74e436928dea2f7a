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

async function scenes(paths) {
  const passed = [];
  const failed = [];
  const events = run({ files: paths, concurrency: 1, timeout: 240_000 });
  const note = (list) => (event) => {
    if (event.details.type !== 'suite' && !paths.includes(event.name)) list.push(event);
  };
  events.on('test:pass', note(passed));
  events.on('test:fail', note(failed));
  const told = events.compose(tap);
  told.pipe(process.stdout, { end: false });
  await finished(told);
  return { passed, failed };
}

const first = await scenes(files);
let passed = first.passed;
let failed = first.failed;
if (failed.length > 0) {
  const again = new Set(failed.map((scene) => scene.file));
  const second = await scenes(files.filter((file) => again.has(file)));
  for (const scene of failed) {
    const flaky = second.passed.some((other) => other.name === scene.name && other.file === scene.file);
    console.log(`# ${flaky ? 'flake, passed when run again' : 'failed twice'}: ${scene.name}`);
  }
  passed = passed.filter((scene) => !again.has(scene.file)).concat(second.passed);
  failed = second.failed;
}
console.log(`# tests ${passed.length + failed.length}`);
console.log(`# pass ${passed.length}`);
console.log(`# fail ${failed.length}`);
process.exitCode = failed.length > 0 || passed.length === 0 ? 1 : 0;
