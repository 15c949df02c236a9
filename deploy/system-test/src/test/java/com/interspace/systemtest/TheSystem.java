package com.interspace.systemtest;

import com.interspace.local.launch.LocalSystem;
import com.interspace.local.launch.Options;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One running system for all tests of this module, started by the first that asks for it. */
class TheSystem implements ParameterResolver {

    private record Running(LocalSystem system) implements CloseableResource {

        @Override
        public void close() {
            system.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == LocalSystem.class;
    }

    @Override
    public LocalSystem resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(Namespace.create(TheSystem.class))
                .getOrComputeIfAbsent(
                        Running.class, any -> new Running(LocalSystem.start(Options.forTest())), Running.class)
                .system();
    }
}
