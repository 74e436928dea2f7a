package vn.motcua.notification.satisfaction;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which of the answers that wait at a unit are counted together (deploy/adr/0049). Every figure takes or leaves a group as a whole, so that
 * whatever is computed of figures, of whatever moments, is of groups and never of fewer answers.
 */
final class Groups {
    /** As many answers are counted at once. */
    static final int TOGETHER = 5;

    /** As many wait for others of their procedure; from there on some are counted for the unit alone. */
    static final int PATIENCE = 2 * TOGETHER;

    private Groups() {}

    /**
     * An answer that is not counted yet.
     *
     * @param month in which it came, as its first day
     */
    record Waiting(UUID id, String procedure, LocalDate month) {}

    /** @param ofOneProcedure whether it counts for the procedure too */
    record Group(List<UUID> answers, boolean ofOneProcedure) {}

    /**
     * Five of one procedure as soon as there are; else, where too many wait, five of the oldest month and the rarest procedures: the others
     * have better hopes of company. Marks have no part in it.
     */
    static Optional<Group> next(List<Waiting> waiting) {
        Map<String, Long> often =
                waiting.stream().collect(Collectors.groupingBy(Waiting::procedure, Collectors.counting()));
        Optional<String> enough = often.keySet().stream()
                .filter(each -> often.get(each) >= TOGETHER)
                .sorted()
                .findFirst();
        if (enough.isEmpty() && waiting.size() < PATIENCE) {
            return Optional.empty();
        }
        Function<Waiting, Long> rarity = each -> often.get(each.procedure());
        List<UUID> five = waiting.stream()
                .filter(each -> enough.isEmpty() || enough.get().equals(each.procedure()))
                .sorted(Comparator.comparing(Waiting::month)
                        .thenComparing(rarity)
                        .thenComparing(Waiting::procedure)
                        .thenComparing(Waiting::id))
                .limit(TOGETHER)
                .map(Waiting::id)
                .toList();
        return Optional.of(new Group(five, enough.isPresent()));
    }
}
