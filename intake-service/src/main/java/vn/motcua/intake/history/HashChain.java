package vn.motcua.intake.history;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/** Chains the acts of a dossier: whoever alters, removes or inserts one breaks every hash after it. */
final class HashChain {
    private HashChain() {}

    /** SHA-256 over the previous hash and every member of the act, each with its length. */
    static byte[] next(byte[] previous, Act act) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, previous);
            for (Object member : members(act)) {
                write(out, member == null ? null : member.toString().getBytes(StandardCharsets.UTF_8));
            }
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static List<Object> members(Act act) {
        return Arrays.asList(
                act.id(),
                act.dossierId(),
                act.revision(),
                act.sequence(),
                act.action(),
                act.outcome(),
                act.fromStage(),
                act.toStage(),
                act.actor(),
                act.actorSubject(),
                act.actorName(),
                act.actorTitle(),
                act.reasonCode(),
                act.reason(),
                act.effectiveAt(),
                act.recordedAt(),
                act.causedBy(),
                act.details());
    }

    private static void write(DataOutputStream out, byte[] value) throws IOException {
        out.writeInt(value == null ? -1 : value.length);
        if (value != null) {
            out.write(value);
        }
    }
}
