package vn.motcua.intake.dossier;

import vn.motcua.intake.catalogue.Channel;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a row of the table starts.
 *
 * @param stage null before the dossier exists
 * @param channels the ways of filing the row is meant for
 */
record Place(Stage stage, Set<Channel> channels) {
    static Place of(Stage stage) {
        return new Place(stage, EnumSet.allOf(Channel.class));
    }

    static Place of(Stage stage, Channel first, Channel... more) {
        return new Place(stage, EnumSet.of(first, more));
    }
}
