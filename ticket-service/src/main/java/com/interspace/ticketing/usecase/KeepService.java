package com.interspace.ticketing.usecase;

import com.interspace.chassis.caller.Caller;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.chassis.refusal.NotFound;
import com.interspace.chassis.refusal.Stale;
import com.interspace.chassis.refusal.Violations;
import com.interspace.ticketing.person.Erasures;
import com.interspace.ticketing.service.Contact;
import com.interspace.ticketing.service.Service;
import com.interspace.ticketing.service.ServiceNews;
import com.interspace.ticketing.service.ServiceProfile;
import com.interspace.ticketing.service.Services;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Provisioning activates services, describes them anew, suspends and terminates them. */
@ApplicationScoped
public class KeepService {

    /** @param created whether the service did not exist before */
    public record Kept(Service service, boolean created) {}

    private final Services services;
    private final ServiceNews news;
    private final Erasures erasures;
    private final InstantSource time;

    @Inject
    KeepService(Services services, ServiceNews news, Erasures erasures, InstantSource time) {
        this.services = services;
        this.news = news;
        this.erasures = erasures;
        this.time = time;
    }

    /**
     * Activates the service or describes it anew. Saying the same again changes nothing.
     *
     * @throws Invalid when it names a contact who was erased
     */
    @Transactional
    public Kept put(String id, ServiceProfile profile, Optional<Long> expectedVersion, Caller caller) {
        checkNobodyErased(profile);
        Optional<Service> existing = services.take(id);
        Service service = existing.orElseGet(() -> Service.activate(id, profile, caller.id(), time.instant()));
        if (existing.isPresent()) {
            check(service, expectedVersion);
            service.change(profile, caller.id(), time.instant());
        } else {
            services.add(service);
        }
        return new Kept(told(service), existing.isEmpty());
    }

    /** @throws NotFound when there is no such service */
    @Transactional
    public Service suspend(String id, Optional<Long> expectedVersion, Caller caller) {
        Service service = take(id, expectedVersion);
        service.suspend(caller.id(), time.instant());
        return told(service);
    }

    /** @throws NotFound when there is no such service */
    @Transactional
    public Service terminate(String id, Optional<Long> expectedVersion, Caller caller) {
        Service service = take(id, expectedVersion);
        service.terminate(caller.id(), time.instant());
        return told(service);
    }

    /** Somebody who is no contact yet has reported a fault. */
    void learn(String id, Contact reporter, Instant now) {
        Service service = take(id, Optional.empty());
        service.learn(reporter, now);
        told(service);
    }

    /** Whoever feeds us from a list of his own would bring back who was erased, and nobody would notice. */
    private void checkNobodyErased(ServiceProfile profile) {
        Violations violations = new Violations();
        for (int i = 0; i < profile.contacts().size(); i++) {
            if (erasures.of(profile.account(), profile.contacts().get(i).contactId())
                    .isPresent()) {
                violations.add(
                        "contacts[" + i + "].contactId",
                        "was erased; leave the contact out, or name another person by another id");
            }
        }
        violations.throwIfAny();
    }

    private Service take(String id, Optional<Long> expectedVersion) {
        Service service = services.take(id).orElseThrow(() -> new NotFound("service", id));
        check(service, expectedVersion);
        return service;
    }

    private static void check(Service service, Optional<Long> expectedVersion) {
        expectedVersion.filter(version -> version != service.version()).ifPresent(version -> {
            throw new Stale(service.version());
        });
    }

    private Service told(Service service) {
        service.drain().forEach(event -> news.tell(service, event));
        return service;
    }
}
