package com.interspace.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class PlotTest {

    @Test
    void a_plot_has_a_line_for_each_question_and_a_point_for_each_size() throws Exception {
        String svg = Plot.of(
                "p95 in ms", List.of(1_000, 1_000_000), Map.of("list", List.of(2.0, 3.0), "clock", List.of(1.0, 1.0)));

        Document read = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(read.getElementsByTagName("polyline").getLength()).isEqualTo(2);
        assertThat(read.getElementsByTagName("polyline")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("points")
                        .getNodeValue()
                        .split(" "))
                .hasSize(2);
    }
}
