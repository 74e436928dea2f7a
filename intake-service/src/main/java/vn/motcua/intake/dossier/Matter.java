package vn.motcua.intake.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import vn.motcua.intake.catalogue.Channel;

import java.util.List;

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

    @Column(name = "pages")
    private int pages;

    @Column(name = "copies")
    private int copies;

    @Convert(converter = OriginalsConverter.class)
    @Column(name = "originals")
    private List<Original> originals = List.of();

    protected Matter() {}

    /**
     * @param caseName the case of the published list of papers; null for all of them
     * @param returnMode COUNTER, ELECTRONIC or POST
     * @param language vi or en
     * @param originals where several are counted, then pages and copies are 0
     */
    public Matter(
            String procedureCode,
            int procedureVersion,
            String caseName,
            Channel channel,
            String returnMode,
            String language,
            int pages,
            int copies,
            List<Original> originals) {
        this.procedureCode = procedureCode;
        this.procedureVersion = procedureVersion;
        this.caseName = caseName;
        this.channel = channel;
        this.returnMode = returnMode;
        this.language = language;
        this.pages = pages;
        this.copies = copies;
        this.originals = List.copyOf(originals);
    }

    void correct(String newReturnMode, String newLanguage) {
        returnMode = newReturnMode == null ? returnMode : newReturnMode;
        language = newLanguage == null ? language : newLanguage;
    }

    void recount(int newPages, int newCopies, List<Original> newOriginals) {
        pages = newPages;
        copies = newCopies;
        originals = List.copyOf(newOriginals);
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

    public int pages() {
        return pages;
    }

    public int copies() {
        return copies;
    }

    /** In the order of the counter; empty where one original without a name is counted, or none. */
    public List<Original> originals() {
        return originals;
    }
}
