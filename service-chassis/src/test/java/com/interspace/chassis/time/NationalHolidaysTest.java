package com.interspace.chassis.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NationalHolidaysTest {

    @Test
    void public_holidays_and_their_substitutes_are_included_and_observances_are_not() {
        NationalHolidays bulgaria = NationalHolidays.of("BG");

        assertThat(bulgaria.include(LocalDate.parse("2026-05-24"))).isTrue();
        assertThat(bulgaria.include(LocalDate.parse("2026-05-25"))).isTrue();
        assertThat(bulgaria.include(LocalDate.parse("2026-05-26"))).isFalse();
        assertThat(bulgaria.include(LocalDate.parse("2027-11-01"))).isFalse();
    }

    @Test
    void the_countries_of_our_customers_are_known() {
        for (String country : new String[] {"BG", "MK", "RS", "SI", "DE", "UA", "RO", "GR", "TR"}) {
            assertThat(NationalHolidays.of(country).include(LocalDate.parse("2027-01-01")))
                    .as(country)
                    .isTrue();
        }
    }

    @Test
    void a_thread_that_sees_no_library_gets_the_holidays_too() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader freshLibraries = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());

            Object calendar = freshLibraries
                    .loadClass(BusinessCalendar.class.getName())
                    .getMethod("standard", ZoneId.class, String.class)
                    .invoke(null, ZoneId.of("Europe/Sofia"), "BG");

            assertThat(calendar)
                    .hasToString(BusinessCalendar.standard(ZoneId.of("Europe/Sofia"), "BG")
                            .toString());
            assertThat(thread.getContextClassLoader()).isSameAs(ClassLoader.getPlatformClassLoader());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(NationalHolidaysTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
