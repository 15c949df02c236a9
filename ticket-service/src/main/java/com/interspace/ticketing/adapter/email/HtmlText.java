package com.interspace.ticketing.adapter.email;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** What an HTML message says, as plain text: quotes get their {@code >} back, nothing that could act is kept. */
final class HtmlText {

    private static final Set<String> SILENT = Set.of("head", "style", "script", "title", "template", "noscript");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "br",
            "tr",
            "li",
            "ul",
            "ol",
            "table",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "pre",
            "blockquote",
            "section",
            "article");

    /** Where Outlook and Outlook on the web put the message that is answered. */
    private static final Set<String> OLD_MESSAGE = Set.of("divRplyFwdMsg", "appendonsend");

    private HtmlText() {}

    static String of(String html) {
        Lines lines = new Lines();
        Jsoup.parse(html).traverse(lines);
        return lines.text();
    }

    private static final class Lines implements NodeVisitor {

        private final StringBuilder done = new StringBuilder();
        private final StringBuilder line = new StringBuilder();
        private int quotes;
        private int silent;
        private int verbatim;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words && silent == 0) {
                text(verbatim > 0 ? words.getWholeText() : words.text());
            } else if (node instanceof Element element) {
                open(element);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            String tag = element.normalName();
            if (BLOCKS.contains(tag)) {
                endLine();
            }
            silent -= SILENT.contains(tag) ? 1 : 0;
            quotes -= isQuote(element) ? 1 : 0;
            verbatim -= tag.equals("pre") ? 1 : 0;
            if (tag.equals("a") && silent == 0) {
                link(element);
            } else if (tag.equals("td") || tag.equals("th")) {
                line.append(' ');
            } else if (tag.equals("p") && silent == 0) {
                blankLine();
            }
        }

        String text() {
            endLine();
            return done.toString().replaceAll("\n{3,}", "\n\n").strip();
        }

        private void open(Element element) {
            String tag = element.normalName();
            if (BLOCKS.contains(tag) && !tag.equals("br")) {
                endLine();
            }
            silent += SILENT.contains(tag) ? 1 : 0;
            quotes += isQuote(element) ? 1 : 0;
            verbatim += tag.equals("pre") ? 1 : 0;
            if (OLD_MESSAGE.contains(element.id())) {
                done.append("-----Original Message-----\n");
            } else if (tag.equals("li")) {
                line.append("- ");
            } else if (tag.equals("img") && element.attr("alt").length() > 2 && silent == 0) {
                line.append('[').append(element.attr("alt")).append(']');
            }
        }

        private void text(String words) {
            String[] pieces = words.replace('\u00a0', ' ').split("\r?\n", -1);
            for (int i = 0; i < pieces.length; i++) {
                if (i > 0) {
                    endLine();
                }
                line.append(pieces[i]);
            }
        }

        private void link(Element element) {
            String target = element.attr("href").strip();
            boolean isWeb = target.matches("(?i)https?://\\S+");
            if (isWeb && !element.text().contains(target)) {
                line.append(" <").append(target).append('>');
            }
        }

        private void endLine() {
            String words = verbatim > 0
                    ? line.toString().stripTrailing()
                    : line.toString().strip();
            line.setLength(0);
            if (!words.isEmpty()) {
                done.append("> ".repeat(Math.max(0, quotes))).append(words).append('\n');
            }
        }

        private void blankLine() {
            done.append(quotes > 0 ? ">" : "").append('\n');
        }

        private static boolean isQuote(Element element) {
            return element.normalName().equals("blockquote");
        }
    }
}
