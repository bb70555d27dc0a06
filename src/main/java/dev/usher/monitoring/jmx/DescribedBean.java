package dev.usher.monitoring.jmx;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanException;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.NotificationEmitter;
import javax.management.ReflectionException;
import javax.management.StandardEmitterMBean;

/**
 * A management bean that says what it is, by the {@link Describe} of its interface. It is called on threads of whoever
 * looks, which know nothing of the application: a container's proxies then miss their class loader, so it is lent.
 */
public final class DescribedBean extends StandardEmitterMBean {
    private final Class<?> type;

    /** {@code type} is the bean's interface, named {@code …MXBean}. */
    public <T> DescribedBean(T bean, Class<T> type, NotificationEmitter emitter) {
        super(bean, type, true, emitter);
        this.type = type;
    }

    @Override
    public Object getAttribute(String attribute)
            throws AttributeNotFoundException, MBeanException, ReflectionException {
        ClassLoader before = lend();
        try {
            return super.getAttribute(attribute);
        } catch (RuntimeException e) {
            throw PlainFault.of(e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Override
    public AttributeList getAttributes(String[] attributes) {
        ClassLoader before = lend();
        try {
            return super.getAttributes(attributes);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Override
    public Object invoke(String operation, Object[] parameters, String[] signature)
            throws MBeanException, ReflectionException {
        ClassLoader before = lend();
        try {
            return super.invoke(operation, parameters, signature);
        } catch (RuntimeException e) {
            throw PlainFault.of(e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static ClassLoader lend() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(DescribedBean.class.getClassLoader());
        return before;
    }

    @Override
    protected String getDescription(MBeanInfo info) {
        return Optional.ofNullable(type.getAnnotation(Describe.class))
                .map(Describe::value)
                .orElse("");
    }

    @Override
    protected String getDescription(MBeanAttributeInfo info) {
        return text(method((info.isIs() ? "is" : "get") + info.getName()));
    }

    @Override
    protected String getDescription(MBeanOperationInfo info) {
        return text(method(info.getName()));
    }

    @Override
    protected String getParameterName(MBeanOperationInfo info, MBeanParameterInfo parameter, int place) {
        String text = parameter(info, place);
        return text.substring(0, Math.max(0, text.indexOf(':')));
    }

    @Override
    protected String getDescription(MBeanOperationInfo info, MBeanParameterInfo parameter, int place) {
        String text = parameter(info, place);
        return text.substring(text.indexOf(':') + 1).strip();
    }

    @Override
    protected int getImpact(MBeanOperationInfo info) {
        return MBeanOperationInfo.ACTION_INFO;
    }

    private String parameter(MBeanOperationInfo info, int place) {
        return method(info.getName())
                .map(method -> method.getParameters()[place].getAnnotation(Describe.class))
                .map(Describe::value)
                .orElse(":");
    }

    private static String text(Optional<Method> method) {
        return method.map(found -> found.getAnnotation(Describe.class))
                .map(Describe::value)
                .orElse("");
    }

    /** No bean has two methods of a name. */
    private Optional<Method> method(String name) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name))
                .findAny();
    }
}
