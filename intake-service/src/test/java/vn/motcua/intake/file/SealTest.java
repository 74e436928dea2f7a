package vn.motcua.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;

class SealTest {
    private static final UUID DOSSIER = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final byte[] CONTENT = content(300_000);

    private final byte[] key = content(32);
    private final Seal seal = new Seal(key, DOSSIER);

    @TempDir
    Path folder;

    private static byte[] content(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    @Test
    void what_was_sealed_opens_again_and_shows_nothing_of_itself() throws IOException {
        Sealing.Written written = write(CONTENT);
        assertThat(written.size()).isEqualTo(CONTENT.length);
        assertThat(new String(Files.readAllBytes(sealed()), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(CONTENT, 0, 16, java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThat(read(seal, written.sha256())).isEqualTo(CONTENT);
    }

    @Test
    void an_empty_file_and_one_of_whole_segments_open() throws IOException {
        for (int size : new int[] {0, 1, 64 * 1024 - 16, 64 * 1024, 3 * 64 * 1024}) {
            Files.deleteIfExists(sealed());
            byte[] content = content(size);
            assertThat(read(seal, write(content).sha256())).isEqualTo(content);
        }
    }

    @Test
    void it_is_read_anywhere_without_reading_the_rest() throws IOException {
        write(CONTENT);
        try (FileChannel file = FileChannel.open(sealed());
                SeekableByteChannel open = seal.opening(file)) {
            assertThat(open.size()).isEqualTo(CONTENT.length);
            ByteBuffer some = ByteBuffer.allocate(100);
            open.position(200_000).read(some);
            assertThat(some.array()).isEqualTo(Arrays.copyOfRange(CONTENT, 200_000, 200_100));
        }
    }

    @Test
    void one_bit_changed_anywhere_is_found() throws IOException {
        String sha256 = write(CONTENT).sha256();
        byte[] whole = Files.readAllBytes(sealed());
        for (int at : new int[] {0, 3, 45, 1000, 70_000, whole.length - 1}) {
            byte[] altered = whole.clone();
            altered[at] ^= 1;
            Files.write(sealed(), altered);
            assertThatThrownBy(() -> read(seal, sha256)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_cut_file_is_found_wherever_it_is_cut() throws IOException {
        String sha256 = write(CONTENT).sha256();
        byte[] whole = Files.readAllBytes(sealed());
        for (int length : new int[] {0, 10, 64 * 1024, 2 * 64 * 1024, whole.length - 1}) {
            Files.write(sealed(), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(seal, sha256)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_file_of_another_dossier_or_key_does_not_open() throws IOException {
        String sha256 = write(CONTENT).sha256();
        assertThatThrownBy(() -> read(new Seal(key, UUID.randomUUID()), sha256)).isInstanceOf(IOException.class);
        byte[] other = key.clone();
        other[0] ^= 1;
        assertThatThrownBy(() -> read(new Seal(other, DOSSIER), sha256)).isInstanceOf(IOException.class);
    }

    @Test
    void a_file_put_in_the_place_of_another_is_found_before_its_last_byte() throws IOException {
        write(CONTENT);
        long given = 0;
        try (InputStream in = new CheckedContent(seal.opening(Files.newInputStream(sealed())), "0".repeat(64))) {
            byte[] buffer = new byte[1000];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                given += n;
            }
        } catch (IOException found) {
            assertThat(given).isPositive().isLessThan(CONTENT.length);
            return;
        }
        throw new AssertionError("not found");
    }

    @Test
    void one_byte_too_many_is_refused() throws IOException {
        assertThatThrownBy(() -> Sealing.write(new ByteArrayInputStream(CONTENT), seal, sealed(), CONTENT.length - 1))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(Problems.PAYLOAD_TOO_LARGE));
        Files.delete(sealed());
        assertThat(write(CONTENT).size()).isEqualTo(CONTENT.length);
    }

    private Path sealed() {
        return folder.resolve("sealed");
    }

    private Sealing.Written write(byte[] content) throws IOException {
        return Sealing.write(new ByteArrayInputStream(content), seal, sealed(), CONTENT.length);
    }

    private byte[] read(Seal with, String sha256) throws IOException {
        try (InputStream in = new CheckedContent(with.opening(Files.newInputStream(sealed())), sha256)) {
            return in.readAllBytes();
        }
    }
}
