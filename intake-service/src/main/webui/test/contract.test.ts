import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import '../src/words/later';
import { hasWord } from '../src/words/words';

const contracts = process.env.MOTCUA_OPENAPI ?? `${__dirname}/../../../../../deploy/contracts/openapi`;
const schemas = (service: string) =>
  parse(readFileSync(`${contracts}/${service}.yaml`, 'utf8')).components.schemas as Record<
    string,
    { enum?: string[]; properties?: Record<string, { enum?: string[] }> }
  >;

// Every code an officer may be shown has a word: found here when a service adds one.
const FAMILIES: [string, string, string][] = [
  ['intake', 'Stage', 'stage'],
  ['intake', 'Action', 'action'],
  ['intake', 'Channel', 'channel'],
  ['intake', 'ReturnMode', 'return'],
  ['intake', 'Punctuality', 'punctuality'],
  ['intake', 'FormKind', 'form'],
  ['intake', 'PresentedAs', 'presented'],
  ['intake', 'State1', 'paper-state'],
  ['intake', 'State', 'money.state'],
  ['intake', 'Method', 'money.method'],
  ['intake', 'DueAt', 'money.due'],
  ['intake', 'Kind1', 'money'],
  ['intake', 'Kind', 'identifier'],
  ['intake', 'Owner', 'phone-owner'],
  ['intake', 'Kind2', 'stretch'],
  ['intake', 'Reason', 'stretch-reason'],
  ['intake', 'ChangeKind', 'dates.change'],
  ['intake', 'RunState', 'dates.state'],
  ['intake', 'WatchKind', 'watch.kind'],
  ['processing', 'Act', 'action'],
  ['processing', 'State', 'case.state'],
  ['processing', 'DecisionKind', 'decision'],
  ['notification', 'ReturnState', 'returns.state'],
  ['notification', 'Holds', 'returns.holds'],
  ['notification', 'DeliveryState', 'hotline.way'],
  ['notification', 'AskedBy', 'ringing.asked'],
  ['notification', 'MailboxState', 'mailbox.state'],
  ['catalog', 'DraftState', 'draft.state'],
  ['catalog', 'VersionState', 'version.state'],
  ['catalog', 'EndingReason', 'ending'],
  ['catalog', 'ActKind', 'acts'],
  ['catalog', 'ChangeKind', 'change'],
  ['catalog', 'FindingSeverity', 'checks'],
];

describe('codes of the services', () => {
  it.each(FAMILIES)('of %s %s all have a word', (service, schema, family) => {
    const codes = schemas(service)[schema]?.enum ?? [];
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => !hasWord(family, code))).toEqual([]);
  });
});
