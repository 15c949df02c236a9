package com.interspace.escalation.matrix;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A service as far as its escalation goes, told by ticket-service. It comes to be known with its first event,
 * is replaced by every newer one and stays when the service ends, because its documents do. When its contract has a
 * matrix, the first version is issued at once and takes effect with the activation.
 */
@Entity
public class KnownService {

    /** Where services are thought to be that do not say it. */
    public static final ZoneId USUAL_ZONE = ZoneId.of("Europe/Sofia");

    @Id
    private String serviceId;

    private String account;
    private String product;
    private String tier;
    private String status;
    private boolean escalationMatrix;
    private Instant matrixSince;
    private String zone;
    private long sequence;
    private int newestMatrix;
    private long announced;

    protected KnownService() {}

    public static KnownService firstHeardOf(ServiceState state) {
        KnownService service = new KnownService();
        service.serviceId = state.serviceId();
        service.take(state, state.activatedAt() == null ? state.at() : state.activatedAt());
        return service;
    }

    /** Replaced by a newer state only. */
    public void follow(ServiceState state) {
        if (state.sequence() > sequence) {
            take(state, state.at());
        }
    }

    private void take(ServiceState state, Instant matrixAddedAt) {
        if (state.escalationMatrix() && !escalationMatrix) {
            matrixSince = matrixAddedAt;
        }
        account = state.account();
        product = state.product();
        tier = state.tier();
        status = state.status();
        escalationMatrix = state.escalationMatrix();
        zone = state.zone();
        sequence = state.sequence();
    }

    /** Whether the contract promises a matrix that has not been written yet. */
    public boolean awaitsFirstMatrix() {
        return escalationMatrix && newestMatrix == 0 && "active".equals(status);
    }

    /** Whether it has another account than the one that holds the newest version of its contract's matrix. */
    public boolean hasChangedHandsSince(Matrix newest) {
        return escalationMatrix && !"terminated".equals(status) && !account.equals(newest.account());
    }

    /** The number of the version that comes next. */
    public int nextMatrixVersion() {
        newestMatrix++;
        return newestMatrix;
    }

    /** The sequence of the next event about this service's matrices. */
    public long nextAnnouncement() {
        announced++;
        return announced;
    }

    public String serviceId() {
        return serviceId;
    }

    public String account() {
        return account;
    }

    public String product() {
        return product;
    }

    public String tier() {
        return tier;
    }

    /** The zone of its local times. */
    public ZoneId zone() {
        try {
            return zone == null ? USUAL_ZONE : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            return USUAL_ZONE;
        }
    }

    public boolean hasContractualMatrix() {
        return escalationMatrix;
    }

    /** When the contract's matrix takes effect. */
    public Instant matrixSince() {
        return matrixSince;
    }
}
