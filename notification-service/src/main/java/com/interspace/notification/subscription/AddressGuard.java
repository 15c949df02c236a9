package com.interspace.notification.subscription;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says where a webhook may go: to public addresses only. A name is resolved once, every address that it has is
 * checked, and the one that was checked is the one to connect to, so that a name which changes its mind in between
 * leads nowhere. Asked when somebody subscribes and again before every connection.
 */
public final class AddressGuard {

    private static final int LONGEST_URL = 2000;
    private static final Pattern LOOKS_LIKE_A_NUMBER = Pattern.compile("(.*\\.)?(\\d+|0[xX][0-9a-fA-F]*)");
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern FOUR_NUMBERS = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

    /** Answers which addresses a name has. */
    public interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /**
     * Where to connect.
     *
     * @param host what the other side is called, for the Host header and its certificate
     * @param address where it was found, to be connected to without asking again
     */
    public record Peer(URI url, String host, int port, boolean tls, InetSocketAddress address) {}

    private final Names names;
    private final Set<String> allowedPeers;

    /** @param allowedPeers exact {@code host:port} that may be anywhere; for the local system only */
    public AddressGuard(Names names, Set<String> allowedPeers) {
        this.names = names;
        this.allowedPeers = Set.copyOf(allowedPeers);
    }

    /** @throws UnsafeAddress when nothing of ours may connect there */
    public Peer check(String text) {
        URI url = parse(text);
        String host = host(url);
        boolean tls = url.getScheme().equalsIgnoreCase("https");
        int port = url.getPort() == -1 ? (tls ? 443 : 80) : url.getPort();
        if (port < 1 || port > 65_535) {
            throw new UnsafeAddress("has an impossible port");
        }
        return new Peer(url, host, port, tls, new InetSocketAddress(addressOf(host, port), port));
    }

    private InetAddress addressOf(String host, int port) {
        boolean allowed = allowedPeers.contains(host + ":" + port);
        InetAddress[] addresses = resolve(host);
        for (InetAddress address : addresses) {
            if (!allowed && !isPublic(address)) {
                throw UnsafeAddress.notPublic();
            }
        }
        return addresses[0];
    }

    private InetAddress[] resolve(String host) {
        try {
            InetAddress[] addresses = names.of(host);
            if (addresses.length > 0) {
                return addresses;
            }
        } catch (UnknownHostException unknown) {
            // answered like a private address, so that nobody can ask us which internal names there are
        }
        throw UnsafeAddress.notPublic();
    }

    private static URI parse(String text) {
        if (text.length() > LONGEST_URL) {
            throw new UnsafeAddress("must have at most " + LONGEST_URL + " characters");
        }
        try {
            URI url = new URI(text);
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https")) {
                throw new UnsafeAddress("must begin with https:// or http://");
            }
            if (url.getRawUserInfo() != null) {
                throw new UnsafeAddress("must not contain a user or a password");
            }
            if (url.getHost() == null || url.getRawFragment() != null) {
                throw new UnsafeAddress("must name a host, in ASCII, and have no fragment");
            }
            return url;
        } catch (URISyntaxException unreadable) {
            throw new UnsafeAddress("is not a URL");
        }
    }

    /** Numbers count only when they are written as everybody reads them: four decimal numbers without leading zeros. */
    private static String host(URI url) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        if (host.startsWith("[")) {
            if (host.contains("%")) {
                throw UnsafeAddress.notPublic();
            }
            return host.substring(1, host.length() - 1);
        }
        String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (LOOKS_LIKE_A_NUMBER.matcher(bare).matches()
                && !FOUR_NUMBERS.matcher(bare).matches()) {
            throw UnsafeAddress.notPublic();
        }
        return bare;
    }

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    /** Everything but the special-purpose addresses of RFC 6890 and its registry, multicast and the reserved end. */
    private static boolean isPublic4(byte[] bytes) {
        int a = bytes[0] & 0xff;
        int b = bytes[1] & 0xff;
        int c = bytes[2] & 0xff;
        boolean special = a == 0
                || a == 10
                || a == 127
                || a >= 224
                || a == 100 && b >= 64 && b < 128
                || a == 169 && b == 254
                || a == 172 && b >= 16 && b < 32
                || a == 192 && b == 168
                || a == 192 && b == 0 && (c == 0 || c == 2)
                || a == 192 && b == 88 && c == 99
                || a == 198 && (b == 18 || b == 19)
                || a == 198 && b == 51 && c == 100
                || a == 203 && b == 0 && c == 113;
        return !special;
    }

    /**
     * Global unicast 2000::/3 only, so neither local, mapped, compatible nor NAT64 addresses; and of that not the
     * tunnels, which carry an IPv4 address inside (Teredo, 6to4), nor protocol assignments and documentation.
     */
    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        boolean global = (first & 0xe000) == 0x2000;
        boolean special = first == 0x2001 && (second < 0x0200 || second == 0x0db8)
                || first == 0x2002
                || first == 0x3fff && second < 0x1000;
        return global && !special;
    }
}
