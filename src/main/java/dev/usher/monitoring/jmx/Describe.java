package dev.usher.monitoring.jmx;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a management bean, one of its attributes or operations is, for whoever looks at it in a console. For a parameter:
 * its name, a colon, and what it is.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Describe {
    /** In sentences; an attribute's says its unit and the time that it is about. */
    String value();
}
