package com.interspace.notification.adapter.chat;

/**
 * A text in which nothing that a customer wrote calls people, links anywhere or formats. Both products show what stands
 * between back quotes as it is, besides the three characters that Slack wants as entities; a lone at sign inside them
 * is set apart in case a product looks for names before it looks for quotes.
 */
final class ChatText {

    private static final String ZERO_WIDTH_SPACE = "\u200B";

    private ChatText() {}

    /** The first line is set as code, the other lines are ours. */
    static String of(String text) {
        String[] lines = text.split("\n", 2);
        String headline = "`" + escaped(lines[0]).replace("`", "'").replace("@", "@" + ZERO_WIDTH_SPACE) + "`";
        return lines.length == 1 ? headline : headline + "\n" + escaped(lines[1]);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
