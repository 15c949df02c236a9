package com.interspace.notification.adapter.postgres;

import com.interspace.notification.preference.ContactPreference;
import com.interspace.notification.preference.ContactPreferences;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class PostgresContactPreferences
        implements ContactPreferences, PanacheRepositoryBase<ContactPreference, ContactPreference.Key> {

    /** Of two who choose for the first time at the same moment the later one is right, as at any other time. */
    private static final String CHOOSE =
            """
            insert into contact_preference (account, contact_id, muted, changed_at)
            values (:account, :contactId, :muted, :changedAt)
            on conflict (account, contact_id) do update set muted = excluded.muted, changed_at = excluded.changed_at""";

    @Override
    public ContactPreference of(String account, String contactId) {
        return findByIdOptional(new ContactPreference.Key(account, contactId))
                .orElseGet(() -> new ContactPreference(account, contactId));
    }

    @Override
    public void keep(ContactPreference preference) {
        if (!isPersistent(preference)) {
            getEntityManager()
                    .createNativeQuery(CHOOSE)
                    .setParameter("account", preference.account())
                    .setParameter("contactId", preference.contactId())
                    .setParameter("muted", preference.muted().toArray(String[]::new))
                    .setParameter("changedAt", preference.changedAt())
                    .executeUpdate();
        }
    }
}
