package com.interspace.ticketing.correspondence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail as it was read.
 *
 * @param headers unfolded and decoded, in the order in which they stand, by name in lower case
 * @param sender the bare address of the one sender in lower case; null when it cannot be told who that is
 * @param senderName as he calls himself; may be null
 * @param subject one line; empty when there is none
 * @param text everything that the sender's message shows, with what it quotes; empty when there is nothing
 * @param ownWords the text without what it quotes
 * @param remarks what of it was not taken, in sentences for the sender; empty when all was
 */
public record Mail(
        Map<String, List<String>> headers,
        String sender,
        String senderName,
        String subject,
        String text,
        String ownWords,
        List<MailFile> files,
        List<String> remarks) {

    private static final Pattern FORWARDED =
            Pattern.compile("\\s*(fwd?|wg|препр|пр|пересл)\\s*:.*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    public Mail {
        headers = Map.copyOf(headers);
        files = List.copyOf(files);
        remarks = List.copyOf(remarks);
    }

    /** The same mail with its first files only, and a remark why. */
    public Mail withFiles(int most, String remark) {
        List<String> more = new ArrayList<>(remarks);
        more.add(remark);
        return new Mail(headers, sender, senderName, subject, text, ownWords, files.subList(0, most), more);
    }

    /** Every value of a header, topmost first. */
    public List<String> all(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** The topmost value of a header. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** What the sender tells us: in an answer his own words, otherwise everything. */
    public String message() {
        boolean isAnswer = first("In-Reply-To").or(() -> first("References")).isPresent();
        return isAnswer && !FORWARDED.matcher(subject).matches() ? ownWords : text;
    }

    /** The domain of the sender. */
    public String senderDomain() {
        return sender.substring(sender.lastIndexOf('@') + 1);
    }
}
