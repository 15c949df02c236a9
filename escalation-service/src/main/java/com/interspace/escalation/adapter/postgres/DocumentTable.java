package com.interspace.escalation.adapter.postgres;

import com.interspace.escalation.document.Documents;
import com.interspace.escalation.document.IssuedDocument;
import com.interspace.escalation.document.Rendition;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
class DocumentTable implements Documents, PanacheRepositoryBase<IssuedDocument, String> {

    private static final String NEXT_NUMBER =
            """
            insert into document_number (year, last) values (:year, 1)
            on conflict (year) do update set last = document_number.last + 1
            returning last""";

    private static final String PROOF =
            """
            select new com.interspace.escalation.document.Documents$Proof(
                document.number, document.version, document.issuedAt, form.kind,
                exists (select 1 from IssuedDocument later
                    where later.serviceId = document.serviceId and later.version > document.version
                    and later.effectiveFrom <= :now))
            from Rendition form join IssuedDocument document on document.number = form.number
            where form.sha256 = :sha256""";

    @Override
    public String nextNumber(int year) {
        Number last = (Number) getEntityManager()
                .createNativeQuery(NEXT_NUMBER)
                .setParameter("year", year)
                .getSingleResult();
        return "EM-%d-%06d".formatted(year, last.longValue());
    }

    @Override
    public void add(IssuedDocument document, Rendition pdf, Rendition json) {
        persist(document);
        getEntityManager().persist(pdf);
        getEntityManager().persist(json);
    }

    @Override
    public Optional<IssuedDocument> ofVersion(String serviceId, int version) {
        return find("serviceId = ?1 and version = ?2", serviceId, version).firstResultOptional();
    }

    @Override
    public Optional<Rendition> rendition(String sha256) {
        return Optional.ofNullable(getEntityManager().find(Rendition.class, sha256));
    }

    @Override
    public Optional<Proof> proof(String sha256, Instant now) {
        return getEntityManager()
                .createQuery(PROOF, Proof.class)
                .setParameter("sha256", sha256)
                .setParameter("now", now)
                .getResultStream()
                .findFirst();
    }
}
