package dev.usher;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The rules that a test holds us to, as {@code 7644 §3.5.2.3}; a page of the documentation is generated from it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Rfc {
    /** RFC number and section, one or several. */
    String[] value();
}
