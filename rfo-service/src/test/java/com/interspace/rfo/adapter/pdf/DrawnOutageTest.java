package com.interspace.rfo.adapter.pdf;

import static com.interspace.rfo.fixture.Contents.affected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.interspace.rfo.adapter.pdf.DrawnOutage.Bar;
import com.interspace.rfo.adapter.pdf.DrawnOutage.Stretch;
import com.interspace.rfo.fixture.Contents;
import com.interspace.rfo.report.Content;
import com.interspace.rfo.report.Impact.AffectedService;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the drawing shows is what the impact and the timeline say. */
class DrawnOutageTest {

    @Test
    void a_bar_shows_up_down_up_in_proportion_and_is_full() {
        Bar bar = new DrawnOutage(content(
                        List.of(affected("S", "down", "08:00", "08:30"), affected("S", "degraded", "08:30", "09:00"))))
                .bars()
                .get(0);

        assertThat(bar.stretches()).extracting(Stretch::look).containsExactly("up", "down", "degraded", "up");
        assertThat(bar.stretches().stream()
                        .mapToDouble(stretch -> Double.parseDouble(stretch.percent()))
                        .sum())
                .isCloseTo(100, within(0.01));
        assertThat(bar.stretches().get(1).percent())
                .isEqualTo(bar.stretches().get(2).percent());
    }

    @Test
    void of_two_words_about_one_moment_the_worse_counts() {
        List<Bar> bars = new DrawnOutage(content(List.of(
                        affected("S", "degraded", "08:00", "09:00"),
                        affected("S", "down", "08:15", "08:30"),
                        affected("T", "unaffected", "08:00", "09:00"))))
                .bars();

        assertThat(bars).extracting(Bar::serviceId).containsExactly("S", "T");
        assertThat(bars.get(0).stretches())
                .extracting(Stretch::look)
                .containsExactly("up", "degraded", "down", "degraded", "up");
        assertThat(bars.get(1).stretches()).extracting(Stretch::look).containsOnly("up");
    }

    @Test
    void events_stand_on_the_same_scale_and_those_far_outside_are_not_drawn() {
        DrawnOutage drawn =
                new DrawnOutage(content(List.of(affected("S", "down", "08:00", "09:00")), "08:30", "08:30", "23:00"));

        assertThat(drawn.marks()).containsExactly("50.000");
    }

    @Test
    void what_is_not_over_or_lasted_no_time_or_is_not_there_can_be_drawn() {
        assertThat(new DrawnOutage(content(List.of(affected("S", "down", "08:00", null)))).bars())
                .hasSize(1);
        assertThat(new DrawnOutage(content(List.of(affected("S", "down", "08:00", "08:00")))).bars())
                .hasSize(1);
        assertThat(new DrawnOutage(content(List.of())).bars()).isEmpty();
    }

    private static Content content(List<AffectedService> services, String... rows) {
        return Contents.of(services, Stream.of(rows).map(Contents::at).toList());
    }
}
