package com.interspace.deploy;

import com.interspace.chassis.production.SharedRules;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;

/** The rules of production that hold for every service, asked about an environment that is shipped. */
final class Guard {

    private Guard() {}

    static List<String> objections(Map<String, String> environment) {
        return new SharedRules()
                .objections(new SmallRyeConfigBuilder()
                        .withSources(new EnvConfigSource(environment, 300))
                        .addDefaultInterceptors()
                        .build())
                .toList();
    }
}
