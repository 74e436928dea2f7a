import type { components as Catalog } from './generated/catalog';
import type { components as Intake } from './generated/intake';
import type { components as Notification } from './generated/notification';
import type { components as Processing } from './generated/processing';

// Names for shapes of the OpenAPI documents; nothing here is written by hand.
/** What is left out asks nothing. */
export type RegisterFilters = Partial<Intake['schemas']['RegisterFilters']>;
export type ReadingLine = Intake['schemas']['ReadingView'];
export type RegisterView = Intake['schemas']['ViewView'];
export type OtherDossier = Intake['schemas']['OtherView'];
export type Purpose = Intake['schemas']['Purpose'];
export type Dossier = Intake['schemas']['DossierView'];
export type HandOver = Intake['schemas']['HandOverView'];
export type HandOverItem = Intake['schemas']['HandOverItemView'];
export type HandOverLine = Intake['schemas']['HandOverLine'];
export type HandOverRequest = Intake['schemas']['HandOverRequest'];
export type OpenFromItem = Intake['schemas']['OpenFromItem'];
export type Row = Intake['schemas']['RegisterRow'];
export type Paper = Intake['schemas']['PaperView'];
export type Original = Intake['schemas']['OriginalView'];
export type CountedOriginal = Intake['schemas']['CountedView'];
export type PaperEntry = Intake['schemas']['PaperRequest'];
export type EarlierPaper = Intake['schemas']['Candidate'];
export type EnteredPaper = Intake['schemas']['EnteredView'];
export type Payment = Intake['schemas']['PaymentView'];
export type Person = Intake['schemas']['PersonView'];
export type PersonInput = Intake['schemas']['PersonInput'];
export type OpenRequest = Intake['schemas']['OpenRequest'];
export type ActionRequest = Intake['schemas']['ActionRequest'];
export type Action = Dossier['allowedActions'][number];
export type Stage = Dossier['stage'];
export type WatchTask = Intake['schemas']['WatchTaskView'];
export type Redating = Intake['schemas']['RedatingView'];
export type MovedDossier = Intake['schemas']['MovedDossier'];
export type CalendarChange = Intake['schemas']['CalendarChange'];
export type Procedure = Catalog['schemas']['ProcedureView'];
export type ProcedureLine = Catalog['schemas']['ProcedureSummary'];
export type Draft = Catalog['schemas']['DraftView'];
export type DraftAction = Draft['allowedActions'][number];
export type DraftBody = Catalog['schemas']['DraftBody'];
export type DraftPage = Catalog['schemas']['DraftPage'];
export type DraftRequest = Catalog['schemas']['DraftRequest'];
export type NewDraft = Catalog['schemas']['NewDraft'];
export type Content = Draft['content'];
export type Change = Catalog['schemas']['Change'];
export type Versions = Catalog['schemas']['ProcedureVersionPage'];
export type ProposeEnd = Catalog['schemas']['ProposeEndOfProcedure'] & { action: 'PROPOSE_END' };
export type EndAct = ProposeEnd | (Catalog['schemas']['EndProcedure'] & { action: 'END' }) | (Catalog['schemas']['DeclineEndOfProcedure'] & { action: 'DECLINE_END' });
export type ImportRun = Catalog['schemas']['ImportRun'];
export interface ImportPage {
  items: ImportRun[];
  next: string | null;
}
export type ImportReport = Catalog['schemas']['ImportReport'];
export type ImportObstacle = Catalog['schemas']['ImportObstacle'];
export type ImportRequest =
  | (Catalog['schemas']['SubmitImport'] & { action: 'SUBMIT' })
  | (Catalog['schemas']['DiscardImport'] & { action: 'DISCARD' })
  | (Catalog['schemas']['ReleaseImport'] & { action: 'RELEASE' })
  | (Catalog['schemas']['DeclineImport'] & { action: 'DECLINE' });
export type CatalogueAct = Catalog['schemas']['Act'];
export type Unit = Catalog['schemas']['UnitView'];
export type Case = Processing['schemas']['CaseView'];
export type CaseAction = Processing['schemas']['CaseAction'];
export type Examination = Processing['schemas']['ExaminationView'];
export type AttachmentKind = Processing['schemas']['AttachmentKind'];
export type Opinion = Processing['schemas']['OpinionView'];
export type AnswerKind = Processing['schemas']['AnswerKind'];
export type OpinionLimit = Processing['schemas']['OpinionLimit'];
export type Escalation = Processing['schemas']['EscalationView'];
export type RoutingSet = Processing['schemas']['RuleSet'];
export type RoutingRule = Processing['schemas']['RoutingRule'];
export type RoutingPreview = Processing['schemas']['Preview'];
export type RegisterOfUnit = Processing['schemas']['RegisterView'];
export type ResultWords = Processing['schemas']['Words'];
export type SigningRequest = Processing['schemas']['SigningRequest'];
export type SigningLine = Processing['schemas']['SigningView'];
export type CaseResult = Processing['schemas']['ResultView'];
export type DepartmentOfficer = Processing['schemas']['DepartmentOfficerView'];
export type CaseAct = Processing['schemas']['Act'];
export type Show = Processing['schemas']['Show'];
export type Why = Processing['schemas']['Why'];
export type QueueFigures = Processing['schemas']['DepartmentFigures'];
export type Figure = Processing['schemas']['Figure'];
export type Board = Processing['schemas']['BoardView'];
export type BoardOfficer = Processing['schemas']['OfficerRow'];
export type Absence = Processing['schemas']['AbsenceView'];
export type EnterAbsence = Partial<Processing['schemas']['Entered']> & Pick<Processing['schemas']['Entered'], 'unit' | 'department' | 'ends'>;
export type BulkAct = Pick<Processing['schemas']['Bulk'], 'action'> & Partial<Pick<Processing['schemas']['Bulk'], 'assignee' | 'assigneeName'>>;
export type BulkResults = Processing['schemas']['Results'];
export type Return = Notification['schemas']['ReturnView'];
export type ReturnAct = Notification['schemas']['Act'];
export type Consignment = Notification['schemas']['Consignment'];
export type PostList = Notification['schemas']['PostListView'];
export type PostListRequest = Notification['schemas']['PostListRequest'];
export type WaitingForPost = Notification['schemas']['WaitingForPost'];
export type Message = Notification['schemas']['Message'];
