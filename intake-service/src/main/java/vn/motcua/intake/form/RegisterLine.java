package vn.motcua.intake.form;

import vn.motcua.intake.deadline.Punctuality;

import java.time.Instant;

/**
 * One line of form 07, the register (Circular 03/2025, Annex I).
 *
 * @param person name as the reader may see it; address and phone likewise, or null
 * @param returnedAt when the result was handed over, or null
 * @param returnMode COUNTER, ELECTRONIC or POST
 * @param supplements how often papers were asked for; more than once is marked
 */
public record RegisterLine(
        String code,
        String procedureCode,
        int procedureVersion,
        String person,
        String address,
        String phone,
        String competentUnit,
        Instant receivedAt,
        Instant due,
        Instant returnedAt,
        String returnMode,
        Punctuality punctuality,
        int supplements) {}
