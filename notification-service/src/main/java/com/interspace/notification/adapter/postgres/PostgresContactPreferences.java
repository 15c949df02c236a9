package com.interspace.notification.adapter.postgres;

import com.interspace.notification.preference.ContactPreference;
import com.interspace.notification.preference.ContactPreferences;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class PostgresContactPreferences
        implements ContactPreferences, PanacheRepositoryBase<ContactPreference, ContactPreference.Key> {

    @Override
    public ContactPreference of(String account, String contactId) {
        return findByIdOptional(new ContactPreference.Key(account, contactId))
                .orElseGet(() -> new ContactPreference(account, contactId));
    }

    @Override
    public void keep(ContactPreference preference) {
        if (!isPersistent(preference)) {
            persist(preference);
        }
    }
}
