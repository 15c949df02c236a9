package com.interspace.chassis.production;

import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** What a service will not run with in production. */
public interface ProductionRule {

    /** One sentence, with the setting's name and the remedy, for each value that must not stand. */
    Stream<String> objections(Config settings);
}
