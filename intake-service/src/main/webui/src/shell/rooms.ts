import type { Role } from '../session/session';
import type { Key } from '../words/words';

export interface Room {
  path: string;
  title: Key;
  roles: Role[];
}

/** Who works where. A dossier itself opens for everybody who may see it. */
export const ROOMS: Room[] = [
  { path: '/counter', title: 'room.counter', roles: ['reception', 'cashier'] },
  { path: '/queue', title: 'room.queue', roles: ['specialist', 'approver', 'director'] },
  { path: '/board', title: 'room.board', roles: ['director'] },
  { path: '/signing', title: 'room.signing', roles: ['approver'] },
  { path: '/returns', title: 'room.returns', roles: ['reception'] },
  { path: '/shelf', title: 'room.shelf', roles: ['director'] },
  { path: '/post', title: 'room.post', roles: ['reception', 'director'] },
  { path: '/register', title: 'room.register', roles: ['reception', 'cashier', 'specialist', 'approver', 'director', 'auditor'] },
  { path: '/readings', title: 'room.readings', roles: ['auditor'] },
  { path: '/watch', title: 'room.watch', roles: ['reception', 'specialist', 'approver', 'director'] },
  { path: '/hotline', title: 'room.hotline', roles: ['reception', 'specialist', 'director', 'auditor'] },
  { path: '/satisfaction', title: 'room.satisfaction', roles: ['director'] },
  { path: '/dates', title: 'room.dates', roles: ['director', 'approver'] },
  { path: '/retention', title: 'room.retention', roles: ['director', 'approver', 'auditor'] },
  { path: '/catalogue', title: 'room.catalogue', roles: ['catalog-editor', 'approver'] },
];

const READERS: Role[] = ['auditor', 'director'];

export const roomsOf = (roles: readonly Role[]): Room[] => ROOMS.filter((room) => room.roles.some((role) => roles.includes(role)));

/** Whether an account has anything to do at the desk. */
export const isOfficer = (roles: readonly Role[]): boolean =>
  roomsOf(roles).length > 0 || READERS.some((role) => roles.includes(role));

/** Where an officer begins: the approver with what waits for a signature. */
export function firstRoom(roles: readonly Role[]): string {
  if (roles.includes('approver')) return '/signing';
  return roomsOf(roles)[0]?.path ?? '/due';
}
