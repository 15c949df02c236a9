package com.interspace.chassis.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a creating operation that answers a {@code Response}: honours the header {@code Idempotency-Key}. The same
 * key with the same body gets the stored answer, with another body 422. The answer is stored in the transaction
 * that creates, so that of many equal requests at once exactly one creates. Kept for 24 hours.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
