package com.interspace.local.launch;

import com.interspace.local.story.Story;
import com.interspace.local.story.StoryFailed;
import java.util.List;
import java.util.function.Consumer;

/**
 * The command behind {@code ./deploy/local/up}. Exit codes: 0 when {@code --once} ended well, 1 when the system or a step
 * of the story failed.
 */
public final class Up {

    private Up() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try {
            return run(CommandLine.parse(arguments));
        } catch (PlainSentence | StoryFailed e) {
            System.err.println();
            System.err.println(e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            return 1;
        }
    }

    private static int run(CommandLine command) throws InterruptedException {
        Options options = command.options(Options.repository(), System.getenv());
        Consumer<String> out = System.out::println;
        LocalSystem system = new LocalSystem(options, new Progress(out));
        Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop"));
        system.bringUp();
        out.accept(new Welcome(options).text());
        if (command.demo()) {
            Story.actOne(system, out).play();
        }
        if (command.once()) {
            return 0;
        }
        out.accept("Ctrl-C stops everything.");
        throw system.awaitEnd();
    }
}
