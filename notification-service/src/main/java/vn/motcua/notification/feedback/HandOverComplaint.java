package vn.motcua.notification.feedback;

import io.agroal.api.AgroalDataSource;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.catalogue.Catalogue;
import vn.motcua.notification.catalogue.Unit;
import vn.motcua.notification.feedback.ActOnFeedback.Acting;
import vn.motcua.notification.feedback.Acts.Words;
import vn.motcua.notification.page.PageTexts;
import vn.motcua.notification.person.ContactSeal;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.sql.Sql;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/**
 * A complaint or a denunciation is no feedback (Decree 20/2008/NĐ-CP): it is handed to citizen reception with a numbered record and not
 * processed here. The record is sealed as it was signed and never changes.
 */
@ApplicationScoped
class HandOverComplaint {
    private static final String SYMBOL = "BBBG-TTPVHCC";
    private static final String ADD =
            """
            insert into complaint_hand_over (id, feedback_id, unit, year, running_number, number, kind, receiver, officer_name,
                officer_title, at, page, sha256) values (?,?,?,?,?,?,?,?,?,?,?,?,?)
            """;

    @Inject
    AgroalDataSource source;

    @Inject
    ActOnFeedback acting;

    @Inject
    Deadlines deadlines;

    @Inject
    RunningNumbers numbers;

    @Inject
    Contents contents;

    @Inject
    FeedbackFiles files;

    @Inject
    Catalogue catalogue;

    @Inject
    ContactSeal seal;

    /** Which track it belongs to. */
    enum Kind {
        COMPLAINT,
        DENUNCIATION
    }

    /** What the record says. */
    record Sheet(
            String unit,
            String number,
            String at,
            String kind,
            String feedback,
            String receivedAt,
            String channel,
            String contact,
            String dossier,
            int files,
            String giving,
            String taking,
            String text) {}

    @CheckedTemplate(basePath = "HandOver")
    static class Templates {
        static native TemplateInstance record(Map<String, String> t, Sheet sheet);

        private Templates() {}
    }

    /** In the caller's transaction; the number is the next of the unit and the legal year. Where the person was asked, the pause is over. */
    Feedback handOver(UUID id, String ifMatch, Kind kind, String receiver) {
        Acting now = acting.begin(id, FeedbackAction.HAND_OVER, ifMatch);
        String unit = now.feedback().facts().unit();
        long running = numbers.next(RunningNumbers.What.COMPLAINT, unit, now.at());
        String number = "%02d/%s".formatted(running, SYMBOL);
        Feedback after = acting.finish(
                now,
                now.feedback()
                        .to(now.row().to(), deadlines.resumed(now.feedback().limits(), now.at(), unit)),
                kind.name(),
                new Words(null, receiver.strip()));
        byte[] page = Templates.record(PageTexts.in("vi"), sheet(now, kind, receiver.strip(), number))
                .render()
                .getBytes(StandardCharsets.UTF_8);
        Sql.update(
                source,
                ADD,
                UUID.randomUUID(),
                id,
                unit,
                LegalTime.date(now.at()).getYear(),
                running,
                number,
                kind.name(),
                receiver.strip(),
                now.actor().name(),
                now.actor().title(),
                now.at(),
                seal.sealBytes(page),
                HexFormat.of().formatHex(Acts.digest(page)));
        return after;
    }

    private Sheet sheet(Acting now, Kind kind, String receiver, String number) {
        Map<String, String> t = PageTexts.in("vi");
        Feedback f = now.feedback();
        Contents.Content content = contents.of(f.id());
        String title = now.actor().title() == null ? "" : ", " + now.actor().title();
        return new Sheet(
                catalogue
                        .receivingUnit(f.facts().unit())
                        .map(Unit::name)
                        .orElse(f.facts().unit()),
                number,
                LegalTime.onPaper(now.at()),
                t.get("handOver." + kind),
                f.facts().number(),
                LegalTime.onPaper(f.facts().receivedAt()),
                t.get("channel." + f.facts().channel()),
                content.contact() == null ? t.get("handOverAnonymous") : content.contact(),
                f.facts().about().dossierRef() == null ? "–" : f.facts().about().dossierRef(),
                files.of(f.id()).size(),
                now.actor().name() + title,
                receiver,
                content.text());
    }
}
