package vn.motcua.intake.dossier;

/** What an officer has to attend to, and in which of the dossier's three units. */
public enum WatchKind {
    /** Half of the time to answer a filing is over (Resolution 66.7/2025: 8 working hours online, 1 working day by post). */
    ACKNOWLEDGE_SOON(Side.RECEIVING),
    ACKNOWLEDGE_LATE(Side.RECEIVING),
    /** What was asked for before receipt came in, and nobody received the dossier. */
    COMPLETE_WAITS(Side.RECEIVING),
    /** The hand-on that the clock does by itself did not happen. */
    NOT_TRANSFERRED(Side.RECEIVING),
    /** Handed on, and no department has it. */
    NOT_TAKEN(Side.COMPETENT),
    /** Two working days are left, or half of a short limit: form 04 must go out one day before expiry (domain notes §1.2). */
    EXPECTED_LATE(Side.COMPETENT),
    /** The last working day, or the last 60 minutes of a short limit. */
    DUE_SOON(Side.COMPETENT),
    OVERDUE(Side.COMPETENT),
    /** The date promised by form 04 has passed too. */
    PROMISE_BROKEN(Side.COMPETENT),
    SUPPLEMENT_WAITS(Side.RECEIVING),
    PAYMENT_WAITS(Side.RECEIVING),
    WITHDRAWAL_WAITS(Side.RECEIVING),
    /** The result lies ready and nobody came for it. */
    RESULT_WAITS(Side.RETURNING),
    /** All of that was said, and still nothing moved. */
    STANDS_STILL(Side.COMPETENT),
    /** What may come could not be computed: a fault of the system, which its operator has to see to. */
    NOT_LOOKED_AT(Side.COMPETENT);

    private enum Side {
        RECEIVING,
        COMPETENT,
        RETURNING
    }

    private final Side side;

    WatchKind(Side side) {
        this.side = side;
    }

    /** The unit whose officers it concerns. */
    public String unit(Units units) {
        return switch (side) {
            case RECEIVING -> units.receiving();
            case COMPETENT -> units.competent();
            case RETURNING -> units.returning();
        };
    }

    /** Whether the department that has the case is meant, so that its specialists see it too. */
    public boolean ofTheDepartment() {
        return side == Side.COMPETENT;
    }
}
