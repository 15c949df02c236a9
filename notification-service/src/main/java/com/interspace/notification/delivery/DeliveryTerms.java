package com.interspace.notification.delivery;

import java.time.Duration;

/**
 * What was agreed about delivery.
 *
 * @param claim how long one attempt may take at most, everything included; longer means that it died
 * @param giveUpAfter how long a message is tried
 */
public record DeliveryTerms(Duration claim, Duration giveUpAfter) {}
