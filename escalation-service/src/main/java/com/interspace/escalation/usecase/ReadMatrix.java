package com.interspace.escalation.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.escalation.document.Documents;
import com.interspace.escalation.document.IssuedDocument;
import com.interspace.escalation.document.Kind;
import com.interspace.escalation.document.Rendition;
import com.interspace.escalation.matrix.KnownService;
import com.interspace.escalation.matrix.Matrices;
import com.interspace.escalation.matrix.Matrix;
import com.interspace.escalation.matrix.Services;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;

/** Somebody reads the escalation matrix of a service, or its document. */
@ApplicationScoped
public class ReadMatrix {

    private final Services services;
    private final Matrices matrices;
    private final Documents documents;
    private final InstantSource time;

    @Inject
    ReadMatrix(Services services, Matrices matrices, Documents documents, InstantSource time) {
        this.services = services;
        this.matrices = matrices;
        this.documents = documents;
        this.time = time;
    }

    /**
     * A version belongs to the account that it was issued to: when a service changes hands, its new account begins with
     * a version of its own, and the old one still reads those that it has.
     *
     * @param version null = the one in force now
     * @throws NotFound when the service is unknown, foreign or has no contractual matrix, or not this version
     */
    @Transactional
    public MatrixReading read(Caller caller, String serviceId, Integer version) {
        Matrix matrix = (version == null ? inForce(caller, serviceId) : version(caller, serviceId, version))
                .orElseThrow(() -> new NotFound("escalation matrix", serviceId));
        return new MatrixReading(matrix, documentOf(matrix));
    }

    private Optional<Matrix> inForce(Caller caller, String serviceId) {
        return services.find(serviceId, caller.accountScope())
                .filter(KnownService::hasContractualMatrix)
                .flatMap(service -> matrices.inForce(service.serviceId(), time.instant(), caller.accountScope()));
    }

    private Optional<Matrix> version(Caller caller, String serviceId, int version) {
        return matrices.version(serviceId, version, caller.accountScope());
    }

    /**
     * The bytes as they were issued.
     *
     * @param version null = the one in force now
     * @throws NotFound as {@link #read}
     */
    @Transactional
    public Rendition document(Caller caller, String serviceId, Integer version, Kind kind) {
        IssuedDocument document = read(caller, serviceId, version).document();
        return documents.rendition(document.sha256(kind)).orElseThrow();
    }

    private IssuedDocument documentOf(Matrix matrix) {
        return documents.ofVersion(matrix.serviceId(), matrix.version()).orElseThrow();
    }
}
