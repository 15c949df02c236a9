package com.interspace.rfo.adapter.postgres;

import com.interspace.rfo.report.RfoDocument;
import com.interspace.rfo.report.RfoDocuments;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class RfoDocumentTable implements RfoDocuments, PanacheRepositoryBase<RfoDocument, RfoDocument.Key> {

    private record Found(UUID rfoId, Reference reference) {}

    private static final String REFERENCES =
            "select d.rfoId, d.number, d.version, d.pdfSha256, d.jsonSha256 from RfoDocument d where d.rfoId in :ids";

    private static final String PROOF =
            """
            select d.number, d.version, d.issuedAt,
                   case when d.pdfSha256 = :hash then 'pdf' else 'json' end,
                   exists (select 1 from RfoDocument n where n.number = d.number and n.version > d.version)
            from RfoDocument d where d.pdfSha256 = :hash or d.jsonSha256 = :hash""";

    @Override
    public void add(RfoDocument document) {
        persist(document);
    }

    @Override
    public Optional<RfoDocument> ofRfo(UUID rfoId) {
        return find("rfoId", rfoId).firstResultOptional();
    }

    @Override
    public Map<UUID, Reference> references(Collection<UUID> rfoIds) {
        return getEntityManager()
                .createQuery(REFERENCES, Object[].class)
                .setParameter("ids", rfoIds)
                .getResultStream()
                .map(row -> new Found(
                        (UUID) row[0],
                        new Reference((String) row[1], (Integer) row[2], (String) row[3], (String) row[4])))
                .collect(Collectors.toMap(Found::rfoId, Found::reference));
    }

    @Override
    public Optional<Proof> proofOf(String sha256) {
        return getEntityManager()
                .createQuery(PROOF, Proof.class)
                .setParameter("hash", sha256)
                .getResultStream()
                .findFirst();
    }
}
