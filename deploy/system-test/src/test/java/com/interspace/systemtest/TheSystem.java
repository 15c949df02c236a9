package com.interspace.systemtest;

import com.interspace.local.launch.LocalSystem;
import com.interspace.local.launch.Options;
import com.interspace.local.launch.Port;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One running system for all tests of this module, started by the first that asks for it. It logs as in production, its
 * services leave as in production, only sooner, mail that was taken is moved away, and its spans go to a collector, which
 * a test may ask for, as for the gate through which ticket-service reads mail.
 */
class TheSystem implements ParameterResolver {

    private static final Set<Class<?>> PARTS = Set.of(LocalSystem.class, SpanCollector.class, ImapGate.class);

    private record Running(LocalSystem system, SpanCollector spans, ImapGate mailbox) implements CloseableResource {

        static Running start() {
            SpanCollector spans = new SpanCollector();
            Options plain = Options.forTest("system");
            ImapGate mailbox = new ImapGate(plain.ports().of(Port.IMAP));
            Options options = plain.with(
                            "INTERSPACE_TICKET_MAIL_MAILBOXES_SUPPORT_PORT", String.valueOf(mailbox.port()))
                    .with("INTERSPACE_TICKET_MAIL_MAILBOXES_SUPPORT_ARCHIVE", "Taken")
                    .with("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true")
                    .with("QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", spans.address())
                    .with("QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
                    .with("QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "PT1S")
                    .with("QUARKUS_SHUTDOWN_DELAY", "PT2S")
                    .with("QUARKUS_SHUTDOWN_TIMEOUT", "PT5S");
            return new Running(LocalSystem.start(options), spans, mailbox);
        }

        Map<Class<?>, Object> parts() {
            return Map.of(LocalSystem.class, system, SpanCollector.class, spans, ImapGate.class, mailbox);
        }

        @Override
        public void close() {
            system.close();
            mailbox.close();
            spans.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return PARTS.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(Namespace.create(TheSystem.class))
                .getOrComputeIfAbsent(Running.class, any -> Running.start(), Running.class)
                .parts()
                .get(parameter.getParameter().getType());
    }
}
