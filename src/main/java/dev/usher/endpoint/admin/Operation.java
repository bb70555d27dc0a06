package dev.usher.endpoint.admin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What OpenAPI says of an endpoint's method beyond its JAX-RS annotations. {@code request} and {@code answer} name schemas
 * of {@code openapi/*.json}; nothing is no body.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {
    /** One line. */
    String summary();

    /** Schema of the request's body. */
    String request() default "";

    /** Whether that body may be left out. */
    boolean bodyOptional() default false;

    /** What it reads of the query and the headers, besides what {@link #list} says. */
    RequestParameter[] parameters() default {};

    /** Schema of the answer's body. */
    String answer() default "";

    /** Status of success; two where it tells what was made from what was there. */
    int[] status() default 200;

    /** A list by pages: takes {@code limit} and {@code cursor}, and answers a page of {@link #answer}. */
    boolean list() default false;

    /** Schema of the answer (200) to a body of {@code text/csv}, where that is taken as well. */
    String csv() default "";
}
