package vn.motcua.platform.idempotency;

import jakarta.interceptor.InterceptorBinding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST that may be repeated: the method runs in one transaction together with the storing of its answer. The same key
 * and body get the first answer again, before any precondition is looked at; the same key with another body is refused.
 * The method returns a {@code Response} with a JSON entity. Failures are not stored: they changed nothing.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}
