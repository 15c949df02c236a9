package com.interspace.escalation.adapter.postgres;

import com.interspace.escalation.matrix.Ladder;
import com.interspace.escalation.matrix.Matrices;
import com.interspace.escalation.matrix.Matrix;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
class MatrixTable implements Matrices, PanacheRepository<Matrix> {

    private static final String ADD_INTERNAL =
            """
            insert into matrix (template, version, effective_from, levels, created_at)
            values (:template, :version, :effectiveFrom, :levels, :now)
            on conflict do nothing""";

    private final JsonColumn.OfLadder json = new JsonColumn.OfLadder();

    @Override
    public void add(Matrix matrix) {
        persist(matrix);
    }

    @Override
    public Optional<Matrix> version(String serviceId, int version) {
        return find("serviceId = ?1 and version = ?2", serviceId, version).firstResultOptional();
    }

    @Override
    public Optional<Matrix> newest(String serviceId) {
        return find("serviceId = ?1 order by version desc", serviceId).firstResultOptional();
    }

    @Override
    public Optional<Matrix> inForce(String serviceId, Instant at) {
        return find("serviceId = ?1 and effectiveFrom <= ?2 order by version desc", serviceId, at)
                .firstResultOptional();
    }

    @Override
    public Optional<Matrix> internalInForce(String template, Instant at) {
        return find("template = ?1 and effectiveFrom <= ?2 order by version desc", template, at)
                .firstResultOptional();
    }

    @Override
    public Optional<Matrix> newestInternal(String template) {
        return find("template = ?1 order by version desc", template).firstResultOptional();
    }

    @Override
    public void addInternal(String template, int version, Instant effectiveFrom, Ladder ladder, Instant now) {
        getEntityManager()
                .createNativeQuery(ADD_INTERNAL)
                .setParameter("template", template)
                .setParameter("version", version)
                .setParameter("effectiveFrom", effectiveFrom)
                .setParameter("levels", json.convertToDatabaseColumn(ladder))
                .setParameter("now", now)
                .executeUpdate();
    }
}
