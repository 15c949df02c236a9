package com.interspace.ticketing.service;

import java.util.Set;

/** By what whoever keeps something of a person recognises it; gone for good when he has. */
public record ErasedContact(
        Set<String> contactIds, Set<String> actorIds, Set<String> names, Set<String> emails, Set<String> phones) {}
