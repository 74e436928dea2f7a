import type { components as Catalog } from './generated/catalog';
import type { components as Intake } from './generated/intake';
import type { components as Notification } from './generated/notification';
import type { components as Processing } from './generated/processing';

// Names for shapes of the OpenAPI documents; nothing here is written by hand.
export type Dossier = Intake['schemas']['DossierView'];
export type Row = Intake['schemas']['RegisterRow'];
export type Paper = Intake['schemas']['PaperView'];
export type PaperEntry = Intake['schemas']['PaperRequest'];
export type EnteredPaper = Intake['schemas']['EnteredView'];
export type Payment = Intake['schemas']['PaymentView'];
export type Person = Intake['schemas']['PersonView'];
export type PersonInput = Intake['schemas']['PersonInput'];
export type OpenRequest = Intake['schemas']['OpenRequest'];
export type ActionRequest = Intake['schemas']['ActionRequest'];
export type Action = Dossier['allowedActions'][number];
export type Stage = Dossier['stage'];
export type Procedure = Catalog['schemas']['ProcedureView'];
export type ProcedureLine = Catalog['schemas']['ProcedureSummary'];
export type Unit = Catalog['schemas']['UnitView'];
export type Case = Processing['schemas']['CaseView'];
export type CaseAction = Processing['schemas']['CaseAction'];
export type CaseResult = Processing['schemas']['ResultView'];
export type DepartmentOfficer = Processing['schemas']['DepartmentOfficerView'];
export type CaseAct = Processing['schemas']['Act'];
export type Return = Notification['schemas']['ReturnView'];
export type Message = Notification['schemas']['Message'];
