package com.interspace.chassis.pdf;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The only things that markup may ask for: pictures handed over beforehand, by their names. */
final class Pictures {

    private static final String SCHEME = "picture";

    private final Map<String, Picture> byAddress;

    Pictures(Map<String, Picture> byName) {
        byAddress = byName.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(entry -> SCHEME + ":" + entry.getKey(), Map.Entry::getValue));
    }

    /** Every other address leads nowhere. */
    void offerTo(PdfRendererBuilder builder) {
        builder.useUriResolver((base, address) -> byAddress.containsKey(address) ? address : null)
                .useExternalResourceAccessControl(
                        (address, type) -> byAddress.containsKey(address),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useProtocolsStreamImplementation(
                        address -> new Png(byAddress.get(address).png()), SCHEME);
    }

    private record Png(InputStream getStream) implements FSStream {

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream, StandardCharsets.UTF_8);
        }
    }
}
