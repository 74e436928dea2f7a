package vn.motcua.notification.dossier;

import vn.motcua.notification.dossier.StageChanged.Outcome;
import vn.motcua.notification.dossier.StageChanged.ReturnMode;

import java.time.Instant;
import java.util.UUID;

/** Changes of dossiers for tests; state only what matters. */
public final class SampleChanges {
    public static final String MUONG_SAI = "14-03712-20250701";
    public static final UUID DOSSIER = UUID.fromString("0192f0a0-0001-7000-8000-00000000000a");

    private Action action = Action.RECEIVE;
    private Stage from = Stage.PREPARING;
    private Stage to = Stage.RECEIVED;
    private boolean originals;
    private boolean received = true;
    private boolean feesOpen;
    private long sequence = 1;
    private Instant promised;
    private String reasonCode;
    private Actor actor = new Actor("reception", "Lò Thị Hoa", "Công chức một cửa");
    private String decisionKind;
    private UUID resultId;
    private UUID causedBy;
    private Outcome outcome;
    private Instant effectiveAt = Instant.parse("2026-11-23T08:01:00Z");
    private ReturnMode returnMode = ReturnMode.COUNTER;

    private SampleChanges() {}

    public static SampleChanges change(Action action, Stage from, Stage to) {
        SampleChanges sample = new SampleChanges();
        sample.action = action;
        sample.from = from;
        sample.to = to;
        return sample;
    }

    public static SampleChanges decided(UUID result) {
        SampleChanges sample =
                change(Action.DECIDE, Stage.IN_PROCESS, Stage.DECIDED).sequence(3);
        sample.decisionKind = "GRANTED";
        sample.resultId = result;
        return sample;
    }

    public SampleChanges originals(boolean held) {
        originals = held;
        return this;
    }

    public SampleChanges received(boolean was) {
        received = was;
        return this;
    }

    public SampleChanges promised(Instant at) {
        promised = at;
        return this;
    }

    public SampleChanges feesOpen(boolean open) {
        feesOpen = open;
        return this;
    }

    public SampleChanges sequence(long number) {
        sequence = number;
        return this;
    }

    public SampleChanges reason(String code) {
        reasonCode = code;
        return this;
    }

    public SampleChanges by(Actor who) {
        actor = who;
        return this;
    }

    public SampleChanges at(String instant) {
        effectiveAt = Instant.parse(instant);
        return this;
    }

    public SampleChanges result(UUID id) {
        resultId = id;
        return this;
    }

    public SampleChanges returnMode(ReturnMode mode) {
        returnMode = mode;
        return this;
    }

    public SampleChanges answers(UUID offer, Outcome how) {
        causedBy = offer;
        outcome = how;
        return this;
    }

    public StageChanged build() {
        boolean paused = to == Stage.AWAITING_SUPPLEMENT || to == Stage.AWAITING_PAYMENT;
        return new StageChanged(
                DOSSIER,
                "7K3M9QX2TD",
                received ? "H52.712.00-261123-0001" : null,
                sequence,
                MUONG_SAI,
                MUONG_SAI,
                MUONG_SAI,
                "office",
                "2.000815",
                1,
                returnMode,
                "vi",
                4,
                to,
                from,
                action,
                reasonCode,
                actor,
                effectiveAt,
                received ? Instant.parse("2026-11-23T08:01:00Z") : null,
                received ? Instant.parse("2026-11-24T10:00:00Z") : null,
                received ? Instant.parse("2026-11-24T10:00:00Z") : null,
                promised,
                paused ? effectiveAt : null,
                feesOpen,
                originals,
                null,
                decisionKind,
                resultId,
                resultId == null ? null : "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                causedBy,
                outcome);
    }
}
