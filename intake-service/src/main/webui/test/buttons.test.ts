import { describe, expect, it } from 'vitest';
import { buttons, formFor, sentence } from '../src/rooms/counter/plan';
import { caseButtons, caseFormFor, caseSentence } from '../src/rooms/queue/case-acts';
import { firstRoom, isOfficer, roomsOf } from '../src/shell/rooms';
import type { ActionRequest, Case, Dossier } from '../src/api/shapes';

const dossier = (change: object) =>
  ({ channel: 'COUNTER', clock: { limit: { amount: 3 } }, people: { owner: { name: 'Quàng Thị Vui' } }, ...change }) as Dossier;

describe('buttons', () => {
  it('are those of allowedActions and nothing else', () => {
    expect(buttons([])).toEqual({ main: null, others: [] });
    const { main, others } = buttons(['RECEIVE', 'REFUSE', 'ASK_SUPPLEMENT', 'ABANDON', 'CORRECT']);
    expect(main).toBe('RECEIVE');
    expect(others.map((each) => each.action).sort()).toEqual(['ABANDON', 'ASK_SUPPLEMENT', 'CORRECT', 'REFUSE']);
    expect(others.find((each) => each.action === 'ASK_SUPPLEMENT')?.shortcut).toBe('F8');
    expect(others.find((each) => each.action === 'REFUSE')?.shortcut).toBe('F9');
  });

  it('never make a refusal the main one', () => {
    expect(buttons(['REFUSE', 'ASK_SUPPLEMENT', 'ABANDON', 'CORRECT']).main).toBeNull();
  });

  it('ask for an agreed limit where none is published', () => {
    expect(formFor('RECEIVE', dossier({}))).toBeNull();
    expect(formFor('RECEIVE', dossier({ clock: { limit: null } }))).toBe('RECEIVE');
  });

  it('say one sentence before what cannot be taken back, and none before what can', () => {
    expect(sentence({ action: 'REFUSE', reasonCode: 'OUT_OF_SCOPE', reason: 'x' } as ActionRequest, dossier({}))).toContain('phiếu từ chối');
    expect(sentence({ action: 'PAY', amountVnd: 5000, method: 'CASH' } as ActionRequest, dossier({}))).toMatch(/5\.000.đ của Quàng Thị Vui/);
    expect(sentence({ action: 'CORRECT', reason: 'x' } as ActionRequest, dossier({}))).toBeNull();
  });
});

describe('buttons of a case', () => {
  const one = (change: object) => ({ allowedActions: [], holder: null, ...change }) as unknown as Case;

  it('offer to sign first, then to propose, then to claim', () => {
    expect(caseButtons(one({ allowedActions: ['SEND_BACK', 'DECIDE'] })).main).toBe('DECIDE');
    expect(caseButtons(one({ allowedActions: ['CLAIM'] })).main).toBe('CLAIM');
  });

  it('do not offer to claim what is held already', () => {
    const held = caseButtons(one({ allowedActions: ['CLAIM', 'RELEASE'], holder: { mine: true, fence: 1 } }));
    expect(held).toEqual({ main: null, others: [{ act: 'RELEASE', shortcut: 'F4' }] });
  });

  it('let a director give a case to somebody, by a form', () => {
    expect(caseButtons(one({ allowedActions: ['REASSIGN', 'HAND_ON'] })).others.map((each) => each.act)).toEqual(['REASSIGN', 'HAND_ON']);
    expect(caseFormFor('REASSIGN')).toBe('REASSIGN');
  });

  it('warn before a decision', () => {
    expect(caseSentence({ action: 'DECIDE' }, one({}))).toContain('Ban hành kết quả');
    expect(caseSentence({ action: 'RELEASE' }, one({}))).toBeNull();
  });
});

describe('rooms', () => {
  it('are open by role', () => {
    expect(roomsOf(['reception']).map((room) => room.path)).toEqual(['/counter', '/returns', '/post', '/register', '/watch', '/hotline']);
    expect(roomsOf(['cashier']).map((room) => room.path)).toEqual(['/counter', '/register']);
    expect(roomsOf(['specialist']).map((room) => room.path)).toEqual(['/queue', '/register', '/watch', '/hotline']);
    expect(firstRoom(['approver'])).toBe('/signing');
    expect(firstRoom(['auditor'])).toBe('/register');
  });

  it('are closed to people', () => {
    expect(isOfficer(['citizen'])).toBe(false);
    expect(isOfficer(['auditor'])).toBe(true);
  });
});
