package vn.motcua.catalog.load;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import vn.motcua.catalog.calendar.CalendarYear;
import vn.motcua.catalog.calendar.Calendars;
import vn.motcua.catalog.history.ActKind;
import vn.motcua.catalog.history.History;
import vn.motcua.catalog.lists.BoardLists;
import vn.motcua.catalog.lists.CalendarLists;
import vn.motcua.catalog.lists.ListSource;
import vn.motcua.catalog.lists.MergedProcedures;
import vn.motcua.catalog.lists.RowError;
import vn.motcua.catalog.lists.UnitLists;
import vn.motcua.catalog.offer.Offers;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.procedure.Publication;
import vn.motcua.catalog.search.SearchIndex;
import vn.motcua.catalog.unit.Unit;
import vn.motcua.catalog.unit.UnitNames;
import vn.motcua.catalog.unit.UnitPublished;
import vn.motcua.catalog.unit.Units;
import vn.motcua.platform.outbox.Outbox;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/** Loads the shipped lists before the service takes requests: a part that is there already is left as it is. */
@ApplicationScoped
class FirstLoad {
    static final List<String> PARTS = List.of("calendars", "procedures", "search", "units", "unit-names", "offers");
    private static final Logger LOG = Logger.getLogger(FirstLoad.class);

    /** Every row of the lists is version 1 and in force from the day of the reform. */
    private static final LocalDate IN_FORCE_FROM = UnitLists.REFORM;

    @Inject
    LoadLedger ledger;

    @Inject
    Publication publication;

    @Inject
    History history;

    @Inject
    Units units;

    @Inject
    Calendars calendars;

    @Inject
    SearchIndex index;

    @Inject
    UnitNames unitNames;

    @Inject
    Offers offers;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    void load(@Observes StartupEvent start) {
        once("calendars", this::calendars);
        once("procedures", this::procedures);
        once("search", this::search);
        once("units", this::units);
        once("unit-names", unitNames::complete);
        once("offers", this::offers);
    }

    private void once(String part, IntSupplier load) {
        Instant begun = clock.instant();
        if (ledger.once(part, load)) {
            LOG.infof("loaded %s in %d ms", part, clock.instant().toEpochMilli() - begun.toEpochMilli());
        }
    }

    private int calendars() {
        CalendarLists lists = CalendarLists.from(ListSource.shipped());
        require(lists.errors());
        for (CalendarYear year : lists.years()) {
            calendars.insert(year);
            outbox.append(CalendarYear.TOPIC, year.key(), CalendarYear.TYPE, year);
        }
        return lists.years().size();
    }

    private int procedures() {
        MergedProcedures lists = MergedProcedures.from(ListSource.shipped());
        require(lists.errors());
        Instant now = clock.instant();
        List<ProcedureVersion> versions = lists.procedures().stream()
                .map(content -> ProcedureVersion.of(1, IN_FORCE_FROM, content, now))
                .toList();
        publication.publish(List.of(), versions);
        history.add(versions.stream()
                .map(each -> new History.Entry(
                        each.content().code(),
                        1,
                        null,
                        ActKind.LOADED,
                        null,
                        null,
                        Map.of("effectiveFrom", IN_FORCE_FROM)))
                .toList());
        return versions.size();
    }

    /** Of versions that were there before there was a search table; the others are noted as they come. */
    private int search() {
        require(index.lists().errors());
        return index.complete();
    }

    private int units() {
        UnitLists lists = UnitLists.from(ListSource.shipped());
        require(lists.errors());
        units.insert(lists.units());
        lists.hours().forEach(units::open);
        for (Unit unit : lists.units()) {
            outbox.append(UnitPublished.TOPIC, unit.id(), UnitPublished.TYPE, UnitPublished.of(unit));
        }
        return lists.units().size();
    }

    private int offers() {
        BoardLists lists = BoardLists.from(ListSource.shipped());
        require(lists.errors());
        offers.insert(lists.listed());
        return lists.listed().size();
    }

    private static void require(List<RowError> errors) {
        if (!errors.isEmpty()) {
            throw new IllegalStateException("the shipped lists have errors, the first is " + errors.get(0));
        }
    }
}
