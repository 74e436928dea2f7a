package vn.motcua.processing.opinion;

import java.time.Instant;
import java.util.UUID;

/**
 * A question to a department and what became of it. Instants are UTC.
 *
 * @param code of the dossier, its reference where it has none; nothing else of it is told to those who are asked
 * @param due when the answer is due
 * @param late answered after it, or open although it is over
 * @param mayAnswer whether the caller may answer now
 */
record OpinionView(
        UUID id,
        UUID caseId,
        String code,
        String procedureCode,
        String procedureName,
        String fromUnit,
        String fromDepartment,
        String toUnit,
        String toDepartment,
        String question,
        String askedBy,
        Instant askedAt,
        Instant due,
        OpinionState state,
        boolean late,
        AnswerKind answerKind,
        String answer,
        String answeredBy,
        Instant answeredAt,
        String withdrawnReason,
        Instant withdrawnAt,
        boolean mayAnswer,
        long revision) {

    static OpinionView of(OpinionReading.Known known, boolean answers, Instant now) {
        Opinion one = known.opinion();
        return new OpinionView(
                one.id(),
                one.caseId(),
                known.dossier().code() == null
                        ? known.dossier().reference()
                        : known.dossier().code(),
                known.dossier().procedureCode(),
                known.procedureName(),
                known.unit(),
                known.department(),
                one.askedUnit(),
                one.askedDepartment(),
                one.question(),
                one.askedByName(),
                one.askedAt(),
                one.due(),
                one.state(),
                one.late(now),
                one.answerKind(),
                one.answer(),
                one.answeredByName(),
                one.answeredAt(),
                one.withdrawnReason(),
                one.withdrawnAt(),
                answers && one.state() == OpinionState.OPEN,
                one.revision());
    }
}
