import type { HandOver, HandOverRequest } from '../../api/shapes';
import { clockTime, legalDay } from '../../time/legal';
import { formOf, inputOf, nobody, type PersonForm } from '../counter/people';

type Documents = HandOverRequest['items'][number]['documents'];
export type Shape = Documents[number]['as'];

/** A paper of an item as it is typed; nothing is listed of it while no shape is chosen. */
export interface PaperForm {
  as: Shape | '';
  listed: string;
  found: string;
  /** Whether it goes back with the result; null while nobody said, then originals do. */
  held: boolean | null;
  note: string;
}

export const goesBack = (paper: PaperForm): boolean => paper.held ?? paper.as === 'ORIGINAL';

export interface ItemForm {
  slip: string;
  sender: PersonForm;
  procedureCode: string;
  /** By component of the published list. */
  papers: Record<string, PaperForm>;
  /** Papers beside the published list, by name. */
  others: (PaperForm & { name: string })[];
}

export interface RecordForm {
  at: string;
  postman: string;
  number: string;
  items: ItemForm[];
}

export const noPaper = (): PaperForm => ({ as: '', listed: '1', found: '1', held: null, note: '' });

export const anItem = (): ItemForm => ({ slip: '', sender: nobody(), procedureCode: '', papers: {}, others: [] });

/** A new record: handed over now, by nobody yet. */
export const aRecord = (at: string): RecordForm => ({ at: local(at), postman: '', number: '', items: [anItem()] });

export const local = (at: string): string => `${legalDay(at)}T${clockTime(at)}`;

/** What is kept, as it is typed further. */
export function formOfRecord(record: HandOver): RecordForm {
  return {
    at: local(record.handedOverAt),
    postman: record.postman.name,
    number: record.postman.number,
    items: record.items.map((item) => ({
      slip: item.slip,
      sender: formOf(item.sender),
      procedureCode: item.procedureCode,
      papers: Object.fromEntries(
        item.documents.flatMap((paper) => (paper.component ? [[paper.component, typed(paper)] as const] : [])),
      ),
      others: item.documents.flatMap((paper) => (paper.component ? [] : [{ ...typed(paper), name: paper.name ?? '' }])),
    })),
  };
}

const typed = (paper: Documents[number]): PaperForm => ({
  as: paper.as,
  listed: String(paper.listed),
  found: String(paper.found),
  held: paper.held ?? null,
  note: paper.note ?? '',
});

/** A local time of the field, as the API takes it. */
export const instantOf = (at: string): string => new Date(`${at}:00+07:00`).toISOString();

/** What is typed, as the API takes it. */
export function requestOf(form: RecordForm, unit: string): HandOverRequest {
  return {
    unit,
    handedOverAt: instantOf(form.at),
    postman: { name: form.postman.trim(), number: form.number.trim() },
    // What is left out is null to the service.
    items: form.items.map((item) => ({
      slip: item.slip.trim().toUpperCase(),
      sender: inputOf(item.sender),
      procedureCode: item.procedureCode.trim(),
      documents: [
        ...Object.entries(item.papers).flatMap(([component, paper]) => (paper.as ? [{ component, ...counted(paper, paper.as) } as Documents[number]] : [])),
        ...item.others.flatMap((paper) => (paper.as && paper.name.trim() ? [{ name: paper.name.trim(), ...counted(paper, paper.as) } as Documents[number]] : [])),
      ],
    })),
  };
}

function counted(paper: PaperForm, as: Shape) {
  return { as, listed: Number(paper.listed), found: Number(paper.found), held: goesBack(paper), note: paper.note.trim() || undefined };
}

/** Whether enough is typed to be kept. */
export const ready = (form: RecordForm): boolean =>
  form.at !== '' && form.postman.trim() !== '' && form.number.trim() !== '' && form.items.every(readyItem);

const readyItem = (item: ItemForm): boolean =>
  item.slip.trim() !== '' &&
  item.sender.name.trim() !== '' &&
  item.procedureCode.trim() !== '' &&
  [...Object.values(item.papers), ...item.others.filter((paper) => paper.name.trim() !== '')].some((paper) => paper.as !== '');
