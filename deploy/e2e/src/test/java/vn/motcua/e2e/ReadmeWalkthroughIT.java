package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What the README tells people to paste works as it stands there. */
class ReadmeWalkthroughIT extends SuiteFixture {

    @Test
    void the_five_steps_in_curl_end_with_a_message_in_the_inbox() throws Exception {
        String readme = Files.readString(root().resolve("README.md"));
        String walk = readme.substring(
                readme.indexOf("<!-- walkthrough:begin -->"), readme.indexOf("<!-- walkthrough:end -->"));
        String script = walk.substring(walk.indexOf("```bash") + 7, walk.lastIndexOf("```"));
        Path log = Path.of("target/walkthrough.log");
        ProcessBuilder shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        shell.environment().put("MOTCUA_URL", suite().publicUrl());
        Process running = shell.start();
        assertThat(running.waitFor(120, TimeUnit.SECONDS)).as("ends in time").isTrue();
        String told = Files.readString(log);
        assertThat(running.exitValue()).as(told).isZero();
        assertThat(told).contains("\"HANDED_OVER\"").contains("the inbox: H52.712.00-");
    }
}
