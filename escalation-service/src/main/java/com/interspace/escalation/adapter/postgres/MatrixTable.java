package com.interspace.escalation.adapter.postgres;

import com.interspace.escalation.matrix.Ladder;
import com.interspace.escalation.matrix.Matrices;
import com.interspace.escalation.matrix.Matrix;
import com.interspace.escalation.matrix.Templates;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@ApplicationScoped
class MatrixTable implements Matrices, PanacheRepository<Matrix> {

    private static final String ADD_TEMPLATE =
            """
            insert into matrix (template, version, effective_from, levels, written_by, created_at)
            values (:template, :version, :effectiveFrom, :levels, cast(:writtenBy as text), :now)
            on conflict do nothing""";

    private final ClimbJson.OfLadder json = new ClimbJson.OfLadder();

    @Override
    public void add(Matrix matrix) {
        persist(matrix);
    }

    @Override
    public Optional<Matrix> version(String serviceId, int version, Optional<Set<String>> accounts) {
        return accounts.map(
                        scope -> find("serviceId = ?1 and version = ?2 and account in ?3", serviceId, version, scope))
                .orElseGet(() -> find("serviceId = ?1 and version = ?2", serviceId, version))
                .firstResultOptional();
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
    public Optional<Matrix> inForce(String serviceId, Instant at, Optional<Set<String>> accounts) {
        return accounts.map(scope -> find(
                                "serviceId = ?1 and effectiveFrom <= ?2 and account in ?3 order by version desc",
                                serviceId,
                                at,
                                scope)
                        .<Matrix>firstResultOptional())
                .orElseGet(() -> inForce(serviceId, at));
    }

    @Override
    public Matrix templateInForce(String tier, Instant at) {
        return find(
                        "template in (?1, ?2) and effectiveFrom <= ?3"
                                + " order by case when template = ?1 then 0 else 1 end, version desc",
                        tier == null ? Templates.USUAL : tier,
                        Templates.USUAL,
                        at)
                .firstResultOptional()
                .orElseThrow();
    }

    @Override
    public List<Matrix> templates() {
        return list("from Matrix matrix where template is not null and not exists (from Matrix later"
                + " where later.template = matrix.template and later.version > matrix.version) order by template");
    }

    @Override
    public Optional<Matrix> newestTemplate(String name) {
        return find("template = ?1 order by version desc", name).firstResultOptional();
    }

    @Override
    public boolean addTemplate(
            String name, int version, Instant effectiveFrom, Ladder ladder, String writtenBy, Instant now) {
        return getEntityManager()
                        .createNativeQuery(ADD_TEMPLATE)
                        .setParameter("template", name)
                        .setParameter("version", version)
                        .setParameter("effectiveFrom", effectiveFrom)
                        .setParameter("levels", json.convertToDatabaseColumn(ladder))
                        .setParameter("writtenBy", writtenBy)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }
}
