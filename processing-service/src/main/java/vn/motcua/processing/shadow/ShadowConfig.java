package vn.motcua.processing.shadow;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;

import java.time.Duration;
import java.util.Map;

/** Which other systems own dossiers that are shown here. */
@ConfigMapping(prefix = "processing.shadows")
public interface ShadowConfig {
    /** By the short name of the system, which is also the end of its topic. */
    Map<String, Authority> systems();

    /** One of them. */
    interface Authority {
        /** As officers know it, in Vietnamese. */
        @NotBlank
        String name();

        /** How long it may be silent before its shadows are said to lag; it sends a heartbeat more often than that. */
        @WithDefault("PT30M")
        Duration silence();
    }
}
