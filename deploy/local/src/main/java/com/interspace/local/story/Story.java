package com.interspace.local.story;

import com.interspace.local.launch.LocalSystem;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What the product is for, played by its people through the public doors: each step does something and shows what was
 * really observed. It stops at the first step that fails.
 */
public final class Story {

    private final List<Step> steps;
    private final Runnable epilogue;
    private final Consumer<String> out;

    Story(List<Step> steps, Runnable epilogue, Consumer<String> out) {
        this.steps = steps;
        this.epilogue = epilogue;
        this.out = out;
    }

    /**
     * All acts in their order, as {@code ./deploy/local/up --demo} plays them.
     *
     * @param out where each step and what was observed is told
     */
    public static List<Story> acts(LocalSystem system, Consumer<String> out) {
        return List.of(actOne(system, out), actTwo(system, out), actThree(system, out));
    }

    /**
     * From the activation of a service to a published RFO whose hash verifies.
     *
     * @param out where each step and what was observed is told
     */
    public static Story actOne(LocalSystem system, Consumer<String> out) {
        Stage stage = new Stage(system, out);
        Plot plot = new Plot();
        ServiceScene service = new ServiceScene(stage, plot);
        TicketScene ticket = new TicketScene(stage, plot);
        ClimbScene climb = new ClimbScene(stage, plot);
        ReportScene report = new ReportScene(stage, plot);
        List<Step> steps = Stream.of(
                        service.steps(), ticket.opening(), climb.steps(), ticket.resolving(), report.steps())
                .flatMap(List::stream)
                .toList();
        return new Story(steps, service::putContractualAgesBack, out);
    }

    /**
     * Mail to support: from Anna, from a stranger, from a machine.
     *
     * @param out where each step and what was observed is told
     */
    public static Story actTwo(LocalSystem system, Consumer<String> out) {
        return new Story(new MailScene(new Stage(system, out)).steps(), () -> {}, out);
    }

    /**
     * A partner's system opens a ticket over TMF621, is asked for what is missing, and hears of everything at its hub.
     *
     * @param out where each step and what was observed is told
     */
    public static Story actThree(LocalSystem system, Consumer<String> out) {
        PartnerScene partner = new PartnerScene(new Stage(system, out), system.webhookInboxAddress());
        return new Story(partner.steps(), () -> {}, out);
    }

    /** The steps in their order; somebody who plays them one by one ends with {@link #end()}. */
    public List<Step> steps() {
        return steps;
    }

    /** Plays all steps, numbered, up to the first that fails. */
    public void play() {
        try {
            for (int i = 0; i < steps.size(); i++) {
                play(i + 1, steps.get(i));
            }
        } catch (StoryFailed failed) {
            endAfter(failed);
            throw failed;
        }
        end();
    }

    /** Puts back what the story changed for its own sake. */
    public void end() {
        epilogue.run();
    }

    private void play(int number, Step step) {
        out.accept(String.format("%n%2d  %s", number, step.sentence()));
        try {
            step.play();
        } catch (RuntimeException e) {
            throw new StoryFailed("Step " + number + " failed: " + step.sentence() + ". " + e.getMessage(), e);
        }
    }

    private void endAfter(StoryFailed failed) {
        try {
            end();
        } catch (RuntimeException e) {
            failed.addSuppressed(e);
        }
    }
}
