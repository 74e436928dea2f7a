package vn.motcua.devstack;

import java.nio.file.Path;

/** A parent that starts one child and waits to be killed; tells the child's process id in a file. */
final class ParentMain {

    private ParentMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]);
        Child child = new Child("sleeper", folder.resolve("sleeper.pid"), folder.resolve("sleeper.log"), "TERM");
        child.start(new ProcessBuilder("sleep", "600"));
        Thread.currentThread().join();
    }
}
