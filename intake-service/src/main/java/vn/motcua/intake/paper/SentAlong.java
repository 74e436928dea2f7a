package vn.motcua.intake.paper;

/**
 * A paper that lies with a dossier and fills no place of its list: beside the list, of another case, or a second shape of one.
 *
 * @param id by which a consignment lists it, as along-1
 * @param name in the official language
 * @param held whether it goes back to the sender with the result (Decision 45/2016/QĐ-TTg Art. 8(3))
 */
public record SentAlong(String id, String name, Paper.PresentedAs as, int pieces, boolean held) {
    SentAlong givenBack() {
        return new SentAlong(id, name, as, pieces, false);
    }
}
