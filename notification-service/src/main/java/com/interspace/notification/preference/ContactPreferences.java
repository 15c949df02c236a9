package com.interspace.notification.preference;

/** What every contact wants. */
public interface ContactPreferences {

    /** A contact who has said nothing wants everything. */
    ContactPreference of(String account, String contactId);

    void keep(ContactPreference preference);
}
