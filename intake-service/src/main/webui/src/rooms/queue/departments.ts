/** Departments of a commune, as the routing data names them (catalogue's departments list). */
export const DEPARTMENTS = [
  'one-stop',
  'office',
  'economy',
  'culture-society',
  'police',
  'military',
  'other',
  'unrouted',
] as const;
