package com.interspace.escalation.config;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.interspace.chassis.refusal.Violations;
import com.interspace.escalation.matrix.Ladder;
import com.interspace.escalation.matrix.ProposedMatrix;
import com.interspace.escalation.matrix.Templates;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The templates, read from the file {@code escalation-templates.json}: matrices by product tier. */
@Singleton
class TemplateFile implements Templates {

    private static final String FILE = "/escalation-templates.json";

    private final Map<String, Ladder> templates = new LinkedHashMap<>();

    /** @throws IllegalStateException if a template breaks a rule for matrices, or there is no default */
    @Inject
    TemplateFile(ObjectMapper json) {
        read(json).forEach((name, matrix) -> templates.put(name, judged(name, matrix)));
        if (!templates.containsKey(USUAL)) {
            throw new IllegalStateException(FILE + " has no template '" + USUAL + "'");
        }
    }

    @Override
    public Map<String, Ladder> all() {
        return Map.copyOf(templates);
    }

    private static Map<String, ProposedMatrix> read(ObjectMapper json) {
        try (InputStream file = TemplateFile.class.getResourceAsStream(FILE)) {
            return json.readValue(file, new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE + " cannot be read", unreadable);
        }
    }

    private static Ladder judged(String name, ProposedMatrix matrix) {
        Violations violations = new Violations();
        Ladder ladder = matrix.judged(violations);
        if (!violations.isEmpty()) {
            throw new IllegalStateException("Template '" + name + "' in " + FILE + ": " + violations.list());
        }
        return ladder;
    }
}
