package com.interspace.notification.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Server-side request forgery, API7 of the OWASP API Security Top 10 (2023). */
class AddressGuardTest {

    private final AddressGuard guard = new AddressGuard(AddressGuardTest::literal, Set.of());

    /** Resolves nothing but written addresses, the way the platform does; some of its ways are too generous. */
    private static InetAddress[] literal(String host) throws UnknownHostException {
        return switch (host) {
            case "partner.example" -> addresses("93.184.216.34");
            case "localhost", "inside.example" -> addresses("127.0.0.1");
            case "metadata.google.internal" -> addresses("169.254.169.254");
            case "half-inside.example" -> addresses("93.184.216.34", "10.0.0.7");
            case "mapped.example" ->
                new InetAddress[] {
                    InetAddress.getByAddress(host, new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 10, 0, 0, 7})
                };
            case "nowhere.example" -> throw new UnknownHostException(host);
            default -> InetAddress.getAllByName(host);
        };
    }

    private static InetAddress[] addresses(String... texts) throws UnknownHostException {
        InetAddress[] addresses = new InetAddress[texts.length];
        for (int i = 0; i < texts.length; i++) {
            addresses[i] = InetAddress.getByName(texts[i]);
        }
        return addresses;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://partner.example/hook",
                "http://partner.example:8080/hook?a=b",
                "https://93.184.216.34/",
                "https://[2606:2800:220:1:248:1893:25c8:1946]/"
            })
    void a_public_address_is_accepted(String url) {
        assertThat(guard.check(url).address().getAddress().isLoopbackAddress()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "http://LOCALHOST./",
                "http://inside.example/",
                "http://metadata.google.internal/",
                "http://half-inside.example/",
                "http://mapped.example/",
                "http://nowhere.example/",
                "http://127.0.0.1/",
                "http://127.255.255.254/",
                "http://0.0.0.0/",
                "http://10.1.2.3/",
                "http://100.64.0.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://172.16.0.1/",
                "http://172.31.255.255/",
                "http://192.0.2.1/",
                "http://192.168.1.1/",
                "http://198.18.0.1/",
                "http://224.0.0.1/",
                "http://255.255.255.255/",
                // the same written in other ways: decimal, octal, hexadecimal, short, with zeros
                "http://2130706433/",
                "http://017700000001/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://127.1/",
                "http://127.0.1/",
                "http://127.000.000.001/",
                "http://0/",
                // IPv6: loopback, unspecified, local, mapped, compatible, NAT64, 6to4, Teredo, documentation, multicast
                "http://[::1]/",
                "http://[::]/",
                "http://[fe80::1]/",
                "http://[fe80::1%25eth0]/",
                "http://[fc00::1]/",
                "http://[fd12:3456::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[::127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "http://[2001:0:7f00:1::]/",
                "http://[2001:db8::1]/",
                "http://[ff02::1]/"
            })
    void whatever_leads_inside_is_refused_however_it_is_written(String url) {
        assertThatThrownBy(() -> guard.check(url)).isInstanceOf(UnsafeAddress.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://partner.example/",
                "file:///etc/passwd",
                "gopher://partner.example/",
                "partner.example/hook",
                "http://",
                "http:///path",
                "http://user:password@partner.example/",
                "http://partner.example@127.0.0.1/",
                "http://partner.example/#fragment",
                "http://partner.example:0/",
                "http://partner.example:99999/",
                "http://part ner.example/",
                "http://partner.example/\r\nX: y",
                "http://партньор.example/"
            })
    void what_is_no_plain_web_address_is_refused(String url) {
        assertThatThrownBy(() -> guard.check(url)).isInstanceOf(UnsafeAddress.class);
    }

    @Test
    void a_name_that_changes_its_mind_leads_nowhere() {
        Deque<String> answers = new ArrayDeque<>(List.of("93.184.216.34", "127.0.0.1"));
        AddressGuard rebound = new AddressGuard(host -> addresses(answers.pop()), Set.of());

        AddressGuard.Peer first = rebound.check("http://partner.example/");

        assertThat(first.address().getAddress().getHostAddress()).isEqualTo("93.184.216.34");
        assertThatThrownBy(() -> rebound.check("http://partner.example/")).isInstanceOf(UnsafeAddress.class);
    }

    @Test
    void only_the_very_peer_that_is_allowed_may_be_inside() {
        AddressGuard local = new AddressGuard(AddressGuardTest::literal, Set.of("localhost:8090"));

        assertThat(local.check("http://localhost:8090/any").port()).isEqualTo(8090);
        for (String url : Arrays.asList("http://localhost:8091/", "http://127.0.0.1:8090/", "http://localhost/")) {
            assertThatThrownBy(() -> local.check(url)).isInstanceOf(UnsafeAddress.class);
        }
    }
}
