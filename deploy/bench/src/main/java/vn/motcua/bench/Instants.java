package vn.motcua.bench;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;

/** Instants as PostgreSQL reads them, written fast: growth writes a hundred million of them. */
final class Instants {
    private static final long DAY_MICROS = 86_400_000_000L;

    private Instants() {}

    static long micros(OffsetDateTime at) {
        return at.toEpochSecond() * 1_000_000 + at.get(ChronoField.MICRO_OF_SECOND);
    }

    /** Appends {@code 2026-11-24 07:30:00.123456+00}. */
    static void append(StringBuilder text, long micros) {
        long days = Math.floorDiv(micros, DAY_MICROS);
        long rest = Math.floorMod(micros, DAY_MICROS);
        civil(text, days);
        text.append(' ');
        long second = rest / 1_000_000;
        two(text, second / 3_600);
        text.append(':');
        two(text, second / 60 % 60);
        text.append(':');
        two(text, second % 60);
        text.append('.');
        long fraction = rest % 1_000_000;
        for (long unit = 100_000; unit > 0; unit /= 10) {
            text.append((char) ('0' + fraction / unit % 10));
        }
        text.append("+00");
    }

    /** Days since 1970 as a date of the Gregorian calendar, by eras of 400 years. */
    private static void civil(StringBuilder text, long days) {
        long shifted = days + 719_468;
        long era = Math.floorDiv(shifted, 146_097);
        long dayOfEra = shifted - era * 146_097;
        long yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long shiftedMonth = (5 * dayOfYear + 2) / 153;
        long month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
        text.append(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)).append('-');
        two(text, month);
        text.append('-');
        two(text, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1);
    }

    private static void two(StringBuilder text, long number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
