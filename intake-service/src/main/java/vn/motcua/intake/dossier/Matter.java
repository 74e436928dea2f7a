package vn.motcua.intake.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import vn.motcua.intake.catalogue.Channel;
import vn.motcua.intake.catalogue.Procedure;

/** What the dossier is about and how it travels: the procedure's version, the way in and the way out. */
@Embeddable
public class Matter {
    @Column(name = "procedure_code", nullable = false, updatable = false)
    private String procedureCode;

    @Column(name = "procedure_version")
    private int procedureVersion;

    @Column(name = "case_name")
    private String caseName;

    @Enumerated(EnumType.STRING)
    @Column(name = "channel", nullable = false, updatable = false)
    private Channel channel;

    @Column(name = "return_mode", nullable = false)
    private String returnMode;

    @Column(name = "language", nullable = false)
    private String language;

    @Embedded
    private Quantities quantities;

    @Column(name = "sent_along")
    private byte[] sentAlong;

    @Column(name = "keeps_sent_along")
    private boolean keepsSentAlong;

    protected Matter() {}

    /**
     * @param caseName the case of the published list of papers; null for all of them
     * @param returnMode COUNTER, ELECTRONIC or POST
     * @param language vi or en
     * @param quantities what per-page and per-copy fees count
     */
    public Matter(
            String procedureCode,
            int procedureVersion,
            String caseName,
            Channel channel,
            String returnMode,
            String language,
            Quantities quantities) {
        this.procedureCode = procedureCode;
        this.procedureVersion = procedureVersion;
        this.caseName = caseName;
        this.channel = channel;
        this.returnMode = returnMode;
        this.language = language;
        this.quantities = quantities;
    }

    void correct(String newReturnMode, String newLanguage) {
        returnMode = newReturnMode == null ? returnMode : newReturnMode;
        language = newLanguage == null ? language : newLanguage;
    }

    void carriedOver(Procedure next) {
        procedureVersion = next.version();
        boolean known = next.components().stream()
                .anyMatch(each -> each.caseName() != null && each.caseName().equals(caseName));
        caseName = known ? caseName : null;
    }

    public String procedureCode() {
        return procedureCode;
    }

    public int procedureVersion() {
        return procedureVersion;
    }

    public String caseName() {
        return caseName;
    }

    public Channel channel() {
        return channel;
    }

    public String returnMode() {
        return returnMode;
    }

    public String language() {
        return language;
    }

    public Quantities quantities() {
        return quantities;
    }

    /**
     * Papers lie with it that fill no place of its list.
     *
     * @param sealed which ones
     * @param held whether one of them goes back with the result
     */
    public void sentAlong(byte[] sealed, boolean held) {
        sentAlong = sealed.clone();
        keepsSentAlong = held;
    }

    /** Sealed; null where nothing came along. */
    public byte[] sentAlong() {
        return sentAlong == null ? null : sentAlong.clone();
    }

    public boolean keepsSentAlong() {
        return keepsSentAlong;
    }
}
