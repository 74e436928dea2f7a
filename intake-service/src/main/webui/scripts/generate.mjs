// Types of the REST APIs from the OpenAPI documents of deploy/contracts: no shape of an answer is written by hand.
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const services = ['catalog', 'intake', 'processing', 'notification'];
const contracts = process.env.MOTCUA_OPENAPI
  ? pathToFileURL(`${process.env.MOTCUA_OPENAPI}/`)
  : new URL('../../../../../deploy/contracts/openapi/', import.meta.url);
const out = new URL('../src/api/generated/', import.meta.url);

await mkdir(out, { recursive: true });
for (const service of services) {
  const source = new URL(`${service}.yaml`, contracts);
  const target = new URL(`${service}.ts`, out);
  if (await newer(target, source)) continue;
  const document = parse(await readFile(source, 'utf8'));
  completeAnswers(document);
  const ast = await openapiTS(document, { emptyObjectsUnknown: true });
  await writeFile(target, `// Generated from ${service}.yaml by npm run generate.\n${astToString(ast)}`);
  console.log(`generated ${fileURLToPath(target)}`);
}

/**
 * The services write every member of an answer, nulls included, but their documents do not say so; members of a request may
 * be left out unless they are required. So members of what is answered are always there.
 */
function completeAnswers(document) {
  const schemas = document.components?.schemas ?? {};
  const answered = new Set();
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path)) {
      collect(operation.responses, schemas, answered);
    }
  }
  for (const name of answered) {
    const schema = schemas[name];
    if (schema?.properties) schema.required = Object.keys(schema.properties);
  }
}

function collect(node, schemas, found) {
  if (Array.isArray(node)) {
    node.forEach((each) => collect(each, schemas, found));
  } else if (node !== null && typeof node === 'object') {
    const name = typeof node.$ref === 'string' ? node.$ref.replace('#/components/schemas/', '') : null;
    if (name && !found.has(name)) {
      found.add(name);
      collect(schemas[name], schemas, found);
    }
    Object.values(node).forEach((each) => collect(each, schemas, found));
  }
}

async function newer(target, source) {
  try {
    const [made, read, self] = await Promise.all([stat(target), stat(source), stat(new URL(import.meta.url))]);
    return made.mtimeMs > read.mtimeMs && made.mtimeMs > self.mtimeMs && made.size > 0;
  } catch {
    return false;
  }
}
