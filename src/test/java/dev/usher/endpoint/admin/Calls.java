package dev.usher.endpoint.admin;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What the methods of this package's endpoints reach. */
final class Calls {
    static final JavaClasses ENDPOINTS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(Calls.class.getPackageName());

    private Calls() {}

    /** What is reached from the method by calls, of whatever depth, within the package; no further than this class. */
    static List<JavaAccess<?>> of(Method method, Class<?> end) {
        var found = new ArrayList<JavaAccess<?>>();
        var reached = new HashSet<JavaCodeUnit>();
        var ahead = new ArrayDeque<JavaCodeUnit>();
        ahead.add(ENDPOINTS.get(method.getDeclaringClass()).getMethod(method.getName(), method.getParameterTypes()));
        while (!ahead.isEmpty()) {
            JavaCodeUnit unit = ahead.remove();
            if (unit.getOwner().isEquivalentTo(end) || !reached.add(unit)) {
                continue;
            }
            for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
                found.add(access);
                access.getTarget()
                        .resolveMember()
                        .filter(member -> member instanceof JavaCodeUnit)
                        .map(member -> (JavaCodeUnit) member)
                        .filter(member -> ENDPOINTS.contain(member.getOwner().getFullName()))
                        .ifPresent(ahead::add);
            }
        }
        return found;
    }
}
