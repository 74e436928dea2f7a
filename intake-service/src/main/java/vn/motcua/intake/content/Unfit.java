package vn.motcua.intake.content;

import vn.motcua.intake.IntakeProblem;
import vn.motcua.platform.problem.ProblemException;

/** Why a file is not taken, with the words for it. */
final class Unfit {
    private Unfit() {}

    static ProblemException encrypted() {
        return new ProblemException(IntakeProblem.FILE_ENCRYPTED);
    }

    static ProblemException broken() {
        return new ProblemException(IntakeProblem.FILE_BROKEN);
    }

    static ProblemException unpacksTooLarge() {
        return new ProblemException(IntakeProblem.FILE_UNPACKS_TOO_LARGE);
    }

    static ProblemException imageTooLarge(long width, long height) {
        return new ProblemException(IntakeProblem.IMAGE_TOO_LARGE, Images.MOST_PIXELS / 1_000_000)
                .with("width", width)
                .with("height", height)
                .with("maxPixels", Images.MOST_PIXELS);
    }
}
