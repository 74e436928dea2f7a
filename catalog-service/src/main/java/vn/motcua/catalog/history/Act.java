package vn.motcua.catalog.history;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.UUID;

/**
 * One act upon a procedure: who, when and why.
 *
 * @param id grows with every act
 * @param version that the act made or ended; null for acts on a draft
 * @param draft null for lists and ends
 * @param byName in official capacity; null for the first load
 * @param reason in the officer's own words; null where none was given
 * @param details facts by act: days, decision, successors
 */
record Act(
        long id,
        String code,
        Integer version,
        UUID draft,
        ActKind act,
        String byName,
        String byTitle,
        String reason,
        JsonNode details,
        Instant at) {}
