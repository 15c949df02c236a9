package com.interspace.ticketing.service;

import java.util.List;

/**
 * A service as provisioning describes it.
 *
 * @param tier decides which default escalation matrix applies
 * @param zone IANA time zone of the service's business hours
 * @param holidayCountry ISO 3166-1 alpha-2; whose national holidays count; may be null for none
 * @param escalationMatrix whether the contract has an escalation matrix
 */
public record ServiceProfile(
        String account,
        String product,
        String tier,
        List<String> circuits,
        List<String> prefixes,
        String site,
        String node,
        String upstream,
        String zone,
        String holidayCountry,
        boolean escalationMatrix,
        List<Contact> contacts) {

    public ServiceProfile {
        circuits = List.copyOf(circuits);
        prefixes = List.copyOf(prefixes);
        contacts = List.copyOf(contacts);
    }

    ServiceProfile withContacts(List<Contact> changed) {
        return new ServiceProfile(
                account,
                product,
                tier,
                circuits,
                prefixes,
                site,
                node,
                upstream,
                zone,
                holidayCountry,
                escalationMatrix,
                changed);
    }
}
