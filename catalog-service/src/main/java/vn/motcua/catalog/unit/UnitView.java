package vn.motcua.catalog.unit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import java.util.List;

/** A unit as the API shows it: what is published, and what it was formed from. */
public record UnitView(@JsonUnwrapped UnitPublished published, List<Predecessor> predecessors) {

    static UnitView of(Unit unit) {
        return new UnitView(UnitPublished.of(unit), unit.predecessors());
    }
}
