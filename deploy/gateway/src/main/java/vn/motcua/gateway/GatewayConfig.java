package vn.motcua.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which backend answers for which paths. */
@ConfigMapping(prefix = "gateway")
interface GatewayConfig {

    /** The backends by name. */
    Map<String, Backend> backends();

    /** Addresses of proxies in front of the gateway whose X-Forwarded-* headers are believed; nobody's by default. */
    Optional<List<String>> trustedProxies();

    /** One backend. */
    interface Backend {

        /** Scheme, host and port; a path is not allowed. */
        URI url();

        /** Paths it serves, each with all below it; {@code /} stands for the front page alone. */
        List<String> paths();

        /** Most connections kept to it; further requests wait. */
        @WithDefault("128")
        int connections();

        /** Most requests that wait for a connection; what comes then is answered 503. */
        @WithDefault("512")
        int waiting();

        /** Longest time for a connection. */
        @WithDefault("2s")
        Duration connectTimeout();

        /** Longest silence of the backend. */
        @WithDefault("30s")
        Duration timeout();
    }
}
