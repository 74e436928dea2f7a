package vn.motcua.catalog.poster;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.catalog.field.Field;
import vn.motcua.catalog.procedure.ListedProcedure;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.procedure.Procedures;
import vn.motcua.catalog.procedure.PublicAddress;
import vn.motcua.catalog.unit.Unit;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Draws posters, boards and walls into a stream, in the language asked for. What they say is read some sheets at a time. */
@ApplicationScoped
class Posters {
    /** Counts up when the same content is drawn in another way. */
    static final int DRAWING = 2;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** Walls drawn at once: each costs seconds of a processor, and everybody may ask. */
    private static final int WALLS = 2;

    /** Shorter than the silence that the gateway bears. */
    private static final long WAIT_SECONDS = 10;

    private final Semaphore walls = new Semaphore(WALLS);

    @Inject
    Procedures procedures;

    @Inject
    PublicAddress addresses;

    void poster(ProcedureVersion version, Paper paper, String lang, OutputStream out) throws IOException {
        PosterTexts says = says(lang);
        Facts facts = facts(version, lang, says);
        try (Booklet booklet = new Booklet(facts.code() + " " + facts.name(), lang)) {
            try (Sheet sheet = booklet.sheet(paper)) {
                new ProcedurePoster(says, facts, paper).draw(sheet);
            }
            booklet.write(out);
        }
    }

    void board(Field field, List<ListedProcedure> listed, LocalDate on, String lang, OutputStream out)
            throws IOException {
        PosterTexts says = says(lang);
        FieldBoard board = new FieldBoard(
                says, field.name(), listed.size(), addresses.ofField(field.id()), says.as_of(DAY.format(on)));
        try (Booklet booklet = new Booklet(field.name(), lang)) {
            for (int number = 1; number <= board.sheets(); number++) {
                int from = (number - 1) * FieldBoard.CARDS;
                List<ListedProcedure> some = listed.subList(from, Math.min(listed.size(), from + FieldBoard.CARDS));
                try (Sheet sheet = booklet.sheet(Paper.A3)) {
                    board.draw(sheet, number, facts(some, lang, says));
                }
            }
            booklet.write(out);
        }
    }

    void wall(Unit unit, List<ListedProcedure> listed, LocalDate on, Paper paper, String lang, OutputStream out)
            throws IOException {
        PosterTexts says = says(lang);
        String name = unit.nameOn(on).name();
        UnitWall wall = new UnitWall(
                says,
                paper,
                name,
                unit.nameOn(on).provinceName(),
                addresses.ofUnit(unit.id()),
                says.as_of(DAY.format(on)));
        try (Booklet booklet = new Booklet(name, lang)) {
            inTurn();
            try {
                wall.draw(booklet, listed, some -> facts(some, lang, says));
            } finally {
                walls.release();
            }
            booklet.write(out);
        }
    }

    /** @throws ProblemException {@code unavailable} where others draw for too long */
    private void inTurn() {
        try {
            if (walls.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(Problems.UNAVAILABLE);
    }

    private List<Facts> facts(List<ListedProcedure> some, String lang, PosterTexts says) {
        return procedures.of(some).stream()
                .map(version -> facts(version, lang, says))
                .toList();
    }

    private Facts facts(ProcedureVersion version, String lang, PosterTexts says) {
        return Facts.of(version, lang, says, addresses.of(version.content().code()));
    }

    private static PosterTexts says(String lang) {
        return MessageBundles.get(PosterTexts.class, Localized.Literal.of(lang));
    }
}
