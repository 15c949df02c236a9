package com.interspace.systemtest;

import com.interspace.local.launch.LocalSystem;
import com.interspace.local.launch.Options;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One running system for all tests of this module, started by the first that asks for it. It logs as in production, its
 * services leave as in production, only sooner, and its spans go to a collector that a test may ask for, too.
 */
class TheSystem implements ParameterResolver {

    private record Running(LocalSystem system, SpanCollector spans) implements CloseableResource {

        static Running start() {
            SpanCollector spans = new SpanCollector();
            Options options = Options.forTest()
                    .with("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true")
                    .with("QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", spans.address())
                    .with("QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
                    .with("QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "PT1S")
                    .with("QUARKUS_SHUTDOWN_DELAY", "PT2S")
                    .with("QUARKUS_SHUTDOWN_TIMEOUT", "PT5S");
            return new Running(LocalSystem.start(options), spans);
        }

        @Override
        public void close() {
            system.close();
            spans.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return isFor(LocalSystem.class, parameter) || isFor(SpanCollector.class, parameter);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Running running = test.getRoot()
                .getStore(Namespace.create(TheSystem.class))
                .getOrComputeIfAbsent(Running.class, any -> Running.start(), Running.class);
        return isFor(LocalSystem.class, parameter) ? running.system() : running.spans();
    }

    private static boolean isFor(Class<?> type, ParameterContext parameter) {
        return parameter.getParameter().getType() == type;
    }
}
