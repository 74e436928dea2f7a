package vn.motcua.intake.dossier;

import static vn.motcua.intake.catalogue.Channel.*;
import static vn.motcua.intake.dossier.Action.*;
import static vn.motcua.intake.dossier.Actor.*;
import static vn.motcua.intake.dossier.ClockEffect.*;
import static vn.motcua.intake.dossier.Form.*;
import static vn.motcua.intake.dossier.Guard.*;
import static vn.motcua.intake.dossier.Rows.*;
import static vn.motcua.intake.dossier.Stage.*;

import java.util.List;

/**
 * The table of the five steps (design.md §3) and nothing else. Validation, buttons, the answers to a refused act, the table in the
 * README and the exhaustive tests are derived from it; there is no other way to change a stage.
 */
final class FiveSteps {
    private FiveSteps() {}

    // spotless:off
    static final List<Transition> ROWS = List.of(
        row(from(NOTHING),                               OPEN,           by(RECEPTION, CITIZEN), when(),                                                      to(PREPARING),            NO_CLOCK,        NO_FORM,            national()),
        row(from(at(PREPARING, ONLINE, POST)),           SUBMIT,         by(CITIZEN, RECEPTION), when(),                                                      to(SUBMITTED),            ACKNOWLEDGEMENT, NO_FORM,            national(1)),
        row(from(at(PREPARING, COUNTER), at(SUBMITTED)), RECEIVE,        by(RECEPTION),          when(PAPERS_COMPLETE, FEES_SETTLED, LIMIT_KNOWN),            to(RECEIVED),             STARTS,          RECEIPT,            national(2)),
        row(from(at(PREPARING, COUNTER), at(SUBMITTED)), REFUSE,         by(RECEPTION),          when(),                                                      to(REFUSED),              ENDS,            REFUSAL,            national(3)),
        row(from(at(PREPARING, COUNTER), at(SUBMITTED)), ASK_SUPPLEMENT, by(RECEPTION),          when(FIRST_SUPPLEMENT),                                      to(AWAITING_SUPPLEMENT),  NOT_STARTED,     SUPPLEMENT_REQUEST, national(5)),
        row(from(at(PREPARING), at(SUBMITTED)),          ABANDON,        by(CITIZEN, RECEPTION), when(),                                                      to(ABANDONED),            NO_CLOCK,        NO_FORM,            national()),
        row(from(at(PREPARING)),                         ABANDON,        by(CLOCK),              when(DRAFT_IDLE),                                            to(ABANDONED),            NO_CLOCK,        NO_FORM,            national()),
        row(from(at(RECEIVED)),                          TRANSFER,       by(RECEPTION),          when(),                                                      to(IN_PROCESS),           RUNS,            CONTROL_SLIP,       national(4)),
        row(from(at(RECEIVED)),                          TRANSFER,       by(CLOCK),              when(TRANSFER_TIME),                                         to(IN_PROCESS),           RUNS,            CONTROL_SLIP,       national(4)),
        row(from(at(IN_PROCESS)),                        ASK_SUPPLEMENT, by(CASE),               when(FIRST_SUPPLEMENT, NO_DECISION_YET),                     to(AWAITING_SUPPLEMENT),  PAUSES,          SUPPLEMENT_REQUEST, national(5)),
        row(from(at(AWAITING_SUPPLEMENT)),               SUPPLY,         by(RECEPTION, CITIZEN), when(SUPPLEMENT_OPEN),                                       DERIVED,                  RESUMES,         NO_FORM,            national(1, 4)),
        row(from(at(AWAITING_SUPPLEMENT)),               LAPSE,          by(CLOCK),              when(LAPSE_SET),                                             to(STOPPED),              ENDS,            LAPSE_NOTICE,       national(8)),
        row(from(at(IN_PROCESS)),                        ASK_PAYMENT,    by(CASE),               when(NO_DECISION_YET),                                       to(AWAITING_PAYMENT),     PAUSES,          NO_FORM,            national(6)),
        row(from(at(AWAITING_PAYMENT)),                  PAY,            by(CASHIER, PAYMENT),   when(PAYMENT_OPEN),                                          to(IN_PROCESS),           RESUMES,         NO_FORM,            national(4)),
        row(from(at(PREPARING), at(SUBMITTED), at(RECEIVED), at(IN_PROCESS), at(DECIDED)),
                                                         PAY,            by(CASHIER, PAYMENT),   when(PAYMENT_OPEN),                                          STAYS,                    NO_CLOCK,        NO_FORM,            national()),
        row(from(at(IN_PROCESS)),                        EXTEND,         by(CASE),               when(EXTENSION_RULE, NO_DECISION_YET),                       to(IN_PROCESS),           MOVES_DUE,       APOLOGY,            national(4)),
        row(from(at(IN_PROCESS)),                        APOLOGISE,      by(DIRECTOR),           when(LATE, FIRST_FORM_04),                                   to(IN_PROCESS),           PROMISES,        APOLOGY,            national(4)),
        row(from(at(RECEIVED), at(IN_PROCESS), at(AWAITING_SUPPLEMENT), at(AWAITING_PAYMENT)),
                                                         ASK_WITHDRAWAL, by(CITIZEN, RECEPTION), when(NO_DECISION_YET),                                       to(WITHDRAWAL_REQUESTED), GOES_ON,         NO_FORM,            national(7)),
        row(from(at(WITHDRAWAL_REQUESTED)),              CONFIRM,        by(RECEPTION),          when(NO_DECISION_YET, either(CASE_FROZEN, NOT_TRANSFERRED)), to(STOPPED),              ENDS,            STOP_NOTICE,        national(8)),
        row(from(at(WITHDRAWAL_REQUESTED)),              DENY,           by(RECEPTION),          when(),                                                      DERIVED,                  GOES_ON,         NO_FORM,            national()),
        row(from(at(WITHDRAWAL_REQUESTED)),              CANCEL,         by(CITIZEN, RECEPTION), when(),                                                      DERIVED,                  GOES_ON,         NO_FORM,            national()),
        row(from(at(WITHDRAWAL_REQUESTED)),              SUPPLY,         by(RECEPTION, CITIZEN), when(SUPPLEMENT_OPEN),                                       STAYS,                    RESUMES,         NO_FORM,            national(7)),
        row(from(at(WITHDRAWAL_REQUESTED)),              PAY,            by(CASHIER, PAYMENT),   when(PAYMENT_OPEN),                                          STAYS,                    RESUMES,         NO_FORM,            national(7)),
        row(from(at(WITHDRAWAL_REQUESTED)),              DECIDE,         by(CASE),               when(NO_DECISION_YET),                                       to(DECIDED),              STOPS,           RESULT,             national(9)),
        row(from(at(IN_PROCESS)),                        DECIDE,         by(CASE),               when(NO_DECISION_YET),                                       to(DECIDED),              STOPS,           RESULT,             national(9)),
        row(from(at(DECIDED)),                           HAND_OVER,      by(RETURN),             when(FEES_SETTLED),                                          to(RETURNED),             NO_CLOCK,        REGISTER,           national(10)),
        row(from(at(REFUSED), at(STOPPED)),              HAND_OVER,      by(RETURN),             when(ORIGINALS_HELD),                                        STAYS,                    NO_CLOCK,        NO_FORM,            national()),
        row(from(at(DECIDED), at(RETURNED)),             REISSUE,        by(CASE),               when(),                                                      STAYS,                    NO_CLOCK,        RESULT,             national()),
        row(from(at(PREPARING)),                         CORRECT,        by(CITIZEN),            when(),                                                      STAYS,                    NO_CLOCK,        NO_FORM,            national()),
        row(anyOpen(),                                   CORRECT,        by(RECEPTION),          when(),                                                      STAYS,                    NO_CLOCK,        NO_FORM,            national()),
        row(anyOpen(),                                   REDATE,         by(CLOCK),              when(),                                                      STAYS,                    RECOMPUTES,      NO_FORM,            national()));
    // spotless:on
}
