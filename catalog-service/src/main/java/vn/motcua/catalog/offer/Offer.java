package vn.motcua.catalog.offer;

import com.fasterxml.jackson.annotation.JsonInclude;

import java.time.LocalDate;

/**
 * A procedure that a unit offers.
 *
 * @param name null where no list in force has the code
 * @param field as the unit's board files it, else as the lists do
 * @param version in force, null where the lists lack the code
 * @param decision by which it is offered, null: not established
 * @param since from when, null: not established
 * @param board where this was read
 * @param seen day or month of that board
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Offer(
        String code,
        String name,
        String field,
        Integer version,
        String decision,
        LocalDate since,
        String board,
        String seen) {}
