package com.interspace.load;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lines over sizes, both axes logarithmic, as SVG. */
final class Plot {

    private static final int WIDTH = 960;
    private static final int LEFT = 60;
    private static final int RIGHT = 620;
    private static final int TOP = 40;
    private static final int LINE = 15;

    private final StringBuilder svg = new StringBuilder();
    private final List<Integer> sizes;
    private final double most;
    private final double least;
    private final int bottom;

    private Plot(List<Integer> sizes, Map<String, List<Double>> lines) {
        this.sizes = sizes;
        most = lines.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        least = lines.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(1);
        bottom = Math.max(TOP + 320, TOP + lines.size() * LINE);
    }

    /** @param lines by name, one value a size */
    static String of(String title, List<Integer> sizes, Map<String, List<Double>> lines) {
        Plot plot = new Plot(sizes, lines);
        plot.frame(title);
        int number = 0;
        for (Map.Entry<String, List<Double>> line : lines.entrySet()) {
            plot.line(line.getKey(), line.getValue(), number++, lines.size());
        }
        return plot.svg.append("</svg>\n").toString();
    }

    private void frame(String title) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"11\">",
                WIDTH, bottom + 40);
        add("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
        add("<text x=\"%d\" y=\"20\" font-size=\"14\">%s</text>", LEFT, title);
        add(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#999\"/>",
                LEFT, TOP, RIGHT - LEFT, bottom - TOP);
        for (int size : sizes) {
            add("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%,d</text>", x(size), bottom + 18, size);
        }
        for (double power = Math.ceil(Math.log10(least)); power <= Math.log10(most); power++) {
            double value = Math.pow(10, power);
            add("<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>", LEFT, RIGHT, y(value), y(value));
            add(
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
                    LEFT - 6, y(value) + 4, Results.number(value));
        }
    }

    private void line(String name, List<Double> values, int number, int of) {
        String colour = "hsl(%d,70%%,40%%)".formatted(360 * number / of);
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            points.append("%.1f,%.1f ".formatted(x(sizes.get(i)), y(values.get(i))));
        }
        add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>",
                points.toString().trim(), colour);
        int y = TOP + 10 + number * LINE;
        add(
                "<line x1=\"%1$d\" x2=\"%2$d\" y1=\"%3$d\" y2=\"%3$d\" stroke=\"%4$s\" stroke-width=\"2\"/>",
                RIGHT + 15, RIGHT + 35, y - 4, colour);
        add("<text x=\"%d\" y=\"%d\">%s</text>", RIGHT + 40, y, name);
    }

    private double x(int size) {
        double first = Math.log(sizes.get(0));
        double last = Math.log(sizes.get(sizes.size() - 1));
        double share = last == first ? 0.5 : (Math.log(size) - first) / (last - first);
        return LEFT + 20 + share * (RIGHT - LEFT - 40);
    }

    private double y(double value) {
        double low = Math.log(least);
        double high = Math.log(most);
        double share = high == low ? 0.5 : (Math.log(value) - low) / (high - low);
        return bottom - 10 - share * (bottom - TOP - 20);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append("\n");
    }
}
