package com.interspace.notification.delivery;

import java.time.Duration;

/**
 * What was agreed about delivery.
 *
 * @param claim how long one attempt may take at most, everything included; longer means that it died
 * @param giveUpAfter how long a message is tried
 * @param foldFor for how long after an update further ones to the same person are gathered
 * @param eachEndpoint deliveries to one subscription under way at the same time
 * @param secretOverlap how long an old secret goes on signing after it was replaced
 */
public record DeliveryTerms(
        Duration claim, Duration giveUpAfter, Duration foldFor, int eachEndpoint, Duration secretOverlap) {}
