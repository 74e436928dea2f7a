import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Parser, fromFile } from '@asyncapi/parser';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const here = dirname(fileURLToPath(import.meta.url));
const json = (...path) => JSON.parse(readFileSync(join(here, ...path), 'utf8'));
const ajv = addFormats(new Ajv2020({ allErrors: true, strict: false }));
for (const file of readdirSync(join(here, 'schemas'))) ajv.addSchema(json('schemas', file), file);

test('asyncapi.yaml is a valid AsyncAPI 3.0 document', async () => {
  const { document, diagnostics } = await fromFile(new Parser(), join(here, 'asyncapi.yaml')).parse();
  const errors = diagnostics.filter((each) => each.severity === 0).map((each) => `${each.path?.join('/')}: ${each.message}`);
  assert.deepEqual(errors, []);
  assert.equal(document.version(), '3.0.0');
});

test('asyncapi.yaml names every schema of an event, and no other', () => {
  const text = readFileSync(join(here, 'asyncapi.yaml'), 'utf8');
  const named = new Set([...text.matchAll(/schemas\/([a-z.-]+)\.schema\.json/g)].map((each) => each[1]));
  const present = readdirSync(join(here, 'schemas')).map((file) => file.replace('.schema.json', ''));
  assert.deepEqual([...named].sort(), present.filter((name) => name !== 'envelope').sort());
});

for (const topic of readdirSync(join(here, 'examples'))) {
  const examples = readdirSync(join(here, 'examples', topic));
  test(`${topic} has examples`, () => assert.notEqual(examples.length, 0));
  for (const file of examples) {
    test(`${topic}/${file} fits the envelope and its schema`, () => {
      const example = json('examples', topic, file);
      for (const [schema, value] of [['envelope.schema.json', example], [`${topic}.schema.json`, example.data]]) {
        const fits = ajv.getSchema(schema);
        assert.ok(fits, `no ${schema}`);
        assert.ok(fits(value), `${schema}: ${ajv.errorsText(fits.errors)}`);
      }
      assert.equal(example.headers.ce_subject, example.key);
    });
    test(`${topic}/${file} does not fit with a person's field`, () => {
      const example = json('examples', topic, file);
      const fits = ajv.getSchema(`${topic}.schema.json`);
      assert.ok(!fits({ ...example.data, ownerName: 'x' }));
    });
  }
}
