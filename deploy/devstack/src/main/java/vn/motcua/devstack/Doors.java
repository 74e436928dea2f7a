package vn.motcua.devstack;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Who may do what at the broker: the inner door is for the suite's own processes, which are super users there; at the outside one a
 * client names itself by SASL/SCRAM-SHA-512 and may do nothing but what an ACL of its own allows.
 */
final class Doors {

    /** How long a session of an outside client holds before it must name itself again: so long an old secret may last. */
    private static final String SESSION_MS = "900000";

    private Doors() {}

    /**
     * The broker's settings.
     *
     * @param prefix empty for a properties file, {@code KAFKA_} for the environment of the container image
     */
    static Map<String, String> of(String prefix) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,OUTSIDE:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT");
        all.put("inter.broker.listener.name", "PLAINTEXT");
        all.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        all.put(
                "listener.name.outside.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        all.put("listener.name.outside.scram-sha-512.connections.max.reauth.ms", SESSION_MS);
        all.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        all.put("allow.everyone.if.no.acl.found", "false");
        all.put("super.users", "User:ANONYMOUS");
        return prefix.isEmpty() ? all : named(prefix, all);
    }

    /** As the image reads it: a dot is one underscore, a hyphen three. */
    private static Map<String, String> named(String prefix, Map<String, String> all) {
        Map<String, String> names = new LinkedHashMap<>();
        all.forEach((name, value) -> names.put(
                prefix
                        + name.replace("_", "__")
                                .replace("-", "___")
                                .replace('.', '_')
                                .toUpperCase(Locale.ROOT),
                value));
        return names;
    }
}
