package vn.motcua.intake.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import vn.motcua.intake.catalogue.DueAt;

import java.time.Instant;
import java.util.UUID;

/** One amount a person owes for a dossier, by the fee rows of the procedure or asked for by the case. */
@Entity
@Table(name = "payment")
public class Payment {
    /** Whether the published fee or the case asks for it. */
    public enum Origin {
        PROCEDURE,
        CASE
    }

    /** Phí, lệ phí, or a financial duty the case found, as for land. */
    public enum Kind {
        FEE,
        CHARGE,
        DUTY
    }

    /** Where it stands. */
    public enum State {
        OPEN,
        PAID,
        VOID
    }

    /** How it was paid; by post the postman brought it. */
    public enum Method {
        CASH,
        TRANSFER,
        ONLINE,
        POST
    }

    @Id
    private UUID id;

    @Column(name = "dossier_id", nullable = false)
    private UUID dossierId;

    @Column(name = "position")
    private int position;

    @Enumerated(EnumType.STRING)
    @Column(name = "origin", nullable = false)
    private Origin origin;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "due_at", nullable = false)
    private DueAt dueAt;

    @Column(name = "reason_code")
    private String reasonCode;

    @Column(name = "amount_vnd")
    private long amountVnd;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private State state = State.OPEN;

    @Enumerated(EnumType.STRING)
    @Column(name = "method")
    private Method method;

    @Column(name = "receipt")
    private String receipt;

    @Column(name = "paid_at")
    private Instant paidAt;

    protected Payment() {}

    Payment(UUID dossierId, int position, Origin origin, Kind kind, DueAt dueAt, String reasonCode, long amountVnd) {
        this.id = UUID.randomUUID();
        this.dossierId = dossierId;
        this.position = position;
        this.origin = origin;
        this.kind = kind;
        this.dueAt = dueAt;
        this.reasonCode = reasonCode;
        this.amountVnd = amountVnd;
    }

    void pay(Method how, String receiptNumber, Instant at) {
        state = State.PAID;
        method = how;
        receipt = receiptNumber;
        paidAt = at;
    }

    /** Nothing is owed any more; what was paid stays paid. */
    void cancel() {
        if (state == State.OPEN) {
            state = State.VOID;
        }
    }

    public boolean open() {
        return state == State.OPEN;
    }

    public UUID id() {
        return id;
    }

    public Origin origin() {
        return origin;
    }

    public Kind kind() {
        return kind;
    }

    public DueAt dueAt() {
        return dueAt;
    }

    public String reasonCode() {
        return reasonCode;
    }

    /** In đồng. */
    public long amountVnd() {
        return amountVnd;
    }

    public State state() {
        return state;
    }

    public Method method() {
        return method;
    }

    /** Number of the official receipt (biên lai). */
    public String receipt() {
        return receipt;
    }

    public Instant paidAt() {
        return paidAt;
    }

    int position() {
        return position;
    }
}
