package com.interspace.ticketing.correspondence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What a person wrote himself, without the message that his mail program put below or around it. */
public final class OwnWords {

    /** Outlook and its kin put the whole old message under such a line, or under the header lines of it. */
    private static final Pattern OLD_MESSAGE = Pattern.compile(
            "\\s*(-{2,}\\s*(original message|forwarded message|ursprüngliche nachricht|оригинално съобщение"
                    + "|исходное сообщение|izvorno sporočilo|originalna poruka)\\s*-{2,}|_{20,})\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern OLD_FROM = Pattern.compile(
            "\\s*\\**(from|von|от|од|від|od)\\**:\\**\\s.*@.*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern OLD_HEADER = Pattern.compile(
            "\\s*\\**(sent|date|to|subject|gesendet|datum|an|betreff|изпратено|дата|до|тема|относно|отправлено|кому"
                    + "|poslano|za|zadeva|poslato|naslov)\\**:\\**\\s?.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** "On Tuesday anna wrote:", in the panel's languages; it stands right above what it introduces. */
    private static final Pattern ATTRIBUTION = Pattern.compile(
            ".*(wrote|schrieb.*|написа|напиша|пише|написал(а|и)?|написав|je napisal(a|o)?|je pisao|piše)\\s*:\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    /** In lines: mail programs break a long one. */
    private static final int LONGEST_ATTRIBUTION = 3;

    private OwnWords() {}

    /** The text without what it quotes; where nothing would be left, the whole text. */
    public static String of(String text) {
        List<String> lines = new ArrayList<>();
        List<String> all = Arrays.asList(text.split("\r?\n", -1));
        for (int i = 0; i < all.size(); i++) {
            if (isStartOfOldMessage(all, i)) {
                break;
            }
            if (isQuoted(all.get(i))) {
                dropAttribution(lines);
            } else {
                lines.add(all.get(i));
            }
        }
        String own = String.join("\n", lines).strip();
        return own.isEmpty() ? text.strip() : own;
    }

    private static boolean isQuoted(String line) {
        return line.startsWith(">");
    }

    private static boolean isStartOfOldMessage(List<String> all, int at) {
        if (OLD_MESSAGE.matcher(all.get(at)).matches()) {
            return true;
        }
        return OLD_FROM.matcher(all.get(at)).matches()
                && at + 1 < all.size()
                && OLD_HEADER.matcher(all.get(at + 1)).matches();
    }

    private static void dropAttribution(List<String> lines) {
        int end = lines.size();
        while (end > 0 && lines.get(end - 1).isBlank()) {
            end--;
        }
        for (int length = 1; length <= Math.min(LONGEST_ATTRIBUTION, end); length++) {
            String candidate = String.join(" ", lines.subList(end - length, end));
            boolean standsAlone =
                    length == 1 || end == length || lines.get(end - length - 1).isBlank();
            if (standsAlone && ATTRIBUTION.matcher(candidate).matches()) {
                lines.subList(end - length, lines.size()).clear();
                return;
            }
        }
    }
}
