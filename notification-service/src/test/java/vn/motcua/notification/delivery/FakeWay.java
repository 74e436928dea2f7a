package vn.motcua.notification.delivery;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A way that answers as it is told and remembers what it was given. */
public final class FakeWay implements Way {
    public final List<UUID> sent = new CopyOnWriteArrayList<>();
    public final List<String> said = new CopyOnWriteArrayList<>();
    private final ChannelKind kind;
    private final boolean repeatable;
    private int parts = 1;
    private final Deque<Object> answers = new ArrayDeque<>();

    /** The process is killed after the provider has it. */
    public static final class Killed extends Error {}

    public FakeWay(ChannelKind kind) {
        this(kind, false);
    }

    public FakeWay(ChannelKind kind, boolean repeatable) {
        this.kind = kind;
        this.repeatable = repeatable;
    }

    /** An {@link Answer} or something to throw, in order; later ones are taken. */
    public FakeWay then(Object... next) {
        Collections.addAll(answers, next);
        return this;
    }

    /** In how many parts its messages go. */
    public FakeWay of(int count) {
        parts = count;
        return this;
    }

    @Override
    public ChannelKind kind() {
        return kind;
    }

    @Override
    public boolean configured() {
        return true;
    }

    @Override
    public boolean repeatable() {
        return repeatable;
    }

    @Override
    public synchronized Answer send(Parcel parcel, Begin begin) {
        boolean sms = kind == ChannelKind.SMS;
        if (!begin.begin("first", sms ? 7 : null, sms ? parts : null)) {
            return Answer.later("taken-by-another", List.of(), null);
        }
        Object next = answers.poll();
        if (next instanceof Answer answer && answer.kind() == Answer.Kind.LATER) {
            return answer;
        }
        sent.add(parcel.message());
        said.add(String.valueOf(sms ? parcel.shortText() : parcel.letter()));
        if (next instanceof Error killed) {
            throw killed;
        }
        if (next instanceof RuntimeException broken) {
            throw broken;
        }
        if (next instanceof Answer answer) {
            return answer;
        }
        return Answer.taken(sms ? List.of(new Answer.Part(1, "ref-" + parcel.delivery())) : List.of());
    }
}
