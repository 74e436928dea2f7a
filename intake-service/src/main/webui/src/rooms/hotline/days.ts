import type { HotlineLimits } from '../../api/shapes';

/** The limits of a unit, in the order in which they run. */
export const DAYS = ['screenDays', 'askDays', 'resolveDays', 'publishDays'] as const;
export type Days = (typeof DAYS)[number];

/** The limits as they are typed over. */
export const daysOf = (limits: HotlineLimits): Record<Days, string> => ({
  screenDays: String(limits.screenDays),
  askDays: String(limits.askDays),
  resolveDays: String(limits.resolveDays),
  publishDays: String(limits.publishDays),
});
