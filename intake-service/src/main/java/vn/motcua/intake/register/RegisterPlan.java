package vn.motcua.intake.register;

import jakarta.enterprise.context.RequestScoped;
import vn.motcua.intake.access.Access;
import vn.motcua.intake.catalogue.CatalogueNames;
import vn.motcua.intake.register.Branch.Condition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Decides by which index a question to the register is answered: what finds fewest drives, the rest is looked at line by line. Who may
 * see a line is part of every way.
 */
@RequestScoped
class RegisterPlan {
    private final Access access;
    private final CatalogueNames names;

    RegisterPlan(Access access, CatalogueNames names) {
        this.access = access;
        this.names = names;
    }

    /**
     * Terms that single out few dossiers, and a person's name.
     *
     * @param ids of dossiers, or null
     * @param identifier blind index of a person's identifier, or null
     * @param phone blind index of a phone, or null
     * @param name whole syllables, or null
     */
    record Terms(UUID[] ids, byte[] identifier, byte[] phone, String name) {
        static final Terms NONE = new Terms(null, null, null, null);

        boolean exact() {
            return ids != null || identifier != null || phone != null;
        }
    }

    RegisterQuery of(RegisterFilters filters, Terms terms) {
        Asked asked = new Asked(access, names, filters, terms);
        boolean named = terms.name() != null && !terms.exact() && asked.wholeCode() == null;
        RegisterQuery query = new RegisterQuery(filters.byDue() && !named);
        if (asked.nothing()) {
            return query;
        }
        if (terms.exact() || asked.wholeCode() != null) {
            return exact(query, asked);
        }
        if (named) {
            new Sight(access, query, asked.units()).byName(terms.name());
            query.fit(asked.all());
            query.fit(asked.running());
            return query;
        }
        if (filters.byDue()) {
            return byDue(query, asked);
        }
        if (filters.holder() != null) {
            new Sight(access, query, asked.units()).byHolder(asked.holder());
            query.fit(asked.all());
            return query;
        }
        List<String> facets = asked.facets();
        boolean stageDrives = filters.stage() != null && !filters.stage().terminal() && !asked.singled();
        if (facets.isEmpty() || stageDrives || access.people()) {
            return plain(query, asked);
        }
        new Sight(access, query, asked.units()).byFacets(facets);
        range(query, filters);
        query.fit(asked.besides(facets));
        return query;
    }

    private RegisterQuery exact(RegisterQuery query, Asked asked) {
        Sight sight = new Sight(access, query, asked.units());
        if (asked.filters().byDue()) {
            sight.byDue();
            query.withoutDrafts();
            asked.running().forEach(query::within);
        } else {
            sight.plain(null);
        }
        asked.exact().forEach(query::within);
        asked.all().forEach(query::within);
        if (asked.neverDraft()) {
            query.withoutDrafts();
        }
        return query;
    }

    private RegisterQuery byDue(RegisterQuery query, Asked asked) {
        new Sight(access, query, asked.units()).byDue();
        query.withoutDrafts();
        asked.running().forEach(query::within);
        query.fit(asked.all());
        return query;
    }

    private RegisterQuery plain(RegisterQuery query, Asked asked) {
        RegisterFilters filters = asked.filters();
        new Sight(access, query, asked.units()).plain(filters.department());
        if (filters.stage() != null) {
            query.within(Condition.of("d.stage = ?", filters.stage().name()));
        }
        if (asked.neverDraft()) {
            query.withoutDrafts();
        }
        List<Condition> rest = new ArrayList<>(asked.ofTheLine());
        if (access.people()) {
            rest.addAll(asked.department());
        }
        query.fit(rest);
        return query;
    }

    /** Days of receipt are a stretch of the index; before the receipt its order is that of the opening. */
    private static void range(RegisterQuery query, RegisterFilters filters) {
        Instant since = filters.receivedSince();
        Instant until = filters.receivedUntil();
        if (since != null) {
            query.within(Condition.of("i.at >= ? and d.received_at is not null", since));
        }
        if (until != null) {
            query.within(Condition.of("i.at < ? and d.received_at is not null", until));
        }
    }
}
