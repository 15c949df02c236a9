package com.interspace.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** What was measured, as Markdown: first the figures to reach, then everything else in the order of the run. */
final class Results {

    private final List<String> bars = new ArrayList<>();
    private final Map<String, String> plots = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final Consumer<String> progress;
    private boolean broken;

    Results(Consumer<String> progress) {
        this.progress = progress;
    }

    /**
     * A figure to reach.
     *
     * @param ratio to what it is compared with; NaN when the figure is absolute
     */
    void bar(String what, String bar, String measured, double ratio, boolean reached) {
        String shown = Double.isNaN(ratio) ? "" : number(ratio);
        bars.add("| %s | %s | %s | %s | %s |".formatted(what, bar, measured, shown, reached ? "yes" : "**no**"));
        progress.accept("%s: %s %s (%s) %s".formatted(what, measured, shown, bar, reached ? "reached" : "NOT REACHED"));
    }

    void progress(String sentence) {
        progress.accept(sentence);
    }

    /** A plot beside the report, and the picture of it in the text. */
    void plot(String name, String title, List<Integer> sizes, Map<String, List<Double>> lines) {
        plots.put(name + ".svg", Plot.of(title, sizes, lines));
        text.append("![").append(title).append("](").append(name).append(".svg)\n\n");
    }

    Map<String, String> plots() {
        return plots;
    }

    /** A part could not be measured. */
    void broke(String part, RuntimeException why) {
        broken = true;
        say("\n**The part " + part + " broke:** " + why.getMessage() + "\n");
    }

    boolean hasBroken() {
        return broken;
    }

    void section(String title) {
        text.append("\n## ").append(title).append("\n\n");
    }

    void say(String sentence) {
        text.append(sentence).append("\n");
    }

    void table(List<String> head, List<List<String>> rows) {
        text.append("| ").append(String.join(" | ", head)).append(" |\n|");
        text.append("---|".repeat(head.size())).append("\n");
        rows.forEach(row -> text.append("| ").append(String.join(" | ", row)).append(" |\n"));
        text.append("\n");
        rows.forEach(row -> progress.accept("  " + String.join("  ", row)));
    }

    void timings(List<Timings> timings) {
        table(
                List.of("what", "times", "failed", "a second", "p50 ms", "p95 ms", "p99 ms", "max ms"),
                timings.stream()
                        .map(each -> List.of(
                                each.what(),
                                String.valueOf(each.count()),
                                String.valueOf(each.failed()),
                                number(each.perSecond()),
                                number(each.p50()),
                                number(each.p95()),
                                number(each.p99()),
                                number(each.max())))
                        .toList());
    }

    String bars() {
        return "| what | figure to reach | measured | ratio | reached |\n|---|---|---|---|---|\n"
                + String.join("\n", bars) + "\n";
    }

    String text() {
        return text.toString();
    }

    /** Three digits that count. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        int decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
