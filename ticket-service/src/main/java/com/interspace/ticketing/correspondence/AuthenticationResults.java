package com.interspace.ticketing.correspondence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What our own mail server found out about who sent a mail (RFC 8601). Anybody can write such a header, so only the
 * topmost one that carries the name of our server counts.
 */
public final class AuthenticationResults {

    private static final String HEADER = "Authentication-Results";
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final Pattern RESULT = Pattern.compile("^([a-z0-9-]+)\\s*(?:/\\s*\\d+\\s*)?=\\s*([a-z]+)(?=$|\\s)");

    private final List<String> results;

    private AuthenticationResults(List<String> results) {
        this.results = results;
    }

    /**
     * @param server the authserv-id of our server
     * @return empty when the server said nothing
     */
    public static Optional<AuthenticationResults> of(Mail mail, String server) {
        return mail.all(HEADER).stream()
                .map(AuthenticationResults::statements)
                .filter(statements -> nameOf(statements.get(0)).equals(server.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(statements -> new AuthenticationResults(statements.subList(1, statements.size())));
    }

    /** Whether the mail is proved to come from this domain: DMARC passed, or DKIM with a domain aligned to it. */
    public boolean prove(String domain) {
        Optional<String> dmarc = results.stream()
                .filter(result -> method(result).equals("dmarc"))
                .findFirst()
                .filter(result -> !verdict(result).equals("none"));
        if (dmarc.isPresent()) {
            String from = property(dmarc.get(), "header.from");
            return verdict(dmarc.get()).equals("pass") && (from.isEmpty() || from.equals(domain));
        }
        return results.stream()
                .filter(result ->
                        method(result).equals("dkim") && verdict(result).equals("pass"))
                .anyMatch(result -> isAligned(signer(result), domain));
    }

    private static String signer(String result) {
        String domain = property(result, "header.d");
        String identity = property(result, "header.i");
        return domain.isEmpty() ? identity.substring(identity.lastIndexOf('@') + 1) : domain;
    }

    /** The same domain, or one of them below the other (relaxed alignment, RFC 7489); a top level signs for nobody. */
    private static boolean isAligned(String signer, String domain) {
        return signer.contains(".")
                && (signer.equals(domain) || domain.endsWith("." + signer) || signer.endsWith("." + domain));
    }

    private static List<String> statements(String header) {
        String text = header.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"", "quoted");
        String plainer = COMMENT.matcher(text).replaceAll(" ");
        while (!plainer.equals(text)) {
            text = plainer;
            plainer = COMMENT.matcher(text).replaceAll(" ");
        }
        return Arrays.stream(text.split(";", -1)).map(String::trim).toList();
    }

    /** The server's name, without the version that may follow it. */
    private static String nameOf(String statement) {
        return statement.split("\\s", 2)[0];
    }

    private static String method(String result) {
        Matcher parts = RESULT.matcher(result);
        return parts.find() ? parts.group(1) : "";
    }

    private static String verdict(String result) {
        Matcher parts = RESULT.matcher(result);
        return parts.find() ? parts.group(2) : "";
    }

    private static String property(String result, String name) {
        Matcher parts = Pattern.compile("(?:^|\\s)" + Pattern.quote(name) + "\\s*=\\s*(\\S+)")
                .matcher(result);
        return parts.find() ? parts.group(1) : "";
    }
}
