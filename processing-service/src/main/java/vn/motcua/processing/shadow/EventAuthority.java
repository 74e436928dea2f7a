package vn.motcua.processing.shadow;

import vn.motcua.platform.inbox.Event;
import vn.motcua.platform.inbox.Unprocessable;

import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.regex.Pattern;

/** An authority that tells by CloudEvents on {@code shadow.<system>}, as the contract of that topic says. */
final class EventAuthority implements AuthorityOfRecord {
    static final String CHANGED = "vn.motcua.shadow.changed.v1";
    static final String HEARTBEAT = "vn.motcua.shadow.heartbeat.v1";

    private static final String TOPIC = "shadow.";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9./_-]{2,59}");
    private static final Pattern PROCEDURE = Pattern.compile("\\d\\.\\d{6}(\\.[A-Z]\\d{2})?");
    private static final Pattern UNIT = Pattern.compile("\\d{2}-[0-9A-Za-z]{1,20}-\\d{8}");

    private final String system;
    private final Set<String> departments;

    /**
     * @param departments that may be named
     * @throws IllegalArgumentException for a name that cannot be the end of a topic; the service does not start with it
     */
    EventAuthority(String system, Set<String> departments) {
        if (!NAME.matcher(system).matches()) {
            throw new IllegalArgumentException(
                    "processing.shadows.systems: \"" + system + "\" is not of lower-case letters, digits and hyphens");
        }
        this.system = system;
        this.departments = Set.copyOf(departments);
    }

    @Override
    public String system() {
        return system;
    }

    @Override
    public String topic() {
        return topic(system);
    }

    static String topic(String system) {
        return TOPIC + system;
    }

    /** The system heard on such a topic, whether it is configured or not. */
    static String system(String topic) {
        return topic.substring(TOPIC.length());
    }

    @Override
    public Told read(Event event) {
        return switch (event.type()) {
            case HEARTBEAT -> new Alive();
            case CHANGED -> state(event.key(), event.as(ShadowChanged.class));
            default -> throw new Unprocessable("type " + event.type() + " is not of this topic");
        };
    }

    private State state(String key, ShadowChanged told) {
        fits("reference", told.reference(), REFERENCE);
        fits("procedureCode", told.procedureCode(), PROCEDURE);
        fits("unit", told.unit(), UNIT);
        require(told.reference().equals(key), "key is not the reference");
        require(told.department() == null || departments.contains(told.department()), "unknown department");
        NationalStatus status = told.status() == null ? null : NationalStatus.of(told.status());
        require(status != null, "status is no national code");
        require(told.since() != null, "since is missing");
        require(told.sequence() != null && told.sequence() > 0, "sequence is missing");
        return new State(
                told.reference(),
                told.procedureCode(),
                told.unit(),
                told.department(),
                status,
                told.since().truncatedTo(ChronoUnit.MILLIS),
                told.due() == null ? null : told.due().truncatedTo(ChronoUnit.MILLIS),
                told.sequence());
    }

    private static void fits(String what, String value, Pattern pattern) {
        require(value != null && pattern.matcher(value).matches(), what + " does not fit");
    }

    private static void require(boolean fits, String otherwise) {
        if (!fits) {
            throw new Unprocessable(otherwise);
        }
    }
}
