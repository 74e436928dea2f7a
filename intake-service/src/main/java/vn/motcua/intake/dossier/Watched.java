package vn.motcua.intake.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** When the dossier is looked at next, and what was raised of it and is not over. */
@Embeddable
public class Watched {
    @Column(name = "next_check_at")
    private Instant nextCheckAt;

    @Column(name = "watch_raised", nullable = false)
    private String raised = "";

    /** Null for drafts nobody was told of, and where nothing can come any more. */
    public Instant nextCheckAt() {
        return nextCheckAt;
    }

    public Set<WatchKind> raised() {
        return raised.isEmpty()
                ? EnumSet.noneOf(WatchKind.class)
                : Arrays.stream(raised.split(","))
                        .map(WatchKind::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(WatchKind.class)));
    }

    /** Takes what is raised now and when to look again. */
    public void set(Set<WatchKind> kinds, Instant next) {
        raised = kinds.stream().sorted().map(WatchKind::name).collect(Collectors.joining(","));
        nextCheckAt = next;
    }
}
