package vn.motcua.notification.satisfaction;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.sql.Sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The one-time tokens that let a person answer; only their hashes are kept. Methods join the caller's transaction. */
@ApplicationScoped
class SurveyTokens {
    /** Without letters that are taken for another. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    /** 130 bits: it stands in a form and in an address. */
    private static final int LONG = 26;

    /** 40 bits for a quarter of an hour: somebody types it. */
    private static final int SHORT = 8;

    /** 60 bits for a month: it stands in the address of a message, where each letter is paid for. */
    private static final int IN_MESSAGE = 12;

    private static final Duration LIFE_OF_FORM = Duration.ofHours(2);
    static final Duration LIFE_OF_CODE = Duration.ofMinutes(15);
    private static final Duration LIFE_OF_LINK = Duration.ofDays(30);
    private static final int DELETED = 500;

    @Inject
    AgroalDataSource source;

    /** What a token opens. */
    record Opened(UUID returnId, Way way) {}

    /** For the person's own device. */
    String forPerson(UUID returnId, Instant now) {
        return issue(returnId, Way.PERSON, LONG, now.plus(LIFE_OF_FORM), now);
    }

    /** For the link of a message, to the person's own device. */
    String forMessage(UUID returnId, Instant now) {
        return issue(returnId, Way.PERSON, IN_MESSAGE, now.plus(LIFE_OF_LINK), now);
    }

    /** For the counter's tablet; the codes opened before it for the same return are void. */
    String forTablet(UUID returnId, Instant now) {
        Sql.update(source, "delete from survey_token where return_id = ? and way = 'TABLET'", returnId);
        return issue(returnId, Way.TABLET, SHORT, now.plus(LIFE_OF_CODE), now);
    }

    /** What it opens; empty for one that is not ours, over or used. */
    Optional<Opened> open(String token, Instant now) {
        if (token == null || token.length() > LONG || token.isBlank()) {
            return Optional.empty();
        }
        return Sql.query(
                        source,
                        "select return_id, way from survey_token where hash = ? and expires_at > ?",
                        row -> new Opened(row.getObject(1, UUID.class), Way.valueOf(row.getString(2))),
                        hash(token),
                        now)
                .stream()
                .findFirst();
    }

    /** The return is answered: nothing opens it any more. */
    void used(UUID returnId) {
        Sql.update(source, "delete from survey_token where return_id = ?", returnId);
    }

    private String issue(UUID returnId, Way way, int length, Instant expires, Instant now) {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < length; i++) {
            token.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        Sql.update(
                source,
                "delete from survey_token where hash in (select hash from survey_token where expires_at <= ? limit ?)",
                now,
                DELETED);
        Sql.update(
                source,
                "insert into survey_token (hash, return_id, way, expires_at) values (?,?,?,?)",
                hash(token.toString()),
                returnId,
                way.name(),
                expires);
        return token.toString();
    }

    /** A token as it was issued, however it was typed. */
    static String plain(String typed) {
        return typed.strip()
                .toUpperCase(Locale.ROOT)
                .replace("-", "")
                .replace(" ", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(plain(token).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
