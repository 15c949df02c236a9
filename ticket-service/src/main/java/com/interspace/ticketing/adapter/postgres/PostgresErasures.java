package com.interspace.ticketing.adapter.postgres;

import com.interspace.ticketing.person.Erasure;
import com.interspace.ticketing.person.Erasures;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class PostgresErasures implements Erasures, PanacheRepositoryBase<Erasure, UUID> {

    @Override
    public void add(Erasure erasure) {
        persist(erasure);
    }

    @Override
    public List<Erasure> of(String contactId) {
        Set<String> accounts = new HashSet<>();
        return list("contactId = ?1 order by at desc", contactId).stream()
                .filter(erasure -> accounts.add(erasure.account()))
                .toList();
    }
}
