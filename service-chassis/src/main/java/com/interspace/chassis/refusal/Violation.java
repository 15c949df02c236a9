package com.interspace.chassis.refusal;

/** One field that is wrong and what would make it right. */
public record Violation(String field, String message) {}
