package vn.motcua.processing.shadow;

import java.time.Instant;

/** Body of an event on {@code shadow.<system>}: a dossier of that system as it stands now ({@code vn.motcua.shadow.changed.v1}). */
record ShadowChanged(
        String reference,
        String procedureCode,
        String unit,
        String department,
        Integer status,
        Instant since,
        Instant due,
        Long sequence) {}
