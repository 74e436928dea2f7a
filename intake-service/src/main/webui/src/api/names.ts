import { signal } from '@preact/signals';
import { language } from '../words/words';
import { body, catalog } from './services';
import type { Procedure, Unit } from './shapes';

/** Names joined in the browser: of procedures by code, of units by id. Read once each. */
const procedures = signal<Record<string, Procedure | null>>({});
const units = signal<Record<string, Unit | null>>({});
const asked = new Set<string>();

export async function procedure(code: string): Promise<Procedure | null> {
  const known = procedures.peek()[code];
  if (known !== undefined) return known;
  try {
    const found = await body(catalog.GET('/api/catalog/procedures/{code}', { params: { path: { code } } }));
    procedures.value = { ...procedures.peek(), [code]: found };
    return found;
  } catch {
    return null;
  }
}

export async function unit(id: string): Promise<Unit | null> {
  const known = units.peek()[id];
  if (known !== undefined) return known;
  try {
    const found = await body(catalog.GET('/api/catalog/units/{id}', { params: { path: { id } } }));
    units.value = { ...units.peek(), [id]: found };
    return found;
  } catch {
    return null;
  }
}

/** The name of a procedure in the chosen language; its code until the name is read. */
export function procedureName(code: string): string {
  const known = procedures.value[code];
  if (known === undefined && !asked.has(code)) {
    asked.add(code);
    void procedure(code).then((found) => {
      if (found === null) asked.delete(code);
    });
  }
  return known ? nameOf(known) : code;
}

/** The name of a paper on the procedure's list; its code until the list is read, and where the list has no such paper. */
export function componentName(procedureCode: string, component: string): string {
  procedureName(procedureCode);
  return procedures.value[procedureCode]?.components?.find((each) => each.id === component)?.name ?? component;
}

export const nameOf = (named: { name: { vi: string; en?: string | null } }): string =>
  (language.value === 'en' && named.name.en) || named.name.vi;

export function unitName(id: string): string {
  if (!id) return '';
  const known = units.value[id];
  if (known === undefined && !asked.has(id)) {
    asked.add(id);
    void unit(id).then((found) => {
      if (found === null) asked.delete(id);
    });
  }
  return known ? known.name : id;
}
