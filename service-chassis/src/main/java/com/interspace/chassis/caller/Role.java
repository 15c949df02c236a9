package com.interspace.chassis.caller;

/** The roles that a token can carry; the role table stands in {@code api.md} and in each endpoint's annotation. */
public final class Role {

    public static final String CUSTOMER = "customer";
    public static final String PARTNER = "partner";
    public static final String AGENT = "agent";
    public static final String MANAGER = "manager";
    public static final String OPS = "ops";
    public static final String PROVISIONER = "provisioner";

    private Role() {}
}
