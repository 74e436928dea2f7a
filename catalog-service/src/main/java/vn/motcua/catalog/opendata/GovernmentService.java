package vn.motcua.catalog.opendata;

import vn.motcua.catalog.procedure.Channel;
import vn.motcua.catalog.procedure.Fee;
import vn.motcua.catalog.procedure.FeeRule;
import vn.motcua.catalog.procedure.Limit;
import vn.motcua.catalog.procedure.Procedure;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.platform.json.EventJson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A procedure as schema.org describes it. What is not established is left out; working days are no ISO duration, so they are words. */
public final class GovernmentService {
    public static final String CONTEXT = "https://schema.org";

    private GovernmentService() {}

    /** @param page its stable address, which is its identity too */
    public static Map<String, Object> of(ProcedureVersion version, String page) {
        Procedure says = version.content();
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("@type", "GovernmentService");
        service.put("@id", page);
        service.put("url", page);
        service.put("identifier", says.code());
        service.put("name", Map.of("@language", "vi", "@value", says.name().vi()));
        service.put("serviceType", says.field());
        service.put("jurisdiction", Map.of("@type", "Country", "name", "Việt Nam"));
        if (says.authority() != null) {
            service.put("provider", organization(says.authority()));
        }
        if (!says.channels().isEmpty()) {
            service.put(
                    "availableChannel",
                    says.channels().stream()
                            .map(each -> channel(says, each, page))
                            .toList());
        }
        List<Map<String, Object>> offers = says.fees().stream()
                .filter(fee -> fee.rule() == FeeRule.FREE || fee.rule() == FeeRule.FIXED)
                .map(GovernmentService::offer)
                .toList();
        if (!offers.isEmpty()) {
            service.put("offers", offers);
        }
        if (!says.results().isEmpty()) {
            service.put(
                    "serviceOutput",
                    says.results().stream()
                            .map(each -> Map.of("@type", "Thing", "name", each.name()))
                            .toList());
        }
        if (!says.legalBasis().isEmpty()) {
            service.put(
                    "subjectOf",
                    says.legalBasis().stream()
                            .map(each -> Map.of("@type", "Legislation", "legislationIdentifier", each))
                            .toList());
        }
        return service;
    }

    /** The same with its context, for the page; safe inside a script element, where it is data and never runs. */
    public static String block(ProcedureVersion version, String page) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("@context", CONTEXT);
        whole.putAll(of(version, page));
        return EventJson.write(whole)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    private static Map<String, Object> organization(String name) {
        return Map.of("@type", "GovernmentOrganization", "name", name);
    }

    private static Map<String, Object> channel(Procedure says, Channel channel, String page) {
        Map<String, Object> way = new LinkedHashMap<>();
        way.put("@type", "ServiceChannel");
        way.put("name", channel.name());
        if (channel == Channel.ONLINE) {
            way.put("serviceUrl", page);
        }
        says.limits().stream()
                .filter(limit -> limit.channel() == channel)
                .findFirst()
                .ifPresent(limit -> {
                    String duration = duration(limit);
                    way.put(
                            duration == null ? "description" : "processingTime",
                            duration == null ? Map.of("@language", "en", "@value", words(limit)) : duration);
                });
        return way;
    }

    private static String duration(Limit limit) {
        return switch (limit.unit()) {
            case DAY -> "P" + limit.amount() + "D";
            case MONTH -> "P" + limit.amount() + "M";
            case CLOCK_HOUR -> "PT" + limit.amount() + "H";
            case WORKING_DAY, HOUR, SAME_DAY -> null;
        };
    }

    private static String words(Limit limit) {
        return switch (limit.unit()) {
            case WORKING_DAY -> limit.amount() + " working days";
            case HOUR -> limit.amount() + " working hours";
            default -> "same day, received after " + limit.cutOff() + " the next working day";
        };
    }

    private static Map<String, Object> offer(Fee fee) {
        Map<String, Object> offer = new LinkedHashMap<>();
        offer.put("@type", "Offer");
        offer.put("price", fee.amountVnd());
        offer.put("priceCurrency", "VND");
        if (fee.channel() != null) {
            offer.put("description", fee.channel().name());
        }
        return offer;
    }
}
