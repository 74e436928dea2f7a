package vn.motcua.catalog.procedure;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Another department or authority that takes part, and how much of the limit is its share.
 *
 * @param amount null: its share is not established
 * @param unit of the share; null with the amount
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Coordination(String who, Integer amount, LimitUnit unit) {}
