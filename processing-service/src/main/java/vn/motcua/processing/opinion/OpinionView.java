package vn.motcua.processing.opinion;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.UUID;

/**
 * A question to a department and what became of it. Instants are UTC.
 *
 * @param code of the dossier, its reference where it has none; nothing else of it is told to those who are asked
 * @param askedAs the former unit that was named, where {@code toUnit} is what it became
 * @param due when the answer is due
 * @param late answered after it, or open although it is over
 * @param file of the answer; those who asked see it with the answer
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
        String askedAs,
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
        FileView file,
        boolean mayAnswer,
        long revision) {

    /** A file; {@code size} in bytes. */
    @Schema(name = "OpinionFileView")
    record FileView(String sha256, long size, String mediaType) {}

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
                one.askedAs(),
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
                one.file() == null || !answers && one.state() != OpinionState.ANSWERED
                        ? null
                        : new FileView(
                                one.file().sha256(),
                                one.file().size(),
                                one.file().mediaType()),
                answers && one.state() == OpinionState.OPEN,
                one.revision());
    }
}
