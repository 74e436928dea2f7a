package vn.motcua.notification.ringing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.delivery.ChannelKind;
import vn.motcua.notification.delivery.OptOuts;
import vn.motcua.notification.dossier.Dossiers;
import vn.motcua.notification.dossier.KnownDossier;
import vn.motcua.notification.dossier.Sight;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Says which messages of a dossier ring: by the person through the link, or by reception where the person asks for it at the counter.
 * Each change is kept with who said it; what changes nothing is not noted. The portal goes on whatever is said.
 */
@ApplicationScoped
public class SayWhatRings {
    @Inject
    Dossiers dossiers;

    @Inject
    OptOuts optOuts;

    @Inject
    Wishes wishes;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** The person's own choice. */
    public void byPerson(UUID dossier, Set<ChannelKind> wanted) {
        QuarkusTransaction.joiningExisting().run(() -> {
            dossiers.locked(dossier).orElseThrow();
            change(dossier, wanted, Wish.By.PERSON, null, null);
        });
    }

    /**
     * Reception enters it on the word of whoever stands at its counter.
     *
     * @throws ProblemException 404 for a dossier the caller does not see, 403 where it is not the counter's, 428, 412 with who changed it
     */
    RingingView atTheCounter(UUID id, Set<ChannelKind> wanted, Wish.AskedBy askedBy, String ifMatch) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            KnownDossier dossier =
                    dossiers.seen(id, Sight.of(caller)).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
            String unit = counter(dossier).orElseThrow(() -> new ProblemException(Problems.FORBIDDEN));
            dossiers.locked(id).orElseThrow();
            List<Wish> said = wishes.of(id);
            Revision.require(ifMatch, revision(said), () -> changed(said));
            change(id, wanted, Wish.By.RECEPTION, askedBy, unit);
            return view(dossier);
        });
    }

    /** Which of them ring now, and what was said. */
    RingingView view(KnownDossier dossier) {
        Set<ChannelKind> unwanted = optOuts.of(dossier.id());
        List<Wish> said = wishes.of(dossier.id());
        return new RingingView(
                dossier.id(),
                !unwanted.contains(ChannelKind.SMS),
                !unwanted.contains(ChannelKind.EMAIL),
                caller.has("reception") && counter(dossier).isPresent(),
                revision(said),
                said);
    }

    /** The receiving unit's counter or that of the unit that returns the result: there people come. */
    private Optional<String> counter(KnownDossier dossier) {
        return Stream.of(dossier.receivingUnit(), dossier.returningUnit())
                .filter(caller.units()::contains)
                .findFirst();
    }

    private void change(UUID dossier, Set<ChannelKind> wanted, Wish.By by, Wish.AskedBy askedBy, String unit) {
        Set<ChannelKind> unwanted = EnumSet.copyOf(ChannelKind.RINGING);
        unwanted.removeAll(wanted);
        if (optOuts.of(dossier).equals(unwanted)) {
            return;
        }
        optOuts.set(dossier, unwanted);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean officer = by == Wish.By.RECEPTION;
        Wish wish = new Wish(
                revision(wishes.of(dossier)) + 1,
                wanted.contains(ChannelKind.SMS),
                wanted.contains(ChannelKind.EMAIL),
                by,
                askedBy,
                unit,
                null,
                now);
        wishes.add(
                dossier,
                wish,
                officer ? caller.subject() : null,
                officer ? caller.name() : null,
                officer ? caller.title() : null);
    }

    private static long revision(List<Wish> said) {
        return said.isEmpty() ? 0 : said.get(0).number();
    }

    private static Map<String, Object> changed(List<Wish> said) {
        Map<String, Object> facts = new LinkedHashMap<>();
        if (!said.isEmpty()) {
            facts.put(
                    "by",
                    said.get(0).officer() == null
                            ? said.get(0).by().name()
                            : said.get(0).officer());
            facts.put("at", said.get(0).at());
        }
        return facts;
    }
}
