import type { RegisterFilters, RegisterView } from '../../api/shapes';
import { legalDay, now, plusDays, startOfDay } from '../../time/legal';

/** What an officer typed and chose; empty texts ask nothing. The name stays out of addresses and of saved views. */
export interface Asked {
  code: string;
  name: string;
  procedure: string;
  stage: string;
  channel: string;
  receivedFrom: string;
  receivedTo: string;
  standing: Standing | '';
  involving: string;
  department: string;
  /** Account of the officer who holds the case, or nobody. */
  holder: string;
  unit: string;
}

/** How a dossier stands, or ended, against its date. */
export type Standing = 'OVERDUE' | 'TODAY' | 'WEEK' | 'EARLY' | 'ON_TIME' | 'LATE';
export const STANDINGS: Standing[] = ['OVERDUE', 'TODAY', 'WEEK', 'EARLY', 'ON_TIME', 'LATE'];

export const NOTHING: Asked = {
  code: '',
  name: '',
  procedure: '',
  stage: '',
  channel: '',
  receivedFrom: '',
  receivedTo: '',
  standing: '',
  involving: '',
  department: '',
  holder: '',
  unit: '',
};

const DAYS_AHEAD = 7;

/** The filters as the service takes them, at this moment: what is overdue is so now. */
export function filtersOf(asked: Asked): RegisterFilters {
  const text = (value: string) => value.trim() || undefined;
  return clean({
    code: text(asked.code),
    procedure: text(asked.procedure),
    stage: text(asked.stage) as RegisterFilters['stage'],
    channel: text(asked.channel) as RegisterFilters['channel'],
    receivedFrom: text(asked.receivedFrom),
    receivedTo: text(asked.receivedTo),
    involving: text(asked.involving),
    department: text(asked.department),
    holder: text(asked.holder),
    unit: text(asked.unit),
    ...standing(asked.standing),
  });
}

function standing(chosen: Standing | ''): Partial<RegisterFilters> {
  const today = legalDay(now.value);
  const moment = new Date(now.value).toISOString();
  switch (chosen) {
    case '':
      return {};
    case 'OVERDUE':
      return { dueBefore: moment };
    case 'TODAY':
      return { dueFrom: moment, dueBefore: startOfDay(plusDays(today, 1)) };
    case 'WEEK':
      return { dueFrom: moment, dueBefore: startOfDay(plusDays(today, DAYS_AHEAD)) };
    default:
      return { punctuality: chosen };
  }
}

const clean = (filters: RegisterFilters): RegisterFilters =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)) as RegisterFilters;

/** What a view keeps of it: never the name, and what moves with the day as its word. */
export function contentOf(asked: Asked): { filters: RegisterFilters; standing?: RegisterView['standing'] } {
  const moves = asked.standing === 'OVERDUE' || asked.standing === 'TODAY' || asked.standing === 'WEEK' ? asked.standing : undefined;
  return { filters: filtersOf({ ...asked, standing: moves ? '' : asked.standing }), standing: moves };
}

/** A kept view as the form shows it. */
export function askedOf(view: Pick<RegisterView, 'filters' | 'standing'>): Asked {
  const { filters } = view;
  return {
    ...NOTHING,
    code: filters.code ?? '',
    procedure: filters.procedure ?? '',
    stage: filters.stage ?? '',
    channel: filters.channel ?? '',
    receivedFrom: filters.receivedFrom ?? '',
    receivedTo: filters.receivedTo ?? '',
    involving: filters.involving ?? '',
    department: filters.department ?? '',
    holder: filters.holder ?? '',
    unit: filters.unit ?? '',
    standing: view.standing ?? filters.punctuality ?? '',
  };
}
