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
        } catch (PlainSentence e) {
            say(e);
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
        boolean told = !command.demo() || tell(system, out);
        if (command.once()) {
            return told ? 0 : 1;
        }
        out.accept("\nCtrl-C stops everything.");
        throw system.awaitEnd();
    }

    private static boolean tell(LocalSystem system, Consumer<String> out) {
        return Story.acts(system, out).stream().allMatch(Up::tell);
    }

    private static boolean tell(Story story) {
        try {
            story.play();
            return true;
        } catch (StoryFailed e) {
            say(e);
            return false;
        }
    }

    private static void say(RuntimeException why) {
        System.err.println();
        System.err.println(why.getMessage());
    }
}
