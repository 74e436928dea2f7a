package vn.motcua.catalog.procedure;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Who pays nothing, or less.
 *
 * @param ground the rule that says so; null: none is told, which keeps a draft from being published
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Exemption(String who, String ground) {}
