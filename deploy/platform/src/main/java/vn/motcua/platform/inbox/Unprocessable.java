package vn.motcua.platform.inbox;

/** A poison event. The reason goes to the dead letters: facts only. */
public class Unprocessable extends RuntimeException {
    public Unprocessable(String reason) {
        super(reason);
    }
}
