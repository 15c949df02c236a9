package com.interspace.ticketing.adapter.rest;

import com.interspace.ticketing.person.PersonalData;
import com.interspace.ticketing.service.Contact;
import com.interspace.ticketing.usecase.KnowPerson;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is kept of a person here.
 *
 * @param actorIds as whom he acted: contact ids, and the subjects of his tokens
 * @param contacts as which contact each service names him, by service
 * @param notes what he wrote; what others wrote stays with them
 */
@Schema(name = "PersonalData")
record PersonalDataView(
        String contactId,
        String account,
        Set<String> contactIds,
        Set<String> actorIds,
        Map<String, List<Contact>> contacts,
        List<PersonalData.Reported> tickets,
        List<PersonalData.Said> notes,
        List<PersonalData.File> files,
        List<PersonalData.Mailed> mails) {

    static PersonalDataView of(KnowPerson.Known known) {
        return new PersonalDataView(
                known.person().contactId(),
                known.person().account(),
                known.person().contactIds(),
                known.person().actorIds(),
                known.contacts(),
                known.data().tickets(),
                known.data().notes(),
                known.data().files(),
                known.data().mails());
    }
}
