package com.interspace.ticketing.adapter.rest;

import com.interspace.chassis.refusal.Violations;
import com.interspace.ticketing.service.Contact;
import com.interspace.ticketing.service.ServiceProfile;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A service as provisioning describes it, nothing checked yet. */
@Schema(name = "ServiceDescription")
record ServiceDescription(
        @Schema(required = true, examples = "ACME") String account,
        @Schema(required = true, examples = "dedicated-internet-access") String product,
        @Schema(examples = "gold") String tier,
        List<String> circuits,
        List<String> prefixes,
        String site,
        String node,
        String upstream,
        @Schema(examples = "Europe/Sofia", defaultValue = "Europe/Sofia") String zone,
        @Schema(examples = "BG", description = "ISO 3166-1 alpha-2") String holidayCountry,
        @Schema(description = "Whether the contract has an escalation matrix") boolean escalationMatrix,
        List<ContactDescription> contacts) {

    @Schema(name = "ContactDescription")
    record ContactDescription(
            @Schema(required = true) String contactId,
            @Schema(required = true) String name,
            @Schema(required = true) String email,
            String phone,
            List<String> roles) {}

    private static final String CENTRES_ZONE = "Europe/Sofia";
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}<>\"]+@[^@\\s\\p{Cntrl}<>\"]+");
    private static final Set<String> COUNTRIES = new HashSet<>(Arrays.asList(Locale.getISOCountries()));
    private static final int LONGEST_WORD = 200;
    private static final int MOST_CONTACTS = 100;

    ServiceProfile profile() {
        Violations violations = new Violations();
        word("account", account, violations);
        word("product", product, violations);
        violations.atMost("tier", tier, LONGEST_WORD);
        String where = zone == null || zone.isBlank() ? CENTRES_ZONE : zone;
        if (!ZoneId.getAvailableZoneIds().contains(where)) {
            violations.add("zone", "must be an IANA time zone such as Europe/Sofia");
        }
        if (holidayCountry != null && !COUNTRIES.contains(holidayCountry)) {
            violations.add("holidayCountry", "must be an ISO 3166-1 alpha-2 country such as BG");
        }
        List<ContactDescription> people = contacts == null ? List.of() : contacts;
        check(people, violations);
        violations.throwIfAny();
        return new ServiceProfile(
                account.trim(),
                product,
                tier,
                filled(circuits),
                filled(prefixes),
                site,
                node,
                upstream,
                where,
                holidayCountry,
                escalationMatrix,
                people.stream().map(ServiceDescription::contact).toList());
    }

    private static void check(List<ContactDescription> people, Violations violations) {
        if (people.size() > MOST_CONTACTS) {
            violations.add("contacts", "must name at most " + MOST_CONTACTS + " people");
            return;
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < people.size(); i++) {
            String field = "contacts[" + i + "]";
            ContactDescription person = people.get(i);
            if (person == null) {
                violations.add(field, "must not be null");
                continue;
            }
            word(field + ".contactId", person.contactId(), violations);
            word(field + ".name", person.name(), violations);
            word(field + ".email", person.email(), violations);
            if (person.email() != null && !EMAIL.matcher(person.email()).matches()) {
                violations.add(field + ".email", "must be an e-mail address");
            }
            if (person.contactId() != null && !ids.add(person.contactId())) {
                violations.add(field + ".contactId", "stands twice");
            }
        }
    }

    private static void word(String field, String value, Violations violations) {
        violations.atMost(field, violations.required(field, value), LONGEST_WORD);
    }

    private static Contact contact(ContactDescription person) {
        return new Contact(person.contactId(), person.name(), person.email(), person.phone(), filled(person.roles()));
    }

    private static List<String> filled(List<String> words) {
        return words == null
                ? List.of()
                : words.stream().filter(word -> word != null && !word.isBlank()).toList();
    }
}
